package org.opennms.plugins.trunkline.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.lab.Tables.Run;

/**
 * Holds the detector to its score on series that operators labelled, by the scorer that stands
 * beside the recordings. Takes Debian's python3-numpy.
 */
class LabelledSeriesTest {
  private static final Path DATA =
      Path.of(System.getProperty("trunkline.data", "../../shared/data"));
  private static final Path SERIES = DATA.resolve("anomaly/labelled-kpi");
  private static final Path SCORER = DATA.resolveSibling("tools/anomaly_score.py");
  private static final String PYTHON = "/usr/bin/python3";
  private static final Pattern MEAN =
      Pattern.compile(
          "(?m)^mean .* AP +([0-9.]+) +F1pa +([0-9.]+) +R@0.1 +([0-9.]+) +R@1 +([0-9.]+)");

  @TempDir private Path directory;

  @BeforeEach
  void needs_recordings_and_scorer() throws Exception {
    assumeThat(SERIES).as("recordings of -Dtrunkline.data").isDirectory();
    assumeThat(SCORER).as("the scorer beside them").isRegularFile();
    Process numpy = new ProcessBuilder(PYTHON, "-c", "import numpy").start();
    assumeThat(numpy.waitFor()).as("Install Debian's python3-numpy to run this.").isZero();
  }

  @Test
  void every_column_is_better_than_that_of_each_detector_measured_before() throws Exception {
    Run run = Tables.lab("detect", "--series", SERIES.toString(), "--out", directory.toString());
    assertThat(run.exitCode()).isZero();

    Matcher mean = MEAN.matcher(scored());

    assertThat(mean.find()).isTrue();
    assertThat(Double.parseDouble(mean.group(1))).as("AP of the prototype").isGreaterThan(0.279);
    assertThat(Double.parseDouble(mean.group(2)))
        .as("F1 of the first difference")
        .isGreaterThan(0.900);
    assertThat(Double.parseDouble(mean.group(3)))
        .as("recall at 0.1 of the prototype")
        .isGreaterThan(0.69);
    assertThat(Double.parseDouble(mean.group(4)))
        .as("recall at 1 of the first difference")
        .isGreaterThan(0.84);
  }

  private String scored() throws IOException, InterruptedException {
    Path out = directory.resolve("scored.txt");
    Process scorer =
        new ProcessBuilder(PYTHON, SCORER.toString(), SERIES.toString(), directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    String said = scorer.waitFor() == 0 ? "" : "the scorer failed: ";
    return said + Files.readString(out, UTF_8);
  }
}
