package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.IfMibReader;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.TopologyReader;
import org.opennms.plugins.trunkline.topology.NetworkTopology;
import org.opennms.plugins.trunkline.topology.TableDecoder;

/** The whole part against real lldpd and snmpd: the links found are the cables laid. */
class NamespacesTest {
  /** What a host announces is believed for so long (tx-interval 1, tx-hold 10). */
  private static final Duration TTL = Duration.ofSeconds(10);

  private static final List<String> CABLES =
      List.of(
          "host1 e12 - host2 e21",
          "host1 e12b - host2 e21b",
          "host1 e15 - host5 e51",
          "host2 e23 - host3 e32",
          "host3 e34 - host4 e43",
          "host4 e45 - host5 e54");

  @TempDir static Path directory;

  private final RecordedEvents events = new RecordedEvents();
  private final MemoryDevices devices = new MemoryDevices();
  private final ExecutorService blocking = Executors.newFixedThreadPool(4);
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private Namespaces network;
  private SnmpEngine engine;
  private TopologyPart part;
  private long checked;

  @BeforeEach
  void start() throws IOException {
    network = new Namespaces(directory);
    for (int host = 1; host <= 5; host++) {
      network.host();
    }
    for (String cable : CABLES) {
      String[] words = cable.replace("host", "").split("[ -]+", -1);
      network.cable(Integer.parseInt(words[0]), words[1], Integer.parseInt(words[2]), words[3]);
    }
    for (int host = 1; host <= 5; host++) {
      // One of them speaks CDP as well: the same neighbour, told twice.
      network.start(host, host == 3 ? new String[] {"-cc"} : new String[] {"-c"});
    }
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    ProfileTargets targets = targets();
    for (int host = 1; host <= 5; host++) {
      Device device = MemoryDevices.device(host, Namespaces.address(host));
      // Its agent may be up and not answer yet.
      devices.put(
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> read(targets, device), Optional::isPresent)
              .orElseThrow());
    }
    part = part(targets);
    assertThat(part.load()).isTrue();
  }

  @AfterEach
  void stop() throws Exception {
    if (part != null) {
      part.close();
    }
    worker.shutdownNow();
    if (engine != null) {
      engine.close();
    }
    blocking.shutdownNow();
    if (network != null) {
      network.close();
    }
  }

  @Test
  void links_found_are_the_cables_laid_and_a_cable_pulled_is_one_lost_link() throws Exception {
    // Ten daemons begin at their own pace; how long that takes is not what is measured here.
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(
            () -> {
              look();
              assertThat(confirmed()).containsExactlyElementsOf(CABLES);
            });
    assertThat(links()).containsExactlyElementsOf(CABLES);
    assertThat(part.snapshot().orphans()).isEmpty();
    assertThat(events.told).isEmpty();

    network.set(2, "e23", "down");
    until(TTL, () -> !events.told.isEmpty());

    assertThat(links()).doesNotContain("host2 e23 - host3 e32").hasSize(CABLES.size() - 1);
    pass(TTL);
    assertThat(events.told).containsExactly("lost host2 e23 - host3 e32");

    network.set(2, "e23", "up");
    until(Duration.ofSeconds(20), () -> events.told.size() > 1);
    pass(TTL);
    assertThat(events.told).last().isEqualTo("restored host2 e23 - host3 e32");
    assertThat(links().toList()).isEqualTo(CABLES);
  }

  private List<String> confirmed() {
    return part.snapshot().links().stream()
        .filter(l -> l.state() == LinkState.CONFIRMED)
        .map(RecordedEvents::words)
        .sorted()
        .toList();
  }

  private Stream<String> links() {
    return part.snapshot().links().stream()
        .filter(l -> l.state() != LinkState.INFERRED)
        .filter(Link::isBetweenNodes)
        .map(RecordedEvents::words)
        .sorted();
  }

  /** The scheduler's part: ticks, and a look at the devices every second. */
  private void until(Duration atMost, Supplier<Boolean> condition) {
    await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              look();
              return condition.get();
            });
  }

  private void look() {
    part.tick();
    if (System.nanoTime() - checked >= 1_000_000_000L) {
      checked = System.nanoTime();
      part.check();
    }
  }

  private void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    until(time.plusSeconds(5), () -> System.nanoTime() - end >= 0);
  }

  private ProfileTargets targets() {
    String yaml =
        "profiles:\n  - name: namespaces\n    version: v2c\n    community: "
            + Namespaces.COMMUNITY
            + "\n    port: "
            + Namespaces.PORT
            + "\n";
    SnmpProfiles profiles = SnmpProfiles.parse("snmp.yaml", yaml).value().orElseThrow();
    return new ProfileTargets(
        () -> profiles,
        () -> new RequestOptions(Duration.ofSeconds(1), 2, 25),
        alias -> Optional.empty(),
        Clock.systemUTC());
  }

  private Optional<Known> read(ProfileTargets targets, Device device) {
    DeviceReading reading =
        new IfMibReader(engine, targets, Clock.systemUTC(), blocking)
            .read(device, Optional.empty())
            .toCompletableFuture()
            .join();
    return reading instanceof DeviceReading.Complete complete
        ? Optional.of(new Known(device, complete.facts(), complete.interfaces()))
        : Optional.empty();
  }

  private TopologyPart part(ProfileTargets targets) {
    TrunklineConfig config =
        ConfigReader.read(Map.of("topology.event-delay", "0s")).value().orElseThrow();
    return new TopologyPart(
        new TopologyPart.Needs(
            devices,
            new TopologyReader(engine, targets, blocking),
            Set::of,
            links -> links.size(),
            events,
            new MemoryStore(),
            new MemoryStore(),
            new MemoryStore(),
            new NetworkTopology(),
            new TableDecoder(true)),
        () -> config,
        Clock.systemUTC(),
        worker);
  }
}
