package org.opennms.plugins.trunkline.snmp;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.traffic.CounterReader;
import org.opennms.plugins.trunkline.traffic.CounterReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.OID;

/**
 * Reads counters with our own SNMP engine. It asks by GET for exactly the objects it needs, so many
 * interfaces a request as fit an answer of one Ethernet frame: a walk would cost the same number of
 * requests per object, and read the interfaces that nobody wants. An interface without 64-bit
 * counters is remembered until its device falls silent. Thread-safe.
 */
public final class IfCounterReader implements CounterReader {
  private static final Logger LOG = LoggerFactory.getLogger(IfCounterReader.class);
  // 24 octets a varbind: 56 of them fit an Ethernet frame.
  private static final int VARBINDS = 56;

  private final Supplier<SnmpEngine> engine;
  private final ProfileTargets targets;
  private final InstantSource clock;
  private final Executor blocking;
  private final Map<InetSocketAddress, Set<Integer>> narrow = new ConcurrentHashMap<>();

  /**
   * Wires it.
   *
   * @param engine in force at each call; left open by this
   * @param targets where credentials come from
   * @param clock stamps readings
   * @param blocking runs the reading of the vault
   */
  public IfCounterReader(
      Supplier<SnmpEngine> engine, ProfileTargets targets, InstantSource clock, Executor blocking) {
    this.engine = engine;
    this.targets = targets;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Override
  public CompletionStage<Answer> read(Device device, List<NetworkInterface> of, Wanted wanted) {
    return CompletableFuture.supplyAsync(() -> targets.choose(device), blocking)
        .thenCompose(choice -> read(of, wanted, choice))
        .exceptionally(fault -> fault(device, fault));
  }

  private static Answer fault(Device device, Throwable fault) {
    LOG.error("a fault of ours while reading counters of {}", device.label(), fault);
    return new Answer.Silent("internal error, see the log");
  }

  private CompletionStage<Answer> read(
      List<NetworkInterface> of, Wanted wanted, ProfileTargets.Choice choice) {
    if (choice instanceof ProfileTargets.Choice.Unusable unusable) {
      return CompletableFuture.completedFuture(new Answer.Silent(unusable.detail()));
    }
    ProfileTargets.Choice.Usable usable = (ProfileTargets.Choice.Usable) choice;
    SnmpTarget target = usable.target();
    List<CompletableFuture<Part>> parts = new ArrayList<>();
    groups(target, of, wanted)
        .forEach(
            (objects, members) ->
                split(objects, members).forEach(some -> parts.add(part(target, objects, some))));
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenApply(all -> together(usable, parts.stream().map(CompletableFuture::join).toList()));
  }

  private Map<CounterObjects, List<NetworkInterface>> groups(
      SnmpTarget target, List<NetworkInterface> of, Wanted wanted) {
    boolean v1 = target.security() instanceof SnmpSecurity.Community community && community.v1();
    if (wanted == Wanted.STATUS) {
      return Map.of(v1 ? CounterObjects.STATUS_V1 : CounterObjects.STATUS, of);
    }
    if (v1) {
      return Map.of(CounterObjects.V1, of);
    }
    Set<Integer> without = narrow.getOrDefault(target.address(), Set.of());
    Map<CounterObjects, List<NetworkInterface>> groups = new HashMap<>();
    for (NetworkInterface each : of) {
      CounterObjects objects =
          without.contains(each.ifIndex()) ? CounterObjects.NARROW : CounterObjects.WIDE;
      groups.computeIfAbsent(objects, o -> new ArrayList<>()).add(each);
    }
    return groups;
  }

  private static List<List<NetworkInterface>> split(
      CounterObjects objects, List<NetworkInterface> of) {
    int each = Math.max(1, VARBINDS / objects.columns().size());
    List<List<NetworkInterface>> parts = new ArrayList<>();
    for (int from = 0; from < of.size(); from += each) {
      parts.add(of.subList(from, Math.min(of.size(), from + each)));
    }
    return parts;
  }

  /** What came of one request, or why nothing did. */
  private record Part(Answer.Told told, Optional<SnmpFailure> failure) {
    static Part failed(SnmpFailure why) {
      return new Part(new Answer.Told(Map.of(), Set.of(), Set.of()), Optional.of(why));
    }
  }

  private CompletableFuture<Part> part(
      SnmpTarget target, CounterObjects objects, List<NetworkInterface> of) {
    List<OID> names = new ArrayList<>();
    names.add(IfMib.SYS_UP_TIME);
    of.forEach(each -> names.addAll(objects.names(each.ifIndex())));
    return Scalars.read(engine.get(), target, names)
        .thenCompose(
            result -> {
              if (result instanceof SnmpResult.Failure<Scalars> failure) {
                return CompletableFuture.completedFuture(Part.failed(failure.why()));
              }
              Scalars answer = ((SnmpResult.Success<Scalars>) result).value();
              return objects.isWide()
                  ? widened(target, of, answer)
                  : CompletableFuture.completedFuture(readings(of, answer));
            });
  }

  // Interfaces without 64-bit counters are asked again, and remembered.
  private CompletableFuture<Part> widened(
      SnmpTarget target, List<NetworkInterface> of, Scalars answer) {
    List<NetworkInterface> lacking =
        of.stream()
            .filter(each -> CounterObjects.has(answer, each.ifIndex()))
            .filter(each -> CounterObjects.lacksWide(answer, each.ifIndex()))
            .toList();
    if (lacking.isEmpty()) {
      return CompletableFuture.completedFuture(readings(of, answer));
    }
    Set<Integer> known =
        narrow.computeIfAbsent(target.address(), a -> ConcurrentHashMap.newKeySet());
    lacking.forEach(each -> known.add(each.ifIndex()));
    List<NetworkInterface> rest = of.stream().filter(each -> !lacking.contains(each)).toList();
    return part(target, CounterObjects.NARROW, lacking)
        .thenApply(
            again -> new Part(all(List.of(readings(rest, answer), again)), Optional.empty()));
  }

  private Part readings(List<NetworkInterface> of, Scalars answer) {
    Map<Integer, CounterReading> readings = new HashMap<>();
    Set<Integer> absent = new HashSet<>();
    Set<Integer> strangers = new HashSet<>();
    for (NetworkInterface each : of) {
      if (isStranger(each, answer)) {
        strangers.add(each.ifIndex());
      } else if (CounterObjects.has(answer, each.ifIndex())) {
        readings.put(
            each.ifIndex(), CounterObjects.reading(answer, each.ifIndex(), clock.instant()));
      } else {
        absent.add(each.ifIndex());
      }
    }
    return new Part(new Answer.Told(readings, absent, strangers), Optional.empty());
  }

  // A device that renumbered shows another interface under this ifIndex.
  private static boolean isStranger(NetworkInterface expected, Scalars answer) {
    String told = CounterObjects.ifName(answer, expected.ifIndex());
    return !told.isEmpty() && !expected.ifName().isEmpty() && !told.equals(expected.ifName());
  }

  private Answer together(ProfileTargets.Choice.Usable choice, List<Part> parts) {
    Optional<SnmpFailure> failure = parts.stream().flatMap(p -> p.failure().stream()).findFirst();
    if (failure.isPresent() && parts.stream().allMatch(p -> p.failure().isPresent())) {
      narrow.remove(choice.target().address());
      return new Answer.Silent(ReadingFailures.cause(failure.get(), choice));
    }
    return all(parts);
  }

  private static Answer.Told all(List<Part> parts) {
    Map<Integer, CounterReading> readings = new HashMap<>();
    Set<Integer> absent = new HashSet<>();
    Set<Integer> strangers = new HashSet<>();
    for (Part part : parts) {
      readings.putAll(part.told().readings());
      absent.addAll(part.told().absent());
      strangers.addAll(part.told().strangers());
    }
    return new Answer.Told(readings, absent, strangers);
  }
}
