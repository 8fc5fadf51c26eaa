package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A {@link TypeSpec} as one word or two, see {@link CompactTable}. Stateless. */
final class SyntaxText {
  private SyntaxText() {}

  static String write(TypeSpec spec) {
    StringBuilder text = new StringBuilder(spec.name());
    if (!spec.numbers().isEmpty()) {
      text.append(
          spec.numbers().stream()
              .map(number -> number.label() + "=" + number.number())
              .collect(Collectors.joining(",", "{", "}")));
    }
    text.append(ranges(spec.sizes(), "[", "]")).append(ranges(spec.values(), "(", ")"));
    return text.toString();
  }

  private static String ranges(List<ValueRange> ranges, String open, String close) {
    return ranges.isEmpty()
        ? ""
        : ranges.stream()
            .map(range -> range.low() + ".." + range.high())
            .collect(Collectors.joining("|", open, close));
  }

  static TypeSpec read(String text) {
    int end = text.length() - 1;
    return switch (text.charAt(end)) {
      case '}' -> {
        int open = text.indexOf('{');
        yield new TypeSpec(
            text.substring(0, open), numbers(text.substring(open + 1, end)), List.of(), List.of());
      }
      case ']' -> {
        int open = text.indexOf('[');
        List<ValueRange> sizes = ranges(text.substring(open + 1, end));
        yield new TypeSpec(text.substring(0, open), List.of(), sizes, List.of());
      }
      case ')' -> {
        int open = text.indexOf('(');
        List<ValueRange> values = ranges(text.substring(open + 1, end));
        yield new TypeSpec(text.substring(0, open), List.of(), List.of(), values);
      }
      default -> TypeSpec.of(text);
    };
  }

  private static List<NamedNumber> numbers(String text) {
    List<NamedNumber> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      numbers.add(
          new NamedNumber(
              part.substring(0, equals), Long.parseLong(part, equals + 1, part.length(), 10)));
    }
    return numbers;
  }

  private static List<ValueRange> ranges(String text) {
    List<ValueRange> ranges = new ArrayList<>();
    for (String part : text.split("\\|", -1)) {
      int dots = part.indexOf("..");
      ranges.add(
          new ValueRange(
              Long.parseLong(part, 0, dots, 10),
              Long.parseLong(part, dots + 2, part.length(), 10)));
    }
    return ranges;
  }
}
