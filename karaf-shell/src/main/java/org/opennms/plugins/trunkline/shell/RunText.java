package org.opennms.plugins.trunkline.shell;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.FailureGroup;

/** Discovery runs in words. */
final class RunText {
  private RunText() {}

  /** One line while it runs. */
  static String progress(DiscoveryRun run) {
    int tried = run.total() - run.remaining();
    String left =
        run.devicesPerSecond() > 0
            ? ", about "
                + Spans.text(
                    Duration.ofSeconds(Math.round(run.remaining() / run.devicesPerSecond())))
                + " left"
            : "";
    return String.format(
        Locale.ROOT,
        "%d of %d devices, %d failed, %d interfaces, %.1f devices/s%s",
        tried,
        run.total(),
        run.failed(),
        run.interfaces(),
        run.devicesPerSecond(),
        left);
  }

  /** What it covers, for example {@code all nodes}. */
  static String scope(DiscoveryRun run) {
    return run.device().map(d -> "node " + d.label()).orElse("all nodes");
  }

  /** Some lines at its end: figures, failures by reason, what was skipped, what to know. */
  static void summary(Screen screen, DiscoveryRun run) {
    screen.line(
        Printable.text(
            String.format(
                Locale.ROOT,
                "%s of %s is %s: %d read, %d unchanged, %d failed, %d not tried%s",
                run.id(),
                scope(run),
                Values.spelled(run.state()),
                run.complete(),
                run.unchanged(),
                run.failed(),
                run.remaining(),
                took(run))));
    screen.line(run.interfaces() + " interfaces, " + run.varbinds() + " varbinds");
    run.failures().forEach(f -> failure(screen, f));
    if (!run.skipped().isEmpty()) {
      screen.line("Skipped: " + Printable.text(skipped(run.skipped())));
    }
    if (!run.message().isEmpty()) {
      screen.line(Printable.text(run.message()));
    }
  }

  private static String took(DiscoveryRun run) {
    return run.ended()
        .map(
            end ->
                String.format(
                    Locale.ROOT,
                    "; %s, %.1f devices/s",
                    Spans.text(Duration.between(run.started(), end)),
                    run.devicesPerSecond()))
        .orElse("");
  }

  private static void failure(Screen screen, FailureGroup group) {
    screen.line("Failed, " + Printable.text(group.reason()) + ": " + group.count());
    group.examples().forEach(e -> screen.line("  " + Printable.text(e)));
  }

  private static String skipped(Map<String, Integer> skipped) {
    return skipped.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
