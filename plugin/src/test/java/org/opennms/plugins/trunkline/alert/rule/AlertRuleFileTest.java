package org.opennms.plugins.trunkline.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.InterfaceRole;

class AlertRuleFileTest {
  private static final String SHIPPED = "../features/src/main/cfg/alerts.yaml";

  @Test
  void the_rules_in_force_without_a_file_are_those_of_the_shipped_file() throws IOException {
    String shipped = Files.readString(Path.of(SHIPPED));
    assertThat(AlertRuleFile.class.getResourceAsStream("alerts.yaml")).hasContent(shipped);
    assertThat(AlertRuleFile.shipped().all())
        .extracting(AlertRule::kind)
        .containsOnlyOnce(
            AlertKind.INTERFACE_DOWN, AlertKind.UTILIZATION, AlertKind.DEVICES_SILENT);
  }

  @Test
  void the_shipped_examples_are_sound_when_switched_on() throws IOException {
    String shipped = Files.readString(Path.of(SHIPPED));
    int examples = shipped.indexOf("#maintenance:");
    String on =
        shipped.substring(0, examples) + shipped.substring(examples).replaceAll("(?m)^#", "");
    assertThat(parse(on).problems()).isEmpty();
    assertThat(parse(on).value().orElseThrow().maintenance()).hasSize(2);
  }

  @Test
  void the_pages_example_is_what_it_says() throws IOException {
    Matcher block =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(Files.readString(Path.of("../docs/alerts.md")));
    assertThat(block.find()).isTrue();
    AlertRule rule = parse(block.group(1)).value().orElseThrow().all().get(0);
    assertThat(rule.lasting().times()).isEqualTo(2);
    assertThat(rule.lasting().of()).isEqualTo(3);
    assertThat(rule.lasting().raise()).isEqualTo(Duration.ofMinutes(10));
    assertThat(rule.levels().above()).isEqualTo(0.9);
    assertThat(rule.when()).isPresent();
  }

  @Test
  void the_defaults_are_those_that_were_promised() {
    AlertRules rules = AlertRuleFile.shipped();
    AlertRule down = rules.named("interface-down").orElseThrow();
    assertThat(down.severities().critical()).contains(AlertSeverity.CRITICAL);
    assertThat(down.severities().byRole().get(InterfaceRole.TRUNK)).contains(AlertSeverity.HIGH);
    assertThat(down.severities().byRole().get(InterfaceRole.SERVER_LINK))
        .contains(AlertSeverity.MEDIUM);
    assertThat(down.severities().otherwise()).isEmpty();
    AlertRule busy = rules.named("utilization").orElseThrow();
    assertThat(busy.levels()).isEqualTo(new AlertRule.Levels(0.8, 0.75, 0));
    assertThat(busy.lasting().raise()).isEqualTo(Duration.ofMinutes(15));
    AlertRule errors = rules.named("errors").orElseThrow();
    assertThat(errors.levels()).isEqualTo(new AlertRule.Levels(0.001, 0.0005, 1000));
    assertThat(errors.lasting().raise()).isEqualTo(Duration.ofMinutes(10));
    assertThat(rules.named("traffic-anomaly").orElseThrow().atLeast())
        .isEqualTo(AlertSeverity.HIGH);
    assertThat(rules.of(AlertKind.DEVICES_SILENT).get(0).levels().above()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{name: a, kind: down}#kind#is no kind of alert#Known are",
        "{name: a}#kind#is missing#Known are",
        "{name: 'A b', kind: device-silent}#name#is no name of a rule#lower-case",
        "{name: a, kind: utilization}#above#is missing#percentage",
        "{name: a, kind: utilization, above: 80}#above#is no share#80%",
        "{name: a, kind: utilization, above: 80%, clear: 90%}#clear#higher than above#lower",
        "{name: a, kind: utilization, above: 80%, packets: 3}#packets#is no setting#Known are",
        "{name: a, kind: errors, above: 1%, packets: x}#packets#is no count#whole number",
        "{name: a, kind: errors, above: 1%, for: soon}#for#is no duration#15m",
        "{name: a, kind: errors, above: 1%, for: 30d}#for#longer than 7d#shorter",
        "{name: a, kind: errors, above: 1%, times: 5 of 3}#times#how often#3 of 5",
        "{name: a, kind: errors, above: 1%, flapping: 5 times}#flapping#how often#5 in 30m",
        "{name: a, kind: device-silent, severity: bad}#severity#is no severity#low, medium",
        "{name: a, kind: device-silent, severity: {uplink: low}}#severity.uplink#nor a role#Known",
        "{name: a, kind: device-silent, match: {roles: [up]}}#match.roles#is no role#Known",
        "{name: a, kind: device-silent, match: {role: trunk}}#match.role#is no setting#roles",
        "{name: a, kind: device-silent, when: {days: [x]}}#when#says no time#from and to",
        "{name: a, kind: device-silent, when: {from: '7', to: '8:00'}}#when.from#is no time#22:00",
        "{name: a, kind: anomaly, at-least: most}#at-least#is no severity#low, medium"
      })
  void a_problem_names_line_key_and_remedy(String rule, String key, String what, String remedy) {
    ConfigReading<AlertRules> reading = parse("rules:\n  - " + rule + "\n");
    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems())
        .anySatisfy(
            p -> {
              assertThat(p.file()).isEqualTo("trunkline/alerts.yaml");
              assertThat(p.line()).isEqualTo(2);
              assertThat(p.where()).isEqualTo("rules[0]." + key);
              assertThat(p.what()).contains(what);
              assertThat(p.remedy()).contains(remedy);
            });
  }

  @Test
  void what_is_no_list_of_rules_is_told() {
    assertThat(parse("[1, 2]").problems()).extracting(Problem::where).containsExactly("rules");
    assertThat(parse("rules: 7").problems()).extracting(Problem::where).containsExactly("rules");
    assertThat(parse("rules: [7]").problems())
        .extracting(Problem::where)
        .containsExactly("rules[0]");
    assertThat(parse("rule: []").problems()).extracting(Problem::where).containsExactly("rule");
    assertThat(parse("rules: [").problems()).isNotEmpty();
    assertThat(
            parse("rules:\n- {name: a, kind: device-silent}\n- {name: a, kind: device-silent}")
                .problems())
        .extracting(Problem::what)
        .containsExactly("two rules are named 'a'");
  }

  @Test
  void an_empty_file_has_no_rules() {
    assertThat(parse("").value().orElseThrow().all()).isEmpty();
    assertThat(parse("# nothing\n").value().orElseThrow().all()).isEmpty();
  }

  @Test
  void a_window_over_midnight_belongs_to_the_day_on_which_it_starts() {
    Window window =
        parse("maintenance: [{name: w, days: [sat], from: '22:00', to: '04:00'}]")
            .value()
            .orElseThrow()
            .maintenance()
            .get(0)
            .when();
    assertThat(window.contains(Instant.parse("2026-03-07T21:59:59Z"))).isFalse();
    assertThat(window.contains(Instant.parse("2026-03-07T22:00:00Z"))).isTrue();
    assertThat(window.contains(Instant.parse("2026-03-08T03:59:59Z"))).isTrue();
    assertThat(window.contains(Instant.parse("2026-03-08T04:00:00Z"))).isFalse();
    assertThat(window.contains(Instant.parse("2026-03-08T22:30:00Z"))).isFalse();
  }

  @Test
  void a_window_keeps_civil_time_across_the_change_of_clocks() {
    Window window =
        parse("maintenance: [{from: '04:00', to: '05:00', zone: Europe/Zurich}]")
            .value()
            .orElseThrow()
            .maintenance()
            .get(0)
            .when();
    assertThat(window.contains(Instant.parse("2026-03-28T03:30:00Z"))).isTrue();
    assertThat(window.contains(Instant.parse("2026-03-29T02:30:00Z"))).isTrue();
    assertThat(window.contains(Instant.parse("2026-03-29T03:30:00Z"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "edge-*, edge-1, true",
    "edge-*, core-1, false",
    "*wan*, To WAN 2, true",
    "*, anything, true",
    "a*b*c, a-b-c, true",
    "a*b*c, acb, false",
    "abc, ABC, true",
    "ab*ba, aba, false"
  })
  void a_star_stands_for_any_text(String glob, String text, boolean accepted) {
    assertThat(new Patterns(List.of(glob)).accept(List.of(text))).isEqualTo(accepted);
  }

  @Property(tries = 300)
  void whatever_the_text_it_is_rules_or_problems(@ForAll String text) {
    ConfigReading<AlertRules> reading = parse(text);
    assertThat(reading.value().isPresent()).isEqualTo(reading.problems().isEmpty());
  }

  private static ConfigReading<AlertRules> parse(String text) {
    return AlertRuleFile.parse("trunkline/alerts.yaml", text);
  }
}
