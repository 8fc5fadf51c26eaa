package org.opennms.plugins.trunkline.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "....",
        "---",
        "<private>",
        "<description>",
        "!pcm!",
        "N/A",
        "none",
        "xxx",
        "No Description",
        "not configured"
      })
  void placeholders_say_nothing(String alias) {
    assertThat(Filler.isFiller(alias, "Gi0/1", "GigabitEthernet0/1")).isTrue();
  }

  @Test
  void a_vendors_default_with_the_interfaces_own_name_says_nothing() {
    assertThat(
            Filler.isFiller(
                "EXAMPLE, AR Series, GigabitEthernet0/0/1 Interface",
                "GigabitEthernet0/0/1",
                "GigabitEthernet0/0/1"))
        .isTrue();
    assertThat(Filler.isFiller("LoopBack0 Interface", "LoopBack0", "LoopBack0")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Uplink", "SW1", "管理", "private cloud", "x1", "port to core"})
  void what_an_operator_wrote_is_no_filler(String alias) {
    assertThat(Filler.isFiller(alias, "Gi0/1", "GigabitEthernet0/1")).isFalse();
  }
}
