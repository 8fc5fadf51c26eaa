package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.FailureGroup;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.State;

/** The books of one discovery run. Thread-safe. */
final class Run {
  private static final int EXAMPLES = 5;

  private final String id;
  private final RunPlan plan;
  private final Instant started;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Map<String, Integer> skipped = new TreeMap<>();
  private final Map<FailureReason, Failures> failures = new EnumMap<>(FailureReason.class);
  private State state = State.RUNNING;
  private Optional<Instant> ended = Optional.empty();
  private Optional<Device> sample = Optional.empty();
  private String message = "";
  private boolean begun;
  private int total;
  private int inFlight;
  private int complete;
  private int unchanged;
  private int failed;
  private int interfaces;
  private long varbinds;

  private static final class Failures {
    private final List<String> examples = new ArrayList<>();
    private int count;
  }

  Run(String id, RunPlan plan, Instant started) {
    this.id = id;
    this.plan = plan;
    this.started = started;
  }

  String id() {
    return id;
  }

  RunPlan plan() {
    return plan;
  }

  synchronized boolean running() {
    return state == State.RUNNING;
  }

  /** These are to be read; a run that does not know its nodes yet cannot be over. */
  synchronized void expect(Collection<Integer> nodeIds) {
    if (running()) {
      waiting.addAll(nodeIds);
      total += nodeIds.size();
      begun = true;
    }
  }

  /** The next node that is due, if there is room for another device. */
  synchronized Optional<Integer> next(boolean room, Instant now) {
    if (!running() || !room || waiting.isEmpty() || !isDue(now)) {
      return Optional.empty();
    }
    inFlight++;
    return Optional.of(waiting.remove());
  }

  synchronized void skip(String reason) {
    inFlight--;
    total--;
    skipped.merge(reason, 1, Integer::sum);
  }

  synchronized void record(Device device, DeviceReading reading) {
    if (!running()) {
      return;
    }
    inFlight--;
    varbinds += reading.varbinds();
    sample = Optional.of(device);
    if (reading instanceof DeviceReading.Complete c) {
      complete++;
      interfaces += c.interfaces().size();
    } else if (reading instanceof DeviceReading.Unchanged) {
      unchanged++;
    } else if (reading instanceof DeviceReading.Failed f) {
      failed++;
      Failures group = failures.computeIfAbsent(f.reason(), r -> new Failures());
      group.count++;
      if (group.examples.size() < EXAMPLES) {
        group.examples.add(device.label() + ": " + f.detail());
      }
    }
  }

  /** Whether there is nothing left to wait for. */
  synchronized boolean isOver() {
    return running() && begun && inFlight == 0 && waiting.isEmpty();
  }

  /** Ends it, unless it has ended. */
  synchronized boolean end(State how, Instant at, String words) {
    if (!running()) {
      return false;
    }
    state = how;
    ended = Optional.of(at);
    message = words;
    waiting.clear();
    return true;
  }

  /** A device of the run, when every device that was asked stayed silent. */
  synchronized Optional<Device> silentThroughout() {
    Failures silent = failures.get(FailureReason.NO_ANSWER);
    boolean all = silent != null && silent.count == complete + unchanged + failed;
    return all ? sample : Optional.empty();
  }

  synchronized DiscoveryRun view(Instant now) {
    double seconds = Duration.between(started, ended.orElse(now)).toMillis() / 1000.0;
    int read = complete + unchanged + failed;
    return new DiscoveryRun(
        id,
        plan.device(),
        state,
        plan.trigger(),
        total,
        complete,
        unchanged,
        failed,
        skipped,
        groups(),
        interfaces,
        varbinds,
        started,
        ended,
        seconds > 0 ? read / seconds : 0,
        message);
  }

  private boolean isDue(Instant now) {
    // A clock that was set back must not hold the run up.
    if (plan.spread().isZero() || now.isBefore(started)) {
      return true;
    }
    int taken = total - waiting.size();
    return !now.isBefore(started.plus(plan.spread().multipliedBy(taken).dividedBy(total)));
  }

  private List<FailureGroup> groups() {
    return failures.entrySet().stream()
        .sorted(Comparator.comparing(e -> -e.getValue().count))
        .map(e -> new FailureGroup(e.getKey().words(), e.getValue().count, e.getValue().examples))
        .toList();
  }
}
