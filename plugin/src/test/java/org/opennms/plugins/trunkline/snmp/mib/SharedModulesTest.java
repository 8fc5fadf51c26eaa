package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.snmp.mib.smi.CompactTable;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;

/** Standard, vendor and odd modules as they are found in the field; INDEX.csv lists them. */
class SharedModulesTest {
  private static Path directory;
  private static MibLibrary.Loaded loaded;
  private static List<String[]> index;

  @BeforeAll
  static void needsMibTexts() throws IOException {
    directory = Path.of(System.getProperty("trunkline.data", "../../shared/data"), "mibs");
    assumeTrue(Files.isDirectory(directory), "no MIB texts at " + directory);
    index =
        Files.readAllLines(directory.resolve("INDEX.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();
    loaded = MibLibrary.load(BuiltInModules.read(), directory);
  }

  private static List<String> modules(String folder) {
    return index.stream().filter(row -> row[0].equals(folder)).map(row -> row[2]).toList();
  }

  private static Map<String, MibReport.LoadedModule> byName() {
    return loaded.report().modules().stream()
        .collect(Collectors.toMap(MibReport.LoadedModule::name, module -> module));
  }

  @Test
  void every_module_of_the_index_is_loaded_from_its_file() {
    for (String[] row : index) {
      assertThat(byName()).containsKey(row[2]);
      assertThat(byName().get(row[2]).file()).isEqualTo(row[0] + "/" + row[1]);
    }
  }

  @Test
  void every_definition_of_standard_and_vendor_modules_has_its_oid() {
    assertThat(byName().values())
        .filteredOn(module -> !module.file().startsWith("malformed"))
        .allMatch(MibReport.LoadedModule::isComplete);
  }

  @Test
  void of_the_odd_modules_what_hangs_on_something_missing_is_left_out_and_told() {
    List<String> incomplete =
        modules("malformed-or-odd").stream()
            .filter(name -> !byName().get(name).isComplete())
            .toList();

    assertThat(incomplete)
        .allSatisfy(
            name ->
                assertThat(loaded.report().problems(MibProblem.Kind.MISSING_MODULE))
                    .anyMatch(problem -> problem.subject().equals(name)));
  }

  @Test
  void no_text_of_the_field_is_beyond_the_grammar() {
    assertThat(loaded.report().problems(MibProblem.Kind.SYNTAX)).isEmpty();
  }

  @Test
  void the_built_in_table_is_what_the_texts_say() {
    List<Path> texts =
        List.of(
            directory.resolve("standard"),
            directory.resolve("vendor"),
            BuiltInModulesGenerator.SUPPLEMENT);

    assertThat(CompactTable.write(BuiltInModules.read()))
        .isEqualTo(CompactTable.write(BuiltInModulesGenerator.read(texts)));
  }
}
