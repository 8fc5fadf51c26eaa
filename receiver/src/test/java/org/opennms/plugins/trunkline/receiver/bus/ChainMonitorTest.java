package org.opennms.plugins.trunkline.receiver.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.wire.GapNotice;

class ChainMonitorTest {
  private static final int WINDOW = 8;

  private final ChainMonitor monitor = new ChainMonitor(WINDOW);

  @Property(tries = 50)
  void order_within_the_window_does_not_matter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
    ChainMonitor own = new ChainMonitor(WINDOW);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      order.add(i);
    }
    Random random = new Random(seed);
    for (int i = 0; i + 4 <= length; i += 4) {
      Collections.shuffle(order.subList(i, i + 4), random);
    }
    order.forEach(i -> stored(own, i, i - 1));
    assertThat(own.counts().get("a")).isEqualTo(new ChainMonitor.Counts(0, 0, 0));
  }

  @Test
  void a_predecessor_that_does_not_come_is_a_gap() {
    for (int i = 0; i < 40; i++) {
      if (i != 5 && i != 20 && i != 21) {
        stored(monitor, i, i - 1);
      }
    }
    assertThat(monitor.counts().get("a")).isEqualTo(new ChainMonitor.Counts(2, 0, 0));
  }

  @Test
  void a_gap_that_the_agent_declares_is_none_whenever_it_says_so() {
    GapNotice notice = new GapNotice("overflow", 2, signature(4), signature(6), 0, 0);
    for (int early = 0; early < 2; early++) {
      ChainMonitor own = new ChainMonitor(WINDOW);
      for (int i = 0; i < 40; i++) {
        boolean says = i == (early == 0 ? 3 : 9);
        if (i != 5 && i != 6) {
          stored(own, i, i - 1, says ? List.of(notice) : List.of());
        }
      }
      assertThat(own.counts().get("a")).isEqualTo(new ChainMonitor.Counts(0, 1, 0));
    }
  }

  @Test
  void two_that_follow_the_same_are_a_fork_whether_it_is_there_or_not() {
    for (int i = 0; i < 5; i++) {
      stored(monitor, i, i - 1);
    }
    stored(monitor, 100, 2);
    stored(monitor, 101, 50);
    stored(monitor, 102, 50);
    assertThat(monitor.counts().get("a").forks()).isEqualTo(2);
  }

  @Test
  void chains_of_agents_are_apart() {
    stored(monitor, 0, -1);
    monitor.stored("b", signature(7), ByteString.EMPTY, List.of());
    assertThat(monitor.counts())
        .containsOnlyKeys("a", "b")
        .allSatisfy((agent, counts) -> assertThat(counts.gaps()).isZero());
  }

  @Test
  void the_first_envelopes_after_a_start_may_follow_what_was_stored_before() {
    for (int i : new int[] {503, 501, 502, 505, 504}) {
      stored(monitor, i, i - 1);
    }
    for (int i = 506; i < 540; i++) {
      stored(monitor, i, i - 1);
    }
    assertThat(monitor.counts().get("a")).isEqualTo(new ChainMonitor.Counts(0, 0, 0));
  }

  private static void stored(ChainMonitor monitor, int which, int previous) {
    stored(monitor, which, previous, List.of());
  }

  private static void stored(
      ChainMonitor monitor, int which, int previous, List<GapNotice> declared) {
    monitor.stored(
        "a", signature(which), previous < 0 ? ByteString.EMPTY : signature(previous), declared);
  }

  private static ByteString signature(int which) {
    return ByteString.copyFromUtf8("signature " + which);
  }
}
