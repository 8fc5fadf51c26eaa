package org.opennms.plugins.trunkline.sandbox.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.runtime.SandboxRuntimeInfo.HostVersion;
import org.opennms.plugins.trunkline.sandbox.host.storage.DatabaseSettings;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;

/**
 * Reads the settings from configuration properties. An unknown key or a malformed value is an
 * {@link IllegalArgumentException} that names key, value and what is wanted.
 */
final class SettingsReader {

  private static final String FAULT = "fault.";
  static final Set<String> KEYS =
      Set.of(
          "database.url",
          "database.username",
          "database.password",
          "version",
          "nodes.file",
          "nodes.interval-ms",
          "edges.file",
          "edges.interval-ms",
          "metrics.directory",
          "users.file",
          "eventconf.mode",
          "events.receivers",
          "events.queue-length",
          "events.listener-queue-length",
          "traps.port",
          "alarms.snapshot-interval-ms",
          "alarms.cleanup-after-ms",
          "alarms.node-cache-ms");

  private final Path home;
  private final Map<String, String> values = new TreeMap<>();

  /**
   * Makes a reader.
   *
   * @param home Karaf's directory; relative paths start there
   * @param properties may be null: then every setting has its default
   */
  SettingsReader(Path home, Dictionary<String, ?> properties) {
    this.home = home;
    if (properties != null) {
      for (Enumeration<String> keys = properties.keys(); keys.hasMoreElements(); ) {
        take(keys.nextElement(), properties);
      }
    }
  }

  private void take(String key, Dictionary<String, ?> properties) {
    boolean ours = KEYS.contains(key) || key.startsWith(FAULT);
    boolean containers = key.startsWith("service.") || key.startsWith("felix.");
    if (ours) {
      values.put(key, String.valueOf(properties.get(key)).trim());
    } else if (!containers && !key.startsWith("org.apache.karaf.")) {
      throw new IllegalArgumentException("unknown key '" + key + "'; known are " + KEYS);
    }
  }

  HostSettings settings() {
    return new HostSettings(
        database(),
        version(),
        path("nodes.file", "etc/trunkline-sandbox-nodes.json"),
        millis("nodes.interval-ms", 1_000),
        path("edges.file", "etc/trunkline-sandbox-edges.json"),
        millis("edges.interval-ms", 30_000),
        path("metrics.directory", "etc/trunkline-sandbox-metrics"),
        path("users.file", "etc/trunkline-sandbox-users.properties"),
        databaseMode(),
        number("events.receivers", 5),
        number("events.queue-length", 1_000),
        number("events.listener-queue-length", 1_000),
        atLeast(0, "traps.port", 0),
        millis("alarms.snapshot-interval-ms", 120_000),
        millis("alarms.cleanup-after-ms", 300_000),
        millis("alarms.node-cache-ms", 900_000));
  }

  /** Switches exactly the configured faults on; a bad one leaves the faults as they are. */
  void apply(Faults faults) {
    Faults configured = new Faults();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(FAULT) && !value.isEmpty() && !value.equals("false")) {
            configured.on(fault(key), value);
          }
        });
    faults.become(configured);
  }

  private static Fault fault(String key) {
    return Fault.byLabel(key.substring(FAULT.length()))
        .orElseThrow(() -> new IllegalArgumentException("unknown fault '" + key + "'"));
  }

  private DatabaseSettings database() {
    String file = home.resolve("trunkline-sandbox/host").toString();
    String url = values.getOrDefault("database.url", "jdbc:h2:file:" + file);
    Dialect.of(url);
    return new DatabaseSettings(
        url,
        values.getOrDefault("database.username", ""),
        values.getOrDefault("database.password", ""));
  }

  private HostVersion version() {
    try {
      return HostVersion.parse(values.getOrDefault("version", "33.0.9"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("version " + e.getMessage(), e);
    }
  }

  private boolean databaseMode() {
    String mode = values.getOrDefault("eventconf.mode", "memory").toLowerCase(Locale.ROOT);
    return switch (mode) {
      case "memory" -> false;
      case "database" -> true;
      default ->
          throw new IllegalArgumentException(
              "eventconf.mode '" + mode + "' is neither 'memory' nor 'database'");
    };
  }

  private Path path(String key, String defaultPath) {
    return home.resolve(values.getOrDefault(key, defaultPath));
  }

  private Duration millis(String key, int defaultMillis) {
    return Duration.ofMillis(number(key, defaultMillis));
  }

  private int number(String key, int defaultValue) {
    return atLeast(1, key, defaultValue);
  }

  private int atLeast(int least, String key, int defaultValue) {
    String text = values.getOrDefault(key, Integer.toString(defaultValue));
    try {
      int value = Integer.parseInt(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " '" + text + "' is not a whole number", e);
    }
    throw new IllegalArgumentException(key + " '" + text + "' must be at least " + least);
  }
}
