package org.opennms.plugins.trunkline.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.EnvelopeSealer;
import org.opennms.plugins.trunkline.telemetry.content.Sender;
import org.opennms.plugins.trunkline.telemetry.outbox.Sealed;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Delivered;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.wire.SigningKey;

class FileTransportTest {
  private static final Drafts DRAFTS = new Drafts(new Sender("tester", "1", 120_000));

  @TempDir private Path directory;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final EnvelopeSealer sealer = new EnvelopeSealer(DRAFTS, () -> key);
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");
  private byte[] previous = new byte[0];
  private int number;

  @Test
  void envelopes_are_delivered_when_forced_and_indexed() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    try (FileTransport transport = open(1 << 20)) {
      CompletionStage<Delivery> first = send(transport, sent);
      assertThat(first.toCompletableFuture()).isNotDone();
      transport.flush();
      assertThat(first.toCompletableFuture().join()).isInstanceOf(Delivered.class);
      send(transport, sent);
      transport.flush();
    }
    Path file = files().get(0);
    assertThat(read(file)).containsExactlyElementsOf(sent);
    List<String> index = Files.readAllLines(Path.of(file + EnvelopeFile.INDEX));
    assertThat(index).hasSize(2);
    assertThat(index.get(0).split("\t")).hasSize(5).contains("tester");
  }

  @Test
  void files_rotate_by_size_and_day_and_each_days_list_is_signed() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    try (FileTransport transport = open(1000)) {
      for (int i = 0; i < 12; i++) {
        now = now.plus(Duration.ofHours(4));
        send(transport, sent);
        transport.flush();
      }
    }
    assertThat(files()).hasSizeGreaterThan(3);
    List<byte[]> all = new ArrayList<>();
    for (Path file : files()) {
      all.addAll(read(file));
    }
    assertThat(all).containsExactlyElementsOf(sent);
    for (String day : List.of("2026-11-20", "2026-11-21", "2026-11-22")) {
      byte[] list = Files.readAllBytes(directory.resolve("manifest-" + day + ".json"));
      byte[] signature = Files.readAllBytes(directory.resolve("manifest-" + day + ".json.sig"));
      assertThat(key.verifyingKey().verify(list, signature)).as(day).isTrue();
    }
    assertThat(Files.readString(directory.resolve("manifest-2026-11-21.json")))
        .contains("manifest-2026-11-20.json");
  }

  @Test
  void after_a_crash_the_torn_tail_is_cut_and_nothing_is_written_twice() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    FileTransport crashed = open(1 << 20);
    for (int i = 0; i < 5; i++) {
      send(crashed, sent);
    }
    crashed.flush();
    Path file = files().get(0);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 7);
    }
    try (FileTransport transport = open(1 << 20)) {
      for (byte[] envelope : sent) {
        var unused = transport.send(new Outgoing(1, "tester", envelope));
      }
      transport.flush();
    }
    assertThat(files()).containsExactly(file);
    assertThat(read(file)).containsExactlyElementsOf(sent);
    assertThat(Files.readAllLines(Path.of(file + EnvelopeFile.INDEX))).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_file_that_is_damaged_in_its_midst_stays_as_it_is_and_another_is_begun(boolean inItsLength)
      throws IOException {
    List<byte[]> sent = new ArrayList<>();
    FileTransport crashed = open(1 << 20);
    for (int i = 0; i < 5; i++) {
      send(crashed, sent);
    }
    crashed.flush();
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    // The second record's length claims more than there is, or its first field's tag is none.
    int second = sent.get(0).length + 2;
    bytes[inItsLength ? second + 1 : second + 2] = (byte) 0x7f;
    Files.write(file, bytes);
    try (FileTransport transport = open(1 << 20)) {
      send(transport, sent);
      transport.flush();
    }
    assertThat(files()).hasSize(2).first().isEqualTo(file);
    assertThat(file).hasBinaryContent(bytes);
    assertThat(read(files().get(1))).containsExactly(sent.get(5));
    assertThat(check()).as("it is listed as it is").isEmpty();
  }

  @Test
  void zeros_that_a_loss_of_power_left_are_cut_and_kept_beside() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    FileTransport crashed = open(1 << 20);
    send(crashed, sent);
    crashed.flush();
    Path file = files().get(0);
    long length = Files.size(file);
    Files.write(file, new byte[4096], StandardOpenOption.APPEND);
    try (FileTransport transport = open(1 << 20)) {
      send(transport, sent);
      transport.flush();
    }
    assertThat(files()).containsExactly(file);
    assertThat(read(file)).containsExactlyElementsOf(sent);
    assertThat(Path.of(file + EnvelopeFile.TAIL + length)).hasBinaryContent(new byte[4096]);
  }

  @Test
  void after_a_restart_a_listed_file_is_left_as_it_is_and_another_is_begun() throws IOException {
    List<byte[]> sent = new ArrayList<>();
    for (int start = 0; start < 3; start++) {
      try (FileTransport transport = open(1 << 20)) {
        send(transport, sent);
        transport.flush();
      }
    }
    assertThat(files()).hasSize(3);
    assertThat(check()).isEmpty();
    List<byte[]> all = new ArrayList<>();
    for (Path file : files()) {
      all.addAll(read(file));
    }
    assertThat(all).containsExactlyElementsOf(sent);
  }

  @Test
  void what_a_crash_left_unlisted_on_an_earlier_day_is_finished_and_listed() throws IOException {
    FileTransport crashed = open(1 << 20);
    send(crashed, new ArrayList<>());
    crashed.flush();
    Path file = files().get(0);
    now = now.plus(Duration.ofDays(3));
    try (FileTransport transport = open(1 << 20)) {
      send(transport, new ArrayList<>());
      transport.flush();
    }
    assertThat(files()).hasSize(2);
    assertThat(Files.readString(directory.resolve("manifest-2026-11-20.json")))
        .contains(file.getFileName().toString());
    assertThat(check()).isEmpty();
  }

  @Test
  void an_altered_file_an_altered_list_and_a_missing_file_are_named() throws IOException {
    try (FileTransport transport = open(1000)) {
      for (int i = 0; i < 12; i++) {
        now = now.plus(Duration.ofHours(4));
        send(transport, new ArrayList<>());
        transport.flush();
      }
    }
    assertThat(check()).isEmpty();
    Path altered = files().get(1);
    byte[] bytes = Files.readAllBytes(altered);
    bytes[bytes.length / 2] ^= 1;
    Files.write(altered, bytes);
    Path missing = files().get(files().size() - 1);
    Files.delete(missing);
    Path list = directory.resolve("manifest-2026-11-21.json");
    Files.writeString(list, Files.readString(list).replace("\"tester\"", "\"another\""));
    Files.delete(directory.resolve("manifest-2026-11-20.json.sig"));
    assertThat(check())
        .anyMatch(f -> f.contains("manifest-2026-11-20.json.sig, is missing"))
        .anyMatch(f -> f.startsWith("manifest-2026-11-21.json: was altered"))
        .anyMatch(f -> f.startsWith(missing.getFileName() + ": is listed"))
        .anyMatch(f -> f.startsWith("manifest-2026-11-21.json: is not as"));
  }

  @Test
  void days_whose_files_were_deleted_after_their_retention_are_no_finding() throws IOException {
    try (FileTransport transport = open(1 << 20)) {
      send(transport, new ArrayList<>());
      transport.flush();
      now = now.plus(Duration.ofDays(40));
      send(transport, new ArrayList<>());
      transport.flush();
    }
    assertThat(files()).hasSize(1);
    assertThat(check()).isEmpty();
  }

  @Test
  void old_files_are_deleted_with_their_index() throws IOException {
    try (FileTransport transport = open(1 << 20)) {
      send(transport, new ArrayList<>());
      transport.flush();
      Path old = files().get(0);
      now = now.plus(Duration.ofDays(40));
      send(transport, new ArrayList<>());
      transport.flush();
      assertThat(files()).hasSize(1).doesNotContain(old);
      assertThat(Path.of(old + EnvelopeFile.INDEX)).doesNotExist();
    }
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    FileSettings settings = new FileSettings(file.resolve("below"), 1000, Duration.ofDays(1));
    try (FileTransport transport = new FileTransport(settings, "tester", () -> key, () -> now)) {
      Delivery outcome = send(transport, new ArrayList<>()).toCompletableFuture().join();
      assertThat(((Delivery.Later) outcome).why()).contains(file.toString());
    }
  }

  private FileTransport open(long mostBytes) {
    FileSettings settings = new FileSettings(directory, mostBytes, Duration.ofDays(30));
    return new FileTransport(settings, "tester", () -> key, () -> now);
  }

  private CompletionStage<Delivery> send(FileTransport transport, List<byte[]> sent) {
    Sealed sealed = sealer.seal(DRAFTS.ofSender(now, List.of(), "part" + number++), previous);
    previous = sealed.signature();
    sent.add(sealed.bytes());
    return transport.send(new Outgoing(number, "tester", sealed.bytes()));
  }

  private List<String> check() throws IOException {
    return new ManifestCheck(directory, List.of(key.verifyingKey())).findings();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(EnvelopeFile.SUFFIX)).sorted().toList();
    }
  }

  private static List<byte[]> read(Path file) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(Files.readAllBytes(file));
    List<byte[]> envelopes = new ArrayList<>();
    while (!in.isAtEnd()) {
      envelopes.add(in.readByteArray());
    }
    return envelopes;
  }
}
