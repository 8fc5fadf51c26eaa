package org.opennms.plugins.trunkline.sandbox.host.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.TopologyEdge;
import org.opennms.integration.api.v1.model.TopologyEdge.EndpointVisitor;
import org.opennms.integration.api.v1.model.TopologyPort;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.model.TopologySegment;
import org.opennms.integration.api.v1.topology.TopologyEdgeConsumer;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeInventory;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class EnlinkdTest {

  private static final String NODES =
      """
      {"nodes":[{"label":"a","foreignSource":"Net","foreignId":"1"},{"label":"b"}]}
      """;
  private static final String LLDP =
      edge("LLDP", "{'node':'Net:1','ifIndex':1,'ifName':'Gi0/1','ifAddress':'x'}", "{'node':'b'}");
  private static final String BRIDGE =
      edge("BRIDGE", "{'node':'Net:1','ifIndex':2}", "{'segment':'s1'}");

  private final Database database = Database.open(TestDatabases.fresh(Dialect.H2));
  @TempDir private Path directory;
  private Path file;
  private NodeInventory inventory;
  private Enlinkd enlinkd;
  private SandboxEdgeDao dao;

  @BeforeEach
  void open() throws IOException {
    inventory =
        new NodeInventory(database, Files.writeString(directory.resolve("nodes.json"), NODES));
    inventory.refresh();
    file = directory.resolve("edges.json");
    enlinkd = new Enlinkd(file, new EdgeMapper(inventory), List::of);
    dao = new SandboxEdgeDao(enlinkd);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void there_are_no_edges_before_the_first_run() throws IOException {
    write(LLDP);

    assertThat(dao.getEdges()).isEmpty();
    enlinkd.run();
    assertThat(dao.getEdges()).hasSize(1);
  }

  @Test
  void edges_are_counted_and_chosen_by_protocol() throws IOException {
    write(LLDP, BRIDGE);
    enlinkd.run();

    assertThat(dao.getEdgeCount()).isEqualTo(2);
    assertThat(dao.getEdgeCount(TopologyProtocol.LLDP)).isEqualTo(1);
    assertThat(dao.getEdges(TopologyProtocol.ALL)).hasSize(2);
    assertThat(dao.getEdges(TopologyProtocol.CDP)).isEmpty();
    assertThat(dao.getProtocols())
        .containsExactlyInAnyOrder(TopologyProtocol.LLDP, TopologyProtocol.BRIDGE);
  }

  @Test
  void an_end_is_a_port_a_bare_node_or_a_segment() throws IOException {
    write(LLDP, BRIDGE);
    enlinkd.run();

    Ends ends = new Ends();
    dao.getEdges().forEach(edge -> edge.visitEndpoints(ends));

    assertThat(ends.seen)
        .containsExactly(
            "source port 1 Gi0/1 x Net:1",
            "target node 2 null",
            "source port 2 null null Net:1",
            "target segment s1");
  }

  @Test
  void a_protocol_that_the_api_lacks_breaks_every_reader() throws IOException {
    write(LLDP, edge("EIGRP", "{'node':'b'}", "{'segment':'s'}"));
    enlinkd.run();

    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(dao::getEdges);
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(dao::getProtocols);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> dao.getEdges(TopologyProtocol.LLDP));
  }

  @Test
  void a_consumer_hears_only_of_later_changes_of_its_protocols() throws IOException {
    write(LLDP);
    enlinkd.run();
    Consumer consumer = new Consumer(Set.of(TopologyProtocol.BRIDGE));
    Consumer all = new Consumer(Set.of(TopologyProtocol.ALL));
    Consumer none = new Consumer(null);
    List.of(consumer, all, none).forEach(enlinkd::bind);

    enlinkd.run();
    assertThat(all.heard).isEmpty();
    write(BRIDGE);
    enlinkd.run();

    assertThat(consumer.heard).containsExactly("added BRIDGE");
    assertThat(all.heard).containsExactly("deleted LLDP", "added BRIDGE");
    assertThat(none.heard).isEmpty();
    enlinkd.unbind(all);
    write();
    enlinkd.run();
    assertThat(all.heard).hasSize(2);
  }

  @Test
  void what_a_consumer_throws_ends_the_run_for_those_behind_it() throws IOException {
    Consumer behind = new Consumer(Set.of(TopologyProtocol.ALL));
    enlinkd.bind(
        new Consumer(Set.of(TopologyProtocol.ALL)) {
          @Override
          public void onEdgeAddedOrUpdated(TopologyEdge edge) {
            throw new IllegalStateException("on purpose");
          }
        });
    enlinkd.bind(behind);
    write(LLDP);

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(enlinkd::run);
    assertThat(behind.heard).isEmpty();
    enlinkd.run();
    assertThat(behind.heard).as("nothing is told twice").isEmpty();
  }

  @Test
  void a_link_that_goes_and_comes_back_has_another_id() throws IOException {
    write(LLDP);
    enlinkd.run();
    String before = id();
    enlinkd.run();
    assertThat(id()).isEqualTo(before);

    write();
    enlinkd.run();
    write(LLDP);
    enlinkd.run();
    assertThat(id()).isNotEqualTo(before);
  }

  @Test
  void a_damaged_file_leaves_the_edges_as_they_are() throws IOException {
    write(LLDP);
    enlinkd.run();

    for (String text : List.of("", "null", "{\"edges\":[null]}", "{\"edges\":[{}]}", "[1")) {
      Files.writeString(file, text);
      enlinkd.run();
      assertThat(dao.getEdges()).as(text).hasSize(1);
    }
    Files.delete(file);
    enlinkd.run();
    assertThat(dao.getEdges()).isEmpty();
  }

  private String id() {
    return dao.getEdges().iterator().next().getId();
  }

  private void write(String... edges) throws IOException {
    Files.writeString(file, "{\"edges\":[" + String.join(",", edges) + "]}");
  }

  private static String edge(String protocol, String source, String target) {
    return "{'protocol':'%s','source':%s,'target':%s}"
        .formatted(protocol, source, target)
        .replace('\'', '"');
  }

  private static class Consumer implements TopologyEdgeConsumer {

    private final List<String> heard = new ArrayList<>();
    private final Set<TopologyProtocol> protocols;

    Consumer(Set<TopologyProtocol> protocols) {
      this.protocols = protocols;
    }

    @Override
    public void onEdgeAddedOrUpdated(TopologyEdge edge) {
      heard.add("added " + edge.getProtocol());
    }

    @Override
    public void onEdgeDeleted(TopologyEdge edge) {
      heard.add("deleted " + edge.getProtocol());
    }

    @Override
    public Set<TopologyProtocol> getProtocols() {
      return protocols;
    }
  }

  private static final class Ends implements EndpointVisitor {

    private final List<String> seen = new ArrayList<>();

    @Override
    public void visitSource(TopologyPort port) {
      seen.add(
          String.join(
              " ",
              "source port",
              String.valueOf(port.getIfIndex()),
              port.getIfName(),
              port.getIfAddress(),
              port.getNodeCriteria().toRef()));
    }

    @Override
    public void visitTarget(Node node) {
      seen.add("target node " + node.getId() + " " + node.getLabel());
    }

    @Override
    public void visitTarget(TopologySegment segment) {
      seen.add("target segment " + segment.getId());
    }
  }
}
