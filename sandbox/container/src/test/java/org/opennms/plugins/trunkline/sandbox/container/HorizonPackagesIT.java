package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The KAR alone in a Karaf whose system bundle exports what a real Horizon 33.0.9 exports, with
 * that host's resolver settings and no repository to ask. About resolution and wiring only: the
 * exported packages have no classes.
 */
class HorizonPackagesIT {

  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| `([^`]+)` \\|.*");
  private static final String SYSTEM_BUNDLE = "org.apache.felix.framework";

  private static KarafContainer karaf;

  @BeforeAll
  static void install_the_kar() throws IOException {
    Path packages =
        Path.of(System.getProperty("trunkline.data"), "host/horizon-33.0.9-system-packages.txt");
    assumeTrue(Files.exists(packages), "There is no " + packages + " (see -Dtrunkline.data)");
    SandboxFiles files = SandboxFiles.ofThisBuild();
    karaf = KarafContainer.prepare(horizon(files, exported(packages, files.oldestKaraf()))).start();
    karaf.deploy(files.kar());
    new Waiting(Duration.ofSeconds(30))
        .until(
            "the KAR's feature is known",
            () -> karaf.shell().expect("feature:list --no-format").contains(Sandbox.FEATURE),
            () -> "");
    karaf.shell().expect("feature:install " + Sandbox.FEATURE);
  }

  @AfterAll
  static void stop() {
    if (karaf != null) {
      karaf.close();
    }
  }

  @Test
  void the_kar_alone_resolves() throws IOException {
    List<String> ours =
        karaf
            .shell()
            .expect("bundle:list -t 0 -s --no-format")
            .lines()
            .filter(line -> line.contains("org.opennms.plugins.trunkline."))
            .toList();

    assertThat(ours).isNotEmpty().noneMatch(line -> line.contains("Installed"));
  }

  @Test
  void our_bundles_take_from_the_host_exactly_what_the_documentation_lists() throws IOException {
    assertThat(PackageWires.ofTrunkline(karaf.shell())).isEqualTo(documented());
  }

  @Test
  void nothing_that_we_embed_comes_from_the_host_although_it_exports_some_of_it()
      throws IOException {
    Set<String> embedded = KarPackages.of(SandboxFiles.ofThisBuild().kar());
    Set<String> both = new TreeSet<>(embedded);
    both.retainAll(exportedByTheHost());

    assertThat(both).contains("org.snmp4j");
    assertThat(PackageWires.ofTrunkline(karaf.shell()).keySet())
        .doesNotContainAnyElementsOf(embedded);
  }

  private static Set<String> exportedByTheHost() throws IOException {
    return karaf
        .shell()
        .expect("package:exports --no-format -b 0")
        .lines()
        .map(line -> line.split("\t", 2)[0].strip())
        .collect(Collectors.toSet());
  }

  private static KarafSettings horizon(SandboxFiles files, String systemPackages) {
    return KarafSettings.of(
            files.distribution(files.oldestKaraf()),
            files.directory().resolve("it/horizon-packages"),
            files.systemRepository())
        .booting(files.hostFeatures(), "aries-blueprint", "opennms-integration-api")
        .configured(
            "custom.properties", Map.of("org.osgi.framework.system.packages.extra", systemPackages))
        .configured(
            "org.apache.karaf.features.cfg",
            Map.of("serviceRequirements", "disable", "autoRefresh", "false"));
  }

  /**
   * Horizon's packages and those that a plain Karaf needs itself; without the SSH library, of which
   * Karaf brings its own and would not listen with another.
   */
  private static String exported(Path packages, String karafVersion) throws IOException {
    Stream<String> needed =
        Stream.of("jaas.boot", "jaas.boot.principal", "diagnostic.core", "diagnostic.core.common")
            .map(name -> "org.apache.karaf." + name + ";version=" + karafVersion);
    return Stream.concat(Files.readAllLines(packages).stream(), needed)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("org.apache.sshd"))
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> documented() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Path document = Path.of("../../docs/packaging.md");
    for (String line : Files.readAllLines(document)) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), row.group(2).equals("system bundle") ? SYSTEM_BUNDLE : row.group(2));
      }
    }
    return rows;
  }
}
