package org.opennms.plugins.trunkline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  @Test
  void straight_lines_join_the_points() {
    Calibration calibration =
        new Calibration(new double[] {0.2, 0.4, 0.8}, new double[] {0.1, 0.5, 0.9});

    assertThat(calibration.apply(0.0)).isEqualTo(0.1);
    assertThat(calibration.apply(0.3)).isCloseTo(0.3, within(1e-9));
    assertThat(calibration.apply(0.8)).isEqualTo(0.9);
    assertThat(calibration.apply(1.0)).isEqualTo(0.9);
  }

  @Test
  void points_that_do_not_rise_or_lie_outside_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calibration(new double[] {0.5, 0.4}, new double[] {0.1, 0.2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calibration(new double[] {0.5}, new double[] {1.1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Calibration(new double[0], new double[0]));
  }

  @Property
  void the_shipped_calibration_rises_within_0_and_1(
      @ForAll @DoubleRange(max = 1) double low, @ForAll @DoubleRange(max = 1) double high) {
    Calibration shipped = Calibration.shipped();

    assertThat(shipped.apply(Math.min(low, high)))
        .isBetween(0.0, shipped.apply(Math.max(low, high)));
    assertThat(shipped.apply(high)).isLessThanOrEqualTo(1.0);
  }

  @Test
  void what_is_written_is_read_back() {
    Calibration calibration = new Calibration(new double[] {0, 0.25, 1}, new double[] {0, 0.5, 1});
    Calibration read =
        CalibrationFile.parse("c.yaml", CalibrationFile.write(calibration)).value().orElseThrow();

    assertThat(read.size()).isEqualTo(3);
    assertThat(read.apply(0.25)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "points: []",
        "points: [[0.1]]",
        "points: [[a, b]]",
        "points: [[0.5, 0.5], [0.4, 0.6]]",
        "points: [",
        "other: 1",
        "points: [[0.1, 0.2], text]"
      })
  void a_faulty_file_is_reported_with_a_remedy(String text) {
    assertThat(CalibrationFile.parse("c.yaml", text).problems())
        .hasSize(1)
        .allMatch(p -> p.file().equals("c.yaml") && !p.remedy().isBlank());
  }
}
