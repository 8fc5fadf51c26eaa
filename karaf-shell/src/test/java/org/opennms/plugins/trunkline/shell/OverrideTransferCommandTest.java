package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.operations.OverrideTransfer;

class OverrideTransferCommandTest {
  @TempDir Path directory;
  private final Store store = new Store();
  private final KarafShell shell = KarafShell.headless(store);

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void an_export_is_a_new_file_and_never_an_old_one() throws Exception {
    Path file = directory.resolve("out.csv");
    assertThat(shell.run("opennms-trunkline:overrides --export " + file)).contains("written to");
    assertThat(file).hasContent("exported");
    Files.writeString(file, "mine");
    refused("--export " + file, "exists already");
    assertThat(file).hasContent("mine");
    refused("--export " + directory.resolve("absent/x.csv"), "cannot be written");
  }

  @Test
  void an_import_names_who_imports_and_counts() throws Exception {
    store.outcome = new OverrideTransfer.Outcome(3, 2, List.of());
    assertThat(shell.run("opennms-trunkline:overrides --import " + file("text")))
        .contains("3 overrides set, 2 as they were, 0 lines skipped");
    assertThat(store.taken).containsExactly("text by alice skipping false");
  }

  @Test
  void problems_are_listed_harmlessly_and_fail_the_command() throws Exception {
    store.outcome = new OverrideTransfer.Outcome(0, 0, List.of("line 3: role is '\u001b[2J'"));
    refused("--import " + file("text"), "nothing was imported");
    assertThat(shell.printed())
        .contains("line 3: role is '\\u001b[2J'")
        .doesNotContain("\u001b[2J");
  }

  @Test
  void skipped_lines_are_told_and_do_not_fail_the_command_and_thousands_are_cut() throws Exception {
    store.outcome =
        new OverrideTransfer.Outcome(
            1, 0, IntStream.range(0, 5000).mapToObj(i -> "line " + i + ": bad").toList());
    assertThat(shell.run("opennms-trunkline:overrides --skip-bad --import " + file("text")))
        .contains("line 49: bad", "and 4950 more", "1 overrides set", "5000 lines skipped")
        .doesNotContain("line 50: bad");
    assertThat(store.taken).containsExactly("text by alice skipping true");
  }

  @Test
  void a_file_that_is_absent_a_folder_a_device_or_no_text_is_refused() throws Exception {
    Path latin1 = Files.write(directory.resolve("latin1.csv"), new byte[] {(byte) 0xfc, 'x'});
    refused("--import " + directory.resolve("absent.csv"), "is no file");
    refused("--import " + directory, "is no file");
    refused("--import /dev/zero", "is no file");
    refused("--import " + latin1, "not UTF-8");
    assertThat(store.taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--export a --import b", "--skip-bad", "--export a --skip-bad"})
  void options_that_do_not_go_together_are_refused(String options) {
    refused(options, "do not go together");
  }

  private void refused(String options, String why) {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:overrides " + options))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(why);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("in.csv"), text);
  }

  /** Answers as it is told. */
  private static final class Store implements OverrideTransfer {
    private final List<String> taken = new ArrayList<>();
    private Outcome outcome = new Outcome(0, 0, List.of());

    @Override
    public String export() {
      return "exported";
    }

    @Override
    public Outcome take(String csv, String by, Instant at, boolean skipBad) {
      taken.add(csv + " by " + by + " skipping " + skipBad);
      return outcome;
    }
  }
}
