package org.opennms.plugins.trunkline.snmp;

import java.time.Duration;
import java.time.InstantSource;
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
  private static final int BEARABLE_DROPS = 1_000;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Dispatcher dispatcher;
  private final SnmpTarget target;
  private final TableRequest request;
  private final InstantSource clock;
  private final Executor callbacks;
  private final CompletableFuture<TableResult> future = new CompletableFuture<>();
  private final List<ColumnCursor> columns = new ArrayList<>();
  private final boolean v1;
  private List<ColumnCursor> asked = List.of();
  private int askedRows;
  private int mostRows;
  private int columnsPerRequest;
  private boolean oneByOne;
  private int mostAtOnce = Integer.MAX_VALUE;
  private long begun;
  private boolean going;
  private int varbinds;
  private DeviceSession device;

  TableWalk(
      Dispatcher dispatcher,
      SnmpTarget target,
      TableRequest request,
      InstantSource clock,
      Executor callbacks) {
    this.dispatcher = dispatcher;
    this.target = target;
    this.request = request;
    this.clock = clock;
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
    begun = going ? begun : now;
    going = true;
    List<ColumnCursor> open = open();
    Optional<SnmpFailure> limit = limitReached(now);
    if (open.isEmpty() || limit.isPresent()) {
      finish(limit);
      return;
    }
    asked = open.size() <= columnsPerRequest ? open : shortest(open);
    mostRows = 0;
    dispatcher.start(target, this, now);
  }

  /** Loops rather than streams from here on: this runs for each request. */
  private List<ColumnCursor> open() {
    List<ColumnCursor> open = new ArrayList<>(columns.size());
    for (ColumnCursor column : columns) {
      if (!column.ended()) {
        open.add(column);
      }
    }
    return open;
  }

  private List<ColumnCursor> shortest(List<ColumnCursor> open) {
    return open.stream()
        .sorted(Comparator.comparingInt(c -> c.rows().rows()))
        .limit(columnsPerRequest)
        .toList();
  }

  /** No agent leads it on for ever, be it with rows, with rows that do not count, or slowly. */
  private Optional<SnmpFailure> limitReached(long now) {
    int rows = 0;
    int dropped = 0;
    long octets = 0;
    for (ColumnCursor column : columns) {
      rows = Math.max(rows, column.rows().rows());
      dropped = Math.max(dropped, column.dropped());
      octets += column.rows().octetsUsed();
    }
    boolean tooMany = rows >= request.maxRows() || octets >= MAX_OCTETS;
    if (tooMany || dropped >= Math.max(BEARABLE_DROPS, request.maxRows())) {
      return Optional.of(new SnmpFailure.TooMany(rows));
    }
    return now - begun >= LONGEST.toNanos()
        ? Optional.of(new SnmpFailure.TooSlow(LONGEST, rows))
        : Optional.empty();
  }

  @Override
  public int inFlight() {
    return request.inFlight();
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
    boolean single = v1 || oneByOne || mostAtOnce == 1 || lastResort;
    askedRows = single ? 1 : rowsToAsk();
    mostRows = Math.max(mostRows, askedRows);
    return single
        ? RequestPdu.reading(PduType.GET_NEXT, names)
        : RequestPdu.bulk(0, askedRows, names);
  }

  private int rowsToAsk() {
    DeviceSession session = device == null ? dispatcher.devices().get(target.address()) : device;
    int learned = session == null ? 1 : session.repetitions().get(Math.min(limit(), mostAtOnce));
    int read = Integer.MAX_VALUE;
    for (ColumnCursor column : asked) {
      read = Math.min(read, column.rows().rows());
    }
    int left = request.expectedRows() - read;
    // One more than expected tells that the end is reached, or that nothing can be expected.
    return request.expectedRows() == 0 || left < 0 ? learned : Math.min(learned, left + 1);
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
    if (rewound()) {
      proceed(dispatcher.now());
      return;
    }
    asked.forEach(ColumnCursor::endAnswer);
    if (full() && how.prompt() && askedRows > 1) {
      device.repetitions().full(askedRows, limit());
    }
    proceed(dispatcher.now());
  }

  private boolean full() {
    for (ColumnCursor column : asked) {
      if (!column.ended() && column.gainedInAnswer() < askedRows) {
        return false;
      }
    }
    return true;
  }

  private void take(AnswerPdu answer) throws MalformedMessageException {
    asked.forEach(ColumnCursor::beginAnswer);
    int count = 0;
    int most = asked.size() * mostRows;
    try {
      int column = 0;
      while (answer.next()) {
        ColumnCursor cursor = asked.get(column);
        Discard discard = count < most ? cursor.take(answer) : cursor.excess(answer);
        count++;
        column = column + 1 == asked.size() ? 0 : column + 1;
        if (discard != null) {
          dispatcher.discard(device, discard, 1);
        }
      }
    } finally {
      varbinds += count;
      dispatcher.count(device, Counters.Event.VARBIND, count);
    }
  }

  /**
   * Some agents mix rows up, or end too early, when they are asked for many: where rows were lost
   * so, they are asked for again, half as many at a time, in the end singly.
   */
  private boolean rewound() {
    boolean rewound = false;
    for (ColumnCursor column : asked) {
      rewound |= mostRows > 1 && column.rewind();
    }
    if (rewound) {
      mostAtOnce = Math.max(1, Math.min(mostRows, mostAtOnce) / 2);
      shrink(device);
    }
    return rewound;
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
    proceed(dispatcher.now());
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
      proceed(dispatcher.now());
    } else {
      finish(Optional.of(why));
    }
  }

  private void finish(Optional<SnmpFailure> failure) {
    TableResult result =
        new TableResult(
            ResultBlock.of(clock.instant(), columns.stream().map(ColumnCursor::rows).toList()),
            columns.stream().map(ColumnCursor::defect).filter(Objects::nonNull).toList(),
            failure,
            varbinds);
    // A timer may still know this walk for seconds: its rows are not to be in memory twice.
    columns.clear();
    asked = List.of();
    Completions.complete(callbacks, future, result);
  }
}
