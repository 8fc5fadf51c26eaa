package org.opennms.plugins.trunkline.snmp.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Ending;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Table;
import org.opennms.plugins.trunkline.operations.SnmpDesk.TableRow;
import org.opennms.plugins.trunkline.snmp.Column;
import org.opennms.plugins.trunkline.snmp.SnmpFailure;
import org.opennms.plugins.trunkline.snmp.TableResult;
import org.opennms.plugins.trunkline.snmp.mib.IndexValue;
import org.opennms.plugins.trunkline.snmp.mib.MibLocation;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol.Kind;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Oid;

/** Columns put side by side by their rows' indexes. Stateless. */
final class TableJoin {
  private TableJoin() {}

  /**
   * The readable columns of what an operator called a table.
   *
   * @throws OperationException when it is none
   */
  static List<MibSymbol> columns(MibTree tree, MibSymbol named) {
    if (named.kind() == Kind.COLUMN) {
      return List.of(named);
    }
    List<MibSymbol> rows = named.kind() == Kind.TABLE ? tree.children(named.oid()) : List.of(named);
    List<MibSymbol> columns =
        rows.stream()
            .filter(row -> row.kind() == Kind.ROW)
            .flatMap(row -> tree.children(row.oid()).stream())
            .filter(column -> column.kind() == Kind.COLUMN)
            .filter(column -> !column.access().equals("not-accessible"))
            .toList();
    if (columns.isEmpty()) {
      throw new OperationException(
          named.qualifiedName() + " is no table that a module describes",
          "opennms-trunkline:snmp-walk reads what stands below any name.",
          null);
    }
    return columns;
  }

  /** Rows by index; columns without any row are left out. */
  static Table join(MibTree tree, MibSymbol named, Question question, TableResult read, int limit) {
    List<Column> columns = read.columns().stream().filter(c -> c.rows() > 0).toList();
    Map<Oid, String[]> cells = new TreeMap<>();
    for (int at = 0; at < columns.size(); at++) {
      fill(tree, columns, at, cells);
    }
    List<TableRow> rows = new ArrayList<>();
    cells.entrySet().stream()
        .limit(limit)
        .forEach(
            row ->
                rows.add(
                    new TableRow(
                        index(tree, columns.get(0), row.getKey()), List.of(row.getValue()))));
    return new Table(
        named.qualifiedName(),
        columns.stream().map(c -> header(tree, c)).toList(),
        rows,
        ending(question, read, rows.size()));
  }

  private static void fill(MibTree tree, List<Column> columns, int at, Map<Oid, String[]> cells) {
    Column column = columns.get(at);
    for (int row = 0; row < column.rows(); row++) {
      String[] line =
          cells.computeIfAbsent(Oid.of(column.index(row)), index -> empty(columns.size()));
      line[at] = Wire.text(tree, column, row);
    }
  }

  private static String[] empty(int size) {
    String[] cells = new String[size];
    Arrays.fill(cells, "");
    return cells;
  }

  private static String header(MibTree tree, Column column) {
    return tree.locate(Wire.oid(column.root())).orElseThrow().symbol().name();
  }

  private static String index(MibTree tree, Column column, Oid index) {
    return tree.locate(Wire.oid(column.root()).append(index))
        .flatMap(MibLocation::values)
        .map(values -> values.stream().map(IndexValue::text).collect(Collectors.joining(".")))
        .orElseGet(index::toString);
  }

  static Ending ending(Question question, TableResult read, int rows) {
    Optional<SnmpFailure> limit = read.failure().filter(f -> f instanceof SnmpFailure.TooMany);
    return new Ending(
        rows,
        limit.isPresent(),
        read.defects().stream().map(TableResult.Defect::what).distinct().toList(),
        limit.isPresent() ? Optional.empty() : read.failure().map(question::failure));
  }
}
