package org.opennms.plugins.trunkline.snmp.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Oid;
import org.opennms.plugins.trunkline.snmp.mib.Resolution;

/** Names as operators write them, resolved or refused with help. Stateless. */
final class MibNames {
  private static final int MOST_ALIKE = 5;
  private static final int SHORTEST_ALIKE = 3;

  private MibNames() {}

  /**
   * What a name stands for.
   *
   * @throws OperationException when it is unknown or ambiguous, or its index does not fit
   */
  static Resolution.Found find(MibTree tree, String name) {
    Resolution resolution = tree.resolve(name);
    if (resolution instanceof Resolution.Found found) {
      return found;
    }
    if (resolution instanceof Resolution.Ambiguous ambiguous) {
      throw new OperationException(
          "'" + name + "' is defined differently by several modules",
          "Give one of " + String.join(", ", ambiguous.candidates()) + ".",
          null);
    }
    if (resolution instanceof Resolution.BadIndex bad) {
      throw new OperationException(
          "'" + name + "' has no fitting index: " + bad.reason(),
          "The index is "
              + index(bad.symbol())
              + "; opennms-trunkline:mib-lookup shows its syntax.",
          null);
    }
    throw new OperationException(
        "'" + name + "' is not known: " + ((Resolution.Unknown) resolution).reason(),
        alike(tree, name)
            + "Add the module's text to etc/trunkline/mibs, or give the OID in numbers.",
        null);
  }

  /**
   * The instance that is meant; whoever says sysName means its only one.
   *
   * @throws OperationException when a column is named without an index
   */
  static Oid instance(Resolution.Found found) {
    boolean bare = found.index().size() == 0;
    if (bare && found.symbol().kind() == MibSymbol.Kind.COLUMN) {
      throw new OperationException(
          found.symbol().qualifiedName() + " has an instance per row, and none is named",
          "Put the index behind it, or read all with opennms-trunkline:snmp-walk.",
          null);
    }
    return bare && found.symbol().kind() == MibSymbol.Kind.SCALAR
        ? found.oid().child(0)
        : found.oid();
  }

  private static String index(MibSymbol symbol) {
    return symbol.index().isEmpty()
        ? ".0"
        : symbol.index().stream().map(part -> part.name()).collect(Collectors.joining("."));
  }

  private static String alike(MibTree tree, String name) {
    String wanted = label(name).toLowerCase(Locale.ROOT);
    if (wanted.length() < SHORTEST_ALIKE) {
      return "";
    }
    List<String> alike =
        tree.symbols().stream()
            .filter(symbol -> symbol.name().toLowerCase(Locale.ROOT).contains(wanted))
            .map(MibSymbol::qualifiedName)
            .distinct()
            .sorted(MibNames::shorterFirst)
            .limit(MOST_ALIKE)
            .toList();
    return alike.isEmpty() ? "" : "Alike are " + String.join(", ", alike) + ". ";
  }

  private static int shorterFirst(String one, String other) {
    int length = Integer.compare(one.length(), other.length());
    return length != 0 ? length : one.compareTo(other);
  }

  /** Without module and index. */
  private static String label(String name) {
    int colons = name.indexOf("::");
    String path = name.substring(colons < 0 ? 0 : colons + 2);
    int dot = path.indexOf('.', 1);
    return dot < 0 ? path : path.substring(0, dot);
  }
}
