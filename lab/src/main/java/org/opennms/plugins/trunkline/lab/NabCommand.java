package org.opennms.plugins.trunkline.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nab}: the detector on the Numenta Anomaly Benchmark, by its published rules. */
@Command(
    name = "nab",
    description =
        "Scores the detector by the rules of the Numenta Anomaly Benchmark, on the files there"
            + " are.",
    mixinStandardHelpOptions = true)
final class NabCommand implements Callable<Integer> {
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 12;
  private static final double STEP = 0.05;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Holds data/GROUP/*.csv and labels/combined_windows.json.")
  private Path data;

  @Option(
      names = "--repeats",
      defaultValue = "PT24H",
      description = "An episode is detected once in this time (ISO 8601; PT0S: every sample).")
  private Duration repeats;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<NabSeries> all = read();
    int windows = all.stream().mapToInt(s -> s.windows().size()).sum();
    out.printf(
        Locale.ROOT,
        "%d series, %d windows; repeats within %d h left out%n",
        all.size(),
        windows,
        repeats.toHours());
    for (NabProfile profile : NabProfile.values()) {
      Best best = best(all, profile);
      out.printf(
          Locale.ROOT, "%-20s %6.1f  at score %.2f%n", profile.title(), best.score, best.threshold);
    }
    return 0;
  }

  private record Best(double score, double threshold) {}

  /** 0 is a detector that says nothing, 100 one that finds each window at its first sample. */
  private Best best(List<NabSeries> all, NabProfile profile) {
    int windows = all.stream().mapToInt(s -> s.windows().size()).sum();
    double nothing = -profile.missed() * windows;
    double perfect = profile.found() * windows;
    Best best = new Best(Double.NEGATIVE_INFINITY, 0);
    for (double threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
      double raw = 0;
      for (NabSeries series : all) {
        raw += series.raw(threshold, repeats.toSeconds(), profile);
      }
      double score = 100 * (raw - nothing) / (perfect - nothing);
      best = score > best.score ? new Best(score, threshold) : best;
    }
    return best;
  }

  private List<NabSeries> read() throws IOException {
    Path labels = data.resolve("labels/combined_windows.json");
    if (!Files.isRegularFile(labels)) {
      throw new LabException(labels + " is not there. Give the benchmark's directory by --data.");
    }
    JsonNode byFile = new ObjectMapper().readTree(labels.toFile());
    List<NabSeries> all = new ArrayList<>();
    byFile.properties().stream()
        .filter(e -> Files.isRegularFile(data.resolve("data").resolve(e.getKey())))
        .forEach(e -> all.add(series(data.resolve("data").resolve(e.getKey()), e.getValue())));
    if (all.stream().allMatch(s -> s.windows().isEmpty())) {
      throw new LabException("No file of " + data.resolve("data") + " has a labelled window.");
    }
    return all;
  }

  private static NabSeries series(Path file, JsonNode labelled) {
    SeriesFile series = SeriesFile.read(file);
    List<NabSeries.Window> windows = new ArrayList<>();
    for (JsonNode each : labelled) {
      windows.add(window(series.seconds(), second(each.get(0)), second(each.get(1))));
    }
    return new NabSeries(
        series.seconds(), Detection.of(series, ZoneOffset.UTC).score, List.copyOf(windows));
  }

  private static NabSeries.Window window(long[] seconds, long from, long to) {
    int first = 0;
    while (first < seconds.length - 1 && seconds[first] < from) {
      first++;
    }
    int last = first;
    while (last < seconds.length - 1 && seconds[last + 1] <= to) {
      last++;
    }
    return new NabSeries.Window(first, last);
  }

  private static long second(JsonNode time) {
    String text = time.asText().replace(' ', 'T');
    return LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
  }
}
