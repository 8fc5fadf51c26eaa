package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.List;

/** The fields of one line, one after the other; empty ones at the end. Used by one thread. */
final class Fields {
  private final String line;
  private int at;

  Fields(String line) {
    this.line = line;
  }

  String next() {
    if (at > line.length()) {
      return "";
    }
    int tab = line.indexOf('\t', at);
    int end = tab < 0 ? line.length() : tab;
    String field = line.substring(at, end);
    at = end + 1;
    return field;
  }

  /** A field of words divided by spaces. */
  List<String> words() {
    return words(next());
  }

  static List<String> words(String field) {
    List<String> words = new ArrayList<>(4);
    int from = 0;
    while (from < field.length()) {
      int space = field.indexOf(' ', from);
      int end = space < 0 ? field.length() : space;
      words.add(field.substring(from, end));
      from = end + 1;
    }
    return words;
  }
}
