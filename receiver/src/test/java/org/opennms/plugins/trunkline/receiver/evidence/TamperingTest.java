package org.opennms.plugins.trunkline.receiver.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.receiver.evidence.History.Item;
import org.opennms.plugins.trunkline.receiver.store.AppendResult;
import org.opennms.plugins.trunkline.receiver.store.EnvelopeLog;
import org.opennms.plugins.trunkline.receiver.store.LogListener;
import org.opennms.plugins.trunkline.receiver.store.StoreFiles;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.Finding;
import org.opennms.plugins.trunkline.wire.Finding.Kind;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** Honest files are whole, and whatever is done to them is named, on files as they are stored. */
class TamperingTest {
  private static final int WINDOW = 8;
  private static final Set<Kind> ALTERED =
      Set.of(Kind.MALFORMED, Kind.BAD_SIGNATURE, Kind.UNKNOWN_AGENT, Kind.UNSIGNED);

  private Path directory;

  @BeforeTry
  void prepare() throws IOException {
    directory = Files.createTempDirectory("trunkline-tampering");
  }

  @AfterTry
  void clean() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 25)
  void a_store_of_honest_senders_is_whole_whatever_came_between(@ForAll long seed)
      throws Exception {
    History history = History.of(seed, WINDOW);
    Random random = new Random(seed);
    List<Item> items = history.items();
    for (int next = 0; next < items.size(); ) {
      int more = 1 + random.nextInt(items.size());
      next = store(items, next, Math.min(next + more, items.size()));
    }
    assertThat(examine(history).report().findings())
        .allMatch(f -> f.kind().level() == Finding.Level.NOTE);
  }

  @Property(tries = 50)
  void files_of_honest_senders_are_whole(@ForAll long seed) throws Exception {
    History history = History.of(seed, 0);
    delimited(bytes(history.items()));
    assertThat(examine(history).report().findings())
        .allMatch(f -> f.kind().level() == Finding.Level.NOTE)
        .noneMatch(f -> f.kind() == Kind.OUT_OF_ORDER);
  }

  @Property(tries = 60)
  void whatever_is_done_to_a_senders_file_is_named_at_its_place(@ForAll long seed)
      throws Exception {
    History history = History.of(seed, 0);
    Tampering tampering = new Tampering(history.items(), new Random(seed), true);
    delimited(bytes(tampering.result()));
    tampering.assertNamed(examine(history).report().findings(), "record ");
  }

  @Property(tries = 60)
  void whatever_is_done_to_a_store_is_named_though_it_is_numbered_anew(@ForAll long seed)
      throws Exception {
    History history = History.of(seed, WINDOW);
    Random random = new Random(seed);
    Tampering tampering = new Tampering(history.items(), random, false);
    StoreFiles.write(directory, bytes(tampering.result()), 5 + random.nextInt(20));
    tampering.assertNamed(examine(history).report().findings(), "offset ");
  }

  @Property(tries = 60)
  void a_bit_flipped_anywhere_in_a_store_is_one_violation_that_names_the_record(@ForAll long seed)
      throws Exception {
    History history = History.of(seed, 0);
    Random random = new Random(seed);
    List<StoreFiles.Place> places = StoreFiles.write(directory, bytes(history.items()), 20);
    StoreFiles.Place place = places.get(random.nextInt(places.size()));
    flip(place.file(), place.at() + random.nextInt(place.length()), random);
    assertThat(violations(examine(history).report().findings()))
        .first()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.DAMAGED))
        .satisfies(
            f ->
                assertThat(f.place())
                    .isEqualTo(place.file().getFileName() + ", byte " + place.at()));
  }

  @Property(tries = 60)
  void a_bit_flipped_anywhere_in_a_senders_file_leaves_the_rest_readable(@ForAll long seed)
      throws Exception {
    History history = History.of(seed, 0);
    Random random = new Random(seed);
    Path file = delimited(bytes(history.items()));
    flip(file, random.nextInt((int) Files.size(file)), random);
    Examination examination = examine(history);
    assertThat(examination.report().isWhole()).isFalse();
    int authentic =
        examination.report().chains().values().stream().mapToInt(c -> c.authentic()).sum();
    assertThat(authentic).isGreaterThanOrEqualTo(history.items().size() - 2);
  }

  @Property(tries = 40)
  void a_file_cut_short_within_a_record_is_named(@ForAll long seed) throws Exception {
    History history = History.of(seed, 0);
    Random random = new Random(seed);
    List<StoreFiles.Place> places = StoreFiles.write(directory, bytes(history.items()), 20);
    StoreFiles.Place place = places.get(places.size() - 1 - random.nextInt(5));
    byte[] all = Files.readAllBytes(place.file());
    int length = place.at() + 1 + random.nextInt(place.length() - 1);
    Files.write(place.file(), Arrays.copyOf(all, length));
    assertThat(violations(examine(history).report().findings()))
        .anyMatch(f -> f.place().equals(place.file().getFileName() + ", byte " + place.at()));
  }

  /** Some things done to a history, each to another envelope and out of the others' reach. */
  private static final class Tampering {
    private static final int REACH = 3;

    private final Random random;
    private final List<Item> items;
    private final List<Expectation> expected = new ArrayList<>();

    /** A violation of one of the kinds where an envelope stands. */
    private record Expectation(String what, Item at, Set<Kind> kinds) {}

    Tampering(List<Item> items, Random random, boolean inOrder) {
      this.items = items;
      this.random = random;
      Set<Item> touched = new HashSet<>();
      List<Item> honest = List.copyOf(items);
      for (int i = 0; i < 5; i++) {
        Item target = honest.get(random.nextInt(honest.size()));
        if (isFree(target, touched)) {
          touched.add(target);
          tamper(target, random.nextInt(inOrder ? 6 : 5));
        }
      }
      if (expected.isEmpty()) {
        alter(items.get(0));
      }
    }

    List<Item> result() {
      return items;
    }

    void assertNamed(List<Finding> findings, String unit) {
      for (Expectation e : expected) {
        String place = ", " + unit + items.indexOf(e.at());
        assertThat(violations(findings))
            .as("%s at %s", e.what(), place)
            .anyMatch(f -> e.kinds().contains(f.kind()) && f.place().endsWith(place));
      }
    }

    private boolean isFree(Item target, Set<Item> touched) {
      return touched.stream()
          .noneMatch(
              t ->
                  t.agent().equals(target.agent())
                      && Math.abs(t.number() - target.number()) < REACH);
    }

    private void tamper(Item target, int how) {
      switch (how) {
        case 0 -> remove(target);
        case 1 -> replay(target);
        case 2 -> insert("forged", forged(target), ALTERED, target);
        case 3 -> insert("stranger", stranger(), Set.of(Kind.UNKNOWN_AGENT), target);
        case 4 -> alter(target);
        default -> swap(target);
      }
    }

    private void remove(Item target) {
      Item next = follower(target);
      if (target.number() > 0 && next != null) {
        items.remove(target);
        expected.add(new Expectation("removed " + target.number(), next, Set.of(Kind.GAP)));
      }
    }

    private void replay(Item target) {
      Item again = new Item(target.agent(), -1, target.bytes(), target.signature());
      int from = items.indexOf(target) + 1;
      items.add(from + random.nextInt(items.size() - from + 1), again);
      expected.add(new Expectation("replayed", again, Set.of(Kind.DUPLICATE)));
    }

    private void insert(String what, Item item, Set<Kind> kinds, Item before) {
      items.add(items.indexOf(before), item);
      expected.add(new Expectation(what, item, kinds));
    }

    private void alter(Item target) {
      byte[] bytes = target.bytes().toByteArray();
      int bit = random.nextInt(bytes.length * 8);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Item altered =
          new Item(target.agent(), target.number(), ByteString.copyFrom(bytes), ByteString.EMPTY);
      items.set(items.indexOf(target), altered);
      expected.add(new Expectation("altered bit " + bit, altered, ALTERED));
    }

    private void swap(Item target) {
      Item next = follower(target);
      if (next != null) {
        int first = items.indexOf(target);
        int second = items.indexOf(next);
        items.set(first, next);
        items.set(second, target);
        // Where envelopes between them were lost, the chain does not tell which came first.
        UniversalEnvelope parsed = parse(next.bytes());
        if (parsed.getPrevSig().equals(target.signature())) {
          expected.add(new Expectation("swapped", next, Set.of(Kind.REORDERED)));
        }
      }
    }

    private Item follower(Item target) {
      return items.stream()
          .filter(i -> i.agent().equals(target.agent()) && i.number() == target.number() + 1)
          .findFirst()
          .orElse(null);
    }

    private Item forged(Item like) {
      UniversalEnvelope content = parse(like.bytes());
      ByteString sealed =
          EnvelopeCodec.seal(content, content.getPrevSig(), Samples.key(99)).bytes();
      return new Item(like.agent(), -2, sealed, ByteString.EMPTY);
    }

    private Item stranger() {
      ByteString sealed = Samples.chain("stranger", Samples.key(98), 1).get(0);
      return new Item("stranger", -3 - random.nextInt(), sealed, ByteString.EMPTY);
    }

    private static UniversalEnvelope parse(ByteString bytes) {
      try {
        return UniversalEnvelope.parseFrom(bytes);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private int store(List<Item> items, int from, int to) throws Exception {
    EnvelopeLog.Settings settings = new EnvelopeLog.Settings(directory, 9_000, 1_000, 1 << 24);
    try (EnvelopeLog log = EnvelopeLog.open(settings, InstantSource.system(), LogListener.none())) {
      List<CompletableFuture<AppendResult>> all = new ArrayList<>();
      for (Item item : items.subList(from, to)) {
        CompletableFuture<AppendResult> done = new CompletableFuture<>();
        String key = UniversalEnvelope.parseFrom(item.bytes()).getIdempotencyKey();
        log.append(item.agent(), key, item.bytes(), done::complete);
        all.add(done);
      }
      assertThat(all).allMatch(r -> r.join() instanceof AppendResult.Stored);
    }
    return to;
  }

  private Path delimited(List<ByteString> envelopes) throws IOException {
    Path file = directory.resolve("telemetry.envelopes");
    try (OutputStream out = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(out);
      for (ByteString envelope : envelopes) {
        coded.writeBytesNoTag(envelope);
      }
      coded.flush();
    }
    return file;
  }

  private Examination examine(History history) throws IOException {
    return Examination.of(
        EnvelopeFiles.of(directory),
        history.keys(),
        new Examination.Strictness(-1, Duration.ofMinutes(1), Map.of(), Map.of()));
  }

  private static void flip(Path file, int at, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, bytes);
  }

  private static List<Finding> violations(List<Finding> findings) {
    return findings.stream().filter(f -> f.kind().level() == Finding.Level.VIOLATION).toList();
  }

  private static List<ByteString> bytes(List<Item> items) {
    return items.stream().map(Item::bytes).toList();
  }
}
