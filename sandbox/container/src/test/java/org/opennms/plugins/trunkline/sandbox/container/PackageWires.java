package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * From which bundle each package comes that one of our bundles takes from outside, as Karaf tells
 * it.
 */
final class PackageWires {

  private static final Pattern PROVIDER =
      Pattern.compile("(?m)^\\s+osgi\\.wiring\\.(\\w+); (\\S+) \\S+ from (\\S+) \\[\\d+]");

  private PackageWires() {}

  /**
   * Package to symbolic name of its provider, for all our bundles; other ties between bundles fail.
   */
  static Map<String, String> ofTrunkline(KarafShell shell) throws IOException {
    Map<String, String> wires = new TreeMap<>();
    for (String bundle : shell.expect("bundle:list -t 0 -s --no-format").lines().toList()) {
      String[] field = bundle.split("\t", -1);
      String name = field[field.length - 1].strip();
      if (isOurs(name)) {
        add(shell.expect("bundle:requirements " + field[0].strip()), wires);
      }
    }
    return wires;
  }

  private static boolean isOurs(String symbolicName) {
    return symbolicName.startsWith("org.opennms.plugins.trunkline.")
        && !symbolicName.contains("sandbox");
  }

  private static void add(String requirements, Map<String, String> wires) {
    for (MatchResult wire : PROVIDER.matcher(requirements).results().toList()) {
      if (!wire.group(1).equals("package")) {
        throw new AssertionError("Not a package: " + wire.group().strip());
      }
      if (!isOurs(wire.group(3))) {
        wires.put(wire.group(2), wire.group(3));
      }
    }
  }
}
