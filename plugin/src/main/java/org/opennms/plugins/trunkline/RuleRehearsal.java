package org.opennms.plugins.trunkline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.classify.RuleDryRun;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.RuleTrial;

/** Judges all known interfaces by other rules beside those in force. Thread-safe. */
final class RuleRehearsal implements RuleTrial {
  static final int EXAMPLES = 20;

  private final InterfaceFiles files;
  private final InterfaceDirectory directory;

  RuleRehearsal(InterfaceFiles files, InterfaceDirectory directory) {
    this.files = files;
    this.directory = directory;
  }

  @Override
  public Report check(Path file) {
    // A device or a pipe would be read for ever.
    if (!Files.isRegularFile(file)) {
      String remedy = "Give a file on the host's disk, " + file.toAbsolutePath() + " is none";
      Problem absent = new Problem(file.toString(), 0, "file", "is no file", remedy + ".");
      return Report.refused(List.of(absent.toString()));
    }
    ConfigReading<RuleBook> reading = files.readRules(file);
    Optional<RuleBook> rules = reading.value().filter(r -> reading.problems().isEmpty());
    return rules
        .map(this::judge)
        .orElseGet(
            () -> Report.refused(reading.problems().stream().map(Problem::toString).toList()));
  }

  private Report judge(RuleBook rules) {
    Map<NodeKey, List<KnownInterface>> byNode =
        directory.find(InterfaceFilter.ALL).stream()
            .collect(
                Collectors.groupingBy(
                    k -> k.device().key(), LinkedHashMap::new, Collectors.toList()));
    List<RuleDryRun.Subject> subjects = new ArrayList<>(byNode.size());
    byNode.values().forEach(known -> subjects.add(subject(known)));
    RuleDryRun.Outcome outcome =
        RuleDryRun.compare(files.inForce(), files.with(rules), subjects, EXAMPLES);
    return new Report(
        List.of(),
        outcome.interfaces(),
        outcome.changed(),
        outcome.before(),
        outcome.after(),
        outcome.examples().stream()
            .map(c -> example(c, byNode.get(c.key().node()).get(0)))
            .toList());
  }

  private RuleDryRun.Subject subject(List<KnownInterface> known) {
    KnownInterface any = known.get(0);
    return new RuleDryRun.Subject(
        any.device(),
        any.facts(),
        known.stream().map(k -> files.evidence(k.networkInterface())).toList());
  }

  private static Example example(RuleDryRun.Change change, KnownInterface neighbour) {
    return new Example(neighbour.device().label(), change.key(), change.before(), change.after());
  }
}
