package org.opennms.plugins.trunkline.receiver.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.receiver.certs.DemoAuthority;
import org.opennms.plugins.trunkline.receiver.proto.EnvelopeStreamGrpc;
import org.opennms.plugins.trunkline.receiver.proto.StoredEnvelope;
import org.opennms.plugins.trunkline.receiver.proto.SubscribeRequest;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.KeyRotationNotice;
import org.opennms.plugins.trunkline.wire.SealedEnvelope;
import org.opennms.plugins.trunkline.wire.proto.DeviceRegistration;
import org.opennms.plugins.trunkline.wire.proto.HealthRequest;
import org.opennms.plugins.trunkline.wire.proto.TelemetryBatch;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;
import org.opennms.plugins.trunkline.wire.proto.UniversalEventBusGrpc;

class EventBusServerTest {
  @TempDir Path directory;

  private final List<ManagedChannel> channels = new ArrayList<>();
  private final List<ByteString> chain = Samples.chain(20);
  private BusFixture fixture;
  private EventBusServer server;
  private ManagedChannel agent;

  @BeforeEach
  void start() throws Exception {
    fixture = new BusFixture(directory);
    server = fixture.start();
    agent = channel("agent");
  }

  @AfterEach
  void stop() {
    channels.forEach(ManagedChannel::shutdownNow);
    server.close();
  }

  @Test
  void an_envelope_is_accepted_and_a_second_time_is_a_duplicate_after_a_restart_too()
      throws Exception {
    UniversalAck first = publish(chain.get(0));
    assertThat(first.getStatus()).isEqualTo(UniversalAck.Status.OK);
    assertThat(first.getReason()).isEmpty();
    assertThat(first.getEventsAccepted()).isEqualTo(5);
    assertThat(publish(chain.get(0)).getReason()).isEqualTo("duplicate");
    restart(fixture.settings());
    UniversalAck again = publish(chain.get(0));
    assertThat(again.getStatus()).isEqualTo(UniversalAck.Status.OK);
    assertThat(again.getReason()).isEqualTo("duplicate");
    assertThat(server.end()).isEqualTo(1);
  }

  @Test
  void another_envelope_with_a_used_key_is_a_security_violation() throws Exception {
    publish(chain.get(0));
    UniversalEnvelope changed = Samples.envelope(0).toBuilder().setPriority("HIGH").build();
    UniversalAck ack = publish(Samples.seal(changed, ByteString.EMPTY).bytes());
    assertThat(ack.getStatus()).isEqualTo(UniversalAck.Status.SECURITY_VIOLATION);
    assertThat(ack.getReason()).contains("idempotency key");
  }

  @Test
  void values_off_the_contract_are_invalid_and_named() throws Exception {
    UniversalEnvelope.Builder bad = Samples.envelope(1).toBuilder();
    bad.getDeviceTelemetryBuilder().setDeviceType("ROUTER");
    UniversalAck ack = publish(Samples.seal(bad.build(), ByteString.EMPTY).bytes());
    assertThat(ack.getStatus()).isEqualTo(UniversalAck.Status.INVALID);
    assertThat(ack.getValidationErrorsList()).singleElement().asString().contains("device_type");
    assertThat(ack.getEventsRejected()).isEqualTo(5);
  }

  @Test
  void an_envelope_over_the_limit_is_invalid_and_one_at_it_is_taken() throws Exception {
    int overhead = Samples.seal(padded(100_000), ByteString.EMPTY).bytes().size() - 100_000;
    ByteString most = Samples.seal(padded(131_072 - overhead), ByteString.EMPTY).bytes();
    assertThat(most.size()).isEqualTo(131_072);
    assertThat(publish(most).getStatus()).isEqualTo(UniversalAck.Status.OK);
    for (int size : new int[] {131_073 - overhead, 1_000_000, 10_000_000}) {
      UniversalAck ack = publish(Samples.seal(padded(size), ByteString.EMPTY).bytes());
      assertThat(ack.getStatus()).isEqualTo(UniversalAck.Status.INVALID);
      assertThat(ack.getReason()).contains("at most 131072");
    }
  }

  @Test
  void who_does_not_sign_well_commits_a_security_violation() throws Exception {
    UniversalEnvelope envelope = Samples.envelope(1);
    SealedEnvelope wrongKey = EnvelopeCodec.seal(envelope, ByteString.EMPTY, Samples.OTHER_KEY);
    SealedEnvelope unknown =
        EnvelopeCodec.seal(Samples.envelope("nobody", 1), ByteString.EMPTY, Samples.KEY);
    assertViolation(envelope.toByteString(), "bears no signature");
    assertViolation(wrongKey.bytes(), "is not that of this agent");
    assertViolation(unknown.bytes(), "no public key");
    assertThat(server.end()).isZero();
  }

  @Test
  void a_sender_that_is_too_fast_is_told_to_wait() throws Exception {
    restart(fixture.settings(0.001));
    List<UniversalAck> acks = new ArrayList<>();
    for (ByteString envelope : chain) {
      acks.add(publish(envelope));
    }
    assertThat(acks)
        .filteredOn(a -> a.getStatus() == UniversalAck.Status.RETRY)
        .hasSize(chain.size() - 1)
        .allSatisfy(a -> assertThat(a.getBackoffHintMs()).isEqualTo(3_000));
    assertThat(acks.get(0).getStatus()).isEqualTo(UniversalAck.Status.OK);
  }

  @Test
  void who_has_no_certificate_of_the_right_authority_is_not_heard() throws Exception {
    Path foreign = directory.resolve("foreign");
    DemoAuthority.in(foreign, Clock.systemUTC(), Duration.ofDays(1)).client("agent");
    Path expired = directory.resolve("expired");
    Files.createDirectory(expired);
    Files.copy(fixture.certs().resolve("ca.pem"), expired.resolve("ca.pem"));
    Files.copy(fixture.certs().resolve("ca.key"), expired.resolve("ca.key"));
    Clock lastYear = Clock.fixed(Instant.now().minus(Duration.ofDays(400)), ZoneOffset.UTC);
    DemoAuthority.in(expired, lastYear, Duration.ofDays(300)).client("agent");
    for (Path certs : List.of(foreign, expired)) {
      assertUnavailable(fixture.channel(server.port(), certs, "agent"));
    }
    assertThat(metrics()).doesNotContain("refused_clients_total{reason=\"certificate\"} 0.0");
    assertUnavailable(fixture.channel(server.port(), directory, null));
    assertThat(publish(chain.get(0)).getStatus()).isEqualTo(UniversalAck.Status.OK);
  }

  @Test
  void a_key_put_into_the_directory_counts_without_a_restart() throws Exception {
    ByteString envelope =
        EnvelopeCodec.seal(Samples.envelope("late", 1), ByteString.EMPTY, Samples.OTHER_KEY)
            .bytes();
    assertViolation(envelope, "no public key");
    KeyFiles.writePublic(fixture.keys().resolve("late.pem"), Samples.OTHER_KEY.verifyingKey());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> publish(envelope).getStatus() == UniversalAck.Status.OK);
  }

  @Test
  void a_key_announced_with_the_old_one_is_kept_and_trusted() throws Exception {
    KeyRotationNotice notice = new KeyRotationNotice(Samples.OTHER_KEY.verifyingKey());
    SealedEnvelope announcement =
        Samples.seal(Samples.envelope(1, notice.toEvent("n", 1)), ByteString.EMPTY);
    ByteString next =
        EnvelopeCodec.seal(Samples.envelope(2), announcement.signature(), Samples.OTHER_KEY)
            .bytes();
    assertViolation(next, "is not that of this agent");
    assertThat(publish(announcement.bytes()).getStatus()).isEqualTo(UniversalAck.Status.OK);
    assertThat(publish(next).getStatus()).isEqualTo(UniversalAck.Status.OK);
    assertThat(fixture.keys().resolve(Samples.AGENT)).isDirectoryContaining("glob:**.pem");
  }

  @Test
  void a_key_that_was_taken_away_does_not_come_back_when_its_announcement_is_sent_again()
      throws Exception {
    KeyRotationNotice notice = new KeyRotationNotice(Samples.OTHER_KEY.verifyingKey());
    ByteString announcement =
        Samples.seal(Samples.envelope(1, notice.toEvent("n", 1)), ByteString.EMPTY).bytes();
    publish(announcement);
    Path key =
        fixture
            .keys()
            .resolve(Samples.AGENT)
            .resolve(Samples.OTHER_KEY.verifyingKey().keyId() + ".pem");
    Files.delete(key);
    assertThat(publish(announcement).getReason()).isEqualTo("duplicate");
    assertThat(key).doesNotExist();
  }

  @Test
  void bytes_of_any_kind_get_an_answer_and_store_nothing() {
    Random random = new Random();
    byte[] good = chain.get(0).toByteArray();
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      byte[] altered = good.clone();
      altered[random.nextInt(good.length)] ^= (byte) (1 + random.nextInt(255));
      assertRefused(publish(ByteString.copyFrom(noise)));
      assertRefused(publish(ByteString.copyFrom(altered)));
      assertRefused(publish(ByteString.copyFrom(good, 0, random.nextInt(good.length))));
    }
    assertThat(server.end()).isZero();
  }

  @Test
  void a_consumer_gets_everything_in_order_and_resumes_at_an_offset() throws Exception {
    for (ByteString envelope : chain.subList(0, 10)) {
      publish(envelope);
    }
    Iterator<StoredEnvelope> all = subscribe(SubscribeRequest.getDefaultInstance());
    for (int i = 0; i < 10; i++) {
      StoredEnvelope next = all.next();
      assertThat(next.getOffset()).isEqualTo(i);
      assertThat(next.getEnvelope()).isEqualTo(chain.get(i));
      assertThat(next.getReceivedNs()).isPositive();
    }
    publish(chain.get(10));
    assertThat(all.next().getEnvelope()).isEqualTo(chain.get(10));
    assertThat(subscribe(SubscribeRequest.newBuilder().setFromOffset(7).build()).next())
        .satisfies(e -> assertThat(e.getOffset()).isEqualTo(7));
    SubscribeRequest device = SubscribeRequest.newBuilder().setDeviceId("router-3").build();
    assertThat(subscribe(device).next().getOffset()).isEqualTo(3);
  }

  @Test
  void an_agent_may_not_subscribe() {
    Iterator<StoredEnvelope> stream =
        EnvelopeStreamGrpc.newBlockingStub(agent).subscribe(SubscribeRequest.getDefaultInstance());
    assertThatThrownBy(stream::next)
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining("agent");
  }

  @Test
  void health_and_registration_answer_and_a_batch_is_unimplemented() {
    var stub = UniversalEventBusGrpc.newBlockingStub(agent);
    assertThat(stub.getHealth(HealthRequest.getDefaultInstance()))
        .satisfies(h -> assertThat(h.getOverallStatus()).isEqualTo("HEALTHY"))
        .satisfies(h -> assertThat(h.getComponentHealthMap()).containsOnlyKeys("store", "keys"));
    assertThat(stub.getHealth(HealthRequest.newBuilder().addComponents("keys").build()))
        .satisfies(h -> assertThat(h.getComponentHealthMap()).containsOnlyKeys("keys"));
    assertThat(stub.registerDevice(DeviceRegistration.newBuilder().setDeviceId("r1").build()))
        .satisfies(r -> assertThat(r.getAccepted()).isTrue());
    assertThat(stub.registerDevice(DeviceRegistration.getDefaultInstance()).getRejectionReason())
        .contains("device_id");
    assertThatThrownBy(() -> stub.publishBatch(TelemetryBatch.getDefaultInstance()))
        .hasMessageContaining("UNIMPLEMENTED");
  }

  @Test
  void metrics_tell_what_happened() throws Exception {
    publish(chain.get(0));
    publish(chain.get(0));
    publish(chain.get(5));
    publish(Samples.envelope(1).toByteString());
    assertThat(metrics())
        .contains("trunkline_receiver_answers_total{status=\"OK\"} 2.0")
        .contains("trunkline_receiver_answers_total{status=\"duplicate\"} 1.0")
        .contains("trunkline_receiver_answers_total{status=\"SECURITY_VIOLATION\"} 1.0")
        .contains("trunkline_receiver_stored_total{agent=\"horizon-1\"} 2.0")
        .contains("trunkline_receiver_next_offset 2.0")
        .contains("trunkline_receiver_store_failing 0.0")
        .contains("trunkline_receiver_commit_seconds_count 2");
  }

  @Test
  void calls_beyond_those_that_a_connection_may_have_at_once_wait_and_are_answered()
      throws Exception {
    List<ListenableFuture<UniversalAck>> answers = new ArrayList<>();
    for (ByteString envelope : Samples.chain(3_000)) {
      answers.add(BusFixture.publishLater(agent, envelope));
    }
    for (ListenableFuture<UniversalAck> answer : answers) {
      assertThat(answer.get().getStatus()).isEqualTo(UniversalAck.Status.OK);
    }
    assertThat(server.end()).isEqualTo(3_000);
  }

  @Test
  void what_was_answered_before_a_stop_is_there_after_it() throws Exception {
    List<ListenableFuture<UniversalAck>> answers = new ArrayList<>();
    for (ByteString envelope : chain) {
      answers.add(BusFixture.publishLater(agent, envelope));
    }
    answers.get(0).get(30, TimeUnit.SECONDS);
    server.close();
    long accepted = 0;
    for (var answer : answers) {
      try {
        accepted += answer.get(30, TimeUnit.SECONDS).getStatus() == UniversalAck.Status.OK ? 1 : 0;
      } catch (ExecutionException e) {
        assertThat(Status.fromThrowable(e.getCause()).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      }
    }
    server = fixture.start();
    assertThat(server.end()).isGreaterThanOrEqualTo(accepted);
  }

  @Test
  void a_full_disk_is_told_and_ends_by_itself() throws Exception {
    Path small = Files.createDirectories(fixture.store());
    try (SmallFileSystem disk = SmallFileSystem.mount(small, 200_000)) {
      restart(fixture.settings());
      List<ByteString> many = Samples.chain(400);
      UniversalAck ack = UniversalAck.getDefaultInstance();
      int stored = 0;
      for (; stored < many.size(); stored++) {
        ack = publish(many.get(stored));
        if (ack.getStatus() != UniversalAck.Status.OK) {
          break;
        }
      }
      assertThat(ack.getStatus()).isEqualTo(UniversalAck.Status.PROCESSING_ERROR);
      assertThat(ack.getReason()).contains("No space left");
      assertThat(ack.getBackoffHintMs()).isEqualTo(3_000);
      assertThat(metrics()).contains("trunkline_receiver_store_failing 1.0");
      disk.resize(4_000_000);
      for (int i = stored; i < many.size(); i++) {
        assertThat(publish(many.get(i)).getStatus()).isEqualTo(UniversalAck.Status.OK);
      }
      assertThat(server.end()).isEqualTo(many.size());
      server.close();
      server = fixture.start();
      assertThat(server.end()).isEqualTo(many.size());
      server.close();
    }
  }

  private UniversalEnvelope padded(int bytes) {
    return Samples.envelope(bytes).toBuilder().setCertificateChain("x".repeat(bytes)).build();
  }

  private void assertViolation(ByteString envelope, String reason) {
    UniversalAck ack = publish(envelope);
    assertThat(ack.getStatus()).isEqualTo(UniversalAck.Status.SECURITY_VIOLATION);
    assertThat(ack.getReason()).contains(reason);
  }

  private static void assertRefused(UniversalAck ack) {
    assertThat(ack.getStatus())
        .isIn(UniversalAck.Status.INVALID, UniversalAck.Status.SECURITY_VIOLATION);
    assertThat(ack.getReason()).isNotBlank();
  }

  private void assertUnavailable(ManagedChannel channel) {
    channels.add(channel);
    assertThatThrownBy(() -> BusFixture.publish(channel, chain.get(0)))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("UNAVAILABLE");
  }

  private Iterator<StoredEnvelope> subscribe(SubscribeRequest request) throws IOException {
    return EnvelopeStreamGrpc.newBlockingStub(channel("consumer"))
        .withDeadlineAfter(60, TimeUnit.SECONDS)
        .subscribe(request);
  }

  private String metrics() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.metricsPort() + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private UniversalAck publish(ByteString envelope) {
    return BusFixture.publish(agent, envelope);
  }

  private ManagedChannel channel(String client) throws IOException {
    ManagedChannel channel = fixture.channel(server.port(), client);
    channels.add(channel);
    return channel;
  }

  private void restart(BusSettings settings) throws Exception {
    server.close();
    server = EventBusServer.start(settings, InstantSource.system());
    agent = channel("agent");
  }
}
