package org.opennms.plugins.trunkline.snmp;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Reads tables, large ones in parts at the same time. Thread-safe. */
final class TableReading {
  private final EngineLoop loop;
  private final Executor callbacks;
  private final InstantSource clock;
  private final int inFlightPerDevice;

  TableReading(EngineLoop loop, Executor callbacks, InstantSource clock, int inFlightPerDevice) {
    this.loop = loop;
    this.callbacks = callbacks;
    this.clock = clock;
    this.inFlightPerDevice = inFlightPerDevice;
  }

  /** The whole table. */
  CompletableFuture<TableResult> read(SnmpTarget target, TableRequest request) {
    return Completions.bound(
        walk(target, request, UnaryOperator.identity()), whole -> checked(target, request, whole));
  }

  /** The table part by part; what the future gives has no rows. */
  CompletableFuture<TableResult> read(
      SnmpTarget target, TableRequest request, Consumer<TableResult> block) {
    return walk(target, request, part -> handOn(part, block));
  }

  private static TableResult handOn(TableResult part, Consumer<TableResult> block) {
    block.accept(part);
    List<ColumnBuilder> empty =
        part.columns().stream().map(c -> new ColumnBuilder(c.root().getValue())).toList();
    return new TableResult(
        ResultBlock.of(part.block().readAt(), empty),
        part.defects(),
        part.failure(),
        part.varbinds());
  }

  private CompletableFuture<TableResult> walk(
      SnmpTarget target, TableRequest request, UnaryOperator<TableResult> handOn) {
    int atOnce = request.inFlight() > 0 ? request.inFlight() : inFlightPerDevice;
    return Completions.bound(
        PartedWalk.run(plan(target, request, atOnce), atOnce, part -> start(target, part), handOn),
        parts -> {
          TableResult table = TableParts.join(parts.stream().map(PartedWalk.Done::kept).toList());
          if (table.failure().isEmpty() && request.range().isAll()) {
            List<TableShapes.Sample> samples = parts.stream().map(PartedWalk.Done::sample).toList();
            shapes(target).ifPresent(s -> s.learn(table(request), samples, request.parts() > 1));
          }
          return CompletableFuture.completedFuture(table);
        });
  }

  private CompletableFuture<TableResult> start(SnmpTarget target, TableRequest part) {
    TableWalk walk = new TableWalk(loop.dispatcher(), target, part, clock, callbacks);
    loop.run(walk::proceed);
    return walk.future();
  }

  /** Parts in the order of their rows; the table as it is where nothing is known of it. */
  private List<TableRequest> plan(SnmpTarget target, TableRequest request, int atOnce) {
    int known = shapes(target).map(s -> s.rows(table(request))).orElse(0);
    int wanted = request.parts() > 0 ? request.parts() : usualParts(known, atOnce);
    boolean small = request.parts() == 0 && known <= TableShapes.LARGE;
    if (known == 0 || small || wanted == 1 || request.maxRows() < known) {
      return List.of(request);
    }
    return shapes(target).orElseThrow().parts(table(request), request.range(), wanted).stream()
        .map(part -> request.within(part.range()).expecting(part.rows()))
        .toList();
  }

  /** More parts than run at a time, since they are not of equal length; none too short. */
  private static int usualParts(int rows, int atOnce) {
    return atOnce * Math.max(1, Math.min(4, rows / (500 * atOnce)));
  }

  /** Reads the table once more, row by row, when the agent turns out to skip rows. */
  private CompletableFuture<TableResult> checked(
      SnmpTarget target, TableRequest request, TableResult table) {
    DeviceSession device = loop.dispatcher().devices().get(target.address());
    int repetitions =
        device == null ? 1 : device.repetitions().get(target.options().maxRepetitions());
    boolean complete = table.failure().isEmpty();
    if (repetitions == 1 || !complete || isV1(target) || device.trust().covers(repetitions)) {
      return CompletableFuture.completedFuture(table);
    }
    List<OID> suspects = SkippedRows.suspects(table);
    RowGaps gaps = RowGaps.of(table.columns(), request.range());
    if (suspects.isEmpty() && gaps.isEmpty()) {
      return CompletableFuture.completedFuture(table);
    }
    return Completions.bound(
        Completions.bound(hidden(target, suspects), found -> hidden(target, gaps, found)),
        found -> {
          if (found > 0) {
            return rowByRow(target, request, found);
          }
          // Also when it gave no answer to that: asking each time would tell no more.
          device.trust().proved(repetitions);
          return CompletableFuture.completedFuture(table);
        });
  }

  /** How many of these cells, which no answer held, the device does have. */
  private CompletableFuture<Long> hidden(SnmpTarget target, List<OID> suspects) {
    if (suspects.isEmpty()) {
      return CompletableFuture.completedFuture(0L);
    }
    int[][] names = suspects.stream().map(OID::getValue).toArray(int[][]::new);
    return Completions.bound(
        ask(target, RequestPdu.reading(PduType.GET, names)),
        answer -> CompletableFuture.completedFuture(present(answer)));
  }

  /** Rows that all columns lack show as gaps of the index; one request asks what is in there. */
  private CompletableFuture<Long> hidden(SnmpTarget target, RowGaps gaps, long found) {
    return found > 0 || gaps.isEmpty()
        ? CompletableFuture.completedFuture(found)
        : Completions.bound(
            ask(target, gaps.question()),
            answer -> CompletableFuture.completedFuture(hiding(gaps, answer)));
  }

  private static long hiding(RowGaps gaps, SnmpResult<List<VariableBinding>> answer) {
    return answer instanceof SnmpResult.Success<List<VariableBinding>> success
        ? gaps.hiding(success.value())
        : 0;
  }

  private CompletableFuture<SnmpResult<List<VariableBinding>>> ask(
      SnmpTarget target, RequestPdu question) {
    SingleQuery query = new SingleQuery(question, callbacks, loop.dispatcher());
    loop.start(target, query);
    return query.future();
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
}
