package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One series of a CSV file with a time and a value in each row, found by the header where it names
 * them, else the first and the second column. Further columns, labels among them, are never read.
 * Rows are put in order of time; of several with the same time the first counts.
 *
 * @param name the file's
 * @param times as written
 * @param seconds since 1970, rising
 * @param values NaN where there is none
 * @param unreadable rows without a time
 * @param repeated rows whose time was there before
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers, which nobody compares or changes.
record SeriesFile(
    String name,
    List<String> times,
    long[] seconds,
    double[] values,
    int unreadable,
    int repeated) {
  private static final Set<String> TIME_NAMES =
      Set.of("timestamp", "time", "date", "datetime", "date_time", "ts", "epoch", "_time");
  private static final Set<String> VALUE_NAMES =
      Set.of("value", "values", "val", "kpi", "y", "bits", "_value");
  private static final Set<String> LABEL_NAMES =
      Set.of("label", "labels", "anomaly", "is_anomaly", "missing");

  private record Row(String time, long seconds, double value) {}

  private record Columns(int time, int value, boolean header) {}

  /** All {@code *.csv} of a directory, by name. */
  static List<Path> of(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LabException(directory + " cannot be listed: " + e.getMessage());
    }
  }

  static SeriesFile read(Path file) {
    try {
      // Times and numbers are ASCII, so that any other bytes may be what they like.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return parse(file.getFileName().toString(), text.replaceFirst("^\u00ef\u00bb\u00bf", ""));
    } catch (IOException e) {
      throw new LabException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static SeriesFile parse(String name, String text) throws IOException {
    char delimiter = delimiter(text.lines().findFirst().orElse(""));
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setTrim(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    List<Row> rows = new ArrayList<>();
    int unreadable = 0;
    try (CSVParser records = format.parse(new StringReader(text))) {
      Columns columns = null;
      for (CSVRecord record : records) {
        if (columns == null) {
          columns = columns(record);
          if (columns.header()) {
            continue;
          }
        }
        OptionalLong time = SeriesTime.parse(cell(record, columns.time()));
        if (time.isPresent()) {
          double value = number(cell(record, columns.value()), delimiter == ';');
          rows.add(new Row(cell(record, columns.time()), time.getAsLong(), value));
        } else {
          unreadable++;
        }
      }
    }
    return inOrder(name, rows, unreadable);
  }

  private static SeriesFile inOrder(String name, List<Row> rows, int unreadable) {
    rows.sort(Comparator.comparingLong(Row::seconds));
    List<Row> kept = new ArrayList<>(rows.size());
    for (Row row : rows) {
      if (kept.isEmpty() || kept.get(kept.size() - 1).seconds() < row.seconds()) {
        kept.add(row);
      }
    }
    return new SeriesFile(
        name,
        kept.stream().map(Row::time).toList(),
        kept.stream().mapToLong(Row::seconds).toArray(),
        kept.stream().mapToDouble(Row::value).toArray(),
        unreadable,
        rows.size() - kept.size());
  }

  private static char delimiter(String line) {
    for (char candidate : new char[] {',', ';', '\t'}) {
      // A decimal comma may stand beside semicolons.
      boolean fits = line.indexOf(candidate) >= 0;
      if (fits && (candidate != ',' || line.indexOf(';') < 0)) {
        return candidate;
      }
    }
    return ',';
  }

  private static Columns columns(CSVRecord first) {
    if (SeriesTime.parse(cell(first, 0)).isPresent()) {
      return new Columns(0, 1, false);
    }
    int time = find(first, TIME_NAMES, 0);
    int value = find(first, VALUE_NAMES, -1);
    for (int i = 0; value < 0 && i < first.size(); i++) {
      boolean label = LABEL_NAMES.contains(first.get(i).toLowerCase(Locale.ROOT));
      value = i > time && !label ? i : -1;
    }
    return new Columns(time, value < 0 ? 1 : value, true);
  }

  private static int find(CSVRecord header, Set<String> names, int otherwise) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return otherwise;
  }

  private static String cell(CSVRecord record, int column) {
    return column < record.size() ? record.get(column) : "";
  }

  private static double number(String text, boolean decimalComma) {
    try {
      return Double.parseDouble(decimalComma ? text.replace(',', '.') : text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
