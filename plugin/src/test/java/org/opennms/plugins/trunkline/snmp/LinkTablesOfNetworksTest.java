package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.SwitchPort;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;

/** The tables as whole devices have them: generated ones, and recordings of real ones. */
class LinkTablesOfNetworksTest {
  private static final int NETWORK = 0x7f2e_0000;

  private SnmpEngine engine;

  @BeforeEach
  void start() throws IOException {
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private Map<Integer, NetworkInterface> read(SimulatedNetwork network, String label) {
    ConfigReading<SnmpProfiles> parsed =
        SnmpProfiles.parse(
            "snmp.yaml",
            "profiles: [ { name: test, version: v2c, community: sandbox, port: %d } ]"
                .formatted(network.port()));
    IfMibReader reader =
        new IfMibReader(
            engine,
            new ProfileTargets(
                parsed.value()::orElseThrow,
                () -> RequestOptions.DEFAULT,
                alias -> Optional.empty(),
                Clock.systemUTC()),
            Clock.systemUTC(),
            Runnable::run);
    Device device =
        new Device(
            new NodeKey(label),
            1,
            label,
            "Default",
            "",
            Optional.of(network.address(label).getAddress()),
            true,
            new TreeSet<>(),
            Map.of());
    DeviceReading reading = Wait.forResult(reader.read(device, Optional.empty()));
    assertThat(reading).as(label).isInstanceOf(DeviceReading.Complete.class);
    Map<Integer, NetworkInterface> byIndex = new HashMap<>();
    ((DeviceReading.Complete) reading).interfaces().forEach(i -> byIndex.put(i.ifIndex(), i));
    return byIndex;
  }

  @Test
  void every_port_of_a_generated_network_is_read_as_it_is_wired() throws IOException {
    GeneratorSettings settings = new GeneratorSettings(40, 5, 24, NETWORK);
    List<Port> trunks = new ArrayList<>();
    List<Port> members = new ArrayList<>();
    try (SimulatedNetwork network = SimulatedNetwork.generate(settings, AgentSettings.sandbox())) {
      for (SimulatedDevice each : network.devices()) {
        var device = ((SimulatedDevice.Generated) each).device();
        Map<Integer, NetworkInterface> read = read(network, each.label());
        boolean cisco = device.identity().platform().cisco() && device.identity().role().bridges();
        for (Port port : device.ports()) {
          var link = read.get(port.ifIndex()).link();
          int lag = port.lag() == null ? 0 : port.lag().ifIndex();
          assertThat(link.layers().aggregate()).as(each.label() + port.ifName()).isEqualTo(lag);
          if (lag != 0) {
            members.add(port);
            assertThat(read.get(lag).link().layers().lower()).contains(port.ifIndex());
          }
          if (cisco && port.wiring().vlan() > 0) {
            boolean trunk = link.switchPort().mode() == SwitchPort.Mode.TRUNK;
            assertThat(trunk).isEqualTo(port.wiring().tagged());
            assertThat(link.switchPort().accessVlan()).isEqualTo(trunk ? 0 : port.wiring().vlan());
            assertThat(link.switchPort().voiceVlan()).isEqualTo(port.wiring().voiceVlan());
            trunks.addAll(trunk ? List.of(port) : List.of());
          }
        }
      }
      assertThat(network.failures()).isZero();
    }
    assertThat(trunks).isNotEmpty();
    assertThat(members).isNotEmpty();
  }

  @Test
  void recordings_of_real_switches_tell_their_trunks_and_vlans() throws IOException {
    Path recordings = Path.of(System.getProperty("trunkline.data", ""), "snmpsim-data");
    assumeTrue(
        Files.isDirectory(recordings),
        "needs the recordings of real devices: set -Dtrunkline.data=DIR, which has snmpsim-data/");
    AgentSettings settings = AgentSettings.sandbox().withCommunity("sandbox");
    try (SimulatedNetwork network =
        SimulatedNetwork.replay(recordings, NETWORK + 1_000, settings)) {
      assertThat(read(network, "cisco-c3560").values())
          .extracting(i -> i.link().switchPort().mode())
          .contains(SwitchPort.Mode.NOT_TRUNKING);
      assertThat(read(network, "dcs-3726c").values())
          .extracting(i -> i.link().switchPort().taggedVlans())
          .anyMatch(tagged -> tagged > 1);
      assertThat(read(network, "hpe-procurve-516733-b21").values())
          .extracting(i -> i.link().switchPort().nativeVlan())
          .anyMatch(vlan -> vlan > 0);
      assertThat(read(network, "arista-dcs-7150s-52-cl").values())
          .extracting(i -> i.link().layers().lower())
          .anyMatch(lower -> !lower.isEmpty());
    }
  }
}
