package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.State;

/** Whatever happens to a network, in whatever order, the inventory stays sound. */
class InventoryPropertiesTest {
  private static final int NODES = 4;

  /** What can happen; each takes a node and a number. */
  enum Step {
    CHANGE_PORTS,
    RENUMBER,
    FALL_SILENT,
    ANSWER,
    DELETE,
    IMPORT,
    LOOK,
    OPERATOR,
    EVENT,
    SPREAD,
    CANCEL,
    LET_ANSWER,
    HOST_AWAY,
    PASS,
    RESTART,
    CLEAN_UP
  }

  record Move(Step step, int node, int number) {}

  @Property(tries = 400)
  void the_inventory_stays_sound(@ForAll("moves") List<Move> moves) {
    Network network = new Network();
    for (Move move : moves) {
      network.make(move);
      network.check();
    }
    network.settle();
    network.check();
    network.checkAgainstTruth();
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(
            Arbitraries.of(Step.class),
            Arbitraries.integers().between(1, NODES),
            Arbitraries.integers().between(0, 63))
        .as(Move::new)
        .list()
        .ofMaxSize(60);
  }

  private static final class Network {
    private final World world = new World();
    private final Map<Integer, Set<String>> ports = new TreeMap<>();
    private final Map<Integer, Integer> offsets = new TreeMap<>();
    private final Map<Integer, Integer> ids = new TreeMap<>();
    private final Set<Integer> silent = new HashSet<>();
    private int nextId = 100;

    Network() {
      world.settings.put("discovery.concurrency", "2");
      world.part.load();
      world.reader.atOnce = false;
      IntStream.rangeClosed(1, NODES).forEach(n -> ports.put(n, new TreeSet<>(Set.of("p0"))));
      IntStream.rangeClosed(1, NODES).forEach(n -> importAnew(n));
      ports.keySet().forEach(n -> world.reader.script("n" + n, (d, k) -> answer(d, n)));
    }

    void make(Move move) {
      int n = move.node();
      switch (move.step()) {
        case CHANGE_PORTS -> ports.put(n, names(move.number()));
        case RENUMBER -> offsets.put(n, move.number() * 1000);
        case FALL_SILENT -> silent.add(n);
        case ANSWER -> silent.remove(n);
        case DELETE -> delete(n);
        case IMPORT -> importAnew(n);
        case LOOK -> world.discovery().look("schedule", Duration.ZERO);
        case OPERATOR -> operator(n);
        case EVENT -> world.discovery().read("event", List.of(ids.getOrDefault(n, 1)));
        case SPREAD -> world.discovery().look("spread", Duration.ofMinutes(50));
        case CANCEL -> world.discovery().runs().forEach(r -> world.discovery().cancel(r.id()));
        case LET_ANSWER -> world.reader.answerAll();
        case HOST_AWAY -> world.host.away = !world.host.away;
        case PASS -> world.clock.pass(Duration.ofMinutes(move.number() * 10L - 100));
        case RESTART -> restart();
        case CLEAN_UP -> world.part.cleanUp();
      }
      world.part.tick();
      world.worker.run();
      world.part.write();
    }

    void settle() {
      world.host.away = false;
      silent.clear();
      for (int i = 0; i < 40; i++) {
        make(new Move(Step.LET_ANSWER, 1, 0));
        world.clock.pass(Duration.ofMinutes(5));
      }
      assertThat(world.discovery().runs()).noneMatch(r -> r.state() == State.RUNNING);
      world.reader.atOnce = true;
      world.discovery().discoverAll();
      world.worker.run();
    }

    void check() {
      List<KnownInterface> known = world.known();
      assertThat(known).extracting(KnownInterface::key).doesNotHaveDuplicates();
      assertThat(known).allMatch(k -> k.key().node().equals(k.device().key()));
      assertThat(known).allMatch(k -> !k.monitored() || !k.stale());
      var summary = world.part.inventory().summary();
      assertThat(summary.interfaces()).isEqualTo(known.size());
      assertThat(summary.byRole().values().stream().mapToInt(i -> i).sum()).isEqualTo(known.size());
      assertThat(world.reader.open.size()).isLessThanOrEqualTo(2 + NODES);
      for (DiscoveryRun run : world.discovery().runs()) {
        assertThat(run.remaining()).isNotNegative();
        assertThat(run.state() != State.DONE || run.remaining() == 0).as("%s", run).isTrue();
        int failures = run.failures().stream().mapToInt(DiscoveryRun.FailureGroup::count).sum();
        assertThat(failures).isEqualTo(run.failed());
      }
    }

    /**
     * After an undisturbed run over all: what is there is fresh, and what is stale is not there.
     */
    void checkAgainstTruth() {
      Set<InterfaceKey> there = new HashSet<>();
      ids.forEach((n, id) -> ports.get(n).forEach(p -> there.add(key(n, id, p))));
      Set<InterfaceKey> fresh = new HashSet<>();
      world.known().stream().filter(k -> !k.stale()).forEach(k -> fresh.add(k.key()));
      assertThat(fresh).isEqualTo(there);
      DiscoveryRun last = world.discovery().runs().get(0);
      assertThat(last.state()).isEqualTo(State.DONE);
      assertThat(last.complete()).isEqualTo(ids.size());
      world.part.close();
      assertThat(world.devices.documents.keySet())
          .containsAll(ids.keySet().stream().map(n -> "Req:n" + n).toList());
    }

    private void operator(int n) {
      if (!world.host.away) {
        world.discovery().discover("n" + n);
      }
    }

    private void restart() {
      world.part.close();
      world.worker.run();
      world.start().load();
    }

    private void delete(int n) {
      Integer id = ids.remove(n);
      if (id != null) {
        world.host.nodes.remove(id);
      }
    }

    private void importAnew(int n) {
      delete(n);
      ids.put(n, nextId++);
      world.host.add(Samples.device(ids.get(n), "n" + n));
    }

    private DeviceReading answer(Device device, int n) {
      if (silent.contains(n)) {
        return Samples.failed(FailureReason.NO_ANSWER);
      }
      List<NetworkInterface> read = new ArrayList<>();
      for (String name : ports.get(n)) {
        read.add(Samples.port(device, offsets.getOrDefault(n, 0) + read.size() + 1, name));
      }
      return Samples.complete(read.toArray(NetworkInterface[]::new));
    }

    private static InterfaceKey key(int n, int id, String port) {
      return new InterfaceKey(Samples.device(id, "n" + n).key(), port);
    }

    private static Set<String> names(int bits) {
      Set<String> names = new TreeSet<>();
      IntStream.range(0, 6).filter(i -> (bits & (1 << i)) != 0).forEach(i -> names.add("p" + i));
      return names;
    }
  }
}
