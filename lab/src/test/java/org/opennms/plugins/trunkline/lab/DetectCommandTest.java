package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class DetectCommandTest {
  private static final long START = 1_700_006_400;
  private static final int STEP = 300;

  @TempDir private Path series;
  @TempDir private Path out;

  @ParameterizedTest
  @CsvSource({
    "1700006400, 1700006400",
    "1700006400.9, 1700006400",
    "1.7000064E9, 1700006400",
    "1700006400123, 1700006400",
    "1700006400123456, 1700006400",
    "1700006400123456789, 1700006400",
    "2023-11-15 00:00:00, 1700006400",
    "2023-11-15T00:00:00, 1700006400",
    "2023-11-15T00:00:00Z, 1700006400",
    "2023-11-15 01:00:00.250+01:00, 1700006400",
    "2023-11-15T01:00:00+0100, 1700006400",
    "2023/11/15 00:00, 1700006400",
    "2023-11-15, 1700006400"
  })
  void times_are_read_as_they_are_usually_written(String text, long seconds) {
    assertThat(SeriesTime.parse(text)).hasValue(seconds);
  }

  @ParameterizedTest
  @CsvSource({"''", "yesterday", "2023-13-15 00:00:00", "2023-11-15 25:00:00", "NaN", "1e400"})
  void what_is_no_time_is_none(String text) {
    assertThat(SeriesTime.parse(text)).isEmpty();
  }

  @Test
  void rows_out_of_order_are_put_in_order_and_of_equal_times_the_first_counts() throws IOException {
    SeriesFile read = read("timestamp,value\n30,3\n10,1\n20,2\n10,9\n");

    assertThat(read.seconds()).containsExactly(10, 20, 30);
    assertThat(read.values()).containsExactly(1, 2, 3);
    assertThat(read.repeated()).isEqualTo(1);
  }

  @Test
  void values_that_are_none_are_kept_as_missing_and_rows_without_a_time_are_counted()
      throws IOException {
    SeriesFile read = read("timestamp,value\n10,\n20,NaN\n30,null\n40\n,5\nfoo,6\n50,7\n");

    assertThat(read.seconds()).containsExactly(10, 20, 30, 40, 50);
    assertThat(read.values()[0]).isNaN();
    assertThat(read.values()[4]).isEqualTo(7);
    assertThat(read.unreadable()).isEqualTo(2);
  }

  @Test
  void the_header_says_which_columns_are_meant_and_may_be_missing() throws IOException {
    assertThat(read("label,value,timestamp\n1,5,10\n").values()).containsExactly(5);
    assertThat(read("KPI ID,timestamp,value,label\nx,10,5,1\n").values()).containsExactly(5);
    assertThat(read("Time,Traffic in bits (a, b)\n10,5\n").values()).containsExactly(5);
    assertThat(read("timestamp,label,load\n10,1,5\n").values()).containsExactly(5);
    assertThat(read("10,5\n20,6\n").values()).containsExactly(5, 6);
  }

  @Test
  void line_ends_of_dos_byte_order_marks_and_other_delimiters_do_no_harm() throws IOException {
    assertThat(read("\ufefftimestamp,value\r\n10,5\r\n20,6\r\n").values()).containsExactly(5, 6);
    assertThat(read("timestamp;value\n10;5,5\n").values()).containsExactly(5.5);
    assertThat(read("timestamp\tvalue\n10\t5.5\n").values()).containsExactly(5.5);
    assertThat(read("").values()).isEmpty();
    assertThat(read("timestamp,value\n").values()).isEmpty();
  }

  private SeriesFile read(String text) throws IOException {
    Path file = series.resolve("one.csv");
    Files.writeString(file, text);
    return SeriesFile.read(file);
  }

  @Test
  void each_row_is_judged_with_a_time_as_written_and_labels_make_no_difference()
      throws IOException {
    write("plain.csv", 16, "0");
    write("labelled.csv", 16, "1");

    assertThat(run("--out", out.toString())).contains("plain.csv: 4608 samples");
    List<String> plain = Files.readAllLines(out.resolve("plain.csv"));
    assertThat(plain.get(0)).isEqualTo("timestamp,score,expected,lower,upper,state,alert");
    assertThat(plain).hasSize(4609);
    assertThat(plain.get(1)).startsWith(START + ",0.00000,").endsWith(",learning,0");
    assertThat(Files.readAllLines(out.resolve("labelled.csv"))).isEqualTo(plain);
  }

  @Test
  void what_comes_later_changes_nothing_of_what_was_said_before() throws IOException {
    write("short.csv", 16, "0");
    write("long.csv", 20, "0");
    run("--out", out.toString());

    List<String> before = Files.readAllLines(out.resolve("short.csv"));
    assertThat(Files.readAllLines(out.resolve("long.csv")).subList(0, before.size()))
        .isEqualTo(before);
  }

  @Test
  void an_empty_file_among_others_stops_nothing() throws IOException {
    Files.writeString(series.resolve("a.csv"), "");
    Files.writeString(series.resolve("b.csv"), "x,y\nfoo,bar\n");
    write("c.csv", 2, "0");

    assertThat(run("--out", out.toString())).contains("a.csv: 0 samples", "c.csv: 576 samples");
    assertThat(Files.readAllLines(out.resolve("a.csv"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void faults_that_are_put_in_are_found_on_regular_traffic(Injection.Kind kind) throws IOException {
    write("one.csv", 28, "0");

    String said = run("--inject", kind.name(), "--positions", "20");
    double found =
        Double.parseDouble(said.replaceAll("(?s).*" + kind + " ([0-9.]+) of 20.*", "$1"));

    // A ramp hides in the scatter longest; what recorded links give is in docs/baselines.md.
    double least = kind == Injection.Kind.RAMP_3H ? 0.6 : 0.75;
    assertThat(found).isGreaterThanOrEqualTo(least);
  }

  @Test
  void a_fault_lasts_as_long_whatever_the_step() {
    assertThat(Injection.Kind.DROP_2H.samples(60)).isEqualTo(120);
    assertThat(Injection.Kind.DROP_2H.samples(300)).isEqualTo(24);
    assertThat(Injection.Kind.DROP_2H.samples(3600)).isEqualTo(2);
    assertThat(Injection.Kind.SPIKE.samples(60)).isEqualTo(1);
    assertThat((double) Injection.Kind.DROP_6H.samples(7200)).isCloseTo(3, within(0.0));
  }

  @Test
  void a_series_too_short_for_faults_is_refused_in_words() throws IOException {
    write("one.csv", 3, "0");
    SeriesFile one = SeriesFile.read(series.resolve("one.csv"));

    assertThatThrownBy(() -> Injection.run(one, Injection.Kind.SPIKE, 1, 1, ZoneOffset.UTC))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("too short");
  }

  @Test
  void the_page_shows_each_series_with_band_and_needs_nothing_from_outside() throws IOException {
    write("a<b.csv", 16, "0");
    Path page = out.resolve("page.html");
    run("--report", page.toString());

    assertThat(Files.readString(page))
        .contains("<h2>a&lt;b.csv</h2>", "<polygon class=\"band\"", "<polyline class=\"value\"")
        .doesNotContain("NaN", "http://", "https://", "<script");
  }

  @Test
  void a_spike_of_one_sample_shows_in_the_plot_and_an_alert_in_the_table() throws IOException {
    write("link.csv", 60, "0");
    Path file = series.resolve("link.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    for (int i = 0; i < 12; i++) {
      String line = lines.get(288 * 50 + i);
      lines.set(288 * 50 + i, line.substring(0, line.indexOf(',')) + ",9e9,0");
    }
    Files.write(file, lines);
    Path page = out.resolve("page.html");
    run("--report", page.toString());

    assertThat(Files.readString(page))
        .contains("<text x=\"3\" y=\"12\">9.000e+09</text>")
        .containsPattern("<polyline class=\"value\" points=\"[^\"]*,0\\.0 ")
        .containsPattern(
            "<tr><td>[A-Z][a-z]{2} \\d{4}-\\d\\d-\\d\\d"
                + " [^<]*</td><td>\\d+</td><td>9.000e\\+09</td>");
  }

  private String run(String... options) {
    StringWriter said = new StringWriter();
    CommandLine line = new CommandLine(new DetectCommand()).setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    String[] all = new String[options.length + 2];
    all[0] = "--series";
    all[1] = series.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    assertThat(line.execute(all)).as(said.toString()).isZero();
    return said.toString();
  }

  private void write(String name, int days, String label) throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("timestamp,value,label\n");
    for (int i = 0; i < days * 288; i++) {
      long time = START + (long) i * STEP;
      double hour = time % 86_400 / 3600.0;
      double usual = 1e8 * (1.2 + Math.sin((hour - 9) / 24 * 2 * Math.PI));
      double value = usual * (1 + 0.05 * random.nextGaussian());
      text.append(String.format(Locale.ROOT, "%d,%.1f,%s%n", time, value, label));
    }
    Files.writeString(series.resolve(name), text.toString(), StandardCharsets.UTF_8);
  }
}
