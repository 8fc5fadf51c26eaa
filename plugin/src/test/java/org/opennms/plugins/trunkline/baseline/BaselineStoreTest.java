package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.operations.WeekBaseline;
import org.opennms.plugins.trunkline.traffic.Ports;

/** What of the baselines outlives stops, kills and a host's store that fails. */
class BaselineStoreTest extends BaselineScenes {
  private boolean absent;
  private CountDownLatch hangs = new CountDownLatch(0);

  @Override
  StateStore store(String context) {
    StateStore kept = super.store(context);
    return new StateStore() {
      @Override
      public Map<String, String> all() {
        if (absent) {
          throw new HostAbsentException("not there yet", null);
        }
        return kept.all();
      }

      @Override
      public void put(String key, String json) {
        try {
          hangs.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        kept.put(key, json);
      }

      @Override
      public void delete(String key) {
        kept.delete(key);
      }
    };
  }

  private Instant known(BaselinePart of) {
    return of.desk().weeks("sw1", "Gi0/1").get(0).last().orElse(Instant.MIN);
  }

  @Test
  void a_process_that_is_killed_at_any_time_loses_less_than_an_hour() {
    part.tick();
    pass(2);
    part.tick();
    for (int i = 0; i < 36; i++) {
      live(1, 1);
      part.tick();

      // No stop: only what was written is there.
      BaselinePart second = part();
      second.tick();
      assertThat(Duration.between(known(second), now)).isLessThan(Duration.ofHours(1));
    }
  }

  @Test
  void the_hour_under_way_is_kept_too() {
    part.tick();
    pass(8);
    live(7, 1);
    part.close();
    part = part();
    part.tick();
    live(6, 1);

    // Twelve of each week; the restart was in the midst of the second twelve.
    assertThat(week().slots().get(24).samples()).isEqualTo(24);
  }

  @Test
  void a_second_of_writing_takes_twenty_five_interfaces_at_most() {
    part.tick();
    for (int port = 1; port <= 60; port++) {
      take(port, 1e6);
    }
    now = now.plus(Duration.ofMinutes(39));
    part.tick();
    assertThat(documents).isEmpty();

    now = now.plus(Duration.ofMinutes(2));
    part.tick();
    assertThat(documents).hasSize(25);
    part.tick();
    part.tick();
    part.tick();
    assertThat(documents).hasSize(60);
  }

  @Test
  void a_stop_is_over_in_time_though_the_store_hangs() {
    part.tick();
    pass(1);
    hangs = new CountDownLatch(1);
    part.close(Duration.ofMillis(20));

    assertThat(documents).isEmpty();
    hangs.countDown();
  }

  @Test
  void what_was_known_is_not_lost_when_the_store_answers_only_after_the_first_samples() {
    part.tick();
    pass(9);
    WeekBaseline before = week();
    part.close();

    absent = true;
    part = part();
    part.tick();
    live(3, 1);
    assertThat(week().weeks()).isLessThan(0.1);
    absent = false;
    part.tick();

    assertThat(week().weeks()).isEqualTo(before.weeks());
  }

  @Test
  void documents_of_one_metric_each_are_read_and_give_way_to_one() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/baseline-version-1.json")) {
      String document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      documents.put("baseline/1|Gi0/1|IN|BITS", document);
      documents.put("baseline/1|Gi0/1|OUT|BITS", document);
    }
    part.tick();

    assertThat(part.words()).doesNotContain("unreadable");
    assertThat(week().slots().get(10).samples()).isEqualTo(24);
    assertThat(documents.keySet()).hasSize(1).allMatch(k -> k.endsWith("/1|Gi0/1"));
    BaselinePart second = part();
    second.tick();
    assertThat(known(second)).isEqualTo(known(part));
  }

  @Test
  void nothing_is_learned_from_history_before_the_store_was_read() {
    absent = true;
    pass(1);

    assertThat(part.learnMissing()).isEqualTo("waits for the host's store");
    absent = false;
    assertThat(part.learnMissing()).isEqualTo("nothing to learn");
  }

  @Test
  void what_is_told_is_written_before_what_many_have_learned_from_history() {
    part.tick();
    pass(29);
    there = IntStream.rangeClosed(1, 60).mapToObj(i -> Ports.port(PORT.device(), i, true)).toList();
    part.desk().learn(Optional.empty());
    Awaitility.await().until(() -> !part.desk().learning().running());
    documents.clear();
    live(6, 0.1, 60);
    assertThat(events).anyMatch(AnomalyEvent.Deviates.class::isInstance);
    part.tick();

    assertThat(documents.keySet()).hasSize(25).anyMatch(k -> k.endsWith("|Gi0/60"));
  }
}
