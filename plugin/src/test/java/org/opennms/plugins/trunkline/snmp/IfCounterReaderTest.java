package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.traffic.Counter;
import org.opennms.plugins.trunkline.traffic.CounterReader.Answer;
import org.opennms.plugins.trunkline.traffic.CounterReader.Wanted;
import org.opennms.plugins.trunkline.traffic.CounterReading;
import org.opennms.plugins.trunkline.traffic.Ports;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

class IfCounterReaderTest extends RouterFixture {
  private IfCounterReader reader;

  @BeforeEach
  void count() {
    agent
        .with(IF + "10.1", new Counter32(111))
        .with(IF + "11.1", new Counter32(12))
        .with(IF + "13.1", new Counter32(3))
        .with(IF + "14.1", new Counter32(4))
        .with(IF + "16.1", new Counter32(211))
        .with(IF + "17.1", new Counter32(22))
        .with(IF + "19.1", new Counter32(5))
        .with(IF + "20.1", new Counter32(6))
        .with(IFX + "6.1", new Counter64(1L << 40))
        .with(IFX + "7.1", new Counter64(1_000))
        .with(IFX + "10.1", new Counter64(-1L))
        .with(IFX + "11.1", new Counter64(2_000))
        .with(IFX + "19.1", new TimeTicks(77));
  }

  @Test
  void everything_of_an_interface_is_read_by_one_request() {
    CounterReading reading = told(Wanted.COUNTERS, port(1, "ge-0/0/0")).readings().get(1);
    assertThat(reading.in().octets()).isEqualTo(Counter.of64(1L << 40));
    assertThat(reading.out().octets()).isEqualTo(Counter.of64(-1L));
    assertThat(reading.in().packets()).isEqualTo(Counter.of64(1_000));
    assertThat(reading.in().errors()).isEqualTo(Counter.of32(4));
    assertThat(reading.in().discards()).isEqualTo(Counter.of32(3));
    assertThat(reading.out().errors()).isEqualTo(Counter.of32(6));
    assertThat(reading.out().discards()).isEqualTo(Counter.of32(5));
    assertThat(reading.speed()).isEqualTo(1_000_000_000L);
    assertThat(reading.sysUpTime()).isEqualTo(500_000);
    assertThat(reading.discontinuityTime()).isEqualTo(77);
    assertThat(reading.adminStatus()).isEqualTo(AdminStatus.UP);
    assertThat(reading.operStatus()).isEqualTo(OperStatus.UP);
    assertThat(reading.at().toEpochMilli()).isEqualTo(now.get());
    assertThat(agent.requests()).hasSize(1);
  }

  @Test
  void an_interface_without_64_bit_counters_is_read_with_32_bits_and_remembered() {
    agent.with(IF + "10.2", new Counter32(7)).with(IF + "16.2", new Counter32(8));
    Answer.Told told = told(Wanted.COUNTERS, port(1, "ge-0/0/0"), port(2, "xe-0/1/0"));
    assertThat(told.readings().get(2).in().octets()).isEqualTo(Counter.of32(7));
    assertThat(told.readings().get(1).in().octets()).isEqualTo(Counter.of64(1L << 40));
    assertThat(agent.requests()).hasSize(2);
    CounterReading again = told(Wanted.COUNTERS, port(2, "xe-0/1/0")).readings().get(2);
    assertThat(again.out().octets()).isEqualTo(Counter.of32(8));
    assertThat(agent.requests()).hasSize(3);
  }

  @Test
  void version_1_is_asked_for_what_it_can_have() {
    version = "v1";
    agent.with(IF + "5.1", new Gauge32(100_000_000));
    CounterReading reading = told(Wanted.COUNTERS, port(1, "ge-0/0/0")).readings().get(1);
    assertThat(reading.in().octets()).isEqualTo(Counter.of32(111));
    assertThat(reading.out().packets()).isEqualTo(Counter.of32(22));
    assertThat(reading.speed()).isEqualTo(100_000_000);
    assertThat(reading.discontinuityTime()).isEqualTo(CounterReading.UNTOLD);
    assertThat(agent.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2c"})
  void the_status_alone_costs_little(String asked) {
    version = asked;
    CounterReading reading = told(Wanted.STATUS, port(2, "xe-0/1/0")).readings().get(2);
    assertThat(reading.adminStatus()).isEqualTo(AdminStatus.DOWN);
    assertThat(reading.operStatus()).isEqualTo(OperStatus.DOWN);
    assertThat(reading.in()).isEqualTo(CounterReading.Direction.ABSENT);
    assertThat(agent.requests().get(0).pdu().size()).isLessThanOrEqualTo(4);
  }

  @Test
  void after_a_renumbering_no_counter_goes_to_the_wrong_interface() {
    Answer.Told told = told(Wanted.COUNTERS, port(1, "xe-0/1/0"), port(99, "gone"));
    assertThat(told.readings()).isEmpty();
    assertThat(told.strangers()).containsExactly(1);
    assertThat(told.absent()).containsExactly(99);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2c"})
  void a_device_that_no_longer_has_an_interface_tells_of_the_others(String asked) {
    version = asked;
    for (Wanted wanted : Wanted.values()) {
      Answer.Told told = told(wanted, port(99, "gone"), port(1, "ge-0/0/0"));
      assertThat(told.readings()).as(wanted.name()).containsOnlyKeys(1);
      assertThat(told.absent()).as(wanted.name()).containsExactly(99);
      assertThat(told.strangers()).as(wanted.name()).isEmpty();
    }
  }

  @Test
  void a_device_that_has_none_of_the_interfaces_any_more_has_answered() {
    Answer.Told told = told(Wanted.STATUS, port(98, "gone"), port(99, "gone"));
    assertThat(told.readings()).isEmpty();
    assertThat(told.absent()).containsExactlyInAnyOrder(98, 99);
  }

  @Test
  void an_interface_whose_request_was_lost_is_neither_absent_nor_read() {
    agent.with(IF + "10.2", new Counter32(7)).with(IF + "16.2", new Counter32(8));
    AtomicInteger requests = new AtomicInteger();
    agent.changing(reply -> requests.incrementAndGet() == 1 ? reply : null);
    Answer.Told told = told(Wanted.COUNTERS, port(1, "ge-0/0/0"), port(2, "xe-0/1/0"));
    assertThat(told.readings()).containsOnlyKeys(1);
    assertThat(told.absent()).isEmpty();
    assertThat(told.status(2, Instant.EPOCH)).isEqualTo(LinkStatus.untold(Instant.EPOCH));
  }

  @Test
  void a_device_that_tells_no_names_is_believed() {
    agent.with(IFX + "1.1", new OctetString(""));
    assertThat(told(Wanted.COUNTERS, port(1, "ge-0/0/0")).readings()).containsOnlyKeys(1);
  }

  @Test
  void many_interfaces_are_asked_for_in_requests_whose_answers_fit_a_frame() {
    agent.upTo(1_472);
    for (int column : new int[] {1, 6, 7, 10, 11, 15, 19}) {
      agent.withColumn(IFX + column, 30, IfCounterReaderTest::value);
    }
    for (int column : new int[] {7, 8, 13, 14, 19, 20}) {
      agent.withColumn(IF + column, 30, row -> new Counter32(row));
    }
    agent.withColumn(IFX + 1, 30, row -> new OctetString("ge-" + row));
    NetworkInterface[] all =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> port(i, "ge-" + i))
            .toArray(NetworkInterface[]::new);
    assertThat(told(Wanted.COUNTERS, all).readings()).hasSize(30);
    assertThat(agent.requests()).hasSize(8).allMatch(r -> r.pdu().size() <= 57);
  }

  @Test
  void an_agent_that_bears_less_is_asked_for_less() {
    agent.upTo(300);
    assertThat(told(Wanted.COUNTERS, port(1, "ge-0/0/0")).readings()).containsOnlyKeys(1);
  }

  @Test
  void a_silent_device_is_told_with_its_address() {
    agent.silent();
    Answer answer = read(Wanted.COUNTERS, port(1, "ge-0/0/0"));
    assertThat(((Answer.Silent) answer).why())
        .contains("127.0.0.1", "no answer")
        .doesNotContain("invented");
  }

  @Test
  void a_device_that_cannot_be_asked_is_told_with_the_remedy() {
    Answer answer =
        Wait.forResult(
            counters().read(device(Optional.empty()), List.of(port(1, "x")), Wanted.COUNTERS));
    assertThat(((Answer.Silent) answer).why()).contains("knows no address");
  }

  @Test
  void an_agent_that_answers_with_errors_only_is_silent_for_our_purposes() {
    agent.changing(
        reply -> {
          reply.setErrorStatus(PDU.genErr);
          return reply;
        });
    assertThat(read(Wanted.COUNTERS, port(1, "ge-0/0/0"))).isInstanceOf(Answer.Silent.class);
  }

  private static Variable value(int row) {
    return new Counter64(1_000_000_000_000L + row);
  }

  private Answer.Told told(Wanted wanted, NetworkInterface... of) {
    Answer answer = read(wanted, of);
    assertThat(answer).isInstanceOf(Answer.Told.class);
    return (Answer.Told) answer;
  }

  private Answer read(Wanted wanted, NetworkInterface... of) {
    Device device = device(Optional.of(agent.address().getAddress()));
    return Wait.forResult(counters().read(device, List.of(of), wanted));
  }

  private IfCounterReader counters() {
    if (reader == null) {
      SnmpProfiles profiles =
          SnmpProfiles.parse(
                  "snmp.yaml",
                  ("profiles: [ { name: test, version: %s, community: invented, port: %d,"
                          + " timeout: 300ms, retries: 0 } ]")
                      .formatted(version, agent.address().getPort()))
              .value()
              .orElseThrow();
      ProfileTargets targets =
          new ProfileTargets(
              () -> profiles,
              () -> RequestOptions.DEFAULT,
              alias -> Optional.empty(),
              () -> Instant.ofEpochMilli(now.get()));
      reader =
          new IfCounterReader(
              () -> engine, targets, () -> Instant.ofEpochMilli(now.get()), Runnable::run);
    }
    return reader;
  }

  private static NetworkInterface port(int ifIndex, String ifName) {
    Device device = Ports.device(7, Optional.empty());
    return Ports.port(device, ifIndex, ifName, "", 0, false).networkInterface();
  }
}
