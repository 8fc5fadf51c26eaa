package org.opennms.plugins.trunkline.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Classification.Boundary;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;

/** A trial whose outcome hangs on the file's name, for the tests of the faces. */
public final class ScriptedTrial implements RuleTrial {
  private static final InterfaceKey KEY = new InterfaceKey(new NodeKey("lab:access1"), "Te1/1/1");
  private static final Classification TRUNK =
      classification(InterfaceRole.TRUNK, Optional.empty(), false, OptionalLong.empty());

  @Override
  public Report check(Path file) {
    return switch (file.getFileName().toString()) {
      case "bad.yaml" ->
          Report.refused(
              List.of(
                  file + ":3: rule 'a': has no name. Give each rule a name of its own.",
                  file + ":9: rule '\u001b[2Jb': match: is missing. Write one."));
      case "same.yaml" -> report(0, Map.of(InterfaceRole.TRUNK, 3), List.of());
      case "monitoring.yaml" ->
          report(1, Map.of(InterfaceRole.TRUNK, 3), List.of(example("access1", TRUNK)));
      case "hostile.yaml" ->
          report(
              1, Map.of(InterfaceRole.TRUNK, 3), List.of(example("\u001b]0;owned\u0007", TRUNK)));
      default ->
          report(
              2,
              Map.of(InterfaceRole.TRUNK, 2, InterfaceRole.ISP_UPLINK, 1),
              List.of(
                  example(
                      "access1",
                      classification(
                          InterfaceRole.ISP_UPLINK,
                          Optional.of("Example Telecom"),
                          true,
                          OptionalLong.of(500_000_000L)))));
    };
  }

  private static Report report(
      int changed, Map<InterfaceRole, Integer> after, List<Example> examples) {
    return new Report(List.of(), 3, changed, Map.of(InterfaceRole.TRUNK, 3), after, examples);
  }

  private static Example example(String node, Classification after) {
    return new Example(node, KEY, TRUNK, after);
  }

  private static Classification classification(
      InterfaceRole role, Optional<String> provider, boolean critical, OptionalLong contract) {
    return new Classification(
        role,
        provider,
        critical,
        Boundary.INTERNAL,
        Optional.empty(),
        Optional.empty(),
        contract,
        0.5,
        List.of());
  }
}
