package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.snmp.mib.smi.ValueRange;

/**
 * Every name and OID of the standard modules, compared with net-snmp's. Needs the recordings
 * (trunkline.data) and snmptranslate of Debian's package snmp.
 */
class SnmptranslateTest {
  private static final int BATCH = 500;

  private static Path standard;
  private static MibTree tree;
  private static List<MibSymbol> symbols;

  @BeforeAll
  static void needsMibTextsAndSnmptranslate() {
    standard = Path.of(System.getProperty("trunkline.data", "../../shared/data"), "mibs/standard");
    assumeTrue(Files.isDirectory(standard), "no MIB texts at " + standard);
    assumeTrue(isInstalled(), "snmptranslate is missing; it is in Debian's package snmp");
    tree = MibLibrary.load(BuiltInModules.read(), standard).tree();
    List<String> modules =
        MibLibrary.load(List.of(), standard).report().modules().stream()
            .map(MibReport.LoadedModule::name)
            .toList();
    symbols = tree.symbols().stream().filter(s -> modules.contains(s.module())).toList();
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("snmptranslate", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One answer line per argument. */
  private static List<String> translate(List<String> options, List<String> names)
      throws IOException, InterruptedException {
    List<String> answers = new ArrayList<>();
    for (int from = 0; from < names.size(); from += BATCH) {
      List<String> batch = names.subList(from, Math.min(names.size(), from + BATCH));
      List<String> command = new ArrayList<>(List.of("snmptranslate", "-m", "ALL", "-M"));
      command.add(standard + ":" + BuiltInModulesGenerator.SUPPLEMENT);
      command.addAll(options);
      command.addAll(batch);
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("SNMPCONFPATH", "/nonexistent");
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      List<String> lines = out.lines().filter(line -> !line.isEmpty()).toList();
      assertThat(lines).hasSameSizeAs(batch);
      answers.addAll(lines);
    }
    return answers;
  }

  /** What differs, as {@code OID: ours, theirs}. */
  private static List<String> differences(List<Oid> oids) throws Exception {
    List<String> theirs = translate(List.of("-Os"), oids.stream().map(oid -> "." + oid).toList());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < oids.size(); i++) {
      String name = tree.name(oids.get(i));
      String ours = name.substring(name.indexOf("::") + 2);
      if (!theirs.get(i).equals(ours)) {
        differences.add(oids.get(i) + ": " + ours + ", " + theirs.get(i));
      }
    }
    return differences;
  }

  @Test
  void every_name_has_the_oid_that_snmptranslate_gives() throws Exception {
    List<String> names = symbols.stream().map(MibSymbol::qualifiedName).toList();

    assertThat(names).hasSizeGreaterThan(2500);
    assertThat(translate(List.of("-On"), names))
        .isEqualTo(symbols.stream().map(symbol -> "." + symbol.oid()).toList());
  }

  @Test
  void every_oid_has_the_name_that_snmptranslate_gives() throws Exception {
    List<Oid> oids = symbols.stream().map(MibSymbol::oid).distinct().toList();

    assertThat(oids).hasSizeGreaterThan(2500);
    assertThat(differences(oids)).isEmpty();
  }

  @Test
  void instances_with_numeric_indexes_are_named_as_snmptranslate_names_them() throws Exception {
    List<Oid> oids =
        symbols.stream()
            .filter(MibSymbol::hasInstances)
            .filter(s -> s.index().stream().allMatch(part -> part.syntax().base().isNumber()))
            .map(SnmptranslateTest::firstInstance)
            .toList();

    assertThat(oids).hasSizeGreaterThan(1000);
    assertThat(differences(oids)).isEmpty();
  }

  private static Oid firstInstance(MibSymbol symbol) {
    int[] index = symbol.index().stream().mapToInt(SnmptranslateTest::permitted).toArray();
    return symbol.oid().append(symbol.index().isEmpty() ? Oid.of(0) : Oid.of(index));
  }

  /** snmptranslate refuses an index out of range. */
  private static int permitted(IndexPart part) {
    List<ValueRange> values = part.syntax().values();
    boolean one = values.isEmpty() || values.stream().anyMatch(range -> range.contains(1));
    return one ? 1 : (int) values.get(0).low();
  }

  @Test
  void quoted_indexes_mean_the_same_to_both() throws Exception {
    List<String> names =
        List.of(
            "SNMP-TARGET-MIB::snmpTargetAddrTDomain.'abc'",
            "DISMAN-EVENT-MIB::mteTriggerComment.\"abc\".'de'",
            "RMON-MIB::etherStatsOctets.7",
            "HOST-RESOURCES-MIB::hrFSMountPoint.3");

    assertThat(translate(List.of("-On"), names))
        .isEqualTo(names.stream().map(name -> "." + BuiltIn.resolved(tree, name)).toList());
  }
}
