package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class FairQueueTest {
  private static DeviceSession device(int number) {
    DeviceSession device =
        new DeviceSession(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1_000 + number), 10);
    for (int i = 0; i < 100; i++) {
      device.window().answered(device.window().learned(), 8, false);
    }
    return device;
  }

  private static Exchange exchange(DeviceSession device, int inFlight) {
    Query query =
        new Query() {
          @Override
          public RequestPdu pdu(int attempt) {
            return RequestPdu.reading(PduType.GET, new int[0][]);
          }

          @Override
          public void answered(AnswerPdu pdu, Answered how) {}

          @Override
          public void failed(SnmpFailure why) {}

          @Override
          public int inFlight() {
            return inFlight;
          }
        };
    return new Exchange(device, Wait.v2c(device.address()), query, null);
  }

  private static List<DeviceSession> taken(FairQueue queue) {
    List<DeviceSession> devices = new ArrayList<>();
    for (Exchange next = queue.next(); next != null; next = queue.next()) {
      devices.add(next.device());
    }
    return devices;
  }

  @Test
  void devices_take_turns_however_much_one_of_them_wants() {
    FairQueue queue = new FairQueue(6, 4);
    DeviceSession greedy = device(1);
    DeviceSession modest = device(2);
    for (int i = 0; i < 50; i++) {
      queue.add(exchange(greedy, 0));
    }
    queue.add(exchange(modest, 0));
    queue.add(exchange(modest, 0));

    assertThat(taken(queue)).containsExactly(greedy, modest, greedy, modest, greedy, greedy);
    assertThat(queue.waiting()).isEqualTo(46);
  }

  @Test
  void the_policy_bounds_a_device_unless_a_request_asks_for_more() {
    FairQueue queue = new FairQueue(100, 4);
    DeviceSession usual = device(1);
    DeviceSession asked = device(2);
    for (int i = 0; i < 20; i++) {
      queue.add(exchange(usual, 0));
      queue.add(exchange(asked, 7));
    }

    List<DeviceSession> taken = taken(queue);

    assertThat(taken.stream().filter(d -> d == usual)).hasSize(4);
    assertThat(taken.stream().filter(d -> d == asked)).hasSize(7);
  }

  @Test
  void a_device_that_never_answered_gets_one_request_whatever_is_asked_for() {
    FairQueue queue = new FairQueue(100, 4);
    DeviceSession fresh =
        new DeviceSession(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1_000), 10);
    for (int i = 0; i < 5; i++) {
      queue.add(exchange(fresh, 16));
    }

    assertThat(taken(queue)).hasSize(1);
  }

  @Test
  void an_overdue_request_frees_its_place_for_others_but_not_for_its_device() {
    FairQueue queue = new FairQueue(1, 1);
    DeviceSession dead = device(1);
    DeviceSession alive = device(2);
    queue.add(exchange(dead, 0));
    queue.add(exchange(dead, 0));
    Exchange lost = queue.next();
    queue.add(exchange(alive, 0));
    assertThat(queue.next()).isNull();

    queue.overdue(lost);

    assertThat(taken(queue)).containsExactly(alive);
  }

  @Property(tries = 200)
  void no_limit_is_ever_passed_and_nothing_is_forgotten(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int slots,
      @ForAll @IntRange(min = 1, max = 5) int perDevice) {
    Random random = new Random(seed);
    FairQueue queue = new FairQueue(slots, perDevice);
    List<DeviceSession> devices = List.of(device(1), device(2), device(3));
    List<Exchange> underWay = new ArrayList<>();
    int added = 0;
    int ended = 0;
    for (int step = 0; step < 300; step++) {
      if (random.nextInt(3) > 0) {
        queue.add(exchange(devices.get(random.nextInt(3)), 0));
        added++;
      }
      for (Exchange next = queue.next(); next != null; next = queue.next()) {
        underWay.add(next);
      }
      assertThat(underWay).hasSizeLessThanOrEqualTo(slots);
      Map<DeviceSession, Integer> each = new HashMap<>();
      underWay.forEach(e -> each.merge(e.device(), 1, Integer::sum));
      assertThat(each.values()).allMatch(count -> count <= perDevice);
      if (!underWay.isEmpty() && random.nextBoolean()) {
        queue.ended(underWay.remove(random.nextInt(underWay.size())));
        ended++;
      }
    }

    assertThat(queue.waiting() + underWay.size() + ended).isEqualTo(added);
    while (!underWay.isEmpty() || queue.waiting() > 0) {
      underWay.forEach(queue::ended);
      underWay.clear();
      for (Exchange next = queue.next(); next != null; next = queue.next()) {
        underWay.add(next);
      }
    }
  }
}
