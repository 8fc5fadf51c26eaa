package org.opennms.plugins.trunkline.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {

  private static final Instant PRECISE = Instant.parse("2026-11-20T08:00:00.123456789Z");

  @Test
  void people_are_shown_whole_seconds() {
    assertThat(Times.text(PRECISE)).isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void where_there_is_none_it_says_so() {
    assertThat(Times.text(Optional.empty(), "never")).isEqualTo("never");
    assertThat(Times.text(Optional.of(PRECISE), "never")).isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void cells_of_tables_are_shown_so_too() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Table table = new Table().column("At");
    table.row(PRECISE);

    table.print(new Screen(new PrintStream(out, true, UTF_8), 0));

    assertThat(out.toString(UTF_8)).contains("08:00:00Z").doesNotContain("123456789");
  }
}
