package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.RuleTrial;
import org.opennms.plugins.trunkline.operations.SampleNetwork;

/** The real classifier and the real reader of rules, on interfaces in memory. */
class RuleRehearsalTest {
  private static final String WAN =
      """
      rules:
        - name: rooms are branches
          match: { ifAlias: { starts: ROOM } }
          set: { role: branch_link, provider: Example Telecom, critical: true }
      """;

  @TempDir Path etc;
  private InterfaceFiles files;

  @BeforeEach
  void start() {
    files = new InterfaceFiles(etc, port -> List.of());
  }

  @Test
  void what_would_change_is_counted_and_shown_and_nothing_is_in_force() throws IOException {
    RuleTrial.Report report = check(file(WAN), room(1), room(2), other());

    assertThat(report.problems()).isEmpty();
    assertThat(report.interfaces()).isEqualTo(3);
    assertThat(report.changed()).isEqualTo(2);
    assertThat(report.after()).containsEntry(InterfaceRole.BRANCH_LINK, 2);
    assertThat(report.before()).doesNotContainKey(InterfaceRole.BRANCH_LINK);
    assertThat(sum(report.before().values())).isEqualTo(sum(report.after().values())).isEqualTo(3);
    assertThat(report.examples()).extracting(e -> e.key().name()).containsExactly("p1", "p2");
    RuleTrial.Example first = report.examples().get(0);
    assertThat(first.node()).isEqualTo("edge1");
    assertThat(first.after().provider()).contains("Example Telecom");
    assertThat(first.after().critical()).isTrue();
    assertThat(check(file(WAN), room(1)).changed()).as("still not in force").isEqualTo(1);
  }

  @Test
  void the_rules_in_force_change_nothing() throws IOException {
    Path inForce = Files.writeString(etc.resolve("rules.yaml"), WAN);
    files.refresh();
    assertThat(check(inForce, room(1), other()).changed()).isZero();
  }

  @Test
  void taking_all_rules_away_is_a_change_too() throws IOException {
    Files.writeString(etc.resolve("rules.yaml"), WAN);
    files.refresh();
    RuleTrial.Report report = check(file(""), room(1));
    assertThat(report.changed()).isEqualTo(1);
    assertThat(report.before()).containsEntry(InterfaceRole.BRANCH_LINK, 1);
  }

  @Test
  void examples_are_few_however_many_change() throws IOException {
    KnownInterface[] many = new KnownInterface[500];
    for (int i = 0; i < many.length; i++) {
      many[i] = room(i);
    }
    RuleTrial.Report report = check(file(WAN), many);
    assertThat(report.changed()).isEqualTo(500);
    assertThat(report.examples()).hasSize(RuleRehearsal.EXAMPLES);
  }

  @Test
  void every_problem_is_told_with_file_line_rule_and_remedy_and_nothing_is_judged()
      throws IOException {
    Path file =
        file(
            """
            rules:
              - name: bomb
                match: { ifAlias: { regex: '(a+' } }
                set: { role: uplink }
            """);
    RuleTrial.Report report = check(file, room(1));
    assertThat(report.problems())
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(p -> assertThat(p).contains(file + ":").contains("rule 'bomb'"));
    assertThat(report.interfaces()).isZero();
    assertThat(report.examples()).isEmpty();
  }

  @Test
  void a_file_that_is_absent_a_folder_a_device_or_no_text_is_a_problem_not_an_empty_book()
      throws IOException {
    Path latin1 = etc.resolve("latin1.yaml");
    Files.write(latin1, "rules: [\u00fc]".getBytes(StandardCharsets.ISO_8859_1));
    for (Path file : List.of(etc.resolve("absent.yaml"), etc, Path.of("/dev/zero"), latin1)) {
      RuleTrial.Report report = check(file, room(1));
      assertThat(report.problems()).as(file.toString()).hasSize(1);
      assertThat(report.problems().get(0)).startsWith(file.toString());
    }
  }

  private RuleTrial.Report check(Path file, KnownInterface... known) {
    return new RuleRehearsal(files, new InMemoryInterfaces(List.of(known))).check(file);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(etc.resolve("new.yaml"), text);
  }

  private static KnownInterface room(int number) {
    return SampleNetwork.port(
        SampleNetwork.EDGE, number, "p" + number, "room " + number, InterfaceRole.ACCESS, false);
  }

  private static KnownInterface other() {
    return SampleNetwork.port(SampleNetwork.SWITCH, 1, "x", "", InterfaceRole.OTHER, false);
  }

  private static int sum(Iterable<Integer> counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
