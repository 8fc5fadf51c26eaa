package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.snmp4j.smi.OID;

/**
 * Walks several columns together, each from where it stands, with as many rows a request as the
 * device has proved to answer. Ends on any behaviour of the agent: every answer must bring at least
 * one column further. Loop only.
 */
final class TableWalk implements Query {
  private static final int MAX_OCTETS = 256 << 20;

  private final Dispatcher dispatcher;
  private final SnmpTarget target;
  private final TableRequest request;
  private final Executor callbacks;
  private final CompletableFuture<TableResult> future = new CompletableFuture<>();
  private final List<ColumnCursor> columns = new ArrayList<>();
  private final boolean v1;
  private List<ColumnCursor> asked = List.of();
  private int askedRows;
  private int mostRows;
  private int columnsPerRequest;
  private boolean oneByOne;
  private int varbinds;
  private DeviceSession device;

  TableWalk(Dispatcher dispatcher, SnmpTarget target, TableRequest request, Executor callbacks) {
    this.dispatcher = dispatcher;
    this.target = target;
    this.request = request;
    this.callbacks = callbacks;
    this.v1 = target.security() instanceof SnmpSecurity.Community c && c.v1();
    for (OID column : request.columns()) {
      columns.add(new ColumnCursor(column.getValue().clone(), request.range()));
    }
    columnsPerRequest = columns.size();
  }

  CompletableFuture<TableResult> future() {
    return future;
  }

  /** Asks for the next rows. */
  void proceed(long now) {
    List<ColumnCursor> open = columns.stream().filter(c -> !c.ended()).toList();
    Optional<SnmpFailure> limit = limitReached();
    if (open.isEmpty() || limit.isPresent()) {
      finish(limit);
      return;
    }
    asked =
        open.size() <= columnsPerRequest
            ? open
            : open.stream()
                .sorted(Comparator.comparingInt(c -> c.rows().rows()))
                .limit(columnsPerRequest)
                .toList();
    mostRows = 0;
    dispatcher.start(target, this, now);
  }

  private Optional<SnmpFailure> limitReached() {
    int rows = 0;
    long octets = 0;
    for (ColumnCursor column : columns) {
      rows = Math.max(rows, column.rows().rows());
      octets += column.rows().octetsUsed();
    }
    boolean tooMany = rows >= request.maxRows() || octets >= MAX_OCTETS;
    return tooMany ? Optional.of(new SnmpFailure.TooMany(rows)) : Optional.empty();
  }

  @Override
  public boolean cancelled() {
    return future.isDone();
  }

  @Override
  public RequestPdu pdu(int attempt) {
    int[][] names = new int[asked.size()][];
    for (int i = 0; i < names.length; i++) {
      names[i] = asked.get(i).next();
    }
    // Some agents fail only on GETBULK: the last attempt does without it.
    boolean lastResort = attempt > 1 && attempt == target.options().retries();
    boolean single = v1 || oneByOne || lastResort;
    askedRows = single ? 1 : rowsToAsk();
    mostRows = Math.max(mostRows, askedRows);
    return single
        ? RequestPdu.reading(PduType.GET_NEXT, names)
        : RequestPdu.bulk(0, askedRows, names);
  }

  private int rowsToAsk() {
    DeviceSession session = dispatcher.devices().get(target.address());
    int learned = session == null ? 1 : session.repetitions().get(limit());
    if (request.expectedRows() == 0) {
      return learned;
    }
    int read = asked.stream().mapToInt(c -> c.rows().rows()).min().orElse(0);
    // One more than expected tells that the end is reached.
    return Math.min(learned, Math.max(1, request.expectedRows() - read + 1));
  }

  private int limit() {
    return target.options().maxRepetitions();
  }

  @Override
  public void attemptFailed() {
    shrink(dispatcher.devices().get(target.address()));
  }

  private boolean shrink(DeviceSession session) {
    boolean lowered = session != null && session.repetitions().failed(askedRows);
    if (lowered) {
      dispatcher.count(session, Counters.Event.SHRINK, 1);
    }
    return lowered;
  }

  @Override
  public void answered(AnswerPdu answer, Answered how) throws MalformedMessageException {
    device = how.device();
    if (answer.errorStatus() != ErrorStatus.NO_ERROR) {
      errorAnswered(answer.errorStatus(), answer.errorIndex());
      return;
    }
    if (answer.isEmpty()) {
      errorAnswered(ErrorStatus.TOO_BIG, 0);
      return;
    }
    take(answer);
    boolean full = asked.stream().allMatch(c -> c.ended() || c.gainedInAnswer() >= askedRows);
    if (full && how.prompt() && askedRows > 1) {
      device.repetitions().full(askedRows, limit());
    }
    proceed(System.nanoTime());
  }

  private void take(AnswerPdu answer) throws MalformedMessageException {
    asked.forEach(ColumnCursor::beginAnswer);
    int count = 0;
    int most = asked.size() * mostRows;
    try {
      while (answer.next()) {
        Discard discard =
            count < most ? asked.get(count % asked.size()).take(answer) : Discard.EXCESS;
        count++;
        if (discard != null) {
          dispatcher.discard(device, discard, 1);
        }
      }
    } finally {
      varbinds += count;
      dispatcher.count(device, Counters.Event.VARBIND, count);
    }
    asked.forEach(ColumnCursor::endAnswer);
  }

  /** Asks for less where that may help, gives one column up where the agent names it, or ends. */
  private void errorAnswered(int status, int index) {
    ColumnCursor named = index >= 1 && index <= asked.size() ? asked.get(index - 1) : null;
    if (status == ErrorStatus.NO_SUCH_NAME) {
      if (named == null) {
        asked.forEach(ColumnCursor::end);
      } else {
        named.end();
      }
    } else if (status == ErrorStatus.TOO_BIG && (shrink(device) || fewerColumns())) {
      askedRows = Math.max(1, askedRows / 2);
    } else if (status != ErrorStatus.TOO_BIG && askedRows > 1) {
      oneByOne = true;
    } else if (named != null) {
      named.fail("the agent answered with the error " + ErrorStatus.name(status));
    } else if (!fewerColumns()) {
      finish(Optional.of(new SnmpFailure.AgentError(status, index)));
      return;
    }
    proceed(System.nanoTime());
  }

  private boolean fewerColumns() {
    if (asked.size() <= 1) {
      return false;
    }
    columnsPerRequest = Math.max(1, asked.size() / 2);
    return true;
  }

  @Override
  public void failed(SnmpFailure why) {
    if (why instanceof SnmpFailure.Garbage && (shrink(device) || fewerColumns())) {
      proceed(System.nanoTime());
    } else {
      finish(Optional.of(why));
    }
  }

  private void finish(Optional<SnmpFailure> failure) {
    TableResult result =
        new TableResult(
            columns.stream().map(c -> new Column(c.rows())).toList(),
            columns.stream().map(ColumnCursor::defect).filter(Objects::nonNull).toList(),
            failure,
            varbinds);
    Completions.complete(callbacks, future, result);
  }
}
