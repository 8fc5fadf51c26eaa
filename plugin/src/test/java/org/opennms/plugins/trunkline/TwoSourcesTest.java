package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.DispatcherType;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.TrafficChoice;
import org.opennms.plugins.trunkline.config.TrunklineConfig.HostAccess;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.host.HostMeasurements;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.TrafficSummary;
import org.opennms.plugins.trunkline.sandbox.host.http.AccessFilter;
import org.opennms.plugins.trunkline.sandbox.host.http.Users;
import org.opennms.plugins.trunkline.sandbox.host.metrics.MeasurementsServlet;
import org.opennms.plugins.trunkline.sandbox.host.metrics.ResourcesServlet;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.sandbox.network.metrics.MetricRecorder;
import org.opennms.plugins.trunkline.sandbox.network.traffic.Flow;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.IfCounterReader;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.traffic.PortList;
import org.opennms.plugins.trunkline.traffic.Ports;
import org.opennms.plugins.trunkline.traffic.Recorded;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;
import org.opennms.plugins.trunkline.traffic.TrafficMeters.Event;
import org.opennms.plugins.trunkline.traffic.TrafficPart;

/**
 * The same simulated network, measured from the host's stored metrics over REST and by direct
 * polling over SNMP: both must tell what its links really carried.
 */
class TwoSourcesTest {
  private static final Instant START = Instant.parse("2026-11-18T08:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final SteppedClock clock = new SteppedClock(START);
  private final Server server = new Server();
  private final ExecutorService blocking = Executors.newSingleThreadExecutor();
  private final List<KnownInterface> ports = new ArrayList<>();
  private final Map<KnownInterface, Port> truth = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private SimulatedNetwork network;
  private MetricRecorder recorder;
  private SnmpEngine engine;
  private URI host;
  @TempDir private Path directory;

  @BeforeEach
  void start() throws Exception {
    network =
        SimulatedNetwork.generate(
            GeneratorSettings.mixed(10, 7),
            AgentSettings.sandbox()
                .withVersions(Set.of(AgentSettings.Version.V2C))
                .withClock(clock));
    recorder = MetricRecorder.fill(directory, network.devices(), clock);
    int id = 0;
    for (SimulatedDevice device : network.devices()) {
      take(++id, (SimulatedDevice.Generated) device);
    }
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    host = serveMetrics();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    blocking.shutdownNow();
    engine.close();
    recorder.close();
    network.close();
  }

  @Test
  void both_sources_tell_what_the_links_carried() {
    TrafficSummaries direct = measure(TrafficChoice.DIRECT, Duration.ofHours(2));
    clock.set(START);
    TrafficSummaries stored = measure(TrafficChoice.HOST, Duration.ofHours(2));

    assertThat(direct.samples()).hasSizeGreaterThan(20 * ports.size());
    assertThat(stored.samples()).hasSizeGreaterThan(20 * ports.size());
    direct.samples().forEach(this::isTrue);
    stored.samples().forEach(this::isTrue);
    for (KnownInterface port : ports) {
      // Their intervals begin at different times, so the two hours differ at both ends.
      double measured = direct.meanIn(port);
      assertThat(stored.meanIn(port)).isCloseTo(measured, within(0.1 * measured + 1));
    }
  }

  @Test
  void history_comes_fine_for_a_week_and_as_hourly_means_before() {
    try (TrafficPart part = part(TrafficChoice.AUTO)) {
      KnownInterface port = ports.get(0);
      TrafficHistory.Reading reading =
          part.history().read(port, START.minus(Duration.ofDays(28)), START);
      List<TrafficSample> samples = ((TrafficHistory.Reading.Samples) reading).samples();
      assertThat(samples).filteredOn(s -> !s.consolidated()).hasSize((7 * 24 - 1) * 12);
      assertThat(samples).filteredOn(TrafficSample::consolidated).hasSize(21 * 24 + 1);
      assertThat(samples).isSortedAccordingTo((a, b) -> a.end().compareTo(b.end()));
      samples.forEach(sample -> isTrue(new Recorded.Of<>(port, sample)));
    }
  }

  @Test
  void the_day_before_the_start_is_summed_up_at_once_where_the_host_has_collected() {
    try (TrafficPart part = part(TrafficChoice.AUTO)) {
      part.tick();
      await().until(() -> part.meters().of(Event.ARCHIVE_READ) == nodes.size());
      await()
          .untilAsserted(
              () -> {
                part.summarize();
                assertThat(part.desk().summaries())
                    .hasSize(ports.size())
                    .allSatisfy(s -> assertThat(s.coverage()).isGreaterThan(0.99))
                    .allSatisfy(s -> assertThat(s.source()).isEqualTo("host"));
              });
      TrafficSummary busiest = part.desk().summaries().get(0);
      Port port = truth.get(busiest.of());
      double carried =
          port.counters()
              .flows()
              .in()
              .bitsPerSecond(START.minus(Duration.ofDays(1)).toEpochMilli(), START.toEpochMilli());
      assertThat(busiest.in().averageMbps()).isCloseTo(carried / 1e6, within(carried / 1e8));
      assertThat(busiest.in().gigabytes())
          .isCloseTo(carried * 86_400 / 8e9, within(carried * 86_400 / 8e11));
    }
  }

  private record TrafficSummaries(List<Recorded.Of<TrafficSample>> samples) {
    double meanIn(KnownInterface port) {
      return samples.stream()
          .filter(s -> s.port().equals(port))
          .mapToDouble(s -> s.what().in().bitsPerSecond())
          .average()
          .orElseThrow();
    }
  }

  private TrafficSummaries measure(TrafficChoice choice, Duration time) {
    Recorded recorded = new Recorded();
    try (TrafficPart part = part(choice)) {
      part.addSink(recorded);
      for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
        recorder.tick();
        part.tick();
        long polls = part.meters().of(Event.POLL);
        long reads = part.meters().of(Event.ARCHIVE_READ);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(part::isQuiet);
        assertThat(part.meters().of(Event.POLL)).isEqualTo(polls);
        assertThat(part.meters().of(Event.ARCHIVE_READ)).isGreaterThanOrEqualTo(reads);
        clock.set(clock.instant().plusSeconds(20));
      }
    }
    return new TrafficSummaries(recorded.samples());
  }

  private void isTrue(Recorded.Of<TrafficSample> of) {
    TrafficSample sample = of.what();
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    Port.Flows flows = truth.get(of.port()).counters().flows();
    same(sample.in().bitsPerSecond(), flows.in(), sample);
    same(sample.out().bitsPerSecond(), flows.out(), sample);
  }

  private static void same(double measured, Flow flow, TrafficSample sample) {
    double carried = flow.bitsPerSecond(sample.start().toEpochMilli(), sample.end().toEpochMilli());
    assertThat(measured).isCloseTo(carried, within(carried * 0.001 + 1));
  }

  private TrafficPart part(TrafficChoice choice) {
    SnmpProfiles profiles =
        SnmpProfiles.parse(
                "snmp.yaml",
                "profiles: [ { name: all, version: v2c, community: sandbox, port: %d } ]"
                    .formatted(network.port()))
            .value()
            .orElseThrow();
    ProfileTargets targets =
        new ProfileTargets(
            () -> profiles, () -> RequestOptions.DEFAULT, alias -> Optional.empty(), clock);
    SecretVault vault = alias -> Optional.of(new SecretVault.Credentials("rest", "rest"));
    return new TrafficPart(
        new TrafficPart.Needs(
            new PortList(ports),
            new IfCounterReader(() -> engine, targets, clock, blocking),
            new HostMeasurements(() -> new HostAccess(host, "any"), vault, clock),
            device -> {
              throw new AssertionError(device.label() + " has what was found");
            }),
        () -> new Traffic(choice, INTERVAL, INTERVAL),
        clock,
        new NamedThreads("traffic"),
        new NamedThreads("archive"));
  }

  private void take(int id, SimulatedDevice.Generated generated) throws IOException {
    Node node =
        ImmutableNode.newBuilder()
            .setId(id)
            .setLabel(generated.label())
            .setLocation("Default")
            .build();
    nodes.add(node);
    InetAddress address = network.address(generated.label()).getAddress();
    Device device = Ports.device(id, Optional.of(address));
    generated.device().ports().stream()
        .filter(Port::operUp)
        .filter(port -> port.wiring().bitsPerSecond() > 0)
        .limit(12)
        .forEach(port -> take(device, port));
  }

  private void take(Device device, Port port) {
    String mac = port.mac() == 0 ? "" : "%012x".formatted(port.mac());
    KnownInterface known =
        Ports.port(
            device, port.ifIndex(), port.ifName(), mac, port.wiring().bitsPerSecond(), false);
    ports.add(known);
    truth.put(known, port);
  }

  private URI serveMetrics() throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/opennms");
    context.addFilter(
        new FilterHolder(new AccessFilter(new Users(directory.resolve("none")))),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(
        new ServletHolder(new ResourcesServlet(() -> nodes, directory)), "/rest/resources/*");
    context.addServlet(
        new ServletHolder(new MeasurementsServlet(() -> nodes, directory, Clock.systemUTC())),
        "/rest/measurements/*");
    server.setHandler(context);
    server.start();
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/opennms");
  }
}
