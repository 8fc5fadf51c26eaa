package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

class NodeSelectorTest {
  private static final Device ROUTER =
      new Device(
          new NodeKey("Branches:r1"),
          1,
          "r1",
          "Default",
          "Branches",
          IpLiteral.parse("192.0.2.7"),
          true,
          new TreeSet<>(Set.of("Routers", "Production")),
          Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discovery.nodes.locations          | Default,Berlin  |",
        "discovery.nodes.locations          | *               |",
        "discovery.nodes.locations          | Berlin          | location Default is not selected",
        "discovery.nodes.categories         | Servers,Routers |",
        "discovery.nodes.categories         | Servers         | in no selected category",
        "discovery.nodes.foreign-sources    | Branches        |",
        "discovery.nodes.foreign-sources    | Campus          | requisition is not selected",
        "discovery.nodes.addresses          | 192.0.2.0/24    |",
        "discovery.nodes.addresses          | 198.51.100.0/24 | address is not selected"
      })
  void a_setting_selects_or_says_why_not(String key, String value, String refusal) {
    assertThat(refusal(ROUTER, Map.of(key, value))).isEqualTo(Optional.ofNullable(refusal));
  }

  @Test
  void a_node_without_snmp_or_address_is_left_out_by_default() {
    Device silent = Samples.silentOne(1, "r", Optional.of(Samples.ADDRESS), false);
    assertThat(refusal(silent, Map.of())).contains("the host found no service SNMP on it");
    assertThat(refusal(silent, Map.of("discovery.nodes.require-snmp-service", "false"))).isEmpty();
    Device nowhere = Samples.silentOne(1, "r", Optional.empty(), true);
    assertThat(refusal(nowhere, Map.of())).contains("the host knows no address");
  }

  @Test
  void a_discovered_node_is_in_no_requisition() {
    Device discovered = Samples.device(5, "d", null, null);
    assertThat(refusal(discovered, Map.of())).isEmpty();
    assertThat(refusal(discovered, Map.of("discovery.nodes.foreign-sources", "Branches")))
        .contains("requisition is not selected");
  }

  private static Optional<String> refusal(Device device, Map<String, String> settings) {
    return NodeSelector.refusal(
        device, ConfigReader.read(settings).value().orElseThrow().discovery().nodes());
  }
}
