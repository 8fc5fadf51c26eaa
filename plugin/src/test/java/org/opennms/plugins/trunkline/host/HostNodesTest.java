package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.integration.api.v1.model.IpInterface;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.immutables.ImmutableIpInterface;
import org.opennms.integration.api.v1.model.immutables.ImmutableMetaData;
import org.opennms.integration.api.v1.model.immutables.ImmutableMonitoredService;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.model.Device;

class HostNodesTest {
  private final MemoryNodeDao dao = new MemoryNodeDao();
  private final HostNodes nodes = new HostNodes(dao);

  @Test
  void a_node_is_taken_over_with_all_that_is_needed() {
    dao.add(
        node(7, "r1")
            .setForeignSource("Branches")
            .setForeignId("0815")
            .setLocation("Default")
            .addCategory("Routers")
            .addCategory("Production")
            .addMetaData(metaData("requisition", "snmp", "core"))
            .addIpInterface(address("192.0.2.1", "ICMP"))
            .addIpInterface(address("192.0.2.2", "ICMP", "SNMP"))
            .addIpInterface(address("192.0.2.3", "SNMP"))
            .build());
    Device device = nodes.node(7).orElseThrow();
    assertThat(nodes.nodeIds()).containsExactly(7);
    assertThat(device.key()).hasToString("Branches:0815");
    assertThat(device.nodeId()).isEqualTo(7);
    assertThat(device.label()).isEqualTo("r1");
    assertThat(device.location()).isEqualTo("Default");
    assertThat(device.foreignSource()).isEqualTo("Branches");
    assertThat(device.address()).isEqualTo(IpLiteral.parse("192.0.2.2"));
    assertThat(device.hasSnmpService()).isTrue();
    assertThat(device.categories()).containsExactly("Production", "Routers");
    assertThat(device.metadata()).containsOnly(Map.entry("requisition:snmp", "core"));
  }

  @Test
  void a_discovered_node_has_its_id_for_a_key_and_may_have_nothing_else() {
    dao.add(node(8, "d").build());
    Device device = nodes.node(8).orElseThrow();
    assertThat(device.key()).hasToString("8");
    assertThat(device.foreignSource()).isEmpty();
    assertThat(device.address()).isEmpty();
    assertThat(device.hasSnmpService()).isFalse();
  }

  @Test
  void without_the_snmp_service_the_first_address_is_taken() {
    dao.add(
        node(8, "d")
            .addIpInterface(address("192.0.2.9", "ICMP"))
            .addIpInterface(address("192.0.2.1"))
            .build());
    assertThat(nodes.node(8).orElseThrow().address()).isEqualTo(IpLiteral.parse("192.0.2.9"));
    assertThat(nodes.node(8).orElseThrow().hasSnmpService()).isFalse();
  }

  @Test
  void a_node_that_the_host_does_not_have_is_none() {
    assertThat(nodes.node(99)).isEmpty();
    assertThat(nodes.find("nobody")).isEmpty();
    assertThat(nodes.find("99")).isEmpty();
    assertThat(nodes.find("No:body")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "r1, 1, the label",
    "1, 1, the id",
    "Req:f1, 1, requisition and foreign id",
    "2, 3, a label wins over an id",
    "rack: 7, 4, a label may look like a criterion"
  })
  void an_operator_finds_a_node_by(String text, int id, String how) {
    dao.add(node(1, "r1").setForeignSource("Req").setForeignId("f1").build());
    dao.add(node(2, "r2").build());
    dao.add(node(3, "2").build());
    dao.add(node(4, "rack: 7").build());
    assertThat(nodes.find(text))
        .as(how)
        .hasValueSatisfying(d -> assertThat(d.nodeId()).isEqualTo(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "-1", "99999999999", "1.5", "a:::", ":", "::1", "a:", ":b"})
  void odd_words_are_no_node_and_no_fault_of_the_host(String text) {
    assertThat(nodes.find(text)).isEmpty();
  }

  @Test
  void what_the_host_throws_becomes_one_exception_that_names_the_service() {
    dao.fault = new IllegalStateException("Session is closed");
    for (Runnable call :
        List.<Runnable>of(nodes::nodeIds, () -> nodes.node(1), () -> nodes.find("r1"))) {
      assertThatExceptionOfType(HostAbsentException.class)
          .isThrownBy(call::run)
          .withMessage("The host's node DAO failed: IllegalStateException: Session is closed")
          .withCause(dao.fault);
    }
    dao.fault = new ServiceUnavailableLike();
    assertThatExceptionOfType(HostAbsentException.class)
        .isThrownBy(nodes::nodeIds)
        .withMessage("The host's node DAO failed: ServiceUnavailableLike");
  }

  @Test
  void a_node_that_cannot_be_understood_fails_alone() {
    dao.nodes.put(5, brokenNode());
    dao.add(node(6, "fine").build());
    assertThatExceptionOfType(HostAbsentException.class).isThrownBy(() -> nodes.node(5));
    assertThat(nodes.node(6)).isPresent();
  }

  static final class ServiceUnavailableLike extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  // As a lazily loaded collection behaves whose session is gone.
  private static Node brokenNode() {
    return (Node)
        Proxy.newProxyInstance(
            Node.class.getClassLoader(),
            new Class<?>[] {Node.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("no session");
            });
  }

  private static ImmutableNode.Builder node(int id, String label) {
    return ImmutableNode.newBuilder().setId(id).setLabel(label).setLocation("Default");
  }

  private static IpInterface address(String address, String... services) {
    InetAddress literal = IpLiteral.parse(address).orElseThrow();
    ImmutableIpInterface.Builder builder = ImmutableIpInterface.newBuilder().setIpAddress(literal);
    for (String service : services) {
      builder.addMonitoredService(
          ImmutableMonitoredService.newBuilder().setName(service).setStatus(true).build());
    }
    return builder.build();
  }

  private static ImmutableMetaData metaData(String context, String key, String value) {
    return ImmutableMetaData.newBuilder().setContext(context).setKey(key).setValue(value).build();
  }
}
