package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.model.SwitchPort;
import org.opennms.plugins.trunkline.model.SwitchPort.Mode;

/** What is judged without a description. */
class RolesByEvidenceTest {
  @ParameterizedTest
  @CsvSource({
    "lo0, 24, loopback",
    "InLoopBack0, 24, loopback",
    "Loopback7, 0, loopback",
    "ae1, 161, trunk",
    "Port-channel12, 53, trunk",
    "Bundle-Ether1, 161, trunk",
    "mgmt0, 6, management",
    "fxp0, 6, management",
    "MgmtEth0/RSP0/CPU0/0, 6, management",
    "Dialer1, 23, isp_uplink",
    "Cellular0, 6, isp_uplink",
    "Tunnel7, 131, branch_link",
    "Dot11Radio0, 71, access",
    "gpon-olt_1/2/1, 250, access",
    "FXS0/1, 102, voice",
    "fc1/3, 56, server_link",
    "Null0, 1, other",
    "BR0/2/0:1, 81, other",
    "lsq-0/0/0, 108, other",
    "pp0, 1, other",
    "pp0.0, 23, isp_uplink",
    "Logical-int 1, 22, other",
    "cable 11/0 upstream 1.1, 205, access",
    "Vlan20, 53, other",
    "Gi0/1, 6, access"
  })
  void the_kind_of_an_interface_says_what_it_is(String ifName, int ifType, String role) {
    InterfaceEvidence evidence = InterfaceEvidence.of(Samples.row(1, ifName, "", ifType));

    assertThat(Samples.on(DeviceType.SWITCH, evidence).role().spelling()).isEqualTo(role);
  }

  @Test
  void a_leased_line_leads_to_a_provider_only_where_something_says_so() {
    NetworkInterface silent = Samples.row(1, "Serial0/1/0", "", 22);
    NetworkInterface carrier = Samples.row(1, "Serial0/1/0", "Internet Telia", 22);
    NetworkInterface branch = Samples.row(1, "Serial0/1/0", "Branch Lyon", 22);

    assertThat(role(silent)).isNotEqualTo(InterfaceRole.ISP_UPLINK);
    assertThat(role(carrier)).isEqualTo(InterfaceRole.ISP_UPLINK);
    assertThat(role(branch)).isEqualTo(InterfaceRole.BRANCH_LINK);
  }

  private static InterfaceRole role(NetworkInterface row) {
    return Samples.on(DeviceType.ROUTER, InterfaceEvidence.of(row)).role();
  }

  @ParameterizedTest
  @CsvSource({"TRUNK, trunk", "ACCESS, access", "NOT_TRUNKING, access"})
  void the_trunk_state_decides_for_a_nameless_port(Mode mode, String role) {
    SwitchPort port = new SwitchPort(mode, 0, "", 0, 0, -1, -1);

    assertThat(judge(port).role().spelling()).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({"of-mgmt, management", "VOIP, voice", "cctv, camera", "users, access"})
  void the_name_of_the_access_vlan_says_for_what_the_port_is(String name, String role) {
    SwitchPort port = new SwitchPort(Mode.ACCESS, 20, name, 0, 0, -1, -1);

    assertThat(judge(port).role().spelling()).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({"CAM-791, camera", "IP-PHONE 4711, voice", "uplink, access", "desk 12, access"})
  void a_port_in_access_mode_leads_where_its_alias_says_unless_that_needs_a_trunk(
      String alias, String role) {
    SwitchPort port = new SwitchPort(Mode.ACCESS, 20, "", 0, 0, -1, -1);
    Classification classification =
        Samples.on(
            DeviceType.SWITCH,
            Samples.with(Samples.row(1, "Gi0/1", alias, Samples.ETHERNET), port));

    assertThat(classification.role().spelling()).isEqualTo(role);
  }

  @Test
  void a_voice_vlan_alone_is_a_users_port_and_a_telephone_makes_it_voice() {
    SwitchPort port = new SwitchPort(Mode.ACCESS, 20, "", 950, 0, -1, 2);
    Neighbour phone = neighbour("SEP001122334455", "IP Phone 7941", Capability.TELEPHONE);

    assertThat(judge(port).role()).isEqualTo(InterfaceRole.ACCESS);
    assertThat(judge(port, phone).role()).isEqualTo(InterfaceRole.VOICE);
  }

  @Test
  void a_bridge_is_no_proof_of_a_trunk() {
    Neighbour accessPoint = neighbour("ap-1", "", Capability.BRIDGE, Capability.WLAN_AP);
    Neighbour hypervisor = neighbour("vm-1", "VMware ESXi Releasebuild-1", Capability.BRIDGE);
    Neighbour radio =
        neighbour(
            "x", "ArubaOS (MODEL: 515), Version Aruba AP", Capability.BRIDGE, Capability.ROUTER);

    assertThat(judge(SwitchPort.NONE, accessPoint).role()).isEqualTo(InterfaceRole.ACCESS);
    assertThat(judge(SwitchPort.NONE, hypervisor).role()).isEqualTo(InterfaceRole.SERVER_LINK);
    assertThat(judge(SwitchPort.NONE, radio).role()).isEqualTo(InterfaceRole.ACCESS);
  }

  @ParameterizedTest
  @CsvSource({
    "Cisco IOS Software C2960 Software, trunk",
    "Juniper Networks Inc. mx240 internet router, trunk",
    "AXIS P1448-LE Network Camera, camera",
    "Debian GNU/Linux 12, server_link",
    "HP LaserJet printer, access",
    "Polycom SoundPoint IP 650, voice"
  })
  void the_neighbours_platform_says_where_a_port_leads(String platform, String role) {
    assertThat(judge(SwitchPort.NONE, neighbour("", platform)).role().spelling()).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "ROUTER, trunk",
    "SWITCH, trunk",
    "SERVER, server_link",
    "PHONE, voice",
    "CAMERA, camera",
    "WIRELESS, access",
    "PRINTER, access"
  })
  void the_type_of_the_own_node_at_the_other_end_counts(DeviceType type, String role) {
    Neighbour neighbour = new Neighbour("n", "", "", Set.of(), 0, type);

    assertThat(judge(SwitchPort.NONE, neighbour).role().spelling()).isEqualTo(role);
  }

  @Test
  void a_public_network_of_two_on_a_router_is_an_uplink() {
    Classification classification = onRouter("192.0.2.1", 30, BgpPeer.EXTERNAL);

    assertThat(classification.role()).isEqualTo(InterfaceRole.ISP_UPLINK);
    assertThat(classification.boundary()).isEqualTo(Classification.Boundary.EXTERNAL);
  }

  @Test
  void a_private_network_of_two_stays_inside() {
    assertThat(onRouter("10.1.1.1", 30, BgpPeer.NONE).boundary())
        .isEqualTo(Classification.Boundary.INTERNAL);
  }

  @Test
  void a_port_that_is_faster_than_the_others_is_rather_a_trunk() {
    List<InterfaceEvidence> ports = new ArrayList<>();
    for (int i = 1; i <= 24; i++) {
      ports.add(InterfaceEvidence.of(Samples.row(i, "Gi0/" + i, "", Samples.ETHERNET)));
    }
    NetworkInterface fast =
        Samples.row(25, "Te0/25", "", Samples.ETHERNET, 10 * Samples.GIGABIT, List.of());
    ports.add(InterfaceEvidence.of(fast));
    List<Judgement> judged =
        Samples.classifier().judge(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), ports);

    assertThat(judged.get(24).classification().role()).isEqualTo(InterfaceRole.TRUNK);
    assertThat(judged.get(0).classification().role()).isEqualTo(InterfaceRole.ACCESS);
  }

  @Test
  void a_member_takes_the_text_of_its_aggregate() {
    InterfaceEvidence aggregate =
        InterfaceEvidence.of(Samples.row(100, "Po1", "ESX cluster server", 161));
    InterfaceEvidence member =
        InterfaceEvidence.of(
            Samples.row(1, "Gi0/1", "", Samples.ETHERNET)
                .with(new LinkFacts(new Layers(100, List.of()), SwitchPort.NONE, BgpPeer.NONE)));
    Judgement judgement =
        Samples.classifier()
            .judge(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), List.of(member, aggregate))
            .get(0);

    assertThat(judgement.classification().role()).isEqualTo(InterfaceRole.SERVER_LINK);
  }

  @Test
  void what_speaks_against_the_role_is_among_the_reasons() {
    SwitchPort access = new SwitchPort(Mode.ACCESS, 20, "", 0, 0, -1, -1);
    Classification classification =
        Samples.on(
            DeviceType.SWITCH,
            Samples.with(Samples.row(1, "Gi0/1", "uplink", Samples.ETHERNET), access));

    assertThat(classification.role()).isEqualTo(InterfaceRole.ACCESS);
    assertThat(classification.reasons())
        .filteredOn(r -> r.evidence().equals("ifAlias"))
        .allMatch(r -> r.weight() < 0)
        .isNotEmpty();
    assertThat(classification.reasons())
        .map(Reason::weight)
        .map(Math::abs)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  @ParameterizedTest
  @CsvSource({"PHONE, voice", "CAMERA, camera", "SERVER, server_link", "PRINTER, access"})
  void the_port_of_an_end_device_at_a_switch_is_what_the_device_is_for(
      DeviceType own, String role) {
    assertThat(toward(own, "eth1", "", DeviceType.SWITCH).role().spelling()).isEqualTo(role);
  }

  @Test
  void a_router_at_the_other_end_speaks_for_a_trunk_but_not_against_a_branch() {
    assertThat(toward(DeviceType.ROUTER, "Gi0/0/2", "", DeviceType.ROUTER).role())
        .isEqualTo(InterfaceRole.TRUNK);
    assertThat(
            toward(
                    DeviceType.ROUTER,
                    "Gi0/0/1",
                    "### Branch ams-br1 ### GTT ckt 45018/GTT/AMS",
                    DeviceType.ROUTER)
                .role())
        .isEqualTo(InterfaceRole.BRANCH_LINK);
  }

  @Test
  void a_carrier_s_line_between_own_routers_is_no_isp_uplink() {
    String alias = "WAN Arelion ARE46229-A";
    assertThat(Samples.onRouter(alias).role()).isEqualTo(InterfaceRole.ISP_UPLINK);
    assertThat(toward(DeviceType.ROUTER, "Gi0/0/2", alias, DeviceType.ROUTER).role())
        .isEqualTo(InterfaceRole.BRANCH_LINK);
  }

  private static Classification toward(
      DeviceType own, String ifName, String alias, DeviceType other) {
    Neighbour neighbour =
        new Neighbour("n1", "1", "", Set.of(Capability.BRIDGE, Capability.ROUTER), 0, other);
    return Samples.on(
        own,
        new InterfaceEvidence(Samples.row(1, ifName, alias, Samples.ETHERNET), List.of(neighbour)));
  }

  private static Classification judge(SwitchPort port, Neighbour... neighbours) {
    return Samples.on(
        DeviceType.SWITCH,
        Samples.with(Samples.row(1, "Gi0/1", "", Samples.ETHERNET), port, neighbours));
  }

  private static Neighbour neighbour(String name, String platform, Capability... capabilities) {
    return new Neighbour(name, "", platform, Set.of(capabilities), 0, DeviceType.UNKNOWN);
  }

  private static Classification onRouter(String address, int prefixLength, BgpPeer peer) {
    NetworkInterface row =
        Samples.row(
            1,
            "ge-0/0/1",
            "",
            Samples.ETHERNET,
            Samples.GIGABIT,
            List.of(Samples.address(address, prefixLength)));
    return Samples.on(
        DeviceType.ROUTER,
        InterfaceEvidence.of(row.with(new LinkFacts(Layers.NONE, SwitchPort.NONE, peer))));
  }
}
