package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.model.InterfaceRole;

class BaselineFileTest {
  @Test
  void what_a_role_does_not_say_is_the_standard() {
    RoleLimits limits =
        read("roles:\n  access: {share: 0.5, direction: rise}\n  isp_uplink:\n    bits: 5000000\n");

    RoleLimits.Limit access = limits.of(InterfaceRole.ACCESS);
    assertThat(access.share()).isEqualTo(0.5);
    assertThat(access.bits()).isEqualTo(RoleLimits.Limit.STANDARD.bits());
    assertThat(access.direction()).isEqualTo(RoleLimits.Direction.RISE);
    assertThat(limits.of(InterfaceRole.ISP_UPLINK).bits()).isEqualTo(5e6);
    assertThat(limits.of(InterfaceRole.TRUNK)).isEqualTo(RoleLimits.Limit.STANDARD);
  }

  @ParameterizedTest
  @CsvSource({
    "both, 200, 100, true",
    "rise, 200, 100, true",
    "drop, 200, 100, false",
    "both, 40, 100, true",
    "rise, 40, 100, false",
    "drop, 40, 100, true",
    "both, 109, 100, false",
    "both, 100.5, 100, false"
  })
  void a_deviation_is_worth_an_alarm_by_share_amount_and_direction(
      String direction, double value, double expected, boolean worth) {
    RoleLimits limits = read("roles: {trunk: {share: 0.1, bits: 1, direction: " + direction + "}}");

    assertThat(limits.of(InterfaceRole.TRUNK).allows(true, value, expected)).isEqualTo(worth);
  }

  @Test
  void packets_have_a_least_amount_of_their_own() {
    RoleLimits.Limit limit = read("roles: {trunk: {packets: 1000}}").of(InterfaceRole.TRUNK);

    assertThat(limit.allows(false, 900, 0)).isFalse();
    assertThat(limit.allows(false, 1100, 0)).isTrue();
    assertThat(limit.allows(true, 1100, 0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet", "roles: {}"})
  void a_file_that_says_nothing_is_the_standard(String text) {
    assertThat(read(text).byRole()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles: {uplinks: {share: 1}}",
        "roles: {trunk: {shares: 1}}",
        "roles: {trunk: {share: -1}}",
        "roles: {trunk: {share: NaN}}",
        "roles: {trunk: {bits: many}}",
        "roles: {trunk: {direction: sideways}}",
        "role: {}",
        "- roles",
        "roles: {trunk: 5}",
        "roles: {trunk: {share: 1"
      })
  void what_is_not_understood_refuses_the_file_with_line_and_remedy(String text) {
    ConfigReading<RoleLimits> reading = BaselineFile.read(text);

    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.toString()).startsWith("trunkline/baselines.yaml:1: "))
        .allSatisfy(p -> assertThat(p.remedy()).isNotBlank());
  }

  private static RoleLimits read(String text) {
    ConfigReading<RoleLimits> reading = BaselineFile.read(text);
    assertThat(reading.problems()).isEmpty();
    return reading.value().orElseThrow();
  }
}
