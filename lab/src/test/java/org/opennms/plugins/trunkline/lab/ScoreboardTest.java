package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Classification.Boundary;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

class ScoreboardTest {
  private static final InterfaceRole TRUNK = InterfaceRole.TRUNK;
  private static final InterfaceRole ACCESS = InterfaceRole.ACCESS;
  private static final InterfaceRole VOICE = InterfaceRole.VOICE;
  private static final InterfaceRole OTHER = InterfaceRole.OTHER;

  @Test
  void precision_recall_and_f1_follow_their_definitions() {
    Scoreboard board =
        new Scoreboard(
            List.of(
                answer(TRUNK, TRUNK, 1),
                answer(TRUNK, TRUNK, 1),
                answer(TRUNK, ACCESS, 1),
                answer(ACCESS, TRUNK, 1)));

    assertThat(board.precision(TRUNK)).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(board.recall(TRUNK)).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(board.f1(TRUNK)).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(board.f1(ACCESS)).isZero();
    assertThat(board.precision(VOICE)).isNaN();
    assertThat(board.accuracy()).isEqualTo(0.5);
  }

  @Test
  void a_tolerated_answer_counts_as_the_label() {
    Scoreboard board = new Scoreboard(List.of(answer(TRUNK, ACCESS, 1, ACCESS)));

    assertThat(board.accuracy()).isEqualTo(1);
    assertThat(board.count(TRUNK, TRUNK)).isEqualTo(1);
  }

  @Test
  void only_roles_with_enough_labels_count_in_the_macro_f1() {
    List<Answer> answers = new ArrayList<>(List.of(answer(VOICE, ACCESS, 1)));
    for (int i = 0; i < Scoreboard.ENOUGH_LABELS; i++) {
      answers.add(answer(TRUNK, TRUNK, 1));
    }

    assertThat(new Scoreboard(answers).macroF1()).isEqualTo(1);
    assertThat(new Scoreboard(List.of()).macroF1()).isNaN();
  }

  @Test
  void the_calibration_error_is_the_distance_of_confidence_and_accuracy_per_bin() {
    Scoreboard board =
        new Scoreboard(
            List.of(
                answer(TRUNK, TRUNK, 0.95),
                answer(TRUNK, ACCESS, 0.95),
                answer(TRUNK, TRUNK, 0.65),
                answer(TRUNK, TRUNK, 0.65)));

    assertThat(board.reliability()).hasSize(2);
    assertThat(board.calibrationError()).isCloseTo((0.45 + 0.35) / 2, within(1e-9));
  }

  @Test
  void rows_without_a_label_count_for_coverage_alone() {
    Scoreboard board = new Scoreboard(List.of(answer(null, OTHER, 1), answer(null, TRUNK, 1)));

    assertThat(board.labelled()).isZero();
    assertThat(board.coverage()).isEqualTo(0.5);
    assertThat(board.accuracy()).isNaN();
  }

  private static Answer answer(
      InterfaceRole label, InterfaceRole role, double confidence, InterfaceRole... tolerated) {
    NetworkInterface row =
        new NetworkInterface(
            new InterfaceKey(new NodeKey("1"), "x"),
            1,
            "x",
            "x",
            "",
            6,
            0,
            AdminStatus.UP,
            OperStatus.UP,
            "",
            List.of());
    Classification classification =
        new Classification(
            role,
            Optional.empty(),
            false,
            Boundary.INTERNAL,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            confidence,
            List.of());
    return new Answer(
        "r",
        new LabelledInterface(
            InterfaceEvidence.of(row), Optional.ofNullable(label), Set.of(tolerated)),
        new Judgement(classification, confidence, OTHER, 0, Optional.empty()));
  }
}
