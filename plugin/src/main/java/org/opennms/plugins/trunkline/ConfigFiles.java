package org.opennms.plugins.trunkline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.operations.ConfigCheck;

/** Checks the configuration files as they are on disk. Thread-safe; blocks on the disk. */
final class ConfigFiles implements ConfigCheck {
  private final Path etc;
  private final WatchedFile<SnmpProfiles> profiles;
  private final List<WatchedFile<?>> others;
  private final SecretVault vault;
  private final Supplier<TrunklineConfig> inForce;

  /**
   * Checks nothing yet.
   *
   * @param inForce the settings as Karaf delivered them last
   */
  ConfigFiles(
      Path etc,
      Supplier<TrunklineConfig> inForce,
      WatchedFile<SnmpProfiles> profiles,
      List<WatchedFile<?>> others,
      SecretVault vault) {
    this.etc = etc;
    this.inForce = inForce;
    this.profiles = profiles;
    this.others = List.copyOf(others);
    this.vault = vault;
  }

  @Override
  public Report check() {
    Findings findings = new Findings();
    checkSettings(findings);
    checkProfiles(findings);
    others.forEach(f -> findings.take(f.path(), f.read()));
    return new Report(findings.files, findings.problems, findings.hints);
  }

  private void checkSettings(Findings findings) {
    Path file = etc.resolve(ConfigReader.FILE);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      findings.files.add(file + ": not there, the defaults are in force");
      return;
    } catch (IOException | IllegalArgumentException e) {
      findings.problems.add(
          new Problem(ConfigReader.FILE, 0, "file", "cannot be read: " + e, "Correct it.")
              .toString());
      return;
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(k -> settings.put(k, properties.getProperty(k)));
    ConfigReading<TrunklineConfig> reading = ConfigReader.read(settings);
    findings.take(file, reading);
    if (reading.value().map(read -> !read.equals(inForce.get())).orElse(false)) {
      findings.hints.add(
          ConfigReader.FILE
              + ": what it says is not in force yet. Karaf reads it every second; if this stays,"
              + " compare with config:list \"(service.pid=org.opennms.plugins.trunkline)\".");
    }
  }

  private void checkProfiles(Findings findings) {
    ConfigReading<SnmpProfiles> reading = profiles.read();
    findings.take(profiles.path(), reading);
    SnmpProfiles read = reading.value().orElse(SnmpProfiles.NONE);
    if (read.profiles().isEmpty()) {
      findings.hints.add(profiles.name() + ": has no profile, so no device can be asked.");
    }
    if (read.holdsLiteralSecrets() && othersMayRead(profiles.path())) {
      findings.hints.add(
          profiles.name() + ": holds secrets and others may read it. chmod 600 " + profiles.path());
    }
    for (String alias : read.vaultAliases()) {
      if (vault.read(alias).isEmpty()) {
        findings.problems.add(
            new Problem(
                    profiles.name(),
                    0,
                    "${scv:" + alias + ":...}",
                    "the host's vault has no alias _oia_" + alias,
                    "Create it in the host's shell: opennms:scv-set _oia_"
                        + alias
                        + " USER PASSWORD")
                .toString());
      }
    }
  }

  private static boolean othersMayRead(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return permissions.contains(PosixFilePermission.GROUP_READ)
          || permissions.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static final class Findings {
    private final List<String> files = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    void take(Path file, ConfigReading<?> reading) {
      int count = reading.problems().size();
      String state = !Files.exists(file) ? "not there" : count == 0 ? "sound" : count + " problems";
      files.add(file + ": " + state);
      reading.problems().forEach(p -> problems.add(p.toString()));
      reading.hints().forEach(h -> hints.add(h.toString()));
    }
  }
}
