package org.opennms.plugins.trunkline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.SteppedClock;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.TelemetryDesk.State;
import org.opennms.plugins.trunkline.operations.TelemetryDesk.Status;
import org.opennms.plugins.trunkline.operations.TelemetryDesk.Verification;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetryFile;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;
import org.opennms.plugins.trunkline.wire.KeyPem;

/** The part as a whole, over real files, as an operator sees and steers it. */
class TelemetryPartTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir private Path directory;

  private final SteppedClock clock = new SteppedClock(BEGIN);
  private final List<String> told = new ArrayList<>();
  private volatile TelemetrySettings settings = TelemetrySettings.OFF;
  private boolean on = true;
  private List<TransportFactory> brought = List.of();
  private TelemetryPart part;

  @AfterEach
  void close() {
    if (part != null) {
      part.close();
    }
  }

  @Test
  void nothing_is_exported_and_no_key_made_until_a_way_out_is_named() throws IOException {
    open("");
    part.tick();
    assertThat(part.desk().status().state()).isEqualTo(State.OFF);
    assertThat(part.desk().status().detail()).contains("names no receiver");
    assertThatThrownBy(() -> part.desk().rotateKey())
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("not exported");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void what_is_told_arrives_in_files_that_verify_against_the_published_key() throws IOException {
    open("files: {directory: out}");
    part.tick();
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("restart"));
    awaitDelivered(1);
    Status status = part.desk().status();
    assertThat(status.state()).isEqualTo(State.OK);
    assertThat(status.outbox().orElseThrow().sequence()).isEqualTo(1);
    String published = status.keys().orElseThrow().file();
    assertThat(Files.readString(Path.of(published)))
        .isEqualTo(status.keys().orElseThrow().publicKey());
    assertThat(KeyPem.publicKey(status.keys().orElseThrow().publicKey()).keyId())
        .isEqualTo(status.keys().orElseThrow().id());
    Verification found = part.desk().verify(directory.resolve("etc/out").toString());
    assertThat(found).isEqualTo(new Verification(1, true, List.of()));
  }

  @Test
  void an_altered_file_is_found_by_the_operators_check() throws IOException {
    open("files: {directory: out}");
    part.tick();
    for (int i = 0; i < 5; i++) {
      part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("k" + i));
    }
    awaitDelivered(5);
    Path file = envelopes().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Verification found = part.desk().verify(file.toString());
    assertThat(found.whole()).isFalse();
    assertThat(found.findings()).isNotEmpty();
    assertThatThrownBy(() -> part.desk().verify("/no/such/file"))
        .hasMessageContaining("/no/such/file");
  }

  @Test
  void the_chain_goes_on_over_edits_of_the_settings_and_a_restart() throws IOException {
    open("files: {directory: out}");
    part.tick();
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("a"));
    awaitDelivered(1);
    settings = read("files: {directory: out, max-mib: 2}");
    part.tick();
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("b"));
    awaitDelivered(1);
    part.close();
    open("files: {directory: out}");
    part.tick();
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("c"));
    awaitDelivered(1);
    assertThat(part.desk().verify(directory.resolve("etc/out").toString()))
        .isEqualTo(new Verification(3, true, List.of()));
  }

  @Test
  void nothing_is_lost_that_is_told_while_the_settings_change() throws Exception {
    open("files: {directory: out}");
    part.tick();
    AtomicInteger edits = new AtomicInteger();
    Thread editor =
        new Thread(
            () -> {
              while (edits.incrementAndGet() < 10) {
                settings = read("files: {directory: out, max-mib: " + (2 + edits.get()) + "}");
                part.tick();
              }
            });
    editor.start();
    int told = 0;
    for (int seen = 0; seen < 10; seen = edits.get()) {
      int before = seen;
      for (int i = 0; i < 20; i++) {
        part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("k" + told++));
      }
      await().pollInterval(Duration.ofMillis(1)).until(() -> edits.get() > before);
    }
    editor.join();
    part.tick();
    long all = told;
    await().until(() -> part.desk().status().outbox().orElseThrow().sequence() == all);
    await().until(() -> part.desk().status().outbox().orElseThrow().waiting() == 0);
    assertThat(part.desk().verify(directory.resolve("etc/out").toString()))
        .isEqualTo(new Verification(told, true, List.of()));
  }

  @Test
  void a_rotated_key_is_announced_signs_after_its_overlap_and_old_files_still_verify()
      throws IOException {
    open("{files: {directory: out}, key: {overlap: 1h}}");
    part.tick();
    String before = part.desk().status().keys().orElseThrow().id();
    String coming = part.desk().rotateKey();
    awaitDelivered(1);
    assertThat(part.desk().status().keys().orElseThrow().nextId()).isEqualTo(coming);
    assertThat(part.desk().status().keys().orElseThrow().id()).isEqualTo(before);
    clock.set(BEGIN.plus(Duration.ofMinutes(61)));
    part.tick();
    assertThat(part.desk().status().keys().orElseThrow().id()).isEqualTo(coming);
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("after"));
    awaitDelivered(2);
    Verification found = part.desk().verify(directory.resolve("etc/out").toString());
    assertThat(found.findings())
        .singleElement()
        .satisfies(f -> assertThat(f).startsWith("KEY_ROTATION").contains(before, coming));
    assertThat(found.envelopes()).isEqualTo(2);
    assertThat(found.whole()).isTrue();
  }

  @Test
  void a_paused_transport_lets_envelopes_wait_until_it_is_resumed() throws IOException {
    open("files: {directory: out}");
    part.tick();
    assertThat(part.desk().pause(Optional.empty())).containsExactly("files");
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("a"));
    await().until(() -> part.desk().status().outbox().orElseThrow().waiting() == 1);
    assertThat(part.desk().status().transports().get(0).state()).isEqualTo("paused");
    assertThatThrownBy(() -> part.desk().resume(Optional.of("pigeon")))
        .hasMessageContaining("pigeon");
    part.desk().resume(Optional.of("files"));
    awaitDelivered(1);
  }

  @Test
  void an_export_that_gets_rid_of_nothing_is_stalled_and_told_once_until_it_goes_on()
      throws IOException {
    int dead;
    try (ServerSocket free = new ServerSocket(0)) {
      dead = free.getLocalPort();
    }
    open("{stalled-after: 10m, grpc: {endpoints: [\"localhost:" + dead + "\"]}}");
    part.tick();
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("a"));
    await().until(() -> part.desk().status().outbox().orElseThrow().waiting() == 1);
    part.tick();
    assertThat(told).isEmpty();
    clock.set(BEGIN.plus(Duration.ofMinutes(11)));
    part.tick();
    part.tick();
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("grpc stalled").contains("authorities.pem");
    assertThat(part.desk().status().state()).isEqualTo(State.STALLED);
    settings = read("{files: {directory: out}}");
    part.tick();
    assertThat(part.desk().status().state()).isNotEqualTo(State.STALLED);
  }

  @Test
  void a_key_that_others_may_read_stops_the_export_with_the_remedy_and_it_begins_when_mended()
      throws IOException {
    open("files: {directory: out}");
    Path key = directory.resolve("etc/telemetry-key.pem");
    Files.createDirectories(key.getParent());
    Files.write(key, new byte[32]);
    Files.setPosixFilePermissions(
        key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    part.tick();
    assertThat(part.desk().status().state()).isEqualTo(State.DEGRADED);
    assertThat(part.desk().status().detail()).contains("chmod 600");
    Files.setPosixFilePermissions(
        key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    clock.set(BEGIN.plusSeconds(61));
    part.tick();
    await().until(() -> part.desk().status().state() == State.OK);
  }

  @Test
  void the_outbox_never_lies_in_the_containers_own_data() {
    open("{files: {directory: out}, outbox: {directory: ../data/x}}");
    part.tick();
    assertThat(part.desk().status().detail()).contains("upgrades empty");
  }

  @Test
  void switched_off_it_lets_go_of_its_files_and_says_so() throws IOException {
    open("files: {directory: out}");
    part.tick();
    await().until(() -> part.desk().status().state() == State.OK);
    on = false;
    part.tick();
    assertThat(part.desk().status().state()).isEqualTo(State.OFF);
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("lost"));
    on = true;
    part.tick();
    await().until(() -> part.desk().status().state() == State.OK);
    assertThat(part.desk().status().outbox().orElseThrow().sequence()).isZero();
  }

  @Test
  void a_transport_of_another_bundle_comes_with_its_settings_and_anew_with_another_factory()
      throws IOException {
    BroughtTransport first = new BroughtTransport("first");
    brought = List.of(first);
    open("");
    part.tick();
    assertThat(part.desk().status().state()).isEqualTo(State.OFF);
    Files.createDirectories(directory.resolve("etc"));
    Files.writeString(directory.resolve("etc/brought.properties"), "");
    part.tick();
    part.changed(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), change("a"));
    awaitDelivered(1);
    assertThat(part.desk().status().transports().get(0).detail()).isEqualTo("first");
    part.tick();
    assertThat(first.closed()).isZero();
    brought = List.of(new BroughtTransport("second"));
    part.tick();
    assertThat(first.closed()).isEqualTo(1);
    assertThat(part.desk().status().transports().get(0).detail()).isEqualTo("second");
  }

  private void awaitDelivered(long count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                part.desk().status().transports().get(0).delivered() == count
                    && part.desk().status().outbox().orElseThrow().waiting() == 0);
  }

  private List<Path> envelopes() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("etc/out"))) {
      return files.filter(f -> f.toString().endsWith(".envelopes")).toList();
    }
  }

  private StatusChange change(String kind) {
    return new StatusChange("device", kind, "ONLINE", "", clock.instant(), List.of());
  }

  private void open(String text) {
    settings = read(text);
    TelemetryPart.Needs needs =
        new TelemetryPart.Needs(
            () -> on,
            () -> settings,
            directory.resolve("etc"),
            directory.resolve("home"),
            directory.resolve("data"),
            "1.0",
            alias -> Optional.empty(),
            new InMemoryInterfaces(List.of()),
            InterfaceMeters.NONE,
            (device, names) -> List.of(),
            () -> brought,
            new TelemetryWatch() {
              @Override
              public void stalled(String transport, String detail) {
                told.add(transport + " stalled: " + detail);
              }

              @Override
              public void recovered(String transport) {
                told.add(transport + " recovered");
              }
            },
            TelemetryPartTest::thread);
    part = new TelemetryPart(needs, clock);
  }

  private static TelemetrySettings read(String text) {
    return TelemetryFile.read(text).value().orElseThrow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-telemetry-part-test");
    thread.setDaemon(true);
    return thread;
  }
}
