package org.opennms.plugins.trunkline.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Link;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.sandbox.network.table.DeviceSchema;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Faults of devices and ports, at times of the test's choice. */
class DeviceFaultsTest {
  private static final String IF_ENTRY = "1.3.6.1.2.1.2.2.1.";
  private static final String IF_X_ENTRY = "1.3.6.1.2.1.31.1.1.1.";
  private static final String LLDP_REMOTE = "1.0.8802.1.1.2.1.4.1.1.";
  private static final OID IF_NUMBER = new OID("1.3.6.1.2.1.2.1.0");
  private static final OID IF_TABLE_LAST_CHANGE = new OID("1.3.6.1.2.1.31.1.5.0");
  private static final OID SYS_UP_TIME = new OID("1.3.6.1.2.1.1.3.0");

  /** A clock that the test moves. */
  private static final class TestClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-18T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration duration) {
      now = now.plus(duration);
    }
  }

  private final TestClock clock = new TestClock();
  private SimulatedNetwork network;
  private GeneratedDevice core;
  private Faults faults;
  private Port trunk;

  @BeforeEach
  void serve() throws IOException {
    network =
        SimulatedNetwork.generate(
            GeneratorSettings.mixed(40, 1), AgentSettings.sandbox().withClock(clock));
    for (SimulatedDevice device : network.devices()) {
      GeneratedDevice candidate = ((SimulatedDevice.Generated) device).device();
      if (candidate.label().contains("-cr")) {
        core = candidate;
      }
    }
    faults = network.faults(core.label());
    trunk =
        core.ports().stream()
            .filter(port -> port.link() != null && port.wiring().role() == PortRole.TRUNK)
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void stop() {
    network.close();
  }

  private Variable object(GeneratedDevice device, String column, Port port) {
    return object(device, new OID(column + "." + port.ifIndex()));
  }

  private Variable object(GeneratedDevice device, OID instance) {
    return DeviceSchema.of(device).get(instance, clock.millis());
  }

  private long number(String column) {
    return object(core, column, trunk).toLong();
  }

  private long count(GeneratedDevice device, String root) {
    OID below = new OID(root);
    var rest = DeviceSchema.of(device).after(below, clock.millis());
    long rows = 0;
    while (rest.hasNext() && rest.next().getOid().startsWith(below)) {
      rows++;
    }
    return rows;
  }

  private double bitsPerSecond(String counter, Duration duration) {
    long before = number(counter);
    clock.pass(duration);
    return (number(counter) - before) * 8.0 / duration.toSeconds();
  }

  @Test
  void counters_show_the_rate_of_the_pattern() {
    Duration fiveMinutes = Duration.ofMinutes(5);
    long from = clock.millis();
    double measured = bitsPerSecond(IF_X_ENTRY + "6", fiveMinutes);

    assertThat(measured)
        .isPositive()
        .isCloseTo(trunk.counters().flows().in().bitsPerSecond(from, clock.millis()), within(1.0));
  }

  @Test
  void what_leaves_one_end_enters_the_other() {
    Link.End peer = trunk.link().opposite(trunk);
    long out = number(IF_X_ENTRY + "10");
    long in = object(peer.device(), IF_X_ENTRY + "6", peer.port()).toLong();
    clock.pass(Duration.ofHours(1));

    assertThat(number(IF_X_ENTRY + "10") - out)
        .isEqualTo(object(peer.device(), IF_X_ENTRY + "6", peer.port()).toLong() - in);
  }

  @Test
  void counters_of_32_bits_are_those_of_64_bits_wrapped() {
    faults.load(trunk.ifName(), 0.95);
    boolean wrapped = false;
    long last = number(IF_ENTRY + "10");
    for (int minute = 0; minute < 60; minute++) {
      clock.pass(Duration.ofSeconds(1));
      assertThat(number(IF_ENTRY + "10")).isEqualTo(number(IF_X_ENTRY + "6") & 0xffff_ffffL);
      wrapped |= number(IF_ENTRY + "10") < last;
      last = number(IF_ENTRY + "10");
    }
    assertThat(wrapped).isTrue();
  }

  @Test
  void a_cut_takes_both_ends_down_and_their_neighbour_away() {
    Link.End peer = trunk.link().opposite(trunk);
    long before = count(peer.device(), LLDP_REMOTE + "9");
    faults.cut(trunk.ifName());

    assertThat(number(IF_ENTRY + "7")).isEqualTo(1);
    assertThat(number(IF_ENTRY + "8")).isEqualTo(2);
    assertThat(object(peer.device(), IF_ENTRY + "8", peer.port()).toInt()).isEqualTo(2);
    assertThat(count(peer.device(), LLDP_REMOTE + "9")).isEqualTo(before - 1);
    assertThat(bitsPerSecond(IF_X_ENTRY + "6", Duration.ofMinutes(1))).isZero();
    assertThat(number(IF_ENTRY + "9")).isEqualTo((clock.millis() - 60_000 - core.bootedAt()) / 10);

    faults.restore(trunk.ifName());
    assertThat(number(IF_ENTRY + "8")).isEqualTo(1);
    assertThat(count(peer.device(), LLDP_REMOTE + "9")).isEqualTo(before);
    assertThat(bitsPerSecond(IF_X_ENTRY + "6", Duration.ofMinutes(1))).isPositive();
  }

  @Test
  void a_shut_port_is_down_by_intention() {
    faults.shut(Integer.toString(trunk.ifIndex()));

    assertThat(number(IF_ENTRY + "7")).isEqualTo(2);
    assertThat(number(IF_ENTRY + "8")).isEqualTo(2);
  }

  @Test
  void a_lag_is_up_while_one_member_is() {
    Port lag =
        core.ports().stream().filter(port -> !port.members().isEmpty()).findFirst().orElseThrow();
    faults.cut(lag.members().get(0).ifName());
    assertThat(object(core, IF_ENTRY + "8", lag).toInt()).isEqualTo(1);

    faults.cut(lag.members().get(1).ifName());
    assertThat(object(core, IF_ENTRY + "8", lag).toInt()).isEqualTo(2);
  }

  @Test
  void a_load_of_95_percent_is_that_share_of_the_speed() {
    faults.load(trunk.ifName(), 0.95);

    assertThat(bitsPerSecond(IF_X_ENTRY + "6", Duration.ofMinutes(5)))
        .isCloseTo(0.95 * trunk.wiring().bitsPerSecond(), within(1e3));
    assertThat(number(IF_X_ENTRY + "15") * 1_000_000).isEqualTo(trunk.wiring().bitsPerSecond());
  }

  @Test
  void a_spike_passes() {
    long from = clock.millis();
    double usual = trunk.counters().flows().in().bitsPerSecond(from, from + 60_000);
    faults.scale(trunk.ifName(), 3, Duration.ofMinutes(1));

    assertThat(bitsPerSecond(IF_X_ENTRY + "6", Duration.ofMinutes(1)))
        .isCloseTo(3 * usual, within(1e3));
    assertThat(bitsPerSecond(IF_X_ENTRY + "6", Duration.ofMinutes(1))).isLessThan(2 * usual);
  }

  @Test
  void an_error_ratio_shows_in_the_error_counter_until_it_is_healed() {
    faults.errors(trunk.ifName(), 0.01);
    long errors = number(IF_ENTRY + "14");
    long packets = number(IF_X_ENTRY + "7") + number(IF_X_ENTRY + "8") + number(IF_X_ENTRY + "9");
    clock.pass(Duration.ofMinutes(5));
    double ratio =
        (number(IF_ENTRY + "14") - errors)
            / (double)
                (number(IF_X_ENTRY + "7")
                    + number(IF_X_ENTRY + "8")
                    + number(IF_X_ENTRY + "9")
                    - packets);

    assertThat(ratio).isCloseTo(0.01, within(0.0001));
    faults.restore(trunk.ifName());
    long healed = number(IF_ENTRY + "14");
    clock.pass(Duration.ofMinutes(5));
    assertThat(number(IF_ENTRY + "14") - healed).isLessThan(100);
  }

  @Test
  void a_reboot_resets_uptime_and_counters_without_a_discontinuity() {
    faults.reboot();
    clock.pass(Duration.ofSeconds(30));

    assertThat(object(core, SYS_UP_TIME).toLong()).isEqualTo(3_000);
    assertThat(number(IF_X_ENTRY + "6")).isLessThan(trunk.wiring().bitsPerSecond() * 30 / 8);
    assertThat(number(IF_X_ENTRY + "19")).isZero();
  }

  @Test
  void a_reset_of_counters_is_a_discontinuity() {
    faults.resetCounters(trunk.ifName());

    assertThat(number(IF_X_ENTRY + "6")).isZero();
    assertThat(number(IF_X_ENTRY + "19")).isEqualTo(object(core, SYS_UP_TIME).toLong());
  }

  @Test
  void renumbering_keeps_names_and_moves_every_index() {
    int before = trunk.ifIndex();
    long lastChange = object(core, IF_TABLE_LAST_CHANGE).toLong();
    faults.renumber();

    assertThat(trunk.ifIndex()).isNotEqualTo(before);
    assertThat(object(core, IF_X_ENTRY + "1", trunk)).hasToString(trunk.ifName());
    assertThat(object(core, new OID(IF_X_ENTRY + "1." + before))).isNull();
    assertThat(object(core, IF_TABLE_LAST_CHANGE).toLong()).isGreaterThan(lastChange);
  }

  @Test
  void an_empty_if_table_has_no_rows_and_no_number() {
    faults.emptyIfTable(true);
    assertThat(count(core, "1.3.6.1.2.1.2.2")).isZero();
    assertThat(object(core, IF_NUMBER).toInt()).isZero();

    faults.emptyIfTable(false);
    assertThat(count(core, "1.3.6.1.2.1.2.2")).isPositive();
  }

  @Test
  void a_pulled_module_takes_its_port_along_until_it_is_restored() {
    int ports = object(core, IF_NUMBER).toInt();
    long lastChange = object(core, IF_TABLE_LAST_CHANGE).toLong();
    Link.End peer = trunk.link().opposite(trunk);
    faults.unseat(trunk.ifName());

    assertThat(object(core, IF_X_ENTRY + "1", trunk)).isNull();
    assertThat(object(core, IF_NUMBER).toInt()).isEqualTo(ports - 1);
    assertThat(object(core, IF_TABLE_LAST_CHANGE).toLong()).isGreaterThan(lastChange);
    assertThat(peer.port().operUp()).isFalse();

    faults.restore(trunk.ifName());
    assertThat(object(core, IF_X_ENTRY + "1", trunk)).hasToString(trunk.ifName());
    assertThat(object(core, IF_NUMBER).toInt()).isEqualTo(ports);
    assertThat(peer.port().operUp()).isTrue();
  }

  @Test
  void names_and_descriptions_change() {
    faults.sysName("renamed");
    faults.sysDescr("upgraded");
    faults.alias(trunk.ifName(), "Überführung");

    assertThat(object(core, new OID("1.3.6.1.2.1.1.5.0"))).hasToString("renamed");
    assertThat(object(core, new OID("1.3.6.1.2.1.1.1.0"))).hasToString("upgraded");
    assertThat(object(core, IF_X_ENTRY + "18", trunk))
        .isEqualTo(new OctetString("Überführung".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_pulled_neighbour_is_gone_at_both_ends_while_the_port_stays_up() {
    Link.End peer = trunk.link().opposite(trunk);
    long here = count(core, LLDP_REMOTE + "9");
    long there = count(peer.device(), LLDP_REMOTE + "9");
    faults.announce(trunk.ifName(), false);

    assertThat(count(core, LLDP_REMOTE + "9")).isEqualTo(here - 1);
    assertThat(count(peer.device(), LLDP_REMOTE + "9")).isEqualTo(there - 1);
    assertThat(number(IF_ENTRY + "8")).isEqualTo(1);
  }

  @Test
  void an_unknown_port_or_a_number_out_of_range_is_refused() {
    assertThatThrownBy(() -> faults.cut("Gi9/9/9")).hasMessageContaining("Gi9/9/9");
    assertThatThrownBy(() -> faults.load(trunk.ifName(), 95)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> faults.errors(trunk.ifName(), -1)).hasMessageContaining("0 to 1");
  }
}
