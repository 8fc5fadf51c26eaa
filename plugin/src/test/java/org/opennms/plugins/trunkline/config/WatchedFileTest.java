package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
  @TempDir private Path dir;
  private Path path;
  private WatchedFile<String> file;

  @BeforeEach
  void watch() {
    path = dir.resolve("rules.yaml");
    file = new WatchedFile<>(path, "trunkline/rules.yaml", WatchedFileTest::read, "absent");
  }

  @Test
  void an_absent_file_has_its_own_value_and_no_problem() {
    assertThat(file.refresh()).isTrue();
    assertThat(file.value()).isEqualTo("absent");
    assertThat(file.problems()).isEmpty();
    assertThat(file.refresh()).as("nothing new").isFalse();
  }

  @Test
  void a_file_is_in_force_when_it_was_refreshed_and_not_before() throws IOException {
    Files.writeString(path, "one");
    assertThat(file.value()).isEqualTo("absent");
    assertThat(file.read().value()).contains("one");
    assertThat(file.value()).isEqualTo("absent");
    assertThat(file.refresh()).isTrue();
    assertThat(file.value()).isEqualTo("one");
    assertThat(file.refresh()).isFalse();
    Files.writeString(path, "three");
    assertThat(file.refresh()).isTrue();
    assertThat(file.value()).isEqualTo("three");
    Files.delete(path);
    assertThat(file.refresh()).isTrue();
    assertThat(file.value()).isEqualTo("absent");
  }

  @Test
  void a_bad_edit_leaves_the_last_good_one_in_force() throws IOException {
    Files.writeString(path, "one");
    file.refresh();
    Files.writeString(path, "bad one");
    assertThat(file.refresh()).isFalse();
    assertThat(file.value()).isEqualTo("one");
    assertThat(file.problems())
        .singleElement()
        .hasToString("trunkline/rules.yaml:1: word: 'bad' is no rule. Remove it.");
    Files.writeString(path, "good");
    assertThat(file.refresh()).isTrue();
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void what_is_no_text_is_a_problem_with_a_remedy() throws IOException {
    Files.write(path, new byte[] {'a', (byte) 0xc3, (byte) 0x28});
    assertRefused("is not UTF-8 text", "Save it as UTF-8.");
  }

  @Test
  void what_cannot_be_read_is_a_problem_with_a_remedy() throws IOException {
    Files.createDirectory(path);
    assertRefused("cannot be read", "Check its owner and permissions.");
  }

  @Test
  void a_huge_file_is_not_read() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(17L << 20);
    }
    assertRefused("is larger than 16 MiB", "Shorten it.");
  }

  private void assertRefused(String what, String remedy) {
    assertThat(file.refresh()).isFalse();
    assertThat(file.value()).isEqualTo("absent");
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.what()).startsWith(what))
        .satisfies(p -> assertThat(p.remedy()).isEqualTo(remedy));
  }

  private static ConfigReading<String> read(String text) {
    if (text.startsWith("bad")) {
      Problem problem =
          new Problem("trunkline/rules.yaml", 1, "word", "'bad' is no rule", "Remove it.");
      return new ConfigReading<>(Optional.empty(), List.of(problem), List.of());
    }
    return new ConfigReading<>(Optional.of(text), List.of(), List.of());
  }
}
