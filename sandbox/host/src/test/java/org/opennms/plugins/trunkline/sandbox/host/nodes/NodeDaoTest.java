package org.opennms.plugins.trunkline.sandbox.host.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class NodeDaoTest {

  private static final String NODES =
      """
      {"nodes":[
        {"label":"core-1","address":"192.0.2.1","location":"Zurich","foreignSource":"Net",
         "foreignId":"17","categories":["Core","Routers"],"unknown key":true,
         "metadata":[{"context":"requisition","key":"site","value":"ZRH"}],
         "services":["ICMP","SNMP"],
         "interfaces":[{"ifIndex":1,"ifName":"Gi0/1","ifDescr":"GigabitEthernet0/1"},
                       {"ifIndex":2,"ifName":"Gi0/2","ifDescr":null}]},
        {"label":"same"}, {"label":"same","foreignSource":"Net","foreignId":"18"}
      ]}
      """;

  private final Database database = Database.open(TestDatabases.fresh(Dialect.H2));
  @TempDir private Path directory;
  private NodeInventory inventory;
  private SandboxNodeDao dao;

  @BeforeEach
  void read() throws IOException {
    Path file = Files.writeString(directory.resolve("nodes.json"), NODES);
    inventory = new NodeInventory(database, file);
    inventory.refresh();
    dao = new SandboxNodeDao(inventory);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_node_carries_what_the_file_says() throws IOException {
    Node node = dao.getNodeById(1);

    assertThat(node.getLabel()).isEqualTo("core-1");
    assertThat(node.getLocation()).isEqualTo("Zurich");
    assertThat(node.getCategories()).containsExactly("Core", "Routers");
    assertThat(node.getMetaData()).singleElement().extracting("value").isEqualTo("ZRH");
    assertThat(node.getAssetRecord()).isNotNull();
    var ip = node.getInterfaceByIp(InetAddress.getByName("192.0.2.1")).orElseThrow();
    assertThat(ip.getMonitoredService("SNMP").orElseThrow().getStatus()).isTrue();
    assertThat(ip.getMonitoredService("HTTP")).isEmpty();
  }

  @Test
  void an_snmp_interface_is_index_name_and_description() {
    assertThat(dao.getNodeById(1).getSnmpInterfaces())
        .extracting("ifIndex", "ifName", "ifDescr")
        .containsExactly(tuple(1, "Gi0/1", "GigabitEthernet0/1"), tuple(2, "Gi0/2", null));
  }

  @Test
  void a_sparse_node_has_empty_lists_a_location_and_no_requisition() {
    Node node = dao.getNodeById(2);

    assertThat(node.getLocation()).isEqualTo("Default");
    assertThat(node.getForeignSource()).isNull();
    assertThat(node.getIpInterfaces()).isEmpty();
    assertThat(node.getSnmpInterfaces()).isEmpty();
    assertThat(node.getMetaData()).isEmpty();
  }

  @Test
  void nodes_are_found_by_every_key_and_null_otherwise() {
    assertThat(dao.getNodeIds()).containsExactly(1, 2, 3);
    assertThat(dao.getNodeCount()).isEqualTo(3);
    assertThat(dao.getNodes()).hasSize(3);
    assertThat(dao.getNodeByCriteria("2").getId()).isEqualTo(2);
    assertThat(dao.getNodeByCriteria("Net:17").getId()).isEqualTo(1);
    assertThat(dao.getNodeByCriteria("Net:none")).isNull();
    assertThat(dao.getNodeById(99)).isNull();
    assertThat(dao.getNodeByForeignSourceAndForeignId("Net", "18").getId()).isEqualTo(3);
    assertThat(dao.getNodesInLocation("Default")).hasSize(2);
    assertThat(dao.getNodesInForeignSource("Net")).hasSize(2);
    assertThat(dao.getNodesInForeignSource("Other")).isEmpty();
    assertThat(dao.getDefaultLocationName()).isEqualTo("Default");
  }

  @Test
  void of_two_nodes_with_one_label_the_lower_id_is_found() {
    assertThat(dao.getNodeByLabel("same").getId()).isEqualTo(2);
    assertThat(dao.getNodeByLabel("nobody")).isNull();
  }

  @Test
  void a_criteria_that_is_no_number_is_an_error() {
    assertThatExceptionOfType(NumberFormatException.class)
        .isThrownBy(() -> dao.getNodeByCriteria("core-1"));
  }

  @Test
  void what_was_handed_out_cannot_be_changed() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> dao.getNodeById(1).getCategories().clear());
  }

  @Test
  void interfaces_are_found_by_name_or_description() {
    SandboxSnmpInterfaceDao interfaces = new SandboxSnmpInterfaceDao(inventory);

    assertThat(interfaces.getSnmpInterfaceCount()).isEqualTo(2);
    assertThat(interfaces.findByNodeIdAndDescrOrName(1, "Gi0/2").getIfIndex()).isEqualTo(2);
    assertThat(interfaces.findByNodeIdAndDescrOrName(1, "GigabitEthernet0/1").getIfIndex())
        .isEqualTo(1);
    assertThat(interfaces.findByNodeIdAndDescrOrName(1, "Gi0/9")).isNull();
    assertThat(interfaces.findByNodeIdAndDescrOrName(9, "Gi0/1")).isNull();
  }

  @Test
  void the_address_cache_takes_no_location_for_the_default_one() throws IOException {
    AtomicInteger refreshes = new AtomicInteger();
    SandboxInterfaceToNodeCache cache =
        new SandboxInterfaceToNodeCache(inventory, refreshes::incrementAndGet);
    InetAddress address = InetAddress.getByName("192.0.2.1");

    assertThat(cache.getFirstNodeId("Zurich", address)).contains(1);
    assertThat(cache.getFirstNodeId(null, address)).isEmpty();
    cache.refresh();
    assertThat(refreshes).hasValue(1);
  }
}
