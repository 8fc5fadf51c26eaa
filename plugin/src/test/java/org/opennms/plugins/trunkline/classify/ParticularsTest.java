package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.model.Classification;

class ParticularsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Transit: Example {EX-10-4711}|EX-10-4711",
        "WAN CID: ABC12345|ABC12345",
        "circuit id 4711-22 Cogent|4711-22",
        "MPLS: 14.KFGS.913091..CBCL|14.KFGS.913091..CBCL",
        "BE/KFGS/123456//LVLT internet|BE/KFGS/123456//LVLT"
      })
  void a_circuit_id_is_read_in_the_habits_of_carriers(String text, String id) {
    assertThat(Particulars.circuitId(text)).hasValue(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transit: Example", "{REDACTED}", "{ }", "circuit", "room 4711", ""})
  void where_there_is_none_none_is_made_up(String text) {
    assertThat(Particulars.circuitId(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transit: X [5G]|5000000000",
        "WAN 500M|500000000",
        "line 2.5 Gbit/s|2500000000",
        "Internet 100 Mbps backup|100000000"
      })
  void a_contract_bandwidth_is_read(String text, long bits) {
    assertThat(Particulars.bandwidth(text, 0)).hasValue(bits);
  }

  @Test
  void a_generation_of_mobile_radio_is_no_bandwidth() {
    assertThat(Particulars.bandwidth("LTE 4G backup", 0)).isEmpty();
  }

  @Test
  void a_contract_for_more_than_the_interface_can_carry_is_none() {
    assertThat(Particulars.bandwidth("[10G]", Samples.GIGABIT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "facing_spine2:Ethernet1/2, spine2:Ethernet1/2",
    "to core-1 xe-0/2/0, core-1:xe-0/2/0",
    "Link-To-R3, R3",
    "r1 - Gig0/1, r1:Gig0/1"
  })
  void the_far_end_is_read_from_templates(String alias, String far) {
    assertThat(Samples.onRouter(alias).remotePort()).hasValue(far);
  }

  @Test
  void an_uplink_carries_provider_circuit_bandwidth_and_is_critical() {
    Classification classification = Samples.onRouter("Transit: COGENT [500M] {CG-77812}");

    assertThat(classification.provider()).hasValue("Cogent");
    assertThat(classification.circuitId()).hasValue("CG-77812");
    assertThat(classification.contractBandwidth()).hasValue(500_000_000L);
    assertThat(classification.critical()).isTrue();
    assertThat(classification.boundary()).isEqualTo(Classification.Boundary.EXTERNAL);
  }

  @Test
  void a_provider_that_no_catalogue_knows_is_what_follows_the_keyword() {
    assertThat(Samples.onRouter("Peering: Nowhere Net [1G] (x)").provider())
        .hasValue("Nowhere Net");
  }

  @Test
  void an_unsure_uplink_is_not_critical() {
    Classification classification = Samples.onSwitch("orange");

    assertThat(classification.critical()).isFalse();
  }
}
