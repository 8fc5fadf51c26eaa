package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the detector to its figures on a recorded link, where the recordings are present. */
class DetectorAccuracyTest {
  private static final Path DATA =
      Path.of(System.getProperty("trunkline.data", "../../shared/data"), "anomaly");
  private static final String LINK = "isp-traffic/isp_eu_transatlantic_retimed.csv";
  private static final String SERVER = "labelled-kpi/server_res_eth1out_curve_6.csv";
  private static final long LEARNING = 14 * 86_400L;

  @BeforeEach
  void needs_the_recordings() {
    assumeThat(DATA).as("recordings of -Dtrunkline.data").isDirectory();
  }

  @Test
  void a_clean_link_alarms_once_in_twenty_days_at_most_and_its_band_is_honest() {
    SeriesFile series = SeriesFile.read(DATA.resolve(LINK));
    Detection said = Detection.of(series, ZoneOffset.UTC);
    int alarms = 0;
    int inside = 0;
    int judged = 0;
    for (int i = 1; i < series.values().length; i++) {
      if (series.seconds()[i] >= series.seconds()[0] + LEARNING) {
        alarms += said.alert[i] && !said.alert[i - 1] ? 1 : 0;
        double value = series.values()[i];
        inside += value >= said.lower[i] && value <= said.upper[i] ? 1 : 0;
        judged++;
      }
    }
    double days = judged * 305.15 / 86_400;

    assertThat(alarms / days).isLessThanOrEqualTo(0.05);
    assertThat((double) inside / judged).isBetween(0.93, 0.97);
    assertThat(said.ahead.predicted())
        .isBetween(said.ahead.inside() - 0.05, said.ahead.inside() + 0.05);
  }

  @Test
  void what_confidence_says_of_next_week_comes_true_over_all_series() throws IOException {
    ConfidenceBins all = new ConfidenceBins();
    List<Path> files = new ArrayList<>(SeriesFile.of(DATA.resolve("labelled-kpi")));
    files.add(DATA.resolve(LINK));
    for (Path file : files) {
      all.addAll(Detection.of(SeriesFile.read(file), ZoneOffset.UTC).ahead.bins());
    }
    assertThat(all.hours()).isGreaterThan(8_000);
    assertThat(all.error()).isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @EnumSource
  void faults_put_into_it_are_found(Injection.Kind kind) {
    assertFound(LINK, kind);
  }

  @ParameterizedTest
  @EnumSource
  void faults_put_into_a_server_s_egress_are_found(Injection.Kind kind) {
    assertFound(SERVER, kind);
  }

  private static void assertFound(String series, Injection.Kind kind) {
    Injection.Result result =
        Injection.run(SeriesFile.read(DATA.resolve(series)), kind, 200, 1, ZoneOffset.UTC);

    assertThat((double) result.found() / result.positions()).isGreaterThanOrEqualTo(0.75);
  }
}
