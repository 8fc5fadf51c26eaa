package org.opennms.plugins.trunkline.sandbox.host.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.topology.UserDefinedLink;
import org.opennms.integration.api.v1.topology.immutables.ImmutableUserDefinedLink;
import org.opennms.plugins.trunkline.sandbox.host.nodes.NodeInventory;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class UserDefinedLinkTest {

  private static final String NODES =
      """
      {"nodes":[{"label":"a","foreignSource":"Net","foreignId":"1"},{"label":"b"}]}
      """;

  private final Database database = Database.open(TestDatabases.fresh(Dialect.H2));
  private final SandboxUserDefinedLinkDao dao = new SandboxUserDefinedLinkDao(database);
  @TempDir private Path directory;
  private SandboxEdgeDao edges;
  private Enlinkd enlinkd;

  @BeforeEach
  void open() throws IOException {
    NodeInventory nodes =
        new NodeInventory(database, Files.writeString(directory.resolve("nodes.json"), NODES));
    nodes.refresh();
    enlinkd =
        new Enlinkd(
            directory.resolve("edges.json"), new EdgeMapper(nodes), new DrawnLinks(dao, nodes));
    edges = new SandboxEdgeDao(enlinkd);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_link_that_is_saved_gets_an_id_and_can_be_changed_and_deleted_by_it() {
    UserDefinedLink saved = dao.saveOrUpdate(link(1, 2, "first"));
    assertThat(saved.getDbId()).isNotNull();

    dao.saveOrUpdate(ImmutableUserDefinedLink.newBuilderFrom(saved).setLinkLabel("other").build());
    assertThat(dao.getLinksWithLabel("other")).hasSize(1);
    assertThat(dao.getOutLinks(1)).hasSize(1);
    assertThat(dao.getInLinks(1)).isEmpty();

    dao.delete(dao.getLinks());
    assertThat(dao.getLinks()).isEmpty();
  }

  @Test
  void deleting_without_the_id_fails() {
    dao.saveOrUpdate(link(1, 2, "first"));

    assertThatNullPointerException().isThrownBy(() -> dao.delete(link(1, 2, "first")));
    assertThat(dao.getLinks()).hasSize(1);
  }

  @Test
  void the_topology_has_it_after_the_next_run_unless_a_node_is_gone() {
    dao.saveOrUpdate(link(1, 2, "first"));
    dao.saveOrUpdate(link(1, 99, "nowhere"));
    assertThat(edges.getEdges()).isEmpty();

    enlinkd.run();

    assertThat(edges.getEdges(TopologyProtocol.USERDEFINED)).hasSize(1);
    dao.delete(dao.getLinks());
    enlinkd.run();
    assertThat(edges.getEdges()).isEmpty();
  }

  private static UserDefinedLink link(int from, int to, String label) {
    return ImmutableUserDefinedLink.newBuilder()
        .setNodeIdA(from)
        .setComponentLabelA("Gi0/1")
        .setNodeIdZ(to)
        .setComponentLabelZ("Gi0/2")
        .setLinkId("test/" + label)
        .setLinkLabel(label)
        .setOwner("test")
        .build();
  }
}
