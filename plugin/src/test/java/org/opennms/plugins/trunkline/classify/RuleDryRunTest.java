package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.classify.RuleDryRun.Outcome;
import org.opennms.plugins.trunkline.classify.RuleDryRun.Subject;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;

class RuleDryRunTest {
  private static final Subject SUBJECT =
      new Subject(
          Samples.DEVICE,
          Samples.facts(DeviceType.SWITCH),
          List.of(
              InterfaceEvidence.of(Samples.row(1, "Gi0/1", "zz 1", Samples.ETHERNET)),
              InterfaceEvidence.of(Samples.row(2, "Gi0/2", "zz 2", Samples.ETHERNET)),
              InterfaceEvidence.of(Samples.row(3, "lo0", "", 24))));

  @Test
  void says_what_would_change_with_counts_and_examples() {
    Outcome outcome =
        compare(
            "rules: [{ name: a, match: { ifAlias: { starts: zz } }, set: { role: voice } }]", 1);

    assertThat(outcome.interfaces()).isEqualTo(3);
    assertThat(outcome.changed()).isEqualTo(2);
    assertThat(outcome.before()).containsEntry(InterfaceRole.ACCESS, 2);
    assertThat(outcome.after())
        .containsEntry(InterfaceRole.VOICE, 2)
        .containsEntry(InterfaceRole.LOOPBACK, 1);
    assertThat(outcome.examples()).hasSize(1);
    assertThat(outcome.examples().get(0).key().name()).isEqualTo("Gi0/1");
    assertThat(outcome.examples().get(0).after().role()).isEqualTo(InterfaceRole.VOICE);
  }

  @Test
  void a_change_of_monitoring_alone_counts() {
    Outcome outcome =
        compare("rules: [{ name: a, match: { ifType: 24 }, set: { monitored: true } }]", 9);

    assertThat(outcome.changed()).isEqualTo(1);
  }

  @Test
  void rules_that_match_nothing_change_nothing() {
    assertThat(compare("rules: [{ name: a, match: { node: no }, set: { role: voice } }]", 9))
        .satisfies(
            outcome -> {
              assertThat(outcome.changed()).isZero();
              assertThat(outcome.examples()).isEmpty();
              assertThat(outcome.before()).isEqualTo(outcome.after());
            });
  }

  private static Outcome compare(String rules, int examples) {
    return RuleDryRun.compare(
        Samples.classifier(), Samples.classifier(rules), List.of(SUBJECT), examples);
  }
}
