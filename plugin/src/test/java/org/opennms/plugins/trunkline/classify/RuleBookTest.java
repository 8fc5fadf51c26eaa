package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.SwitchPort;

class RuleBookTest {
  @Test
  void a_rule_wins_over_all_evidence_and_the_reasons_show_both() {
    Classification classification =
        judge(
            """
            rules:
              - name: loopbacks are trunks here
                match: { ifName: { starts: lo } }
                set: { role: trunk }
            """,
            InterfaceEvidence.of(Samples.row(1, "lo0", "", 24)));

    assertThat(classification.role()).isEqualTo(InterfaceRole.TRUNK);
    assertThat(classification.confidence()).isGreaterThanOrEqualTo(0.99);
    assertThat(classification.reasons().get(0).evidence())
        .isEqualTo("rule loopbacks are trunks here");
    assertThat(classification.reasons()).anyMatch(r -> r.weight() < 0);
  }

  @Test
  void a_provider_comes_from_a_capture_group_and_is_normalised() {
    String rules =
        """
        rules:
          - name: carriers
            match: { ifAlias: { regex: '^LINE-([a-z]+)-' } }
            set: { role: isp_uplink, provider: $1 }
        """;

    assertThat(judge(rules, Samples.port("LINE-magticom-1")).provider()).hasValue("Magti");
    assertThat(judge(rules, Samples.port("LINE-nobody-1")).provider()).hasValue("nobody");
    assertThat(judge(rules, Samples.port("nothing")).provider()).isEmpty();
  }

  @Test
  void the_first_rule_that_sets_a_thing_decides_it_and_later_ones_may_set_others() {
    Classification classification =
        judge(
            """
            rules:
              - { name: a, match: { ifAlias: x1 }, set: { role: voice } }
              - { name: b, match: { ifAlias: x1 }, set: { role: camera, critical: true } }
              - { name: c, match: { ifAlias: x1 }, set: { bandwidth: 20M } }
            """,
            Samples.port("X1"));

    assertThat(classification.role()).isEqualTo(InterfaceRole.VOICE);
    assertThat(classification.critical()).isTrue();
    assertThat(classification.contractBandwidth()).hasValue(20_000_000L);
  }

  @Test
  void an_isp_uplink_can_be_declared_not_critical() {
    Classification classification =
        judge(
            "rules: [{ name: a, match: { ifAlias: { contains: spare } }, set: { critical: false } }]",
            Samples.port("Transit: Cogent (spare)"));

    assertThat(classification.role()).isEqualTo(InterfaceRole.ISP_UPLINK);
    assertThat(classification.critical()).isFalse();
  }

  @Test
  void weights_move_the_score_and_decide_nothing_alone() {
    String rules = "rules: [{ name: a, match: { ifAlias: { starts: zz } }, add: { voice: 6 } }]";

    assertThat(judge(rules, Samples.port("zz-1")).role()).isEqualTo(InterfaceRole.VOICE);
    assertThat(judge(rules, InterfaceEvidence.of(Samples.row(1, "lo0", "zz-1", 24))).role())
        .isEqualTo(InterfaceRole.LOOPBACK);
  }

  @Test
  void monitoring_is_part_of_the_judgement() {
    Judgement judgement =
        Samples.classifier(
                "rules: [{ name: a, match: { node: { starts: edge } }, set: { monitored: true } }]")
            .judge(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), List.of(Samples.port("")))
            .get(0);

    assertThat(judgement.monitored()).hasValue(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node: { starts: edge-1 }",
        "category: routers",
        "location: tbilisi",
        "foreignSource: lab",
        "metadata: { 'requisition:site': hq }",
        "deviceType: switch",
        "ifIndex: 1",
        "ifName: gi1/0/1",
        "ifAlias: { contains: needle }",
        "ifAlias: { regex: 'n[e]+dle' , literals: dle }",
        "ifType: [1, 5-7]",
        "speed: '>=1G'",
        "speed: '<10G'",
        "adminStatus: up",
        "address: 192.0.2.0/29",
        "neighbourName: { starts: far }",
        "neighbourPort: '7'",
        "neighbourPlatform: { contains: os }",
        "neighbourCapability: router",
        "neighbourType: firewall",
        "trunkState: access",
        "accessVlan: 10",
        "accessVlanName: users",
        "voiceVlan: 20",
        "nativeVlan: 10",
        "taggedVlans: 0",
        "poeClass: 3"
      })
  void a_rule_can_match_on_any_evidence(String condition) {
    String rules = "rules: [{ name: a, match: { " + condition + " }, set: { role: camera } }]";

    assertThat(judge(rules, rich()).role()).isEqualTo(InterfaceRole.CAMERA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node: other",
        "category: Switches",
        "metadata: { 'requisition:rack': hq }",
        "ifAlias: needle",
        "ifAlias: { regex: '^needle' }",
        "speed: '>1G'",
        "address: 198.51.100.0/24",
        "address: '2001:db8::/32'",
        "neighbourType: server",
        "trunkState: trunk",
        "accessVlan: 11-20",
        "ifType: 6, ifIndex: 2"
      })
  void a_rule_whose_conditions_do_not_all_hold_does_nothing(String condition) {
    String rules = "rules: [{ name: a, match: { " + condition + " }, set: { role: camera } }]";

    assertThat(judge(rules, rich()).role()).isNotEqualTo(InterfaceRole.CAMERA);
  }

  @Test
  void rules_with_and_without_literals_keep_their_order() {
    String rules =
        """
        rules:
          - { name: a, match: { ifAlias: { contains: abc } }, set: { role: voice } }
          - { name: b, match: { ifType: 6 }, set: { role: camera } }
          - { name: c, match: { ifName: { starts: Gi } }, set: { role: server_link } }
        """;

    assertThat(judge(rules, Samples.port("x abc")).role()).isEqualTo(InterfaceRole.VOICE);
    assertThat(judge(rules, Samples.port("x")).role()).isEqualTo(InterfaceRole.CAMERA);
  }

  private static InterfaceEvidence rich() {
    return Samples.with(
        Samples.row(
            1,
            "Gi1/0/1",
            "a needle in hay",
            Samples.ETHERNET,
            Samples.GIGABIT,
            List.of(Samples.address("192.0.2.1", 30))),
        new SwitchPort(SwitchPort.Mode.ACCESS, 10, "users", 20, 10, 0, 3),
        new Neighbour("far-1", "7", "SomeOS", Set.of(Capability.ROUTER), 0, DeviceType.FIREWALL));
  }

  private static Classification judge(String rules, InterfaceEvidence evidence) {
    return Samples.classifier(rules)
        .judge(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), List.of(evidence))
        .get(0)
        .classification();
  }
}
