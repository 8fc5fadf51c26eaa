package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.lab.Tables.Run;

class CalibrateCommandTest {
  @TempDir private Path directory;

  @Test
  void what_calibrate_writes_classify_takes() throws IOException {
    String table = Tables.write(directory, Tables.many(240)).toString();
    String file = directory.resolve("calibration.yaml").toString();
    Run fit = Tables.lab("calibrate", "--interfaces", table, "--out", file);
    Run use = Tables.lab("classify", "--interfaces", table, "--calibration", file);

    assertThat(fit.exitCode()).isZero();
    assertThat(use.out()).contains("240 labelled, accuracy 0.8583");
    assertThat(calibrationError(use)).isLessThan(0.05);
  }

  @Test
  void too_few_labels_are_refused_with_the_number_that_is_needed() throws IOException {
    String table = Tables.write(directory, Tables.LABELLED).toString();
    Run run = Tables.lab("calibrate", "--interfaces", table, "--out", directory + "/c.yaml");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("6 labelled rows are too few").contains("30");
  }

  @Test
  void cross_validation_keeps_recordings_apart_and_counts_every_row_once() throws IOException {
    String table = Tables.write(directory, Tables.many(240)).toString();
    Run run = Tables.lab("crossvalidate", "--interfaces", table, "--folds", "3");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("fold 3: 80 labelled").contains("all labels: 240 labelled");
  }

  @Test
  void more_folds_than_recordings_are_refused() throws IOException {
    String table = Tables.write(directory, Tables.LABELLED).toString();

    assertThat(Tables.lab("crossvalidate", "--interfaces", table).err()).contains("2 recordings");
  }

  @Test
  void throughput_prints_interfaces_per_core_second() throws IOException {
    String table = Tables.write(directory, Tables.LABELLED).toString();
    Run run = Tables.lab("throughput", "--interfaces", table, "--seconds", "1");

    assertThat(run.out()).matches("(?s)\\d+ interfaces, \\d+ per core-second, \\d+ octets .*");
  }

  private static double calibrationError(Run run) {
    return Double.parseDouble(
        run.out().replaceFirst("(?s).*expected calibration error ([0-9.]+).*", "$1"));
  }
}
