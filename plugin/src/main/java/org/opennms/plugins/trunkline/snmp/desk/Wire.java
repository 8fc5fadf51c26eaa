package org.opennms.plugins.trunkline.snmp.desk;

import java.util.HexFormat;
import java.util.Locale;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;
import org.opennms.plugins.trunkline.snmp.Column;
import org.opennms.plugins.trunkline.snmp.ValueType;
import org.opennms.plugins.trunkline.snmp.mib.BaseType;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Oid;
import org.opennms.plugins.trunkline.snmp.mib.WireValue;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** From what the engine gives to what the names' formatting takes. Stateless. */
final class Wire {
  private static final HexFormat HEX = HexFormat.of();

  private Wire() {}

  /** A row for an operator. */
  static Row row(MibTree tree, VariableBinding varbind) {
    Oid oid = oid(varbind.getOid());
    if (varbind.isException() || varbind.getSyntax() == SMIConstants.SYNTAX_NULL) {
      return new Row(tree.name(oid), oid.toString(), absence(varbind.getSyntax()), "", "");
    }
    return row(tree, oid, value(varbind.getVariable()));
  }

  /** A value to be sent. */
  static Variable variable(WireValue value) {
    if (value instanceof WireValue.Identifier identifier) {
      return oid(identifier.oid());
    }
    if (value instanceof WireValue.Octets octets) {
      return switch (octets.type()) {
        case IP_ADDRESS -> new IpAddress(octets.octets());
        case OPAQUE -> new Opaque(octets.octets());
        default -> new OctetString(octets.octets());
      };
    }
    WireValue.Whole whole = (WireValue.Whole) value;
    return switch (whole.type()) {
      case UNSIGNED32 -> new Gauge32(whole.value());
      case COUNTER32 -> new Counter32(whole.value());
      case COUNTER64 -> new Counter64(whole.value());
      case TIME_TICKS -> new TimeTicks(whole.value());
      default -> new Integer32((int) whole.value());
    };
  }

  /** A row for an operator. */
  static Row row(MibTree tree, Column column, int row) {
    return row(tree, oid(column, row), value(column, row));
  }

  /** The instance that a column's row is. */
  static Oid oid(Column column, int row) {
    return oid(column.root()).append(Oid.of(column.index(row)));
  }

  static OID oid(Oid oid) {
    return new OID(oid.toArray());
  }

  static Oid oid(OID oid) {
    return Oid.of(oid.getValue());
  }

  /** A cell of a column, by its syntax. */
  static String text(MibTree tree, Column column, int row) {
    return tree.format(oid(column, row), value(column, row));
  }

  private static Row row(MibTree tree, Oid oid, WireValue value) {
    String type = type(value).name().toLowerCase(Locale.ROOT);
    return new Row(tree.name(oid), oid.toString(), type, tree.format(oid, value), raw(value));
  }

  private static String absence(int syntax) {
    return syntax == SMIConstants.EXCEPTION_NO_SUCH_OBJECT ? "no such object" : "no such instance";
  }

  private static WireValue value(Variable value) {
    if (value instanceof OID oid) {
      return new WireValue.Identifier(oid(oid));
    }
    if (value instanceof IpAddress address) {
      return new WireValue.Octets(BaseType.IP_ADDRESS, address.toByteArray());
    }
    if (value instanceof OctetString octets) {
      BaseType type = octets instanceof Opaque ? BaseType.OPAQUE : BaseType.OCTET_STRING;
      return new WireValue.Octets(type, octets.getValue());
    }
    return new WireValue.Whole(number(value.getSyntax()), value.toLong());
  }

  private static BaseType number(int syntax) {
    return switch (syntax) {
      case SMIConstants.SYNTAX_COUNTER32 -> BaseType.COUNTER32;
      case SMIConstants.SYNTAX_GAUGE32 -> BaseType.UNSIGNED32;
      case SMIConstants.SYNTAX_TIMETICKS -> BaseType.TIME_TICKS;
      case SMIConstants.SYNTAX_COUNTER64 -> BaseType.COUNTER64;
      default -> BaseType.INTEGER32;
    };
  }

  private static WireValue value(Column column, int row) {
    ValueType type = column.type(row);
    return switch (type) {
      case OBJECT_ID -> new WireValue.Identifier(oid(column.objectId(row)));
      case IP_ADDRESS -> new WireValue.Octets(BaseType.IP_ADDRESS, column.octets(row));
      case OPAQUE -> new WireValue.Octets(BaseType.OPAQUE, column.octets(row));
      case COUNTER32 -> new WireValue.Whole(BaseType.COUNTER32, column.number(row));
      case GAUGE32 -> new WireValue.Whole(BaseType.UNSIGNED32, column.number(row));
      case TIME_TICKS -> new WireValue.Whole(BaseType.TIME_TICKS, column.number(row));
      case COUNTER64 -> new WireValue.Whole(BaseType.COUNTER64, column.number(row));
      case INTEGER -> new WireValue.Whole(BaseType.INTEGER32, column.number(row));
      default -> new WireValue.Octets(BaseType.OCTET_STRING, column.octets(row));
    };
  }

  private static BaseType type(WireValue value) {
    if (value instanceof WireValue.Whole whole) {
      return whole.type();
    }
    return value instanceof WireValue.Octets octets ? octets.type() : BaseType.OBJECT_IDENTIFIER;
  }

  private static String raw(WireValue value) {
    if (value instanceof WireValue.Whole whole) {
      return whole.type() == BaseType.COUNTER64
          ? Long.toUnsignedString(whole.value())
          : Long.toString(whole.value());
    }
    return value instanceof WireValue.Octets octets
        ? HEX.formatHex(octets.octets())
        : ((WireValue.Identifier) value).oid().toString();
  }
}
