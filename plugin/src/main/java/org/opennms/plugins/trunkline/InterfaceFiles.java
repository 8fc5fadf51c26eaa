package org.opennms.plugins.trunkline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.classify.Calibration;
import org.opennms.plugins.trunkline.classify.RuleBookClassifier;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.inventory.InterfaceClassifier;

/** The YAML files of {@code etc/trunkline/} and the classifier that follows from them. */
final class InterfaceFiles {
  private final WatchedFile<SnmpProfiles> profiles;
  private volatile InterfaceClassifier classifier =
      new RuleBookClassifier(RuleBook.empty(), Providers.shipped(), Calibration.none());

  InterfaceFiles(Path directory) {
    profiles =
        new WatchedFile<>(
            directory.resolve("snmp.yaml"),
            "trunkline/snmp.yaml",
            InterfaceFiles::profiles,
            SnmpProfiles.NONE);
  }

  WatchedFile<SnmpProfiles> profiles() {
    return profiles;
  }

  List<WatchedFile<?>> all() {
    return List.of(profiles);
  }

  /** All but the profiles. */
  List<WatchedFile<?>> rest() {
    return List.of();
  }

  /** Follows the files: asks the classifier that is in force at each call. */
  InterfaceClassifier classifier() {
    return (device, facts, interfaces) -> classifier.classify(device, facts, interfaces);
  }

  /**
   * Puts changed files in force.
   *
   * @return whether interfaces must be classified anew
   */
  boolean refresh() {
    profiles.refresh();
    return false;
  }

  private static ConfigReading<SnmpProfiles> profiles(String text) {
    SnmpProfiles.Parsed parsed = SnmpProfiles.parse("trunkline/snmp.yaml", text);
    return new ConfigReading<>(
        parsed.problems().isEmpty() ? Optional.of(parsed.profiles()) : Optional.empty(),
        parsed.problems(),
        List.of());
  }
}
