package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.SwitchPort;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** What the tables beside IF-MIB's bring to an interface. */
class LinkReadingTest extends RouterFixture {
  private static final String LAG = "1.2.840.10006.300.43.1.2.1.1.13.";
  private static final String STACK = "1.3.6.1.2.1.31.1.2.1.3.";
  private static final String BASE_PORT = "1.3.6.1.2.1.17.1.4.1.2.";
  private static final String PVID = "1.3.6.1.2.1.17.7.1.4.5.1.1.";
  private static final String VLAN = "1.3.6.1.2.1.17.7.1.4.3.1.";
  private static final String TRUNK_PORT = "1.3.6.1.4.1.9.9.46.1.6.1.1.";
  private static final String VM_VLAN = "1.3.6.1.4.1.9.9.68.1.2.2.1.2.";
  private static final String VOICE_VLAN = "1.3.6.1.4.1.9.9.68.1.5.1.1.1.";
  private static final String VTP_NAME = "1.3.6.1.4.1.9.9.46.1.3.1.1.4.";
  private static final String PSE = "1.3.6.1.2.1.105.1.1.1.";
  private static final String BGP = "1.3.6.1.2.1.15.";
  private static final String ADDRESS = "1.3.6.1.2.1.4.20.1.";

  private static final List<OID> LINK_COLUMNS =
      Arrays.stream(LinkColumn.values()).map(LinkColumn::object).toList();

  private LinkFacts link(int place) {
    return complete().interfaces().get(place).link();
  }

  private SwitchPort port(int place) {
    return link(place).switchPort();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2c"})
  void a_port_of_a_cisco_switch_tells_its_trunk_state_and_vlans(String asked) {
    version = asked;
    agent
        .with(TRUNK_PORT + "13.1", new Integer32(1))
        .with(TRUNK_PORT + "14.1", new Integer32(1))
        .with(TRUNK_PORT + "13.2", new Integer32(2))
        .with(TRUNK_PORT + "14.2", new Integer32(2))
        .with(VM_VLAN + "1", new Integer32(1))
        .with(VM_VLAN + "2", new Integer32(20))
        .with(VOICE_VLAN + "1", new Integer32(4096))
        .with(VOICE_VLAN + "2", new Integer32(120))
        .with(VTP_NAME + "1.20", new OctetString("users"));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces().get(0).link().switchPort())
        .isEqualTo(new SwitchPort(SwitchPort.Mode.TRUNK, 0, "", 0, 0, -1, -1));
    assertThat(reading.interfaces().get(1).link().switchPort())
        .isEqualTo(new SwitchPort(SwitchPort.Mode.ACCESS, 20, "users", 120, 0, -1, -1));
    assertThat(reading.remarks()).isEmpty();
  }

  @Test
  void a_port_that_would_trunk_is_not_taken_for_one_in_access_mode() {
    agent.with(TRUNK_PORT + "13.1", new Integer32(4)).with(TRUNK_PORT + "14.1", new Integer32(2));

    assertThat(port(0).mode()).isEqualTo(SwitchPort.Mode.NOT_TRUNKING);
  }

  @Test
  void a_bridge_tells_of_its_ports_by_numbers_of_its_own() {
    agent
        .with(BASE_PORT + "9", new Integer32(1))
        .with(BASE_PORT + "10", new Integer32(2))
        .with(PVID + "9", new Gauge32(1))
        .with(PVID + "10", new Gauge32(30))
        .with(VLAN + "1.30", new OctetString("cameras"))
        .with(VLAN + "2.1", OctetString.fromHexString("00:80"))
        .with(VLAN + "4.1", OctetString.fromHexString("00:80"))
        .with(VLAN + "2.30", OctetString.fromHexString("00:c0"))
        .with(VLAN + "4.30", OctetString.fromHexString("00:40"))
        .with(VLAN + "2.31", OctetString.fromHexString("00:80"))
        .with(VLAN + "4.31", OctetString.fromHexString("00"));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces().get(0).link().switchPort())
        .isEqualTo(new SwitchPort(SwitchPort.Mode.UNKNOWN, 0, "", 0, 1, 2, -1));
    assertThat(reading.interfaces().get(1).link().switchPort())
        .isEqualTo(new SwitchPort(SwitchPort.Mode.UNKNOWN, 30, "cameras", 0, 30, 0, -1));
  }

  @Test
  void tagged_vlans_are_unknown_without_the_untagged_ones() {
    agent
        .with(BASE_PORT + "1", new Integer32(1))
        .with(VLAN + "2.30", OctetString.fromHexString("80"));

    assertThat(port(0).taggedVlans()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"2,2", "1,0", "0,0", "77,0"})
  void a_member_knows_its_aggregate_and_nothing_else_passes_for_one(int attached, int aggregate) {
    agent.with(LAG + "1", new Integer32(attached));

    assertThat(link(0).layers().aggregate()).isEqualTo(aggregate);
  }

  @Test
  void layers_are_read_and_an_aggregate_shows_in_them_too() {
    agent
        .with(IF + "3.2", new Integer32(161))
        .with(STACK + "0.2", new Integer32(1))
        .with(STACK + "1.0", new Integer32(1))
        .with(STACK + "2.1", new Integer32(1))
        .with(STACK + "2.99", new Integer32(1));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces().get(0).link().layers()).isEqualTo(new Layers(2, List.of()));
    assertThat(reading.interfaces().get(1).link().layers()).isEqualTo(new Layers(0, List.of(1)));
  }

  @Test
  void power_is_found_by_the_bridges_port_number_where_names_do_not_tell() {
    agent
        .with(BASE_PORT + "5", new Integer32(2))
        .with(PSE + "6.1.5", new Integer32(3))
        .with(PSE + "10.1.5", new Integer32(4))
        .with(PSE + "6.1.6", new Integer32(2));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces())
        .extracting(i -> i.link().switchPort().poeClass())
        .containsExactly(-1, 3);
  }

  @Test
  void power_is_found_by_name_in_a_stack() {
    agent
        .with(IFX + "1.1", new OctetString("Gi1/0/7"))
        .with(IFX + "1.2", new OctetString("Gi2/0/7"))
        .with(PSE + "6.1.7", new Integer32(2))
        .with(PSE + "6.2.7", new Integer32(3))
        .with(PSE + "10.2.7", new Integer32(1));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces())
        .extracting(i -> i.link().switchPort().poeClass())
        .containsExactly(-1, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "64500,192.0.2.2,EXTERNAL",
    "64496,192.0.2.2,INTERNAL",
    "64500,198.51.100.9,NONE",
    "0,192.0.2.2,NONE"
  })
  void a_session_is_over_the_interface_whose_network_has_the_peer(
      long remoteAs, String peer, BgpPeer expected) {
    agent
        .with(ADDRESS + "2.192.0.2.1", new Integer32(1))
        .with(ADDRESS + "3.192.0.2.1", new IpAddress("255.255.255.252"))
        .with(ADDRESS + "2.203.0.113.1", new Integer32(2))
        .with(ADDRESS + "3.203.0.113.1", new IpAddress("255.255.255.255"))
        .with(BGP + "2.0", new Integer32(64_496))
        .with(BGP + "3.1.9." + peer, new Integer32((int) remoteAs));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces())
        .extracting(i -> i.link().bgpPeer())
        .containsExactly(expected, BgpPeer.NONE);
  }

  @Test
  void a_device_without_any_of_the_tables_is_asked_for_them_once() {
    assertThat(link(0)).isEqualTo(LinkFacts.NONE);

    Predicate<FakeAgent.Request> asksForThem =
        request ->
            request.pdu().getVariableBindings().stream()
                .anyMatch(vb -> LINK_COLUMNS.stream().anyMatch(vb.getOid()::startsWith));
    assertThat(agent.requests().stream().filter(asksForThem)).hasSize(1);
  }
}
