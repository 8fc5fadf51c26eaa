package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Holds the classifier to its figures on recordings of real networks, where these are present. */
class SampleAccuracyTest {
  private static final Path DATA =
      Path.of(System.getProperty("trunkline.data", "../../shared/data"), "descriptions");
  private static final Set<String> VLANS =
      Set.of("vm_vlan", "voice_vlan", "vtp_trunk", "vtp_trunk_admin");

  @BeforeEach
  void needs_the_recordings() {
    assumeThat(DATA).as("recordings of -Dtrunkline.data").isDirectory();
  }

  @Test
  void judged_interfaces_are_classified_as_the_judge_did() {
    Scoreboard board = board("judged_labels.csv", TableFormat.INTERFACES, Set.of(), Set.of());

    assertThat(board.accuracy()).isGreaterThanOrEqualTo(0.92);
    assertThat(board.macroF1()).isGreaterThanOrEqualTo(0.90);
    assertThat(board.calibrationError()).isLessThanOrEqualTo(0.06);
  }

  @Test
  void strong_evidence_is_followed() {
    Scoreboard board = board("interfaces.csv", TableFormat.INTERFACES, Set.of(), Set.of("strong"));

    assertThat(board.accuracy()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void without_the_column_that_made_the_label_most_are_still_found() {
    Scoreboard types =
        board("interfaces.csv", TableFormat.INTERFACES, Set.of("ifType"), Set.of("strong"));
    Scoreboard vlans = board("interfaces.csv", TableFormat.INTERFACES, VLANS, Set.of("strong"));

    assertThat(types.recall(InterfaceRole.LOOPBACK)).isGreaterThanOrEqualTo(0.95);
    assertThat(vlans.recall(InterfaceRole.ACCESS)).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void configured_ports_are_told_apart() {
    Scoreboard config = board("config_ports.csv", TableFormat.CONFIG_PORTS, Set.of(), Set.of());
    Scoreboard shown = board("ntc_ports.csv", TableFormat.NTC_PORTS, Set.of(), Set.of());

    assertThat(config.recall(InterfaceRole.TRUNK)).isGreaterThanOrEqualTo(0.95);
    assertThat(shown.precision(InterfaceRole.TRUNK)).isGreaterThanOrEqualTo(0.95);
    assertThat(shown.recall(InterfaceRole.ACCESS)).isGreaterThanOrEqualTo(0.85);
  }

  private static Scoreboard board(
      String file, TableFormat format, Set<String> withheld, Set<String> strengths) {
    List<Recording> recordings = new Table(format, withheld, strengths).read(DATA.resolve(file));
    return new Scoreboard(Input.answers(new Knowledge().classifier(), recordings));
  }
}
