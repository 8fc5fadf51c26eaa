package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.topology.live.HostEdge.Port;
import org.opennms.plugins.trunkline.topology.live.HostEdge.Segment;
import org.opennms.plugins.trunkline.topology.live.HostEdge.Whole;

class HostEdgeBookTest {
  private static final HostEdge ONE = edge(1, 2);
  private static final HostEdge OTHER = edge(2, 3);

  private final HostEdgeBook book = new HostEdgeBook();

  @Test
  void orientation_and_id_say_nothing() {
    assertThat(new HostEdge("LLDP", new Port(2, 1, "b"), new Port(1, 1, "a")))
        .isEqualTo(new HostEdge("LLDP", new Port(1, 1, "a"), new Port(2, 1, "b")));
    assertThat(new HostEdge("BRIDGE", new Segment("s"), new Whole(4)).nodeIds()).containsExactly(4);
  }

  @Test
  void all_must_be_read_before_announcements_mean_anything() {
    assertThat(book.isIncomplete()).isTrue();
    book.beginReading();
    assertThat(book.reconcile(Set.of(ONE))).containsExactly(1, 2);
    assertThat(book.isIncomplete()).isFalse();
  }

  @Test
  void what_is_announced_while_all_are_read_counts_after_them() {
    book.beginReading();
    book.announce(OTHER, true);
    assertThat(book.drain()).isEmpty();

    book.reconcile(Set.of(ONE));

    assertThat(book.drain()).containsExactly(2, 3);
    assertThat(book.edges()).containsExactlyInAnyOrder(ONE, OTHER);
  }

  @Test
  void an_edge_that_is_announced_twice_or_under_a_new_id_is_no_change() {
    book.reconcile(Set.of(ONE));
    book.announce(ONE, true);
    assertThat(book.drain()).isEmpty();
  }

  @Test
  void an_edge_that_goes_and_comes_is_there() {
    book.reconcile(Set.of(ONE));
    book.announce(ONE, false);
    book.announce(ONE, true);
    assertThat(book.drain()).containsExactly(1, 2);
    assertThat(book.edges()).containsExactly(ONE);
  }

  @Test
  void a_host_that_announces_faster_than_we_take_is_read_anew_and_the_loss_is_counted() {
    book.beginReading();
    book.reconcile(Set.of());
    for (int i = 0; i < HostEdgeBook.MOST_WAITING + 5; i++) {
      book.announce(edge(i, i + 1), true);
    }
    assertThat(book.dropped()).isEqualTo(5);
    assertThat(book.isIncomplete()).isTrue();
  }

  @Test
  void what_cannot_be_understood_and_a_reading_that_failed_lead_to_another_reading() {
    book.beginReading();
    book.reconcile(Set.of());
    book.misunderstood();
    assertThat(book.isIncomplete()).isTrue();
    book.beginReading();
    book.readingFailed();
    assertThat(book.isIncomplete()).isTrue();
    book.announce(ONE, true);
    assertThat(book.drain()).isNotEmpty();
  }

  private static HostEdge edge(int from, int to) {
    return new HostEdge("LLDP", new Port(from, 1, "p1"), new Port(to, 1, "p1"));
  }
}
