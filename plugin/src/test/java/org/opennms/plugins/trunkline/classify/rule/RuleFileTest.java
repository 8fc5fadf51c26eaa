package org.opennms.plugins.trunkline.classify.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;

class RuleFileTest {
  @Test
  void an_empty_file_is_a_book_without_rules() {
    assertThat(RuleFile.parse("r", "").value().map(RuleBook::size)).hasValue(0);
    assertThat(RuleFile.parse("r", "rules: []").value().map(RuleBook::size)).hasValue(0);
    assertThat(RuleFile.parse("r", "rules:").value().map(RuleBook::size)).hasValue(0);
  }

  @Test
  void all_fields_and_effects_can_be_written() {
    ConfigReading<RuleBook> parsed =
        RuleFile.parse(
            "rules.yaml",
            """
            rules:
              - name: everything
                match:
                  ifName: [Gi0/1, Gi0/2]
                  ifDescr: { contains: ethernet }
                  ifAlias: { regex: '^WAN-(\\w+)' }
                  node: { starts: edge }
                  category: Routers
                  location: Default
                  metadata: { 'requisition:site': Tbilisi }
                  ifType: [6, 117, 100-110]
                  speed: '>=1G'
                  address: [192.0.2.0/24, '2001:db8::/32']
                  neighbourCapability: router
                  trunkState: trunk
                  accessVlan: 10-20
                set: { role: isp-uplink, provider: $1, critical: true, monitored: false, bandwidth: 500M }
                add: { trunk: -2, access: 1.5 }
            """);

    assertThat(parsed.problems()).isEmpty();
    Effect effect = parsed.value().orElseThrow().rule(0).effect();
    assertThat(effect.contractBandwidth()).hasValue(500_000_000L);
    assertThat(effect.monitored()).hasValue(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "match: { ifAlias: x } | does nothing",
        "match: { ifAlias: x }, set: { role: uplink } | 'uplink' is no role",
        "match: { alias: x }, set: { role: trunk } | is unknown",
        "match: {}, set: { role: trunk } | matches nothing",
        "set: { role: trunk } | matches nothing",
        "match: { ifAlias: { regex: '(' } }, set: { role: trunk } | can match without any fixed text",
        "match: { ifAlias: { regex: 'core(' } }, set: { role: trunk } | missing closing )",
        "match: { ifAlias: { regex: '(?=core)x' } }, set: { role: trunk } | core",
        "match: { ifAlias: { regex: '.*' } }, set: { role: trunk } | can match without any fixed text",
        "match: { ifAlias: { like: x } }, set: { role: trunk } | is no test",
        "match: { ifType: six }, set: { role: trunk } | 'six' is not understood",
        "match: { address: example.net }, set: { role: trunk } | 'example.net' is not understood",
        "match: { address: 192.0.2.0/33 }, set: { role: trunk } | is not understood",
        "match: { ifAlias: x }, set: { critical: maybe } | 'maybe' is no flag",
        "match: { ifAlias: x }, set: { bandwidth: much } | is no bandwidth",
        "match: { ifAlias: x }, set: { provider: $1 } | no group",
        "match: { ifAlias: x }, set: { colour: red } | cannot be set",
        "match: { ifAlias: x }, add: { trunk: 99 } | no role with a weight",
        "match: { ifAlias: x }, set: { role: trunk }, when: now | is no key of a rule"
      })
  void a_fault_is_reported_with_file_line_rule_and_remedy(String rule, String complaint) {
    ConfigReading<RuleBook> parsed =
        RuleFile.parse("rules.yaml", "rules:\n  - { name: mine, " + rule + " }\n");

    assertThat(parsed.value()).isEmpty();
    Problem problem = parsed.problems().get(0);
    assertThat(problem.what()).contains(complaint);
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.where()).contains("mine");
    assertThat(problem.remedy()).isNotBlank();
    assertThat(problem.file()).isEqualTo("rules.yaml");
  }

  @Test
  void all_faults_of_a_file_are_reported_at_once() {
    ConfigReading<RuleBook> parsed =
        RuleFile.parse(
            "rules.yaml",
            """
            rules:
              - name: a
                match: { ifAlias: x }
                set: { role: nothing }
              - name: a
                match: { ifAlias: x }
                set: { role: trunk }
              - just text
            """);

    assertThat(parsed.problems()).extracting(Problem::line).containsExactly(4, 5, 8);
  }

  @Test
  void a_file_that_is_no_list_of_rules_is_reported() {
    assertThat(RuleFile.parse("r", "- name: a").problems()).hasSize(1);
    assertThat(RuleFile.parse("r", "rule: []").problems()).hasSize(1);
    assertThat(RuleFile.parse("r", "{").problems()).hasSize(1);
  }
}
