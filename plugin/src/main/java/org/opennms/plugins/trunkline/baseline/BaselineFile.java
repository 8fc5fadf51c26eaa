package org.opennms.plugins.trunkline.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;
import org.opennms.plugins.trunkline.config.YamlSection;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Reads {@code baselines.yaml}: what deviations are worth an alarm, role by role. Stateless. */
public final class BaselineFile {
  /** As operators know it. */
  public static final String NAME = "trunkline/baselines.yaml";

  private static final List<String> KEYS = List.of("share", "bits", "packets", "direction");
  private static final double MOST = 1e15;

  private BaselineFile() {}

  /** The limits of a file; problems name line and key. */
  public static ConfigReading<RoleLimits> read(String text) {
    List<Problem> problems = new ArrayList<>();
    Map<InterfaceRole, RoleLimits.Limit> limits = new EnumMap<>(InterfaceRole.class);
    try {
      Optional<YamlNode> root = YamlFile.parse(NAME, text);
      if (root.isPresent() && root.get() instanceof YamlNode.Mapping mapping) {
        YamlSection document = new YamlSection(NAME, "", mapping, problems);
        document.allow(List.of("roles"));
        document.section("roles").ifPresent(s -> roles(s, limits));
      } else if (root.isPresent() && !isEmpty(root.get())) {
        problems.add(
            new Problem(NAME, root.get().line(), "document", "keys are expected", "See roles:."));
      }
    } catch (YamlException e) {
      return ConfigReading.failed(List.of(e.problem()));
    }
    return problems.isEmpty()
        ? ConfigReading.of(new RoleLimits(limits))
        : ConfigReading.failed(problems);
  }

  private static boolean isEmpty(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.text().isEmpty();
  }

  private static void roles(YamlSection roles, Map<InterfaceRole, RoleLimits.Limit> limits) {
    List<String> spellings =
        Arrays.stream(InterfaceRole.values()).map(InterfaceRole::spelling).toList();
    roles.allow(spellings);
    for (InterfaceRole role : InterfaceRole.values()) {
      if (roles.has(role.spelling())) {
        roles.section(role.spelling()).ifPresent(s -> limits.put(role, limit(s)));
      }
    }
  }

  private static RoleLimits.Limit limit(YamlSection of) {
    of.allow(KEYS);
    RoleLimits.Limit standard = RoleLimits.Limit.STANDARD;
    return new RoleLimits.Limit(
        number(of, "share", 100).orElse(standard.share()),
        number(of, "bits", MOST).orElse(standard.bits()),
        number(of, "packets", MOST).orElse(standard.packets()),
        of.parsed("direction", BaselineFile::direction, "Use both, rise or drop.")
            .orElse(standard.direction()));
  }

  private static Optional<RoleLimits.Direction> direction(String text) {
    return Arrays.stream(RoleLimits.Direction.values())
        .filter(d -> d.spelling().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static Optional<Double> number(YamlSection of, String key, double most) {
    return of.parsed(key, t -> number(t, most), "Use a number from 0 to " + (long) most + ".");
  }

  private static Optional<Double> number(String text, double most) {
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= most ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
