package org.opennms.plugins.trunkline.snmp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * What the optional tables of {@link LinkColumn} brought. Nothing that goes wrong with them fails
 * the reading.
 *
 * @param columns those that have rows; what was read before a walk failed is among them
 * @param partly columns that may lack rows
 * @param remarks what was odd, for an operator
 * @param varbinds received
 */
record LinkTables(
    Map<LinkColumn, Column> columns, Set<LinkColumn> partly, List<String> remarks, int varbinds) {
  private static final Column EMPTY =
      ResultBlock.of(Instant.EPOCH, List.of(new ColumnBuilder(new int[] {1, 3}))).columns().get(0);

  LinkTables {
    columns = Map.copyOf(columns);
    partly = Set.copyOf(partly);
    remarks = List.copyOf(remarks);
  }

  /** A column; without rows where the device has none. */
  Column column(LinkColumn which) {
    return columns.getOrDefault(which, EMPTY);
  }

  /**
   * Finds out with one request which tables there are, and reads those.
   *
   * @param interfaces how many the device says that it has
   * @param tables reads a table
   */
  static CompletableFuture<LinkTables> read(
      SnmpEngine engine,
      SnmpTarget target,
      int interfaces,
      Function<TableRequest, CompletableFuture<TableResult>> tables) {
    List<OID> scouts = Arrays.stream(LinkColumn.values()).map(LinkColumn::before).toList();
    return engine
        .getNext(target, scouts)
        .thenCompose(
            answer -> {
              if (answer instanceof SnmpResult.Success<List<VariableBinding>> success) {
                List<VariableBinding> first = success.value();
                return walk(present(first), interfaces, tables, first.size());
              }
              SnmpFailure why = ((SnmpResult.Failure<List<VariableBinding>>) answer).why();
              // SNMPv1 fails the whole request where one table is absent: each walk finds out.
              return why instanceof SnmpFailure.AgentError
                  ? walk(EnumSet.allOf(LinkColumn.class), interfaces, tables, 0)
                  : CompletableFuture.completedFuture(unread(why));
            });
  }

  private static LinkTables unread(SnmpFailure why) {
    return new LinkTables(
        Map.of(), Set.of(), List.of("Layers, VLANs and BGP not read: " + why.words()), 0);
  }

  private static Set<LinkColumn> present(List<VariableBinding> first) {
    Set<LinkColumn> present = EnumSet.noneOf(LinkColumn.class);
    int position = 0;
    for (LinkColumn column : LinkColumn.values()) {
      if (position < first.size()) {
        VariableBinding row = first.get(position++);
        if (!row.isException() && row.getOid().startsWith(column.object())) {
          present.add(column);
        }
      }
    }
    return present;
  }

  private static CompletableFuture<LinkTables> walk(
      Set<LinkColumn> present,
      int interfaces,
      Function<TableRequest, CompletableFuture<TableResult>> tables,
      int spent) {
    CompletableFuture<LinkTables> all =
        CompletableFuture.completedFuture(new LinkTables(Map.of(), Set.of(), List.of(), spent));
    for (LinkColumn.Walk walk : LinkColumn.Walk.values()) {
      Set<LinkColumn> wanted = LinkColumn.of(walk, present::contains);
      if (!wanted.isEmpty()) {
        List<OID> objects = wanted.stream().map(LinkColumn::object).toList();
        CompletableFuture<LinkTables> part =
            tables
                .apply(walk.request(objects, interfaces))
                .thenApply(table -> of(List.copyOf(wanted), table));
        all = all.thenCombine(part, LinkTables::and);
      }
    }
    return all;
  }

  private static LinkTables of(List<LinkColumn> wanted, TableResult table) {
    Map<LinkColumn, Column> columns = new EnumMap<>(LinkColumn.class);
    Set<LinkColumn> partly = EnumSet.noneOf(LinkColumn.class);
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      columns.put(wanted.get(i), table.columns().get(i));
    }
    table
        .failure()
        .ifPresent(
            why -> {
              partly.addAll(wanted);
              remarks.add(wanted + " not read to the end: " + why.words());
            });
    for (TableResult.Defect defect : table.defects()) {
      wanted.stream().filter(c -> c.object().equals(defect.column())).forEach(partly::add);
      remarks.add(defect.column() + ": " + defect.what());
    }
    return new LinkTables(columns, partly, remarks, table.varbinds());
  }

  private LinkTables and(LinkTables other) {
    Map<LinkColumn, Column> both = new EnumMap<>(LinkColumn.class);
    both.putAll(columns);
    both.putAll(other.columns);
    Set<LinkColumn> incomplete = EnumSet.noneOf(LinkColumn.class);
    incomplete.addAll(partly);
    incomplete.addAll(other.partly);
    List<String> all = new ArrayList<>(remarks);
    all.addAll(other.remarks);
    return new LinkTables(both, incomplete, all, varbinds + other.varbinds);
  }
}
