package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.inventory.NodeSource;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.desk.EngineDesk;
import org.opennms.plugins.trunkline.snmp.desk.MibShelf;

/** What snmp-record writes is replayed by the simulated network, object for object. */
class RecordingTest {
  private final ExecutorService blocking = Executors.newFixedThreadPool(2);

  @TempDir Path directory;

  @AfterEach
  void stop() {
    blocking.shutdownNow();
  }

  /** The one node at an address. */
  private record OneNode(InetAddress address) implements NodeSource {
    @Override
    public List<Integer> nodeIds() {
      return List.of(1);
    }

    @Override
    public Optional<Device> node(int nodeId) {
      return Optional.of(
          new Device(
              new NodeKey("1"),
              1,
              "edge1",
              "Default",
              "",
              Optional.of(address),
              true,
              new TreeSet<>(),
              Map.of()));
    }

    @Override
    public Optional<Device> find(String text) {
      return node(1);
    }
  }

  private List<String> recorded(SimulatedNetwork network, String file) throws Exception {
    SnmpProfiles profiles =
        SnmpProfiles.parse(
                "snmp.yaml",
                "profiles: [ { name: test, version: v2c, community: %s, port: %d } ]"
                    .formatted(network.settings().community(), network.port()))
            .value()
            .orElseThrow();
    ProfileTargets targets =
        new ProfileTargets(
            () -> profiles,
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            InstantSource.system());
    InetAddress address = network.address(network.devices().get(0).label()).getAddress();
    Path path = directory.resolve(file);
    try (SnmpEngine engine = SnmpEngine.open(EngineSettings.DEFAULT)) {
      SnmpDesk desk =
          new EngineDesk(
              () -> engine,
              new OneNode(address),
              targets,
              new MibShelf(directory.resolve("mibs"), blocking),
              blocking);
      KarafShell shell = KarafShell.headless(desk);
      assertThat(shell.run("opennms-trunkline:snmp-record edge1 " + path)).contains("objects");
      shell.close();
    }
    return Files.readAllLines(path);
  }

  /** Counters and clocks go on between two readings. */
  private static List<String> lasting(List<String> lines) {
    return lines.stream().filter(line -> !line.matches("[0-9.]+\\|(65|67|70)\\|.*")).toList();
  }

  @Test
  void a_recording_of_a_device_replays_as_that_device() throws Exception {
    List<String> first;
    try (SimulatedNetwork network =
        SimulatedNetwork.generate(
            GeneratorSettings.mixed(10, 5).withPorts(100), AgentSettings.sandbox())) {
      first = recorded(network, "first.snmprec");
    }
    Path replayed = Files.createDirectory(directory.resolve("replayed"));
    Files.write(replayed.resolve("edge1.snmprec"), first);

    List<String> second;
    try (SimulatedNetwork network = replay(replayed)) {
      second = recorded(network, "second.snmprec");
    }

    assertThat(first).hasSizeGreaterThan(100);
    assertThat(names(second)).isEqualTo(names(first));
    assertThat(lasting(second)).isEqualTo(lasting(first)).hasSizeGreaterThan(50);
  }

  private static SimulatedNetwork replay(Path recordings) throws IOException {
    return SimulatedNetwork.replay(recordings, 0x7f2d0000, AgentSettings.sandbox());
  }

  private static List<String> names(List<String> lines) {
    List<String> names = new ArrayList<>();
    lines.forEach(line -> names.add(line.substring(0, line.lastIndexOf('|'))));
    return names;
  }
}
