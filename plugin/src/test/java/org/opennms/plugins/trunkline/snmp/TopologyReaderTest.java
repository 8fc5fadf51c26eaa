package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Failed;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Read;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Reading;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;

class TopologyReaderTest extends RouterFixture {
  private static final String LOCAL = "1.0.8802.1.1.2.1.3.";
  private static final String REMOTE = "1.0.8802.1.1.2.1.4.1.1.";
  private static final String CDP = "1.3.6.1.4.1.9.9.23.1.2.1.1.";

  private final Recorded rows = new Recorded();

  private TopologyReader neighbours() {
    ConfigReading<SnmpProfiles> parsed =
        SnmpProfiles.parse(
            "snmp.yaml",
            "profiles: [ { name: test, version: %s, community: invented, port: %d, timeout: 300ms, retries: 1 } ]"
                .formatted(version, agent.address().getPort()));
    assertThat(parsed.problems()).isEmpty();
    InstantSource clock = InstantSource.system();
    return new TopologyReader(
        engine,
        new ProfileTargets(
            parsed.value()::orElseThrow,
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            clock),
        Runnable::run);
  }

  private Known known() {
    return new Known(
        device(Optional.of(agent.address().getAddress())), DeviceFacts.UNKNOWN, List.of());
  }

  private Reading walk(boolean forwarding) {
    return Wait.forResult(neighbours().read(known(), forwarding, rows));
  }

  private void speaker() {
    agent
        .with("1.0.8802.1.1.2.1.2.1.0", new TimeTicks(4711))
        .with(LOCAL + "1.0", new Integer32(4))
        .with(LOCAL + "2.0", OctetString.fromHexString("00:1b:2c:3d:4e:5f"))
        .with(LOCAL + "7.1.2.1", new Integer32(5))
        .with(LOCAL + "7.1.3.1", new OctetString("ge-0/0/0"))
        .with(REMOTE + "4.0.1.1", new Integer32(4))
        .with(REMOTE + "5.0.1.1", OctetString.fromHexString("00:00:5e:00:53:01"))
        .with(REMOTE + "9.0.1.1", new OctetString("switch2"))
        .with(CDP + "6.1.1", new OctetString("switch2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2c"})
  void tables_that_are_there_are_walked_and_all_that_can_be_told_is_covered(String asked) {
    version = asked;
    speaker();

    Read read = (Read) walk(false);

    assertThat(read.covered())
        .containsExactlyInAnyOrder(
            LinkSource.LLDP, LinkSource.CDP, LinkSource.MNDP, LinkSource.ALIAS, LinkSource.SUBNET);
    assertThat(read.lastChange()).isEqualTo(OptionalLong.of(4711));
    assertThat(rows.seen)
        .contains(
            "LLDP_LOC_CHASSIS[0]",
            "LLDP_LOC_PORT[1]",
            "LLDP_CHASSIS[0, 1, 1]",
            "LLDP_NAME[0, 1, 1]",
            "CDP_DEVICE[1, 1]");
  }

  @Test
  void a_device_without_neighbours_is_covered_too_so_that_they_can_go() {
    Read read = (Read) walk(false);
    assertThat(read.covered()).contains(LinkSource.LLDP, LinkSource.CDP);
    assertThat(read.lastChange()).isEmpty();
    assertThat(rows.seen).contains("SYS_NAME[0]").noneMatch(r -> r.startsWith("LLDP_CHASSIS"));
  }

  @Test
  void forwarding_tables_are_read_only_when_they_are_wanted() {
    agent.with("1.3.6.1.2.1.17.4.3.1.2.0.0.94.0.83.1", new Integer32(3));
    assertThat(((Read) walk(false)).covered()).doesNotContain(LinkSource.FORWARDING);
    assertThat(rows.seen).noneMatch(r -> r.startsWith("FDB_PORT"));
    assertThat(((Read) walk(true)).covered()).contains(LinkSource.FORWARDING, LinkSource.ARP);
    assertThat(rows.seen).contains("FDB_PORT[0, 0, 94, 0, 83, 1]");
  }

  @Test
  void a_table_that_cannot_be_read_to_its_end_takes_nothing_away() {
    speaker();
    // The scouting request asks for no such column.
    silentAt(request -> asks(request, CDP + "7"));

    Read read = (Read) walk(false);

    assertThat(read.covered()).contains(LinkSource.LLDP).doesNotContain(LinkSource.CDP);
    assertThat(rows.seen).contains("LLDP_CHASSIS[0, 1, 1]");
  }

  @Test
  void without_the_names_of_all_ports_nothing_of_lldp_is_believed() {
    speaker();
    // The scouting request asks for neighbours as well.
    silentAt(request -> asks(request, LOCAL + "7.1.3") && !asks(request, REMOTE + "5"));

    Read read = (Read) walk(false);

    assertThat(read.covered()).contains(LinkSource.CDP).doesNotContain(LinkSource.LLDP);
    assertThat(rows.seen).noneMatch(r -> r.startsWith("LLDP_CHASSIS"));
  }

  private void silentAt(Predicate<FakeAgent.Request> question) {
    agent.behaving(
        (answering, request) ->
            question.test(request) ? List.of() : FakeAgent.honest(answering, request));
  }

  private static boolean asks(FakeAgent.Request request, String object) {
    return request.pdu().getVariableBindings().stream()
        .anyMatch(vb -> vb.getOid().startsWith(new OID(object)));
  }

  @Test
  void a_silent_device_is_a_failure_with_a_remedy() {
    agent.silent();
    assertThat(walk(false))
        .isInstanceOfSatisfying(
            Failed.class, f -> assertThat(f.detail()).contains("Check the community"));
  }

  @Test
  void a_device_without_an_address_is_a_failure_with_a_remedy() {
    Known nowhere = new Known(device(Optional.empty()), DeviceFacts.UNKNOWN, List.of());
    assertThat(Wait.forResult(neighbours().read(nowhere, false, rows))).isInstanceOf(Failed.class);
    assertThat(Wait.forResult(neighbours().lastChange(nowhere))).isEmpty();
  }

  @Test
  void when_neighbours_changed_costs_one_request() {
    speaker();
    assertThat(Wait.forResult(neighbours().lastChange(known()))).hasValue(4711);
    assertThat(agent.requests()).hasSize(1);
  }

  /** Columns and indexes as they were handed over. */
  private static final class Recorded implements NeighbourReader.Rows {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void number(NeighbourColumn column, int[] index, long value) {
      seen.add(column + Arrays.toString(index));
    }

    @Override
    public void octets(NeighbourColumn column, int[] index, byte[] value) {
      seen.add(column + Arrays.toString(index));
    }
  }
}
