package org.opennms.plugins.trunkline.sandbox.host;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.runtime.SandboxRuntimeInfo.HostVersion;
import org.opennms.plugins.trunkline.sandbox.host.storage.DatabaseSettings;

/** Whole hosts for tests, with timers that never run by themselves. */
public final class TestHosts {

  private static final Duration NEVER = Duration.ofDays(1);

  private TestHosts() {}

  /** A host whose files lie in a directory. */
  public static SandboxHost start(
      DatabaseSettings database, Path directory, Clock clock, Definition... definitions) {
    SandboxHost host = SandboxHost.start(settings(database, directory), new Faults(), clock);
    host.eventConf().replacePluginDefinitions(List.of(definitions));
    return host;
  }

  /** Settings with timers that never run. */
  public static HostSettings settings(DatabaseSettings database, Path directory) {
    return new HostSettings(
        database,
        HostVersion.parse("33.0.9"),
        directory.resolve("nodes.json"),
        NEVER,
        directory.resolve("edges.json"),
        NEVER,
        directory.resolve("metrics"),
        directory.resolve("users.properties"),
        false,
        1,
        1_000,
        1_000,
        0,
        NEVER,
        Duration.ofMinutes(5),
        Duration.ofMinutes(15));
  }
}
