package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Reads tables, large ones in parts at the same time. Thread-safe. */
final class TableReading {
  private final EngineLoop loop;
  private final Executor callbacks;
  private final int partsOfLargeTables;

  TableReading(EngineLoop loop, Executor callbacks, int partsOfLargeTables) {
    this.loop = loop;
    this.callbacks = callbacks;
    this.partsOfLargeTables = partsOfLargeTables;
  }

  /** The whole table. */
  CompletableFuture<TableResult> read(SnmpTarget target, TableRequest request) {
    List<CompletableFuture<TableResult>> parts = start(target, request);
    return bound(
        parts,
        all(parts)
            .thenApply(
                done -> {
                  TableResult table =
                      TableParts.join(parts.stream().map(CompletableFuture::join).toList());
                  learn(target, request, table);
                  return table;
                })
            .thenCompose(table -> checked(target, request, table)));
  }

  /** Reads the table once more, row by row, when the agent turns out to skip rows. */
  private CompletableFuture<TableResult> checked(
      SnmpTarget target, TableRequest request, TableResult table) {
    List<OID> suspects = SkippedRows.suspects(table);
    boolean oneRowEach = target.options().maxRepetitions() == 1;
    if (suspects.isEmpty() || oneRowEach || table.failure().isPresent() || isV1(target)) {
      return CompletableFuture.completedFuture(table);
    }
    int[][] names = suspects.stream().map(OID::getValue).toArray(int[][]::new);
    SingleQuery query =
        new SingleQuery(RequestPdu.reading(PduType.GET, names), callbacks, loop.dispatcher());
    loop.start(target, query);
    return query
        .future()
        .thenCompose(
            answer -> {
              long skipped = present(answer);
              return skipped == 0
                  ? CompletableFuture.completedFuture(table)
                  : rowByRow(target, request, skipped);
            });
  }

  private static boolean isV1(SnmpTarget target) {
    return target.security() instanceof SnmpSecurity.Community community && community.v1();
  }

  private static long present(SnmpResult<List<VariableBinding>> answer) {
    return answer instanceof SnmpResult.Success<List<VariableBinding>> success
        ? success.value().stream().filter(vb -> !vb.isException()).count()
        : 0;
  }

  private CompletableFuture<TableResult> rowByRow(
      SnmpTarget target, TableRequest request, long skipped) {
    loop.run(now -> loop.dispatcher().skipped(target, skipped));
    RequestOptions options = target.options();
    SnmpTarget careful =
        new SnmpTarget(
            target.address(),
            target.security(),
            new RequestOptions(options.timeout(), options.retries(), 1));
    return read(careful, request);
  }

  /** The table part by part; what the future gives has no rows. */
  CompletableFuture<TableResult> read(
      SnmpTarget target, TableRequest request, Consumer<TableResult> block) {
    List<CompletableFuture<TableResult>> parts =
        start(target, request).stream()
            .map(part -> bound(List.of(part), part.thenApply(rows -> handOn(rows, block))))
            .toList();
    return bound(
        parts,
        all(parts)
            .thenApply(
                done -> TableParts.join(parts.stream().map(CompletableFuture::join).toList())));
  }

  private static TableResult handOn(TableResult rows, Consumer<TableResult> block) {
    block.accept(rows);
    List<Column> empty =
        rows.columns().stream()
            .map(c -> new Column(new ColumnBuilder(c.root().getValue())))
            .toList();
    return new TableResult(empty, rows.defects(), rows.failure(), rows.varbinds());
  }

  private List<CompletableFuture<TableResult>> start(SnmpTarget target, TableRequest request) {
    return parts(target, request).stream()
        .map(
            range -> {
              TableRequest part = range.equals(request.range()) ? request : request.within(range);
              TableWalk walk = new TableWalk(loop.dispatcher(), target, part, callbacks);
              loop.run(walk::proceed);
              return walk.future();
            })
        .toList();
  }

  private List<IndexRange> parts(SnmpTarget target, TableRequest request) {
    Optional<TableShapes> shapes = shapes(target);
    int wanted = request.parts() == 0 ? partsOfLargeTables : request.parts();
    return wanted == 1 || !request.range().isAll() || shapes.isEmpty()
        ? List.of(request.range())
        : shapes.get().parts(table(request), wanted);
  }

  private void learn(SnmpTarget target, TableRequest request, TableResult table) {
    if (table.failure().isEmpty() && request.range().isAll()) {
      Column longest =
          table.columns().stream()
              .reduce((left, right) -> left.rows() >= right.rows() ? left : right)
              .orElseThrow();
      shapes(target).ifPresent(s -> s.learn(table(request), longest));
    }
  }

  private Optional<TableShapes> shapes(SnmpTarget target) {
    return Optional.ofNullable(loop.dispatcher().devices().get(target.address()))
        .map(DeviceSession::shapes);
  }

  /** The entry that the first column belongs to. */
  private static OID table(TableRequest request) {
    OID entry = new OID(request.columns().get(0));
    entry.removeLast();
    return entry;
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<TableResult>> parts) {
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
  }

  /** Cancelling the whole cancels the parts. */
  private static CompletableFuture<TableResult> bound(
      List<CompletableFuture<TableResult>> parts, CompletableFuture<TableResult> whole) {
    CompletableFuture<TableResult> unused =
        whole.whenComplete(
            (table, fault) -> {
              if (whole.isCancelled()) {
                parts.forEach(part -> part.cancel(false));
              }
            });
    return whole;
  }
}
