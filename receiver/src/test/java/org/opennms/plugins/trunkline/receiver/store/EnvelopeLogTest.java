package org.opennms.plugins.trunkline.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

class EnvelopeLogTest {
  @TempDir Path directory;

  private final List<ByteString> envelopes = Samples.chain(40);

  @Test
  void what_is_stored_is_read_back_in_order_after_a_restart_too() throws Exception {
    try (EnvelopeLog log = open(Disk.real())) {
      for (int i = 0; i < 40; i++) {
        assertThat(append(log, i)).isEqualTo(new AppendResult.Stored(i));
      }
      assertThat(read(log, 0)).isEqualTo(envelopes);
    }
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(log.end()).isEqualTo(40);
      assertThat(read(log, 17)).isEqualTo(envelopes.subList(17, 40));
    }
    assertThat(Segments.list(directory).paths()).hasSizeGreaterThan(3);
  }

  @Test
  void an_envelope_is_stored_once_and_another_with_its_key_never() throws Exception {
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(append(log, 0)).isEqualTo(new AppendResult.Stored(0));
      assertThat(append(log, 0)).isEqualTo(new AppendResult.Duplicate());
      assertThat(append(log, key(0), envelopes.get(1))).isEqualTo(new AppendResult.Conflict());
    }
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(append(log, 0)).isEqualTo(new AppendResult.Duplicate());
      assertThat(append(log, key(0), envelopes.get(1))).isEqualTo(new AppendResult.Conflict());
      assertThat(append(log, 1)).isEqualTo(new AppendResult.Stored(1));
    }
  }

  @Test
  void the_same_envelope_many_times_at_once_is_stored_once() throws Exception {
    try (EnvelopeLog log = open(Disk.real())) {
      List<CompletableFuture<AppendResult>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        all.add(appendLater(log, key(i % 4), envelopes.get(i % 4)));
      }
      List<AppendResult> results = all.stream().map(CompletableFuture::join).toList();
      assertThat(results).filteredOn(r -> r instanceof AppendResult.Stored).hasSize(4);
      assertThat(results).filteredOn(r -> r instanceof AppendResult.Duplicate).hasSize(396);
      assertThat(log.end()).isEqualTo(4);
    }
  }

  @Test
  void a_file_torn_at_any_byte_keeps_every_whole_record() throws Exception {
    Path whole = Files.createDirectory(directory.resolve("whole"));
    try (EnvelopeLog log = openOneFile(whole)) {
      for (int i = 0; i < 3; i++) {
        append(log, i);
      }
    }
    byte[] bytes = Files.readAllBytes(Segments.list(whole).paths().get(0));
    for (int length = 0; length < bytes.length; length += 97) {
      Path torn = Files.createDirectory(directory.resolve("torn" + length));
      Files.write(torn.resolve("envelopes-0000000000000000000.log"), Arrays.copyOf(bytes, length));
      try (EnvelopeLog log = openOneFile(torn)) {
        int kept = (int) log.end();
        assertThat(kept).isEqualTo(wholeRecords(length));
        assertThat(append(log, 30)).isEqualTo(new AppendResult.Stored(kept));
        assertThat(read(log, 0)).hasSize(kept + 1).endsWith(envelopes.get(30));
      }
    }
  }

  @Test
  void damage_within_a_file_costs_the_damaged_record_only() throws Exception {
    try (EnvelopeLog log = openOneFile(directory)) {
      for (int i = 0; i < 10; i++) {
        append(log, i);
      }
    }
    Path file = Segments.list(directory).paths().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[place(3) + 200] ^= 1;
    Files.write(file, bytes);
    try (EnvelopeLog log = openOneFile(directory)) {
      assertThat(log.end()).isEqualTo(10);
      assertThat(read(log, 0)).hasSize(9).doesNotContain(envelopes.get(3));
      assertThat(append(log, 10)).isEqualTo(new AppendResult.Stored(10));
      assertThat(append(log, 9)).isEqualTo(new AppendResult.Duplicate());
    }
  }

  @Test
  void a_bit_flipped_anywhere_costs_the_record_it_lies_in_and_no_other() throws Exception {
    Path whole = Files.createDirectory(directory.resolve("whole"));
    try (EnvelopeLog log = openOneFile(whole)) {
      for (int i = 0; i < 5; i++) {
        append(log, i);
      }
    }
    byte[] bytes = Files.readAllBytes(Segments.list(whole).paths().get(0));
    for (int at = 0; at < bytes.length; at = at < 48 ? at + 1 : at + 211) {
      byte[] altered = bytes.clone();
      altered[at] ^= (byte) (1 << at % 8);
      Path copy = Files.createDirectory(directory.resolve("flipped" + at));
      Files.write(copy.resolve("envelopes-0000000000000000000.log"), altered);
      List<ByteString> rest = new ArrayList<>(envelopes.subList(0, 5));
      if (at >= RecordFormat.FILE_HEAD) {
        rest.remove(wholeRecords(at, 5));
      }
      try (EnvelopeLog log = openOneFile(copy)) {
        assertThat(read(log, 0)).as("byte %d", at).isEqualTo(rest);
        assertThat(append(log, 30)).isInstanceOf(AppendResult.Stored.class);
      }
      try (EnvelopeLog log = openOneFile(copy)) {
        rest.add(envelopes.get(30));
        assertThat(read(log, 0)).as("byte %d, after a restart", at).isEqualTo(rest);
      }
    }
  }

  @Test
  void the_altered_end_of_a_store_is_kept_beside_it() throws Exception {
    try (EnvelopeLog log = openOneFile(directory)) {
      append(log, 0);
      append(log, 1);
    }
    Path file = Segments.list(directory).paths().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[place(1) + 100] ^= 1;
    Files.write(file, bytes);
    try (EnvelopeLog log = openOneFile(directory)) {
      assertThat(log.damaged()).isEqualTo(1);
      assertThat(append(log, 1)).isEqualTo(new AppendResult.Stored(1));
    }
    assertThat(Path.of(file + ".tail-" + place(1)))
        .hasBinaryContent(Arrays.copyOfRange(bytes, place(1), bytes.length));
  }

  @Test
  void a_cursor_passes_over_a_record_that_was_damaged_while_the_store_was_open() throws Exception {
    try (EnvelopeLog log = openOneFile(directory)) {
      append(log, 0);
      append(log, 1);
      Path file = Segments.list(directory).paths().get(0);
      byte[] bytes = Files.readAllBytes(file);
      bytes[place(1) + 1] ^= 1;
      Files.write(file, bytes, StandardOpenOption.WRITE);
      try (LogCursor cursor = log.cursor(0)) {
        assertThat(cursor.next()).isPresent();
        assertThat(cursor.next()).isEmpty();
        assertThat(cursor.offset()).isEqualTo(2);
        append(log, 2);
        assertThat(cursor.next().orElseThrow().envelope()).isEqualTo(envelopes.get(2));
      }
    }
  }

  @Test
  void no_more_bytes_wait_than_may() throws Exception {
    FakeDisks.SlowDisk disk = new FakeDisks.SlowDisk();
    EnvelopeLog.Settings settings =
        new EnvelopeLog.Settings(directory, 1 << 20, 1_000, 3L * envelopes.get(0).size());
    try (EnvelopeLog log =
        new EnvelopeLog(settings, disk, InstantSource.system(), LogListener.none())) {
      CompletableFuture<AppendResult> first = appendLater(log, key(0), envelopes.get(0));
      disk.begun.acquire();
      List<CompletableFuture<AppendResult>> more = new ArrayList<>();
      for (int i = 1; i < 10; i++) {
        more.add(appendLater(log, key(i), envelopes.get(i)));
      }
      assertThat(more).filteredOn(CompletableFuture::isDone).hasSizeBetween(6, 8);
      assertThat(more.get(8)).isCompletedWithValue(new AppendResult.Busy());
      disk.goOn.release(100);
      assertThat(first.get(30, TimeUnit.SECONDS)).isInstanceOf(AppendResult.Stored.class);
      more.forEach(CompletableFuture::join);
      assertThat(append(log, 9)).isInstanceOf(AppendResult.Stored.class);
    }
  }

  @Test
  void while_the_disk_is_full_senders_are_told_and_then_it_goes_on_by_itself() throws Exception {
    FakeDisks.SmallDisk disk = new FakeDisks.SmallDisk(5_000);
    try (EnvelopeLog log = open(disk)) {
      int stored = 0;
      while (append(log, stored) instanceof AppendResult.Stored) {
        stored++;
      }
      assertThat(stored).isBetween(1, 10);
      assertThat(append(log, stored)).isEqualTo(new AppendResult.Failed("No space left on device"));
      assertThat(log.failure()).contains("No space");
      assertThat(append(log, 0)).isEqualTo(new AppendResult.Duplicate());
      disk.room.set(1_000_000);
      assertThat(append(log, stored)).isEqualTo(new AppendResult.Stored(stored));
      assertThat(log.failure()).isEmpty();
    }
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(read(log, 0)).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }
  }

  @Test
  void what_was_told_to_be_stored_outlives_a_power_cut_that_loses_whatever_was_not_forced()
      throws Exception {
    FakeDisks.ForgetfulDisk disk = new FakeDisks.ForgetfulDisk();
    try (EnvelopeLog log = open(disk)) {
      for (int i = 0; i < 40; i++) {
        assertThat(append(log, i)).isInstanceOf(AppendResult.Stored.class);
        disk.assertNothingIsOpen();
      }
    }
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(read(log, 0)).isEqualTo(envelopes);
    }
  }

  @Test
  void a_store_is_used_by_one_at_a_time() throws Exception {
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(log.end()).isZero();
      assertThatThrownBy(() -> open(Disk.real()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use by another receiver");
    }
  }

  @Test
  void a_file_begun_and_not_finished_is_set_aside() throws Exception {
    Files.write(directory.resolve("envelopes-0000000000000000000.log"), new byte[7]);
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(append(log, 0)).isEqualTo(new AppendResult.Stored(0));
    }
    assertThat(directory.resolve("envelopes-0000000000000000000.log.damaged")).exists();
  }

  @Test
  void who_waits_for_more_is_woken() throws Exception {
    try (EnvelopeLog log = open(Disk.real())) {
      assertThat(log.await(0, 1)).isFalse();
      CompletableFuture<Boolean> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return log.await(0, 60_000);
                } catch (InterruptedException e) {
                  return false;
                }
              });
      append(log, 0);
      assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_cursor_goes_over_stale_bytes_behind_the_end() throws Exception {
    try (EnvelopeLog log = openOneFile(directory)) {
      append(log, 0);
    }
    Path file = Segments.list(directory).paths().get(0);
    Files.write(file, new byte[100], StandardOpenOption.APPEND);
    try (EnvelopeLog log = openOneFile(directory)) {
      append(log, 1);
      assertThat(read(log, 0)).isEqualTo(envelopes.subList(0, 2));
    }
  }

  /** How many records end before a length of the file. */
  private int wholeRecords(int length) {
    return wholeRecords(length, 3);
  }

  private int wholeRecords(int length, int most) {
    int count = 0;
    while (place(count + 1) <= length && count < most) {
      count++;
    }
    return count;
  }

  private int place(int record) {
    return RecordFormat.FILE_HEAD
        + envelopes.stream().limit(record).mapToInt(RecordFormat::size).sum();
  }

  private EnvelopeLog open(Disk disk) throws IOException {
    return new EnvelopeLog(
        new EnvelopeLog.Settings(directory, 8_000, 1_000, 1 << 20),
        disk,
        InstantSource.system(),
        LogListener.none());
  }

  private static EnvelopeLog openOneFile(Path where) throws IOException {
    return EnvelopeLog.open(
        EnvelopeLog.Settings.of(where), InstantSource.system(), LogListener.none());
  }

  private AppendResult append(EnvelopeLog log, int which) throws Exception {
    return append(log, key(which), envelopes.get(which));
  }

  private String key(int which) throws IOException {
    return UniversalEnvelope.parseFrom(envelopes.get(which)).getIdempotencyKey();
  }

  private static AppendResult append(EnvelopeLog log, String key, ByteString envelope)
      throws Exception {
    return appendLater(log, key, envelope).get(30, TimeUnit.SECONDS);
  }

  private static CompletableFuture<AppendResult> appendLater(
      EnvelopeLog log, String key, ByteString envelope) {
    CompletableFuture<AppendResult> result = new CompletableFuture<>();
    log.append(Samples.AGENT, key, envelope, result::complete);
    return result;
  }

  private static List<ByteString> read(EnvelopeLog log, long from) throws IOException {
    List<ByteString> found = new ArrayList<>();
    try (LogCursor cursor = log.cursor(from)) {
      for (Optional<StoredRecord> r = cursor.next(); r.isPresent(); r = cursor.next()) {
        found.add(r.get().envelope());
      }
    }
    return found;
  }
}
