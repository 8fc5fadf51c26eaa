package org.opennms.plugins.trunkline.telemetry.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.EnvelopeSealer;
import org.opennms.plugins.trunkline.telemetry.content.Sender;
import org.opennms.plugins.trunkline.telemetry.delivery.Pump;
import org.opennms.plugins.trunkline.telemetry.delivery.PumpStatus.State;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxSettings;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;
import org.opennms.plugins.trunkline.wire.GapNotice;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck.Status;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** Outbox, pump and transport against a real server with mutual TLS. */
class GrpcDeliveryTest {
  private static final Drafts DRAFTS = new Drafts(new Sender("tester", "1", 120_000));

  @TempDir private Path directory;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final Certificates authority = new Certificates("authority");
  private Path ca;
  private Path server;
  private Path client;
  private TestBus bus;
  private Outbox outbox;
  private Pump pump;

  @BeforeEach
  void open() throws IOException {
    ca = authority.authority(directory.resolve("tls/ca.pem"));
    server = authority.issue(directory.resolve("tls/server.pem"), "server");
    client = authority.issue(directory.resolve("tls/client.pem"), "client");
    bus = new TestBus(0, server, ca);
    OutboxSettings settings =
        new OutboxSettings(
            directory.resolve("outbox"), 64 << 20, Duration.ofDays(1), Overflow.BLOCK, 4096);
    outbox =
        new Outbox(
            settings,
            new EnvelopeSealer(DRAFTS, () -> key),
            InstantSource.system(),
            GrpcDeliveryTest::thread);
    outbox.transports(List.of("grpc"));
  }

  @AfterEach
  void close() {
    if (pump != null) {
      pump.close();
    }
    outbox.close();
    bus.close();
  }

  @Test
  void envelopes_arrive_as_they_were_stored_once_and_in_a_whole_chain() {
    start(bus.endpoint());
    submit(200);
    patiently().until(() -> bus.received().size() == 200 && waiting() == 0);
    assertThat(bus.received().stream().map(UniversalEnvelope::getIdempotencyKey))
        .doesNotHaveDuplicates();
    assertThat(bus.received())
        .allSatisfy(
            e ->
                assertThat(
                        key.verifyingKey()
                            .verify(
                                e.toBuilder().clearSig().build().toByteArray(),
                                e.getSig().toByteArray()))
                    .isTrue());
    assertThat(pump.status().state()).isEqualTo(State.RUNNING);
    assertThat(pump.status().detail()).contains(bus.endpoint(), "valid until");
  }

  @Test
  void retry_keeps_the_envelope_and_obeys_the_hint() {
    Instant begin = Instant.now();
    bus.answer(
        e ->
            bus.received().size() < 4
                ? TestBus.ack(Status.RETRY, "rate limit", 700)
                : TestBus.ok());
    start(bus.endpoint());
    submit(1);
    patiently().until(() -> !pump.status().detail().isEmpty() && pump.status().retried() > 0);
    assertThat(pump.status().state()).isEqualTo(State.RETRYING);
    assertThat(pump.status().detail()).contains("RETRY", "rate limit");
    patiently().until(() -> waiting() == 0);
    assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(2100));
    assertThat(bus.received().stream().map(UniversalEnvelope::getSig).distinct()).hasSize(1);
  }

  @Test
  void invalid_becomes_a_dead_letter_is_declared_and_can_be_sent_again() {
    bus.answer(
        e ->
            bus.received().size() == 1
                ? TestBus.ack(Status.INVALID, "no such device", 0)
                : TestBus.ok());
    start(bus.endpoint());
    submit(1);
    patiently().until(() -> outbox.status().deadLetters() == 1);
    assertThat(outbox.deadLetters(9).get(0).reason()).contains("INVALID", "no such device");
    submit(1);
    patiently().until(() -> gaps(bus).size() == 1);
    UniversalEnvelope dead = bus.received().get(0);
    GapNotice notice = gaps(bus).get(0);
    assertThat(notice.reason()).isEqualTo("dead-letter/grpc");
    assertThat(notice.count()).isEqualTo(1);
    assertThat(notice.lastMissing()).isEqualTo(dead.getSig());
    pump.retry(outbox.deadLetters(9));
    patiently().until(() -> outbox.status().deadLetters() == 0);
    assertThat(bus.received().get(bus.received().size() - 1)).isEqualTo(dead);
  }

  @Test
  void a_wrong_signing_key_is_named_and_nothing_is_lost() {
    bus.answer(e -> TestBus.ack(Status.SECURITY_VIOLATION, "bad signature", 0));
    start(bus.endpoint());
    submit(3);
    patiently().until(() -> outbox.status().deadLetters() == 3);
    assertThat(pump.status().detail()).contains("SECURITY_VIOLATION", "public key");
    assertThat(bus.received()).as("no declaration without an end").hasSize(3);
  }

  @Test
  void a_status_of_a_later_contract_is_no_reason_to_give_up() {
    bus.answer(
        e -> TestBus.ok().toBuilder().setStatusValue(bus.received().size() < 2 ? 42 : 0).build());
    start(bus.endpoint());
    submit(1);
    patiently().until(() -> waiting() == 0);
    assertThat(bus.received()).hasSize(2);
    assertThat(outbox.status().deadLetters()).isZero();
  }

  @Test
  void no_answer_is_tried_again_after_the_deadline() {
    bus.answer(e -> bus.received().size() < 2 ? null : TestBus.ok());
    start(bus.endpoint());
    submit(1);
    patiently().until(() -> waiting() == 0);
    assertThat(pump.status().retried()).isPositive();
  }

  @Test
  void a_server_that_speaks_garbage_is_told_and_left_for_the_next() throws Exception {
    try (ServerSocket garbage = new ServerSocket(0)) {
      Thread noise = new Thread(() -> speakGarbage(garbage), "garbage");
      noise.setDaemon(true);
      noise.start();
      start("localhost:" + garbage.getLocalPort(), bus.endpoint());
      submit(1);
      patiently().until(() -> waiting() == 0);
      assertThat(bus.received()).hasSize(1);
    }
  }

  @Test
  void when_the_connection_is_cut_everything_arrives_after_it_is_back() throws IOException {
    start(bus.endpoint());
    submit(5);
    patiently().until(() -> waiting() == 0);
    int port = bus.port();
    bus.close();
    submit(5);
    patiently().until(() -> pump.status().state() == State.RETRYING);
    assertThat(pump.status().detail()).contains("no connection");
    bus = new TestBus(port, server, ca);
    pump.resume();
    patiently().until(() -> bus.received().size() >= 5 && waiting() == 0);
  }

  @Test
  void a_dead_endpoint_gives_way_to_the_next() throws IOException {
    int dead;
    try (ServerSocket free = new ServerSocket(0)) {
      dead = free.getLocalPort();
    }
    start("", "localhost:" + dead, bus.endpoint());
    submit(10);
    patiently().until(() -> waiting() == 0);
    assertThat(bus.received()).hasSize(10);
    assertThat(pump.status().detail()).contains(bus.endpoint());
  }

  @Test
  void an_expired_certificate_of_ours_is_named_and_its_replacement_is_taken_without_a_restart()
      throws IOException {
    authority.issue(client, "client", Instant.now().minus(Duration.ofHours(1)));
    start(bus.endpoint());
    submit(1);
    patiently().until(() -> pump.status().detail().contains("expired at"));
    assertThat(pump.status().detail()).contains(client.toString());
    authority.issue(client, "client");
    Files.setLastModifiedTime(client, FileTime.from(Instant.now().plusSeconds(5)));
    pump.resume();
    patiently().until(() -> waiting() == 0);
  }

  /** An authority that was made anew has the name of the old one. */
  @ParameterizedTest
  @ValueSource(strings = {"other", "authority"})
  void a_receiver_of_another_authority_is_named(String name) throws IOException {
    Certificates other = new Certificates(name);
    Path theirs = other.issue(directory.resolve("tls/theirs.pem"), "server");
    try (TestBus wrong = new TestBus(0, theirs, ca)) {
      start(wrong.endpoint());
      submit(1);
      patiently().until(() -> pump.status().detail().contains("signed by no authority in"));
      assertThat(wrong.received()).isEmpty();
    }
  }

  @Test
  void a_receiver_whose_certificate_has_expired_is_named() throws IOException {
    Path old =
        authority.issue(
            directory.resolve("tls/old.pem"), "server", Instant.now().minus(Duration.ofHours(1)));
    try (TestBus expired = new TestBus(0, old, ca)) {
      start(expired.endpoint());
      submit(1);
      patiently()
          .until(() -> pump.status().detail().contains("receiver's certificate has expired"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stranger", "authority"})
  void a_receiver_that_does_not_know_our_authority_is_named(String name) throws IOException {
    Path strangers = new Certificates(name).authority(directory.resolve("tls/strangers.pem"));
    try (TestBus strict = new TestBus(0, server, strangers)) {
      start(strict.endpoint());
      submit(1);
      patiently()
          .until(
              () ->
                  pump.status()
                      .detail()
                      .matches(".*(the receiver does not|its log says).* our certificate.*"));
    }
  }

  @Test
  void files_that_are_not_there_are_named() throws IOException {
    Files.delete(ca);
    start(bus.endpoint());
    submit(1);
    patiently().until(() -> pump.status().detail().contains(ca.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void a_key_in_an_older_form_of_openssl_is_taken(String algorithm) throws IOException {
    authority.issueTraditional(client, algorithm);
    assertThat(Files.readString(Certificates.key(client)))
        .startsWith("-----BEGIN " + algorithm + " PRIVATE KEY-----");
    start(bus.endpoint());
    submit(3);
    patiently().until(() -> waiting() == 0);
    assertThat(bus.received()).hasSize(3);
  }

  @Test
  void a_key_that_is_encrypted_or_none_is_named_without_a_word_of_it() throws IOException {
    Path file = Certificates.key(client);
    Files.writeString(
        file,
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n-----END ENCRYPTED PRIVATE KEY-----\n");
    assertThatThrownBy(() -> TlsKey.read(file)).hasMessageContaining("decrypt it");
    Files.writeString(
        file, "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----\n");
    assertThatThrownBy(() -> TlsKey.read(file))
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("c2VjcmV0");
    Files.writeString(file, "no key");
    assertThatThrownBy(() -> TlsKey.read(file)).hasMessageContaining("no private key");
  }

  @Test
  void a_certificate_for_another_name_is_named_and_taken_where_that_name_is_configured()
      throws IOException {
    Path other = authority.issueFor(directory.resolve("tls/named.pem"), "bus.example.net");
    try (TestBus named = new TestBus(0, other, ca)) {
      start(named.endpoint());
      submit(1);
      patiently().until(() -> pump.status().detail().contains("another name"));
      pump.close();
      start("bus.example.net", named.endpoint());
      patiently().until(() -> waiting() == 0);
      assertThat(named.received()).hasSize(1);
    }
  }

  private void start(String endpoint) {
    start("", endpoint);
  }

  private void start(String serverName, String... endpoints) {
    GrpcSettings settings =
        new GrpcSettings(
            List.of(endpoints),
            ca,
            client,
            Certificates.key(client),
            16,
            0,
            Duration.ofSeconds(2),
            serverName);
    GrpcTransport transport =
        new GrpcTransport(settings, InstantSource.system(), GrpcDeliveryTest::thread);
    pump =
        new Pump(outbox, transport, InstantSource.system(), new Random(), GrpcDeliveryTest::thread);
  }

  private void submit(int many) {
    for (int i = 0; i < many; i++) {
      var unused =
          outbox
              .submit(DRAFTS.ofSender(Instant.now(), List.of(), "part" + i + System.nanoTime()))
              .toCompletableFuture()
              .join();
    }
  }

  private long waiting() {
    return outbox.status().waiting();
  }

  private static List<GapNotice> gaps(TestBus bus) {
    return bus.received().stream()
        .flatMap(e -> GapNotice.from(e.getDeviceTelemetry().getEventsList()).stream())
        .toList();
  }

  private static void speakGarbage(ServerSocket garbage) {
    try {
      while (true) {
        try (var socket = garbage.accept()) {
          socket
              .getOutputStream()
              .write("HTTP/1.1 200 no\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(8)).pollInterval(Duration.ofMillis(20));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-telemetry-test");
    thread.setDaemon(true);
    return thread;
  }
}
