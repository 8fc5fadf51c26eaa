package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;

class HostileTextTest {
  private static final int HUGE = 65_536;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u001b[31muplink\u0007",
        "\u202euplink\u202c",
        "\u200fسويتش uplink",
        "\ud800 uplink",
        "\ufffd\ufffd uplink \ufffd",
        "up\u00adlink uplink",
        "\ud83d\ude80 uplink"
      })
  void odd_characters_are_separators_at_most(String alias) {
    assertThat(Samples.onSwitch(alias).role()).isEqualTo(InterfaceRole.TRUNK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "1/", "to ", "{", "}", "server ", "[5G", "监", "\ud83d", "9."})
  @Timeout(20)
  void a_description_of_64_kilobytes_is_no_slow_path(String unit) {
    String huge = unit.repeat(HUGE / unit.length());
    InterfaceEvidence evidence = InterfaceEvidence.of(Samples.row(1, huge, huge, Samples.ETHERNET));
    RuleBookClassifier classifier = Samples.classifier();

    for (int i = 0; i < 200; i++) {
      assertThat(
              classifier.judge(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), List.of(evidence)))
          .hasSize(1);
    }
  }

  @Test
  @Timeout(20)
  void an_expression_that_would_explode_elsewhere_stays_linear() {
    RuleBookClassifier classifier =
        Samples.classifier(
            """
            rules:
              - name: bomb
                match: { ifAlias: { regex: '(a+)+core(a|aa)+$' } }
                set: { role: voice }
            """);
    InterfaceEvidence evidence = Samples.port("a".repeat(300) + "core" + "a".repeat(HUGE) + "!");

    assertThat(
            classifier.judge(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), List.of(evidence)))
        .hasSize(1);
  }

  @Property(tries = 500)
  void any_text_gives_a_classification_with_a_confidence(
      @ForAll String name, @ForAll String alias, @ForAll int ifType) {
    Classification classification =
        Samples.on(DeviceType.UNKNOWN, InterfaceEvidence.of(Samples.row(1, name, alias, ifType)));

    assertThat(classification.confidence()).isBetween(0.0, 1.0);
    assertThat(classification.reasons()).hasSizeLessThanOrEqualTo(12);
  }
}
