package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;

/**
 * A day in a network, second by second, in which links fall and rise, traffic swells or is unusual,
 * devices fall silent, the host holds nodes for down and loses events, an operator clears alarms,
 * rules are edited and Trunkline restarts: whatever the order, every cause has one alarm in the
 * end, and no alarm is without a cause. Five days, or as many as {@code -Dtrunkline.alert.days}
 * says.
 */
class AlertPropertiesTest {
  private static final int MOST_DAYS = 1000;
  private static final int WANTED_DAYS = Integer.getInteger("trunkline.alert.days", 5);
  private static final int SECONDS = 24 * 60 * 60;
  private static final int CYCLE = 3 * 60 * 60;
  private static final int STORM = CYCLE / 2;
  private static final int PAUSE = 100;
  private static final int LOOK = 10;

  // After the longest wait of all: traffic that is as usual again for half an hour, and a bit.
  private static final Duration SETTLED = Duration.ofMinutes(45);

  private static final AtomicLong DAYS = new AtomicLong();
  private static final AtomicLong HAPPENINGS = new AtomicLong();
  private static final AtomicLong SENT = new AtomicLong();
  private static final AtomicLong CHECKS = new AtomicLong();
  private static final AtomicLong RESPECTED = new AtomicLong();

  private Life life;

  @Property(tries = MOST_DAYS, shrinking = ShrinkingMode.OFF)
  void every_cause_has_one_alarm_and_every_alarm_a_cause(@ForAll long seed) {
    if (DAYS.get() >= WANTED_DAYS) {
      return;
    }
    Random random = new Random(seed);
    life = new Life(random);
    for (int second = 0; second < SECONDS; second++) {
      if (second % CYCLE == 0 && random.nextBoolean()) {
        life.mend();
      }
      boolean calm = second % CYCLE >= STORM;
      if (calm) {
        life.hostIsWell();
      } else if (random.nextInt(PAUSE) == 0) {
        HAPPENINGS.incrementAndGet();
        life.happen();
      }
      life.live(second);
      look(second, calm);
    }
    life.mend();
    for (int second = 0; second < CYCLE; second++) {
      life.live(second);
    }
    assertThat(life.world.host.open()).as("after all causes are gone").isEmpty();
    assertThat(life.world.open()).isEmpty();
    DAYS.incrementAndGet();
    SENT.addAndGet(life.world.host.taken.size());
  }

  @AfterContainer
  static void tell() {
    System.out.printf(
        "alerts: %d days of 86,400 s, %d happenings, %d events sent, %d comparisons of alarms with"
            + " causes, in %d of them an operator's clear was respected%n",
        DAYS.get(), HAPPENINGS.get(), SENT.get(), CHECKS.get(), RESPECTED.get());
  }

  private void look(int second, boolean calm) {
    if (second % LOOK != 0) {
      return;
    }
    assertNoAlarmIsThereTwice();
    assertNothingWasRaisedOfNodesThatAreDown();
    if (calm && !life.world.clock.instant().isBefore(life.lastHappening.plus(SETTLED))) {
      CHECKS.incrementAndGet();
      assertTheHostHasWhatIsOpen();
      assertLinksDown();
      assertSilentDevices();
      assertUtilization();
      assertAnomalies();
    }
  }

  private void assertNoAlarmIsThereTwice() {
    for (AlertKind kind : List.of(AlertKind.INTERFACE_DOWN, AlertKind.ANOMALY)) {
      assertThat(life.alerted(kind)).as("alerts of %s", kind).doesNotHaveDuplicates();
    }
    assertThat(life.world.open()).extracting(AlarmKey::of).doesNotHaveDuplicates();
  }

  private void assertNothingWasRaisedOfNodesThatAreDown() {
    for (Alert alert : life.world.open()) {
      alert
          .subject()
          .node()
          .map(life.down::get)
          .ifPresent(
              since ->
                  assertThat(alert.openedAt())
                      .as("%s of a node that is down", alert.text())
                      .isBefore(known(since)));
    }
  }

  // The host's list tells it where its event was lost, every two minutes.
  private static Instant known(Instant since) {
    return since.plusSeconds(125);
  }

  private void assertTheHostHasWhatIsOpen() {
    Set<AlarmKey> open =
        life.world.open().stream().map(AlarmKey::of).collect(Collectors.toCollection(HashSet::new));
    if (open.removeAll(life.clearedByHand.keySet())) {
      RESPECTED.incrementAndGet();
    }
    assertThat(life.world.host.open()).extracting(AlarmKey::of).hasSameElementsAs(open);
  }

  private void assertLinksDown() {
    assertThat(known(life.alerted(AlertKind.INTERFACE_DOWN)))
        .as("links down")
        .hasSameElementsAs(known(groups(i -> life.status.get(i.key()) == OperStatus.DOWN)));
  }

  private void assertSilentDevices() {
    assertThat(
            life.world.open().stream()
                .filter(a -> a.kind() == AlertKind.DEVICE_SILENT)
                .map(a -> a.subject().node().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(
            life.silent.stream().filter(n -> !life.down.containsKey(n)).toList());
  }

  private void assertUtilization() {
    List<Set<InterfaceKey>> alerted = known(life.alerted(AlertKind.UTILIZATION));
    assertThat(groups(i -> life.load.get(i.key()) > life.rules.clear()))
        .as("links that are not empty")
        .containsAll(alerted);
    List<Set<InterfaceKey>> full =
        groups(i -> life.load.get(i.key()) > life.rules.above()).stream()
            .filter(this::isUp)
            .toList();
    assertThat(alerted).as("full links").containsAll(known(full));
  }

  // What was explained may be waited for; what is there without anything unusual may not.
  private void assertAnomalies() {
    List<Set<InterfaceKey>> alerted = life.alerted(AlertKind.ANOMALY);
    assertThat(groups(i -> life.unusual.containsKey(i.key())))
        .as("links with unusual traffic")
        .containsAll(known(alerted));
    List<Set<InterfaceKey>> drops =
        groups(i -> Boolean.FALSE.equals(life.unusual.get(i.key()))).stream()
            .filter(this::isUp)
            .toList();
    assertThat(alerted).as("links with less traffic than usual").containsAll(known(drops));
  }

  private List<Set<InterfaceKey>> groups(Predicate<KnownInterface> which) {
    return life.all.stream().filter(which).map(life::group).distinct().toList();
  }

  private boolean isUp(Set<InterfaceKey> group) {
    return group.stream().allMatch(k -> life.status.get(k) == OperStatus.UP);
  }

  // Of devices that do not answer nothing is known.
  private List<Set<InterfaceKey>> known(List<Set<InterfaceKey>> groups) {
    return groups.stream().filter(g -> g.stream().allMatch(life::answers)).toList();
  }
}
