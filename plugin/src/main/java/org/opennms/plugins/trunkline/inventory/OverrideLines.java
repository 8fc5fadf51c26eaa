package org.opennms.plugins.trunkline.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;

/** Reads a CSV text of overrides to its end and gathers what is wrong with it. For one use. */
final class OverrideLines {
  private static final ObjectReader CSV =
      Formats.csv().readerForListOf(String.class).with(CsvParser.Feature.WRAP_AS_ARRAY);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String by;
  private final Instant at;
  private final Map<InterfaceKey, InterfaceOverride> decisions = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private boolean broken;

  private OverrideLines(String by, Instant at) {
    this.by = by;
    this.at = at;
  }

  /** Reads all lines; {@code by} and {@code at} stand in where a line does not say. */
  static OverrideLines read(String csv, String by, Instant at) {
    OverrideLines lines = new OverrideLines(by, at);
    lines.read(csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv);
    return lines;
  }

  /** Those of the sound lines, in the order of the text. */
  Map<InterfaceKey, InterfaceOverride> decisions() {
    return decisions;
  }

  /** One for each wrong line. */
  List<String> problems() {
    return problems;
  }

  /** Whether the text cannot be told into lines to its end, so that no line is to be trusted. */
  boolean isBroken() {
    return broken;
  }

  private void read(String csv) {
    int line = 1;
    try (MappingIterator<List<String>> records = CSV.readValues(csv)) {
      if (!records.hasNextValue()) {
        fail(1, "the file is empty", "Begin with the header " + OverrideCsv.HEADER + ".");
        return;
      }
      Map<String, Integer> columns = columns(records.nextValue());
      while (!broken) {
        line = records.getParser().currentLocation().getLineNr();
        if (!records.hasNextValue()) {
          return;
        }
        line(Math.max(2, line), columns, records.nextValue());
      }
    } catch (JsonProcessingException e) {
      int where = e.getLocation() == null ? line : e.getLocation().getLineNr();
      fail(where, "no CSV: " + e.getOriginalMessage(), "Close each quote, double those inside.");
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  private Map<String, Integer> columns(List<String> header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip();
      if (!OverrideCsv.COLUMNS.contains(name) || columns.put(name, i) != null) {
        fail(
            1,
            "'" + OverrideRow.shown(name) + "' is no column, or is there twice",
            "The header is " + OverrideCsv.HEADER + ".");
      }
    }
    if (!columns.keySet().containsAll(List.of("node", "name"))) {
      String what = "the header " + new TreeSet<>(columns.keySet()) + " lacks node or name";
      fail(1, what, "The header is " + OverrideCsv.HEADER + ".");
    }
    return columns;
  }

  private void line(int number, Map<String, Integer> columns, List<String> fields) {
    if (fields.stream().allMatch(String::isBlank)) {
      return;
    }
    try {
      if (fields.size() != columns.size()) {
        throw new BadOverrideException(
            fields.size() + " fields for " + columns.size() + " columns",
            "Quote fields that hold commas.");
      }
      OverrideRow row = new OverrideRow(columns, fields);
      InterfaceKey key = row.key();
      InterfaceOverride decision = row.decision(by, at);
      if (decisions.putIfAbsent(key, decision) != null) {
        throw new BadOverrideException(
            OverrideRow.shown(key.toString()) + " is there twice", "Keep one of the lines.");
      }
    } catch (BadOverrideException e) {
      problems.add("line " + number + ": " + e.getMessage());
    }
  }

  private void fail(int line, String what, String remedy) {
    broken = true;
    problems.add("line " + line + ": " + what + ". " + remedy);
  }
}
