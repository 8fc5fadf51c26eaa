package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/**
 * A Karaf with the stand-in for the host in it, and what an operator does to install Trunkline
 * there.
 */
public final class Sandbox implements AutoCloseable {

  /** The feature that operators install. */
  public static final String FEATURE = "opennms-plugins-trunkline";

  private static final Duration INSTALLATION = Duration.ofSeconds(60);

  private final SandboxFiles files;
  private final KarafContainer karaf;

  private Sandbox(SandboxFiles files, KarafContainer karaf) {
    this.files = files;
    this.karaf = karaf;
  }

  /** Settings of a Karaf with the stand-in for the host. */
  public static KarafSettings settings(SandboxFiles files, String karafVersion, Path home) {
    return KarafSettings.of(files.distribution(karafVersion), home, files.systemRepository())
        // Horizon installs Blueprint at its own start, too.
        .booting(files.hostFeatures(), "aries-blueprint", "trunkline-sandbox");
  }

  /** Unpacks and configures; nothing runs yet. */
  public static Sandbox prepare(SandboxFiles files, KarafSettings settings) throws IOException {
    return new Sandbox(files, KarafContainer.prepare(settings));
  }

  /**
   * Makes the agents of a simulated network the host's nodes, what was collected of them the host's
   * stored metrics, and gives Trunkline their credentials.
   */
  public void watch(NetworkProcess network) throws IOException {
    replace(network.nodes(), karaf.etc().resolve("trunkline-sandbox-nodes.json"));
    replace(network.control(), karaf.etc().resolve("trunkline-sandbox-control"));
    Path metrics = karaf.etc().resolve("trunkline-sandbox-metrics");
    Files.deleteIfExists(metrics);
    Files.createSymbolicLink(metrics, network.metrics().toAbsolutePath());
    Path credentials = karaf.etc().resolve("trunkline/snmp.yaml");
    Files.createDirectories(credentials.getParent());
    replace(network.credentials(), credentials);
    Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
  }

  /**
   * Lets the installed Trunkline read the host's stored metrics, as an operator does: a user of the
   * host's REST in the vault, and where that is. Alerts that rest on what was learned need no week
   * of counting before.
   */
  public void allowMetrics(Credentials user) throws IOException {
    karaf
        .shell()
        .expect("sandbox:credentials _oia_trunkline-rest " + user.user() + " " + user.password());
    configure(
        Map.of(
            "host.url",
            "http://127.0.0.1:" + karaf.ports().http() + "/opennms",
            "alerts.counting",
            "0s"));
  }

  /** Edits Trunkline's settings and waits until they are in force. */
  public void configure(Map<String, String> settings) throws IOException {
    ConfigFile.set(karaf.etc().resolve("org.opennms.plugins.trunkline.cfg"), settings);
    new Waiting(INSTALLATION)
        .until(
            "the settings are in force",
            () -> !checked().contains("not in force yet"),
            () -> "See " + karaf.logFile());
  }

  private String checked() throws IOException {
    return karaf.shell().expect("opennms-trunkline:config-check");
  }

  /** Copies the KAR to {@code deploy/} and waits until Karaf knows its feature. */
  public void deployTrunkline() throws IOException {
    karaf.deploy(files.kar());
    new Waiting(INSTALLATION)
        .until(
            "the KAR's feature is known",
            () -> karaf.shell().expect("feature:list --no-format").contains(FEATURE),
            () -> "See " + karaf.logFile());
  }

  /** Installs the feature and waits until its commands answer and its first discovery has begun. */
  public void installTrunkline() throws IOException {
    karaf.shell().expect("feature:install " + FEATURE);
    awaitTrunkline();
  }

  /** Waits until its commands answer and its first discovery has begun. */
  public void awaitTrunkline() throws IOException {
    new Waiting(INSTALLATION)
        .until("Trunkline has started", this::hasStarted, () -> "See " + karaf.logFile());
  }

  private boolean hasStarted() throws IOException {
    ShellResult status = karaf.shell().run("opennms-trunkline:status");
    return status.isOk() && !status.output().contains("no run yet");
  }

  public KarafContainer karaf() {
    return karaf;
  }

  @Override
  public void close() {
    karaf.close();
  }

  /** By a rename, so that whoever watches the file never sees half of it. */
  private static void replace(Path source, Path target) throws IOException {
    Path whole = target.resolveSibling(target.getFileName() + ".part");
    Files.copy(source, whole, StandardCopyOption.REPLACE_EXISTING);
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
