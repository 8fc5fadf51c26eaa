package org.opennms.plugins.trunkline.telemetry.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Durations;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;
import org.opennms.plugins.trunkline.config.YamlSection;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate.Selection;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;
import org.opennms.plugins.trunkline.wire.Contract;

/** Reads {@code telemetry.yaml}; gathers every problem. Stateless. */
public final class TelemetryFile {
  /** As operators know it. */
  public static final String NAME = "trunkline/telemetry.yaml";

  private static final long MIB = 1 << 20;
  private static final int MOST_MIB = 1 << 20;
  // One event with the longest texts, and the metadata around it.
  private static final int LEAST_ENVELOPE = 32_768;
  private static final List<String> KEYS =
      List.of(
          "agent",
          "interval",
          "interfaces",
          "max-envelope-bytes",
          "stalled-after",
          "grpc",
          "key",
          "outbox",
          "files",
          "prometheus",
          "templates");
  private static final String CHOICES = "Use critical, monitored or all.";

  private TelemetryFile() {}

  /** Reads the text of the file; an empty one gives the defaults. */
  public static ConfigReading<TelemetrySettings> read(String text) {
    List<Problem> problems = new ArrayList<>();
    try {
      YamlNode root = YamlFile.parse(NAME, text).orElseGet(() -> new YamlNode.Mapping(1, Map.of()));
      if (!(root instanceof YamlNode.Mapping mapping)) {
        return refused(
            new Problem(NAME, root.line(), "file", "is no group of keys", "Write KEY: VALUE."));
      }
      TelemetrySettings settings = settings(new YamlSection(NAME, "", mapping, problems));
      return new ConfigReading<>(
          Optional.of(settings).filter(s -> problems.isEmpty()), problems, List.of());
    } catch (YamlException e) {
      return refused(e.problem());
    }
  }

  private static ConfigReading<TelemetrySettings> refused(Problem problem) {
    return new ConfigReading<>(Optional.empty(), List.of(problem), List.of());
  }

  private static TelemetrySettings settings(YamlSection root) {
    root.allow(KEYS);
    return new TelemetrySettings(
        root.text("agent").orElse("trunkline"),
        duration(root, "interval", Duration.ofMinutes(5), "10s", "24h"),
        selection(root).orElse(Selection.CRITICAL),
        root.number("max-envelope-bytes", LEAST_ENVELOPE, Contract.MOST_BYTES).orElse(120_000),
        duration(root, "stalled-after", Duration.ofMinutes(15), "10s", "30d"),
        grpc(root),
        key(root),
        outbox(root),
        files(root),
        prometheus(root),
        root.sections("templates").stream().map(Templates::read).toList());
  }

  private static TelemetrySettings.Grpc grpc(YamlSection root) {
    YamlSection grpc = below(root, "grpc");
    grpc.allow(
        List.of(
            "endpoints",
            "server-name",
            "authorities",
            "certificate",
            "key",
            "in-flight",
            "rate",
            "deadline"));
    return new TelemetrySettings.Grpc(
        grpc.items("endpoints", TelemetryFile::endpoint, "Use HOST:PORT."),
        grpc.text("authorities").orElse("tls/authorities.pem"),
        grpc.text("certificate").orElse("tls/certificate.pem"),
        grpc.text("key").orElse("tls/key.pem"),
        grpc.number("in-flight", 1, 1024).orElse(16),
        grpc.number("rate", 0, 1_000_000).orElse(90),
        duration(grpc, "deadline", Duration.ofSeconds(10), "100ms", "5m"),
        grpc.text("server-name").orElse(""));
  }

  private static TelemetrySettings.Key key(YamlSection root) {
    YamlSection key = below(root, "key");
    key.allow(List.of("source", "password", "overlap"));
    return new TelemetrySettings.Key(
        key.text("source").orElse("telemetry-key.pem"),
        key.text("password").orElse(""),
        duration(key, "overlap", Duration.ofDays(1), "0s", "365d"));
  }

  private static TelemetrySettings.OutboxLimits outbox(YamlSection root) {
    YamlSection outbox = below(root, "outbox");
    outbox.allow(List.of("directory", "max-mib", "max-age", "overflow"));
    return new TelemetrySettings.OutboxLimits(
        outbox.text("directory").orElse(""),
        outbox.number("max-mib", 1, MOST_MIB).orElse(512) * MIB,
        duration(outbox, "max-age", Duration.ofDays(7), "1m", "3650d"),
        outbox
            .parsed("overflow", TelemetryFile::overflow, "Use block or drop-oldest.")
            .orElse(Overflow.BLOCK));
  }

  private static TelemetrySettings.Files files(YamlSection root) {
    YamlSection files = below(root, "files");
    files.allow(List.of("directory", "max-mib", "retention"));
    return new TelemetrySettings.Files(
        files.text("directory").orElse(""),
        files.number("max-mib", 1, MOST_MIB).orElse(64) * MIB,
        duration(files, "retention", Duration.ofDays(90), "1d", "36500d"));
  }

  private static TelemetrySettings.Prometheus prometheus(YamlSection root) {
    YamlSection prometheus = below(root, "prometheus");
    prometheus.allow(List.of("url", "interval", "credentials"));
    return new TelemetrySettings.Prometheus(
        prometheus.parsed(
            "url",
            TelemetryFile::address,
            "Use the address of the import, for example"
                + " http://192.0.2.9:8428/api/v1/import/prometheus."),
        duration(prometheus, "interval", Duration.ofMinutes(1), "10s", "1h"),
        prometheus.text("credentials"));
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      // A password in an address would be shown and logged with it.
      return Optional.of(uri).filter(u -> web && u.getHost() != null && u.getUserInfo() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static Optional<Selection> selection(YamlSection section) {
    return section.parsed("interfaces", t -> word(t, Selection.values()), CHOICES);
  }

  static Duration duration(
      YamlSection section, String key, Duration otherwise, String least, String most) {
    return section
        .parsed(
            key,
            t ->
                Durations.parse(t)
                    .filter(d -> d.compareTo(known(least)) >= 0 && d.compareTo(known(most)) <= 0),
            "Use a time from " + least + " to " + most + ", for example 5m.")
        .orElse(otherwise);
  }

  /** The constant that is spelled so, with hyphens for underscores. */
  static <E extends Enum<E>> Optional<E> word(String text, E[] values) {
    String wanted = text.replace('-', '_').toUpperCase(Locale.ROOT);
    return List.of(values).stream().filter(v -> v.name().equals(wanted)).findFirst();
  }

  private static YamlSection below(YamlSection root, String key) {
    return root.section(key)
        .orElseGet(
            () -> new YamlSection(NAME, key, new YamlNode.Mapping(1, Map.of()), new ArrayList<>()));
  }

  private static Optional<Overflow> overflow(String text) {
    return word(text, Overflow.values());
  }

  private static Optional<String> endpoint(String text) {
    return Optional.of(text).filter(t -> t.matches("(\\[[0-9A-Fa-f:.]+]|[^:\\s/]+):\\d{1,5}"));
  }

  private static Duration known(String text) {
    return Durations.parse(text).orElseThrow();
  }
}
