package org.opennms.plugins.trunkline.telemetry.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.telemetry.DeviceCollection;
import org.opennms.plugins.trunkline.telemetry.InterfaceMetrics;
import org.opennms.plugins.trunkline.telemetry.Metric;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetryAlarm;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.EnvelopeSealer;
import org.opennms.plugins.trunkline.telemetry.content.Sender;
import org.opennms.plugins.trunkline.telemetry.delivery.Pump;
import org.opennms.plugins.trunkline.telemetry.grpc.Certificates;
import org.opennms.plugins.trunkline.telemetry.grpc.GrpcSettings;
import org.opennms.plugins.trunkline.telemetry.grpc.GrpcTransport;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxSettings;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;
import org.opennms.plugins.trunkline.wire.SigningKey;

/** Our export against a bus that others wrote in another language, over mutual TLS. */
class EventBusInteropTest {
  private static final String AGENT = "trunkline";
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final Drafts DRAFTS = new Drafts(new Sender(AGENT, "1.0", 120_000));

  @TempDir private Path directory;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final Certificates authority = new Certificates("authority");
  private PythonBus bus;
  private Outbox outbox;
  private Pump pump;

  @BeforeEach
  void open() throws Exception {
    bus = PythonBus.start(directory.resolve("bus"), authority, Map.of(AGENT, key.verifyingKey()));
    OutboxSettings settings =
        new OutboxSettings(
            directory.resolve("outbox"), 64 << 20, Duration.ofDays(1), Overflow.BLOCK, 4096);
    outbox =
        new Outbox(
            settings,
            new EnvelopeSealer(DRAFTS, () -> key),
            InstantSource.system(),
            EventBusInteropTest::thread);
    outbox.transports(List.of("grpc"));
  }

  @AfterEach
  void close() {
    if (pump != null) {
      pump.close();
    }
    if (outbox != null) {
      outbox.close();
    }
    if (bus != null) {
      bus.close();
    }
  }

  @Test
  void everything_that_is_exported_is_accepted_serialized_alike_and_chained() throws IOException {
    start(90, 16);
    List<Draft> drafts = everything();
    drafts.forEach(this::submit);
    awaitDelivery();
    assertThat(bus.answered("OK")).hasSize(drafts.size()).hasSameSizeAs(bus.calls());
    assertThat(bus.calls()).allMatch(c -> c.get("same").asBoolean());
    assertThat(bus.calls()).allMatch(c -> c.get("size").asInt() <= 131_072);
    assertThat(bus.calls()).anyMatch(c -> c.get("size").asInt() > 100_000);
    assertChain(bus.calls());
  }

  @Test
  void our_pace_stays_below_the_limit_of_the_bus() throws IOException {
    start(90, 16);
    many(450);
    awaitDelivery();
    assertThat(bus.answered("RETRY")).isEmpty();
    assertThat(bus.answered("OK")).hasSize(450);
  }

  @Test
  void without_a_pace_the_limit_is_told_the_hint_obeyed_and_each_arrives_once() throws IOException {
    many(450);
    start(0, 32);
    awaitDelivery();
    assertThat(bus.answered("RETRY")).isNotEmpty();
    List<JsonNode> accepted = bus.answered("OK");
    assertThat(accepted).allMatch(c -> c.get("reason").asText().equals("accepted"));
    assertThat(accepted.stream().map(c -> c.get("key").asText()).distinct()).hasSize(450);
  }

  @Test
  void an_overloaded_bus_is_asked_again_after_its_hint() throws IOException {
    bus.overload();
    start(90, 1);
    many(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> bus.answered("RETRY").size() == 2);
    bus.calm();
    awaitDelivery();
    double waited =
        bus.calls().get(1).get("at").asDouble() - bus.calls().get(0).get("at").asDouble();
    assertThat(waited).isGreaterThanOrEqualTo(2.0);
    assertThat(bus.calls().stream().map(c -> c.get("sig").asText()).distinct()).hasSize(1);
  }

  @Test
  void a_key_that_the_bus_does_not_know_makes_dead_letters_that_a_mended_bus_takes()
      throws IOException {
    bus.know(Map.of(AGENT, SigningKey.generate(new SecureRandom()).verifyingKey()));
    start(90, 4);
    many(5);
    await().atMost(Duration.ofSeconds(20)).until(() -> outbox.status().deadLetters() == 5);
    assertThat(outbox.deadLetters(9).get(0).reason()).contains("SECURITY_VIOLATION", "public key");
    bus.know(Map.of(AGENT, key.verifyingKey()));
    pump.retry(outbox.deadLetters(9));
    await().atMost(Duration.ofSeconds(20)).until(() -> outbox.status().deadLetters() == 0);
    assertThat(bus.answered("OK")).hasSize(5);
  }

  // Collections, split ones and hostile texts among them, alerts, changes of every kind.
  private static List<Draft> everything() {
    List<Draft> drafts = new ArrayList<>();
    for (KnownInterface each : SampleNetwork.all()) {
      drafts.addAll(DRAFTS.of(collection(each, 3)));
    }
    drafts.addAll(DRAFTS.of(collection(SampleNetwork.HOSTILE, 1500)));
    for (String severity : List.of("LOW", "MEDIUM", "HIGH", "CRITICAL")) {
      drafts.add(alarm(severity, Optional.empty()));
      drafts.add(alarm(severity, Optional.of(AT.plusSeconds(60))));
    }
    drafts.add(
        DRAFTS.of(
            new TelemetryAlarm(
                "0", "", "THRESHOLD", "LOW", "", 1, Double.NaN, AT, Optional.empty(), List.of()),
            AT));
    for (String status : List.of("ONLINE", "OFFLINE", "DEGRADED", "MAINTENANCE")) {
      StatusChange change =
          new StatusChange(
              "device", "reachability", status, "", AT, List.of("b=\uD800", "a=\u0000"));
      drafts.add(DRAFTS.of(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change));
    }
    return drafts;
  }

  private static Draft alarm(String severity, Optional<Instant> cleared) {
    TelemetryAlarm alarm =
        new TelemetryAlarm(
            "1",
            "utilization",
            "ANOMALY",
            severity,
            "95 %",
            0.9,
            0.95,
            AT,
            cleared,
            List.of("x=y"));
    return DRAFTS.of(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), alarm, AT);
  }

  private static DeviceCollection collection(KnownInterface of, int metrics) {
    List<Metric> values = new ArrayList<>();
    for (int i = 0; i < metrics; i++) {
      values.add(Metric.counter("ifHCInOctets" + i, i * 1e18, "octets"));
    }
    return new DeviceCollection(
        of.device(),
        of.facts(),
        AT.plusNanos(metrics),
        Duration.ofMinutes(5),
        Optional.of(Duration.ofHours(3)),
        List.of(new InterfaceMetrics(of, values)),
        List.of(),
        TelemetryTemplate.PLAIN);
  }

  // By prev_sig, for several under way at once may arrive in another order.
  private static void assertChain(List<JsonNode> calls) {
    Map<String, JsonNode> byPrevious = new HashMap<>();
    calls.forEach(c -> byPrevious.put(c.get("previous").asText(), c));
    String previous = "";
    for (int i = 0; i < calls.size(); i++) {
      assertThat(byPrevious).containsKey(previous);
      previous = byPrevious.get(previous).get("sig").asText();
    }
  }

  private void many(int count) {
    for (int i = 0; i < count; i++) {
      DeviceCollection one = collection(SampleNetwork.UPLINK, 10 + i % 2);
      DeviceCollection at =
          new DeviceCollection(
              one.device(),
              one.facts(),
              AT.plusSeconds(i),
              one.interval(),
              one.uptime(),
              one.interfaces(),
              one.metrics(),
              one.template());
      DRAFTS.of(at).forEach(this::submit);
    }
  }

  private void submit(Draft draft) {
    var unused = outbox.submit(draft).toCompletableFuture().join();
  }

  private void awaitDelivery() {
    await().atMost(Duration.ofSeconds(60)).until(() -> outbox.status().waiting() == 0);
  }

  private void start(int rate, int window) throws IOException {
    Path tls = directory.resolve("tls");
    Path client = authority.issue(tls.resolve("client.pem"), AGENT);
    GrpcSettings settings =
        new GrpcSettings(
            List.of(bus.endpoint()),
            authority.authority(tls.resolve("ca.pem")),
            client,
            Certificates.key(client),
            window,
            rate,
            Duration.ofSeconds(10));
    GrpcTransport transport =
        new GrpcTransport(settings, InstantSource.system(), EventBusInteropTest::thread);
    pump =
        new Pump(
            outbox, transport, InstantSource.system(), new Random(), EventBusInteropTest::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-telemetry-interop");
    thread.setDaemon(true);
    return thread;
  }
}
