package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.snmp.mib.smi.NamedNumber;

class LabelsTest {
  private static final Labels LABELS =
      new Labels(
          List.of(
              new NamedNumber("down", 2),
              new NamedNumber("up", 1),
              new NamedNumber("lost", -1),
              new NamedNumber("again", 2)));

  @Test
  void labels_and_numbers_lead_to_each_other() {
    assertThat(LABELS.label(1)).contains("up");
    assertThat(LABELS.label(-1)).contains("lost");
    assertThat(LABELS.number("down")).hasValue(2);
    assertThat(LABELS.all())
        .extracting(NamedNumber::label)
        .containsExactly("lost", "up", "down", "again");
  }

  @Test
  void of_two_labels_of_a_number_the_first_is_shown_and_both_are_understood() {
    assertThat(LABELS.label(2)).contains("down");
    assertThat(LABELS.number("again")).hasValue(2);
  }

  @Test
  void what_has_no_label_has_none() {
    assertThat(LABELS.label(3)).isEmpty();
    assertThat(LABELS.label(Long.MIN_VALUE)).isEmpty();
    assertThat(LABELS.number("Up")).isEmpty();
    assertThat(Labels.NONE.label(0)).isEmpty();
    assertThat(Labels.NONE.isEmpty()).isTrue();
  }
}
