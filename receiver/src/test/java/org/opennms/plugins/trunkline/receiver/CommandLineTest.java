package org.opennms.plugins.trunkline.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.store.AppendResult;
import org.opennms.plugins.trunkline.receiver.store.EnvelopeLog;
import org.opennms.plugins.trunkline.receiver.store.LogListener;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;
import picocli.CommandLine;

class CommandLineTest {
  private static final int LENGTH = 30;

  @TempDir Path directory;

  private final List<ByteString> chain = Samples.chain(LENGTH);
  private Path keys;
  private Path store;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void prepare() throws Exception {
    keys = Files.createDirectory(directory.resolve("keys"));
    store = directory.resolve("store");
    KeyFiles.writePublic(keys.resolve(Samples.AGENT + ".pem"), Samples.KEY.verifyingKey());
    write(store, chain);
  }

  @Test
  void a_whole_store_is_told_to_be_whole() throws Exception {
    Run run = verify(store);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("RESULT: WHOLE")
        .contains("30 records")
        .contains("authentic   30 envelopes")
        .contains(Samples.KEY.verifyingKey().keyId())
        .contains("SHA-256")
        .contains("None.");
  }

  @Test
  void a_whole_file_of_a_sender_is_told_to_be_whole() throws Exception {
    assertThat(verify(delimited(chain)).code()).isZero();
  }

  @Test
  void each_kind_of_tampering_with_a_senders_file_is_named_with_its_place() throws Exception {
    assertTampering(c -> c.set(7, flipped(c.get(7))), "BAD_SIGNATURE", "record 7");
    assertTampering(c -> c.remove(7), "GAP", "record 7");
    assertTampering(c -> Collections.swap(c, 7, 8), "REORDERED", "record 7");
    assertTampering(c -> c.add(20, c.get(7)), "DUPLICATE", "record 20");
    assertTampering(c -> c.add(7, stray()), "UNKNOWN_AGENT", "record 7");
    assertTampering(c -> c.set(7, ByteString.copyFromUtf8("x")), "MALFORMED", "record 7");
  }

  @Test
  void tampering_with_a_store_is_named_though_whole_records_are_moved() throws Exception {
    List<ByteString> records = recordsOf(store);
    assertStoreTampering(r -> r.remove(7), "GAP");
    assertStoreTampering(r -> Collections.swap(r, 7, 8), "MOVED");
    assertStoreTampering(r -> r.add(20, r.get(7)), "DUPLICATE");
    byte[] bytes = records.get(7).toByteArray();
    bytes[100] ^= 1;
    assertStoreTampering(r -> r.set(7, ByteString.copyFrom(bytes)), "DAMAGED");
  }

  @Test
  void a_cut_off_end_is_found_with_the_senders_own_head() throws Exception {
    String head = HexFormat.of().formatHex(signature(LENGTH - 1));
    Path cut = delimited(chain.subList(0, LENGTH - 2));
    assertThat(verify(cut).code()).isZero();
    Run run = verify(cut, "--head", Samples.AGENT + "=" + head);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("HEAD_MISSING").contains(head);
  }

  @Test
  void a_missing_beginning_is_told_unless_it_is_known_from_an_earlier_report() throws Exception {
    Path later = delimited(chain.subList(10, LENGTH));
    Run run = verify(later);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("WHOLE FROM ITS BEGINNING ON")
        .contains("WARNING STARTS_LATE")
        .containsPattern("from its first envelope on +NO, 1");
    String last = HexFormat.of().formatHex(signature(9));
    assertThat(verify(delimited(chain.subList(0, 10))).out()).contains("last        " + last);
    assertThat(verify(later, "--after", Samples.AGENT + "=" + last).code()).isZero();
    assertThat(verify(later, "--after", Samples.AGENT + "=xy").err()).contains("no hex digits");
  }

  @Test
  void nothing_is_not_whole() throws Exception {
    Run run = verify(delimited(List.of()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("NOTHING TO JUDGE");
  }

  @Test
  void a_report_says_what_was_checked_and_what_it_cannot_show() throws Exception {
    List<ByteString> tampered = new ArrayList<>(chain);
    tampered.set(7, flipped(chain.get(7)));
    String report = verify(delimited(tampered)).out();
    assertThat(report)
        .containsPattern("signed by the sender that it names +NO, 1")
        .containsPattern("was declared lost by the sender +yes")
        .contains("What this cannot show", "Whose the keys are", "When an envelope was received");
    assertThat(report.lines()).allMatch(line -> line.length() <= 160);
  }

  @Test
  void a_store_that_a_running_receiver_writes_to_is_judged_as_far_as_it_is_written()
      throws Exception {
    Path live = directory.resolve("live");
    EnvelopeLog.Settings settings = EnvelopeLog.Settings.of(live);
    try (EnvelopeLog log = EnvelopeLog.open(settings, InstantSource.system(), LogListener.none())) {
      append(log, chain);
      Path segment = live.resolve("envelopes-0000000000000000000.log");
      Files.write(segment, new byte[] {0, 0, 3, 0, 1}, StandardOpenOption.APPEND);
      Run run = verify(live);
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("NOTE UNFINISHED");
    }
    Run after = verify(live);
    assertThat(after.code()).isEqualTo(1);
    assertThat(after.out()).contains("VIOLATION DAMAGED");
  }

  @Test
  void the_report_as_json_says_the_same() throws Exception {
    List<ByteString> tampered = new ArrayList<>(chain);
    tampered.remove(7);
    Run run = verify(delimited(tampered), "--json");
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(run.code()).isEqualTo(1);
    assertThat(report.path("whole").asBoolean()).isFalse();
    assertThat(report.path("findings")).hasSize(1);
    assertThat(report.path("findings").get(0).path("kind").asText()).isEqualTo("GAP");
    assertThat(report.path("senders").path(Samples.AGENT).path("authentic").asInt())
        .isEqualTo(LENGTH - 1);
    assertThat(report.path("counts").path("VIOLATION").asInt()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_read_is_said_in_one_line_with_code_2() {
    Run absent = run("verify", directory.resolve("absent").toString(), "--keys", keys.toString());
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err().lines()).singleElement().asString().contains("is not there");
    Run noKeys = run("verify", store.toString(), "--keys", directory.resolve("no").toString());
    assertThat(noKeys.code()).isEqualTo(2);
    assertThat(noKeys.err().lines()).singleElement().asString().contains("public keys");
    assertThat(run("verify").code()).isEqualTo(2);
    assertThat(run("serve", "--listen", "x").err()).contains("HOST:PORT");
  }

  @Test
  void export_gives_json_lines_by_device_and_time() throws Exception {
    List<String> all = run("export", store.toString()).out().lines().toList();
    assertThat(all).hasSize(LENGTH);
    JsonNode first = new ObjectMapper().readTree(all.get(0));
    assertThat(first.path("offset").asInt()).isZero();
    assertThat(first.path("envelope").path("device_telemetry").path("device_id").asText())
        .isEqualTo("router-0");
    assertThat(run("export", store.toString(), "--device", "router-3").out().lines()).hasSize(4);
    String from = Instant.ofEpochSecond(0, Samples.START + 10_000_000_000L).toString();
    String to = Instant.ofEpochSecond(0, Samples.START + 15_000_000_000L).toString();
    assertThat(run("export", store.toString(), "--from", from, "--to", to).out().lines())
        .hasSize(5);
    assertThat(run("export", store.toString(), "--to", "2020-01-01").out()).isEmpty();
    assertThat(run("export", store.toString(), "--to", "yesterday").code()).isEqualTo(2);
  }

  @Test
  void tail_shows_the_last_ones_across_files() {
    assertThat(run("tail", store.toString(), "-n", "12").out().lines())
        .hasSize(12)
        .last()
        .asString()
        .contains("29", Samples.AGENT, "router-1", "5 events");
    assertThat(run("tail", store.toString(), "-n", "100").out().lines()).hasSize(LENGTH);
  }

  @Test
  void keygen_makes_a_pair_that_fits_and_never_writes_over_one() {
    Path file = directory.resolve("agent.key");
    Run run = run("keygen", file.toString());
    assertThat(run.code()).isZero();
    assertThat(KeyFiles.readPrivate(file).verifyingKey())
        .isEqualTo(KeyFiles.readPublic(Path.of(file + ".pem")));
    assertThat(run.out()).contains(KeyFiles.readPrivate(file).verifyingKey().keyId());
    assertThat(run("keygen", file.toString()).err()).contains("never written over");
    assertThat(run("keygen", "--raw", directory.resolve("raw").toString()).code()).isZero();
    assertThat(directory.resolve("raw")).hasSize(32);
  }

  @Test
  void certs_are_made_once_and_clients_are_added() throws IOException {
    Path certs = directory.resolve("certs");
    assertThat(run("certs", certs.toString()).code()).isZero();
    byte[] authority = Files.readAllBytes(certs.resolve("ca.pem"));
    assertThat(run("certs", certs.toString(), "--client", "horizon-2").out()).contains("horizon-2");
    assertThat(certs.resolve("ca.pem")).hasBinaryContent(authority);
    assertThat(certs.resolve("horizon-2.key")).exists();
  }

  @Test
  void vectors_are_counted_and_wrong_ones_named() throws IOException {
    String signature = HexFormat.of().formatHex(Samples.KEY.sign(new byte[] {1}));
    String pk = HexFormat.of().formatHex(Samples.KEY.verifyingKey().raw());
    String test =
        "{\"tcId\":%d,\"comment\":\"c%d\",\"msg\":\"01\",\"sig\":\"%s\",\"result\":\"%s\"}";
    String tests =
        test.formatted(1, 1, signature, "valid")
            + ","
            + test.formatted(2, 2, signature + "00", "invalid")
            + ","
            + test.formatted(3, 3, signature, "invalid");
    Path file = directory.resolve("vectors.json");
    Files.writeString(
        file,
        "{\"testGroups\":[{\"publicKey\":{\"pk\":\"" + pk + "\"},\"tests\":[" + tests + "]}]}");
    Run run = run("vectors", file.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("wrong: tcId 3: c3").contains("2 of 3 right");
    Files.writeString(file, "{}");
    assertThat(run("vectors", file.toString()).code()).isEqualTo(2);
  }

  @Test
  void every_command_has_help() {
    CommandLine root = Receiver.commandLine();
    assertThat(root.getSubcommands()).hasSize(7);
    root.getSubcommands()
        .forEach((name, c) -> assertThat(run(name, "--help").out()).contains("Usage: ", name));
  }

  private void assertTampering(Consumer<List<ByteString>> change, String kind, String place)
      throws Exception {
    List<ByteString> tampered = new ArrayList<>(chain);
    change.accept(tampered);
    Run run = verify(delimited(tampered));
    assertThat(run.code()).as(kind).isEqualTo(1);
    assertThat(run.out()).contains("NOT WHOLE").contains("VIOLATION " + kind).contains(place);
  }

  private void assertStoreTampering(Consumer<List<ByteString>> change, String kind)
      throws Exception {
    Path copy = Files.createTempDirectory(directory, "store");
    List<ByteString> records = new ArrayList<>(recordsOf(store));
    change.accept(records);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(Files.readAllBytes(segment()), 0, 16);
    for (ByteString record : records) {
      record.writeTo(all);
    }
    Files.write(copy.resolve(segment().getFileName()), all.toByteArray());
    Run run = verify(copy);
    assertThat(run.code()).as(kind).isEqualTo(1);
    assertThat(run.out()).contains("VIOLATION " + kind);
  }

  private Run verify(Path what, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("verify", what.toString(), "--keys", keys.toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Receiver.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private Path segment() throws IOException {
    try (var files = Files.list(store)) {
      return files.filter(f -> f.toString().endsWith(".log")).sorted().findFirst().orElseThrow();
    }
  }

  /** The raw records of the store's first file. */
  private List<ByteString> recordsOf(Path where) throws IOException {
    assertThat(where).isEqualTo(store);
    ByteString bytes = ByteString.copyFrom(Files.readAllBytes(segment()));
    List<ByteString> records = new ArrayList<>();
    for (int at = 16; at < bytes.size(); ) {
      int length = 24 + bytes.substring(at, at + 4).asReadOnlyByteBuffer().getInt();
      records.add(bytes.substring(at, at + length));
      at += length;
    }
    return records;
  }

  private static void write(Path store, List<ByteString> envelopes) throws Exception {
    EnvelopeLog.Settings settings = new EnvelopeLog.Settings(store, 22_000, 1_000, 1 << 20);
    try (EnvelopeLog log = EnvelopeLog.open(settings, InstantSource.system(), LogListener.none())) {
      append(log, envelopes);
    }
  }

  private static void append(EnvelopeLog log, List<ByteString> envelopes) throws Exception {
    for (ByteString envelope : envelopes) {
      CompletableFuture<AppendResult> done = new CompletableFuture<>();
      String key = UniversalEnvelope.parseFrom(envelope).getIdempotencyKey();
      log.append(Samples.AGENT, key, envelope, done::complete);
      assertThat(done.get()).isInstanceOf(AppendResult.Stored.class);
    }
  }

  private Path delimited(List<ByteString> envelopes) throws IOException {
    Path file = Files.createTempFile(directory, "telemetry", ".envelopes");
    try (OutputStream out = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(out);
      for (ByteString envelope : envelopes) {
        coded.writeBytesNoTag(envelope);
      }
      coded.flush();
    }
    return file;
  }

  private static ByteString flipped(ByteString envelope) {
    byte[] bytes = envelope.toByteArray();
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ifHCInOctets");
    bytes[name] ^= 1;
    return ByteString.copyFrom(bytes);
  }

  private static ByteString stray() {
    return Samples.chain("nobody", Samples.OTHER_KEY, 1).get(0);
  }

  private byte[] signature(int which) throws IOException {
    return UniversalEnvelope.parseFrom(chain.get(which)).getSig().toByteArray();
  }
}
