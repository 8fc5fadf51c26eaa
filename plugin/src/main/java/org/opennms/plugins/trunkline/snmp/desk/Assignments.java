package org.opennms.plugins.trunkline.snmp.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.snmp.SetValue;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Oid;
import org.opennms.plugins.trunkline.snmp.mib.Resolution;
import org.opennms.plugins.trunkline.snmp.mib.ValueReading;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** {@code NAME=VALUE} and {@code NAME:TYPE=VALUE}, read by the MIB. Immutable. */
final class Assignments {
  private static final Pattern TYPED =
      Pattern.compile("(.*[^:]):(" + SetValue.TYPES.replace(", ", "|") + ")");
  private static final Set<String> UNCHANGEABLE =
      Set.of("read-only", "not-accessible", "accessible-for-notify");
  private static final String CURRENT = "current";

  private final MibTree tree;
  private final Function<Oid, Variable> current;

  /**
   * One assignment.
   *
   * @param symbol of the object; the nearest one above an OID that no module describes
   * @param varbind to be sent
   */
  record Assigned(MibSymbol symbol, VariableBinding varbind) {}

  /**
   * Over the names in force.
   *
   * @param current reads an object from the device
   */
  Assignments(MibTree tree, Function<Oid, Variable> current) {
    this.tree = tree;
    this.current = current;
  }

  /** For a SET: objects that cannot be changed are refused. */
  List<VariableBinding> toSet(List<String> texts) {
    return texts.stream().map(text -> read(text, true).varbind()).toList();
  }

  /** For a notification. */
  List<Assigned> toSend(List<String> texts) {
    return texts.stream().map(text -> read(text, false)).toList();
  }

  private Assigned read(String text, boolean changing) {
    int equals = equalsSign(text);
    String name = text.substring(0, equals);
    String value = text.substring(equals + 1);
    Matcher typed = TYPED.matcher(name);
    Optional<String> type = typed.matches() ? Optional.of(typed.group(2)) : Optional.empty();
    Resolution.Found found = MibNames.find(tree, type.isPresent() ? typed.group(1) : name);
    if (type.isEmpty() && changing && UNCHANGEABLE.contains(found.symbol().access())) {
      throw new OperationException(
          found.symbol().qualifiedName() + " is " + found.symbol().access() + " by its module",
          "To try nevertheless, name the type behind the name: " + name + ":string=" + value,
          null);
    }
    Oid instance = MibNames.instance(found);
    Variable variable =
        type.map(t -> byType(t, value)).orElseGet(() -> bySyntax(found, instance, value));
    return new Assigned(found.symbol(), new VariableBinding(Wire.oid(instance), variable));
  }

  /** The first that is not within quotes, since an index may hold one. */
  private static int equalsSign(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      quoted ^= text.charAt(i) == '"';
      if (!quoted && text.charAt(i) == '=') {
        return i;
      }
    }
    throw new OperationException(
        "'" + text + "' is no assignment", "Write NAME=VALUE, or NAME:TYPE=VALUE.", null);
  }

  private static Variable byType(String type, String value) {
    return SetValue.parse(type, value)
        .orElseThrow(
            () ->
                new OperationException(
                    "'" + value + "' is no " + type, "Types are " + SetValue.TYPES + ".", null));
  }

  private Variable bySyntax(Resolution.Found found, Oid instance, String value) {
    MibSymbol symbol = found.symbol();
    if (!symbol.hasInstances()) {
      throw new OperationException(
          "No module describes " + found.oid() + ", so its type is not known",
          "Name it behind the name, as in "
              + found.oid()
              + ":integer=1; types are "
              + SetValue.TYPES
              + ".",
          null);
    }
    if (symbol.syntax().convention().equals("TestAndIncr") && value.equals(CURRENT)) {
      return current.apply(instance);
    }
    ValueReading reading = tree.read(symbol, value);
    if (reading instanceof ValueReading.Refused refused) {
      throw new OperationException(
          refused.reason(), "opennms-trunkline:mib-lookup shows the object's syntax.", null);
    }
    return Wire.variable(((ValueReading.Read) reading).value());
  }
}
