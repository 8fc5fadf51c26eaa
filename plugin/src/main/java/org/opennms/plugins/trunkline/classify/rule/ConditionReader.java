package org.opennms.plugins.trunkline.classify.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.opennms.plugins.trunkline.classify.text.Bandwidths;
import org.opennms.plugins.trunkline.config.YamlNode;

/** Reads a rule's {@code match}. */
final class ConditionReader {
  private static final int LONGEST_EXPRESSION = 1000;
  private static final String KEYS = Field.SPELLINGS + ", " + NumberField.SPELLINGS + ", address";
  private static final String TESTS = "equals, starts, contains or regex";

  private final RuleProblems problems;

  ConditionReader(RuleProblems problems) {
    this.problems = problems;
  }

  List<Condition> read(YamlNode match, int ruleLine) {
    if (!(match instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(ruleLine, "match", "matches nothing", "Name at least one of " + KEYS + ".");
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    mapping.entries().forEach((key, value) -> condition(key, value, conditions));
    return conditions;
  }

  private void condition(String key, YamlNode value, List<Condition> conditions) {
    Optional<Field> field = Field.parse(key);
    Optional<NumberField> number = NumberField.parse(key);
    if (key.equals("metadata") && value instanceof YamlNode.Mapping entries) {
      entries.entries().forEach((name, test) -> text(Field.METADATA, name, test, conditions));
    } else if (field.isPresent()) {
      text(field.get(), "", value, conditions);
    } else if (number.isPresent()) {
      List<Condition.Range> ranges = all("match." + key, value, t -> range(number.get(), t));
      conditions.add(new Condition.Numeric(number.get(), ranges));
    } else if (key.equals("address")) {
      Set<Condition.Network> networks =
          new LinkedHashSet<>(all("match.address", value, ConditionReader::network));
      conditions.add(new Condition.Address(networks));
    } else {
      problems.add(value.line(), "match." + key, "is unknown", "Use " + KEYS + ".");
    }
  }

  private void text(Field field, String key, YamlNode value, List<Condition> conditions) {
    String where = "match." + field.spelling + (key.isEmpty() ? "" : "." + key);
    Optional<TextMatch> test =
        value instanceof YamlNode.Mapping mapping
            ? test(where, mapping)
            : Optional.of(new TextMatch.Equals(texts(where, value)));
    test.ifPresent(t -> conditions.add(new Condition.Text(field, key, t)));
  }

  private Optional<TextMatch> test(String where, YamlNode.Mapping mapping) {
    Set<String> keys = mapping.entries().keySet();
    String kind = keys.stream().filter(k -> !k.equals("literals")).findFirst().orElse("");
    boolean one =
        keys.size() == 1 || (keys.size() == 2 && kind.equals("regex") && keys.contains("literals"));
    if (!one) {
      problems.add(mapping.line(), where, "needs one test", "Use one of " + TESTS + ".");
      return Optional.empty();
    }
    YamlNode value = mapping.get(kind).orElseThrow();
    return switch (kind) {
      case "equals" -> Optional.of(new TextMatch.Equals(texts(where, value)));
      case "starts" -> Optional.of(new TextMatch.Starts(texts(where, value)));
      case "contains" -> Optional.of(new TextMatch.Contains(texts(where, value)));
      case "regex" -> regex(where, value, mapping.get("literals"));
      default -> {
        problems.add(value.line(), where + "." + kind, "is no test", "Use one of " + TESTS + ".");
        yield Optional.empty();
      }
    };
  }

  private Optional<TextMatch> regex(String where, YamlNode value, Optional<YamlNode> given) {
    String expression = value instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    if (expression.isEmpty() || expression.length() > LONGEST_EXPRESSION) {
      problems.add(
          value.line(),
          where,
          "the expression is empty or too long",
          "Write 1 to " + LONGEST_EXPRESSION + " characters.");
      return Optional.empty();
    }
    Set<String> literals =
        given.map(node -> texts(where + ".literals", node)).orElse(RequiredLiterals.of(expression));
    if (literals.isEmpty()) {
      problems.add(
          value.line(),
          where,
          "'"
              + expression
              + "' can match without any fixed text, so it would be tried on all texts",
          "Add 'literals: [...]' with texts of which one stands in every match.");
      return Optional.empty();
    }
    try {
      Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
      return Optional.of(new TextMatch.Regex(pattern, literals));
    } catch (PatternSyntaxException e) {
      problems.add(
          value.line(),
          where,
          "'" + expression + "': " + e.getDescription(),
          "Write an RE2 expression; it has no look-around and no back references.");
      return Optional.empty();
    }
  }

  private Set<String> texts(String where, YamlNode value) {
    return new LinkedHashSet<>(
        all(
            where,
            value,
            t -> t.isEmpty() ? Optional.empty() : Optional.of(t.toLowerCase(Locale.ROOT))));
  }

  /** A scalar or a list of them, each read; what cannot be read becomes a problem. */
  private <T> List<T> all(String where, YamlNode value, Function<String, Optional<T>> reader) {
    List<YamlNode> nodes = value instanceof YamlNode.Sequence list ? list.items() : List.of(value);
    List<T> read = new ArrayList<>(nodes.size());
    for (YamlNode node : nodes) {
      String text = node instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
      Optional<T> one = reader.apply(text);
      one.ifPresent(read::add);
      if (one.isEmpty()) {
        problems.add(node.line(), where, "'" + text + "' is not understood", "See the examples.");
      }
    }
    return read;
  }

  /** {@code 6}, {@code 100-199}, {@code >=10G}, {@code <1G}. */
  private static Optional<Condition.Range> range(NumberField field, String text) {
    int digits = 0;
    while (digits < text.length() && "<>= ".indexOf(text.charAt(digits)) >= 0) {
      digits++;
    }
    String operator = text.substring(0, digits).strip();
    String rest = text.substring(digits);
    int dash = rest.indexOf('-');
    if (operator.isEmpty() && dash > 0) {
      OptionalLong min = number(field, rest.substring(0, dash));
      OptionalLong max = number(field, rest.substring(dash + 1));
      return min.isPresent() && max.isPresent()
          ? Optional.of(new Condition.Range(min.getAsLong(), max.getAsLong()))
          : Optional.empty();
    }
    OptionalLong value = number(field, rest);
    return value.isEmpty() ? Optional.empty() : range(operator, value.getAsLong());
  }

  private static Optional<Condition.Range> range(String operator, long value) {
    return switch (operator) {
      case "", "=" -> Optional.of(new Condition.Range(value, value));
      case ">=" -> Optional.of(new Condition.Range(value, Long.MAX_VALUE));
      case ">" -> Optional.of(new Condition.Range(value + 1, Long.MAX_VALUE));
      case "<=" -> Optional.of(new Condition.Range(Long.MIN_VALUE, value));
      case "<" -> Optional.of(new Condition.Range(Long.MIN_VALUE, value - 1));
      default -> Optional.empty();
    };
  }

  private static OptionalLong number(NumberField field, String text) {
    if (field == NumberField.SPEED) {
      return Bandwidths.parse(text);
    }
    return text.strip().matches("\\d{1,10}")
        ? OptionalLong.of(Long.parseLong(text.strip()))
        : OptionalLong.empty();
  }

  /** Never asks a name server: only digits, colons and points pass. */
  private static Optional<Condition.Network> network(String text) {
    int slash = text.indexOf('/');
    String base = slash < 0 ? text : text.substring(0, slash);
    if (!base.matches("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(base);
      int bits = 8 * address.getAddress().length;
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      return prefix >= 0 && prefix <= bits
          ? Optional.of(new Condition.Network(address, prefix))
          : Optional.empty();
    } catch (UnknownHostException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
