package org.opennms.plugins.trunkline;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.opennms.plugins.trunkline.classify.Calibration;
import org.opennms.plugins.trunkline.classify.CalibrationFile;
import org.opennms.plugins.trunkline.classify.RuleBookClassifier;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.classify.provider.ProviderFile;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.classify.rule.RuleFile;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.inventory.InterfaceClassifier;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** The YAML files of {@code etc/trunkline/} and the classifier that follows from them. */
final class InterfaceFiles {
  private final WatchedFile<SnmpProfiles> profiles;
  private final WatchedFile<RuleBook> rules;
  private final WatchedFile<Providers> providers;
  private final WatchedFile<Calibration> calibration;
  private final Function<InterfaceKey, List<Neighbour>> neighbours;
  private volatile RuleBookClassifier classifier;

  /**
   * Reads nothing yet.
   *
   * @param neighbours who is at the other end of an interface, as far as it is known
   */
  InterfaceFiles(Path directory, Function<InterfaceKey, List<Neighbour>> neighbours) {
    this.neighbours = neighbours;
    profiles = file(directory, "snmp.yaml", SnmpProfiles::parse, SnmpProfiles.NONE);
    rules = file(directory, "rules.yaml", RuleFile::parse, RuleBook.empty());
    providers = file(directory, "providers.yaml", ProviderFile::parse, Providers.shipped());
    calibration =
        file(directory, "calibration.yaml", CalibrationFile::parse, Calibration.shipped());
    classifier = compose();
  }

  WatchedFile<SnmpProfiles> profiles() {
    return profiles;
  }

  /** All but the profiles. */
  List<WatchedFile<?>> rest() {
    return List.of(rules, providers, calibration);
  }

  List<WatchedFile<?>> all() {
    return List.of(profiles, rules, providers, calibration);
  }

  /** Follows the files: asks the classifier that is in force at each call. */
  InterfaceClassifier classifier() {
    return (device, facts, interfaces) ->
        classifier.judge(device, facts, interfaces.stream().map(this::evidence).toList());
  }

  /** All that is known of an interface. */
  InterfaceEvidence evidence(NetworkInterface each) {
    return new InterfaceEvidence(each, neighbours.apply(each.key()));
  }

  /** The classifier that is in force now. */
  RuleBookClassifier inForce() {
    return classifier;
  }

  /** A classifier with other rules, everything else as it is in force. */
  RuleBookClassifier with(RuleBook other) {
    return new RuleBookClassifier(other, providers.value(), calibration.value());
  }

  /** Reads rules from elsewhere; they are not put in force. Blocks on the disk. */
  ConfigReading<RuleBook> readRules(Path file) {
    String name = file.toString();
    return new WatchedFile<>(file, name, t -> RuleFile.parse(name, t), RuleBook.empty()).read();
  }

  /**
   * Puts changed files in force.
   *
   * @return whether interfaces must be classified anew
   */
  boolean refresh() {
    profiles.refresh();
    // Counted rather than matched: each file is to be looked at.
    boolean changed = rest().stream().filter(WatchedFile::refresh).count() > 0;
    if (changed) {
      classifier = compose();
    }
    return changed;
  }

  private RuleBookClassifier compose() {
    return with(rules.value());
  }

  private static <T> WatchedFile<T> file(
      Path directory, String name, BiFunction<String, String, ConfigReading<T>> parse, T absent) {
    String known = "trunkline/" + name;
    return new WatchedFile<>(
        directory.resolve(name), known, text -> parse.apply(known, text), absent);
  }
}
