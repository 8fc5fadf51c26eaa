package org.opennms.plugins.trunkline.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.provider.ProviderFile;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.classify.rule.RuleFile;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.inventory.InterfaceClassifier;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * A classifier whose rules, providers and calibration can be exchanged while it works. A faulty
 * file changes nothing: the last good one stays in force. Thread-safe; a device is always judged by
 * one set of rules.
 */
public final class ReloadableClassifier implements InterfaceClassifier {
  private final AtomicReference<RuleBookClassifier> current;

  /** Begins with the shipped knowledge and without rules. */
  public ReloadableClassifier() {
    current =
        new AtomicReference<>(
            new RuleBookClassifier(RuleBook.empty(), Providers.shipped(), Calibration.shipped()));
  }

  /**
   * The texts of the configuration files.
   *
   * @param rules of rules.yaml; empty for none
   * @param providers of providers.yaml; empty for none
   * @param calibration of calibration.yaml; empty for the shipped one
   */
  public record Texts(String rules, String providers, String calibration) {
    /** Rejects missing parts. */
    public Texts {
      Objects.requireNonNull(rules, "rules");
      Objects.requireNonNull(providers, "providers");
      Objects.requireNonNull(calibration, "calibration");
    }
  }

  /**
   * Reads and checks all files without putting them in force.
   *
   * @return the classifier that they make, or all problems of all files
   */
  public static ConfigReading<RuleBookClassifier> read(Texts texts) {
    ConfigReading<RuleBook> rules = RuleFile.parse("trunkline/rules.yaml", texts.rules());
    ConfigReading<Providers> providers =
        ProviderFile.parse("trunkline/providers.yaml", texts.providers());
    ConfigReading<Calibration> calibration =
        texts.calibration().isBlank()
            ? ConfigReading.of(Calibration.shipped())
            : CalibrationFile.parse("trunkline/calibration.yaml", texts.calibration());
    List<Problem> problems = new ArrayList<>(rules.problems());
    problems.addAll(providers.problems());
    problems.addAll(calibration.problems());
    return problems.isEmpty()
        ? ConfigReading.of(
            new RuleBookClassifier(
                rules.value().orElseThrow(),
                providers.value().orElseThrow(),
                calibration.value().orElseThrow()))
        : ConfigReading.failed(problems);
  }

  /**
   * Puts new files in force when all of them are good.
   *
   * @return what is wrong; empty when they are in force now
   */
  public List<Problem> reload(Texts texts) {
    ConfigReading<RuleBookClassifier> parsed = read(texts);
    parsed.value().ifPresent(current::set);
    return parsed.problems();
  }

  /** The classifier in force. */
  public RuleBookClassifier current() {
    return current.get();
  }

  @Override
  public List<Judgement> classify(
      Device device, DeviceFacts facts, List<NetworkInterface> interfaces) {
    return current.get().classify(device, facts, interfaces);
  }

  /** As {@link RuleBookClassifier#judge}. */
  public List<Judgement> judge(
      Device device, DeviceFacts facts, List<InterfaceEvidence> interfaces) {
    return current.get().judge(device, facts, interfaces);
  }
}
