package org.opennms.plugins.trunkline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.metrics.push.MetricsPush;
import org.opennms.plugins.trunkline.metrics.push.PushOutcome;
import org.opennms.plugins.trunkline.metrics.push.PushSettings;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings.Prometheus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the counters of interfaces to a Prometheus-compatible store, as a job. A failure is told
 * once in the log, and as the job's outcome each time. One thread runs it; the rest is thread-safe.
 */
final class CounterPush {
  private static final Logger LOG = LoggerFactory.getLogger(CounterPush.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MOST_CHARS = 4 << 20;

  private final Supplier<Prometheus> settings;
  private final SecretVault vault;
  private final Supplier<String> text;
  private boolean failed;
  private volatile String problem = "";

  /**
   * Sends nothing yet.
   *
   * @param settings in force
   * @param text what is sent, made anew each time
   */
  CounterPush(Supplier<Prometheus> settings, SecretVault vault, Supplier<String> text) {
    this.settings = settings;
    this.vault = vault;
    this.text = text;
  }

  /** Between two turns; empty while no store is named. */
  Optional<Duration> interval() {
    Prometheus now = settings.get();
    return now.url().isPresent() ? Optional.of(now.interval()) : Optional.empty();
  }

  /** Why the last turn failed; empty where it did not. */
  String problem() {
    return interval().isPresent() ? problem : "";
  }

  /** Sends once; one line for the operator. */
  String run() {
    Prometheus now = settings.get();
    if (now.url().isEmpty()) {
      return "no store is named";
    }
    PushSettings push = new PushSettings(now.url().get(), authorization(now), TIMEOUT);
    PushOutcome outcome = send(new MetricsPush(push), text.get());
    boolean bad =
        outcome instanceof PushOutcome.Refused || outcome instanceof PushOutcome.Unreachable;
    String line = push.endpoint() + ": " + outcome.text();
    if (bad && !failed) {
      LOG.warn("Counters are not taken by {}", line);
    } else if (!bad && failed) {
      LOG.info("Counters are taken again by {}", line);
    }
    failed = bad;
    problem = bad ? line : "";
    return line;
  }

  // Stores take texts of bounded size; metrics may be parted at any line.
  private static PushOutcome send(MetricsPush push, String text) {
    int begin = 0;
    int sent = 0;
    PushOutcome outcome = new PushOutcome.Nothing();
    while (begin < text.length()) {
      int end = text.length() - begin <= MOST_CHARS ? text.length() : lineEnd(text, begin);
      outcome = push.push(text.substring(begin, end));
      if (!(outcome instanceof PushOutcome.Accepted taken)) {
        return outcome;
      }
      sent += taken.bytes();
      begin = end;
    }
    return sent == 0 ? outcome : new PushOutcome.Accepted(sent);
  }

  private static int lineEnd(String text, int begin) {
    int end = text.lastIndexOf('\n', begin + MOST_CHARS) + 1;
    return end > begin ? end : text.length();
  }

  // A user and a password, or a token that stands where the password does.
  private Optional<String> authorization(Prometheus of) {
    return of.credentials()
        .flatMap(vault::read)
        .map(
            c ->
                c.username().isEmpty()
                    ? "Bearer " + c.password()
                    : "Basic " + base64(c.username() + ":" + c.password()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
