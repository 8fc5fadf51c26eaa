package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Classification.Boundary;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Reason;

class OverridingTest {
  private static final Reason EVIDENCE = new Reason("ifAlias", "UPLINK", 2.0);
  private static final Classification UPLINK =
      new Classification(
          InterfaceRole.ISP_UPLINK,
          Optional.of("Example Net"),
          true,
          Boundary.EXTERNAL,
          Optional.of("C-1"),
          Optional.of("peer:1"),
          OptionalLong.of(100),
          0.7,
          List.of(EVIDENCE));

  @Test
  void without_a_decision_the_classifiers_word_stands() {
    assertThat(Overriding.apply(UPLINK, Optional.empty())).isSameAs(UPLINK);
  }

  @Test
  void what_a_decision_leaves_open_stays_as_it_was() {
    Classification result = Overriding.apply(UPLINK, Optional.of(Samples.monitored(false)));
    assertThat(result).usingRecursiveComparison().ignoringFields("reasons").isEqualTo(UPLINK);
  }

  @Test
  void another_role_is_certain_and_takes_its_own_boundary_and_importance() {
    Classification access =
        Overriding.apply(UPLINK, Optional.of(Samples.override(InterfaceRole.ACCESS)));
    assertThat(access.role()).isEqualTo(InterfaceRole.ACCESS);
    assertThat(access.boundary()).isEqualTo(Boundary.INTERNAL);
    assertThat(access.critical()).isFalse();
    assertThat(access.confidence()).isEqualTo(1.0);
    Classification back =
        Overriding.apply(access, Optional.of(Samples.override(InterfaceRole.ISP_UPLINK)));
    assertThat(back.boundary()).isEqualTo(Boundary.EXTERNAL);
    assertThat(back.critical()).isTrue();
  }

  @Test
  void every_decision_is_taken_and_explained_before_the_evidence() {
    InterfaceOverride decision =
        new InterfaceOverride(
            Optional.of(InterfaceRole.BRANCH_LINK),
            Optional.of("Other Net"),
            Optional.of(true),
            Optional.of(false),
            OptionalLong.of(50_000_000),
            "ada",
            Instant.EPOCH,
            "ticket 7");
    Classification result = Overriding.apply(UPLINK, Optional.of(decision));
    assertThat(result.provider()).contains("Other Net");
    assertThat(result.critical()).isTrue();
    assertThat(result.contractBandwidth()).hasValue(50_000_000);
    assertThat(result.circuitId()).contains("C-1");
    assertThat(result.reasons())
        .containsExactly(
            new Reason(
                "override",
                "role branch_link, provider Other Net, critical true, monitored false, capacity"
                    + " 50000000 bit/s set by ada at 1970-01-01T00:00:00Z: ticket 7",
                0),
            EVIDENCE);
  }
}
