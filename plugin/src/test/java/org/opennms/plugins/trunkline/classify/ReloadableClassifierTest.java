package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.classify.ReloadableClassifier.Texts;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NetworkInterface;

class ReloadableClassifierTest {
  private static final String CAMERAS =
      "rules: [{ name: a, match: { ifAlias: { contains: zz } }, set: { role: camera } }]";

  private final ReloadableClassifier classifier = new ReloadableClassifier();

  @Test
  void new_rules_are_in_force_at_once() {
    assertThat(role()).isEqualTo(InterfaceRole.ACCESS);

    assertThat(classifier.reload(new Texts(CAMERAS, "", ""))).isEmpty();

    assertThat(role()).isEqualTo(InterfaceRole.CAMERA);
  }

  @Test
  void a_faulty_file_leaves_the_last_good_one_in_force_and_says_what_is_wrong() {
    classifier.reload(new Texts(CAMERAS, "", ""));
    RuleBookClassifier before = classifier.current();

    List<Problem> problems =
        classifier.reload(new Texts("rules: [{}]", "ignore: {}", "points: []"));

    assertThat(problems)
        .extracting(Problem::file)
        .containsSubsequence(
            "trunkline/rules.yaml", "trunkline/providers.yaml", "trunkline/calibration.yaml");
    assertThat(classifier.current()).isSameAs(before);
    assertThat(role()).isEqualTo(InterfaceRole.CAMERA);
  }

  @Test
  void reading_alone_changes_nothing() {
    assertThat(ReloadableClassifier.read(new Texts(CAMERAS, "", "")).value()).isPresent();

    assertThat(role()).isEqualTo(InterfaceRole.ACCESS);
  }

  private InterfaceRole role() {
    NetworkInterface row = Samples.row(1, "Gi0/1", "zz", Samples.ETHERNET);
    return classifier
        .classify(Samples.DEVICE, Samples.facts(DeviceType.SWITCH), List.of(row))
        .get(0)
        .classification()
        .role();
  }
}
