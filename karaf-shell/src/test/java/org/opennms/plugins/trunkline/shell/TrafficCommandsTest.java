package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.operations.SampleTraffic;

class TrafficCommandsTest {
  private final KarafShell shell = KarafShell.headless(new SampleTraffic());

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void top_shows_the_busiest_first_and_a_dash_for_what_is_not_known() throws Exception {
    String shown = shell.run("opennms-trunkline:top");
    assertThat(shown)
        .containsPattern("edge1 +\\| Gi0/0/1 +\\| isp_uplink +\\| +413 +\\| +98.0 +\\| +903")
        .containsPattern("90 % +\\| +0.200 % +\\| direct")
        .containsPattern("- +\\| +- +\\| +- +\\| host")
        .contains("2 of 2");
  }

  @Test
  void top_shows_as_many_as_are_asked_for() throws Exception {
    assertThat(shell.run("opennms-trunkline:top --limit 1")).contains("1 of 2");
    assertThatThrownBy(() -> shell.run("opennms-trunkline:top --limit none"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--limit");
  }

  @Test
  void traffic_shows_the_day_and_the_latest_samples() throws Exception {
    assertThat(shell.run("opennms-trunkline:traffic edge1 Gi0/0/1"))
        .contains("measured 99 % of the last 24 hours, source direct")
        .contains("admin up, oper up at ")
        .containsPattern("in +\\| +413 +\\| +903 +\\| +4455 +\\| +41 % +\\| +90 % +\\| +100 ppm")
        .containsPattern("402 +\\| +98.0 +\\| +40 % +\\| +10 % +\\| +100 ppm +\\| good")
        .containsPattern("- +\\| +- +\\| +- +\\| +- +\\| +- +\\| gap")
        .contains("2 of 2 samples");
  }

  @Test
  void options_may_follow_the_names() throws Exception {
    assertThat(shell.run("opennms-trunkline:traffic edge1 Gi0/0/1 --limit 1"))
        .contains("gap", "1 of 2 samples")
        .doesNotContain("good");
  }

  @Test
  void an_interface_that_is_not_monitored_is_said_to_be_so_with_a_remedy() {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:traffic edge1 nothing"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("is monitored")
        .hasMessageContaining("--monitored true");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,-,-,-",
    "0,0,0 %,0",
    "0.00000123,0.000001,0 %,1.23 ppm",
    "0.0123,0.0123,1 %,1.23 %",
    "0.5,0.500,50 %,50.0 %",
    "412.3,412,41230 %,41230 %"
  })
  void figures_keep_three_digits(double value, String amount, String percent, String ratio) {
    assertThat(Figures.amount(value)).isEqualTo(amount);
    assertThat(Figures.percent(value)).isEqualTo(percent);
    assertThat(Figures.ratio(value)).isEqualTo(ratio);
  }
}
