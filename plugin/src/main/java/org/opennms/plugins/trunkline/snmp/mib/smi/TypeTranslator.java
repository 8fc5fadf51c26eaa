package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.NumberContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.PlainTypeContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.SpanContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.TypeContext;
import org.opennms.plugins.trunkline.snmp.mib.smi.grammar.SmiParser.ValueContext;

/** SYNTAX clauses: parse trees to {@link TypeSpec}s. */
final class TypeTranslator {
  private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger HIGHEST = BigInteger.valueOf(Long.MAX_VALUE);

  private TypeTranslator() {}

  static TypeSpec spec(TypeContext type) throws BadValueException {
    if (type.plainType() == null) {
      return TypeSpec.of(type.OF() != null ? TypeSpec.TABLE : "");
    }
    List<ValueRange> ranges = ranges(type);
    boolean isSize = type.constraint() != null && type.constraint().SIZE() != null;
    return new TypeSpec(
        name(type.plainType()),
        numbers(type),
        isSize ? ranges : List.of(),
        isSize ? List.of() : ranges);
  }

  private static String name(PlainTypeContext type) {
    if (type.OCTET() != null) {
      return "OCTET STRING";
    }
    return type.OBJECT() != null ? "OBJECT IDENTIFIER" : type.getText();
  }

  private static List<NamedNumber> numbers(TypeContext type) throws BadValueException {
    List<NamedNumber> numbers = new ArrayList<>();
    if (type.numbers() != null) {
      for (NumberContext number : type.numbers().number()) {
        numbers.add(new NamedNumber(number.NAME().getText(), value(number.value())));
      }
    }
    return numbers;
  }

  private static List<ValueRange> ranges(TypeContext type) throws BadValueException {
    List<ValueRange> ranges = new ArrayList<>();
    if (type.constraint() != null) {
      for (SpanContext span : type.constraint().span()) {
        long low = value(span.value(0));
        ranges.add(new ValueRange(low, span.value().size() > 1 ? value(span.value(1)) : low));
      }
    }
    return ranges;
  }

  private static long value(ValueContext value) throws BadValueException {
    if (value.NUMBER() != null) {
      return clamped(value.getText(), 10);
    }
    if (value.BASED_NUMBER() != null) {
      return based(value.getText());
    }
    return switch (value.getText()) {
      case "MIN" -> Long.MIN_VALUE;
      case "MAX" -> Long.MAX_VALUE;
      default -> throw new BadValueException("'" + value.getText() + "' is no number");
    };
  }

  private static long based(String text) throws BadValueException {
    String digits = text.substring(1, text.length() - 2).replaceAll("\\s", "");
    boolean isBinary = Character.toUpperCase(text.charAt(text.length() - 1)) == 'B';
    return digits.isEmpty() ? 0 : clamped(digits, isBinary ? 2 : 16);
  }

  private static long clamped(String digits, int radix) throws BadValueException {
    if (digits.length() > 64) {
      throw new BadValueException("a number of " + digits.length() + " digits is beyond any range");
    }
    try {
      return new BigInteger(digits, radix).max(LOWEST).min(HIGHEST).longValue();
    } catch (NumberFormatException e) {
      throw new BadValueException("'" + digits + "' is no number to the base " + radix);
    }
  }
}
