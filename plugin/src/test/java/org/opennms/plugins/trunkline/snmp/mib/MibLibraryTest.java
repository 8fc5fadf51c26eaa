package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.oid;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.resolved;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;

class MibLibraryTest {
  private static final String ACME =
      """
      ACME-MIB DEFINITIONS ::= BEGIN
      IMPORTS enterprises FROM SNMPv2-SMI;
      acme OBJECT IDENTIFIER ::= { enterprises 99999 }
      END
      """;

  @TempDir Path directory;

  private final Deque<Runnable> tasks = new ArrayDeque<>();

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.ISO_8859_1);
  }

  private MibLibrary.Loaded load() {
    return MibLibrary.load(BuiltInModules.read(), directory);
  }

  @Test
  void a_library_begins_with_the_built_in_modules_and_reloads_on_its_executor() throws Exception {
    write("ACME-MIB.txt", ACME);
    MibLibrary library = new MibLibrary(directory, tasks::add);
    MibTree before = library.tree();

    CompletableFuture<MibReport> reload = library.reload();
    assertThat(library.tree()).as("nothing is read on the caller's thread").isSameAs(before);
    tasks.remove().run();

    assertThat(reload).isCompleted();
    assertThat(library.report()).isSameAs(reload.join());
    assertThat(resolved(library.tree(), "acme")).isEqualTo(oid("1.3.6.1.4.1.99999"));
    assertThat(before.resolve("acme")).as("the old tree").isInstanceOf(Resolution.Unknown.class);
    assertThat(resolved(before, "ifDescr")).isEqualTo(oid("1.3.6.1.2.1.2.2.1.2"));
  }

  @Test
  void a_missing_directory_is_no_problem() {
    assertThat(
            MibLibrary.load(BuiltInModules.read(), directory.resolve("none")).report().problems())
        .isEmpty();
  }

  @Test
  void folders_are_read_and_hidden_files_are_not() throws Exception {
    write("acme/routers/ACME-MIB.txt", ACME);
    write(".hidden", "no MIB");

    assertThat(load().report().problems()).isEmpty();
    assertThat(load().tree().symbols("acme")).hasSize(1);
  }

  @Test
  void a_file_that_is_named_differently_is_noted_and_loaded() throws Exception {
    write("fans.mib", ACME);

    assertThat(load().report().problems())
        .extracting(MibProblem::toString)
        .containsExactly(
            "fans.mib:1: ACME-MIB: the file is named fans, its module ACME-MIB."
                + " Rename the file if others look for it by module name.");
    assertThat(load().tree().symbols("acme")).hasSize(1);
  }

  @Test
  void of_two_files_with_one_module_the_first_counts() throws Exception {
    write("a/ACME-MIB.txt", ACME);
    write("b/ACME-MIB.txt", ACME.replace("99999", "99998"));

    assertThat(resolved(load().tree(), "acme")).isEqualTo(oid("1.3.6.1.4.1.99999"));
    assertThat(load().report().problems())
        .extracting(MibProblem::toString)
        .containsExactly(
            "b/ACME-MIB.txt:1: ACME-MIB: ACME-MIB is already read from a/ACME-MIB.txt."
                + " Keep one of the files.");
  }

  @Test
  void the_operators_module_replaces_ours_unless_it_is_faulty() throws Exception {
    String own = "HCNUM-TC DEFINITIONS ::= BEGIN\nmine OBJECT IDENTIFIER ::= { iso 7 }\nEND\n";
    write("HCNUM-TC.txt", own);
    assertThat(load().tree().symbols("mine")).hasSize(1);
    assertThat(load().report().modules())
        .filteredOn(module -> module.name().equals("HCNUM-TC"))
        .extracting(MibReport.LoadedModule::file)
        .containsExactly("HCNUM-TC.txt");

    write("HCNUM-TC.txt", own.replace("END", "broken END"));
    assertThat(load().tree().symbols("mine")).isEmpty();
    assertThat(load().report().problems(MibProblem.Kind.DUPLICATE_MODULE))
        .singleElement()
        .extracting(MibProblem::what)
        .isEqualTo("the file has faults, so the built-in HCNUM-TC stays in force");
  }

  @Test
  void a_broken_file_does_not_disturb_the_others() throws Exception {
    write("ACME-MIB.txt", ACME);
    write("BROKEN-MIB.txt", ACME.replace("ACME", "BROKEN").replace("::= {", "= {"));
    write("binary.mib", "ACME\u0000MIB");
    write("notes.txt", "Fans and such.\n");

    MibLibrary.Loaded loaded = load();
    assertThat(loaded.tree().symbols("acme")).hasSize(1);
    assertThat(loaded.report().problems())
        .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.kind())
        .containsExactly(
            "BROKEN-MIB.txt:3 SYNTAX", "binary.mib:0 UNREADABLE", "notes.txt:0 NO_MODULE");
  }

  @Test
  void a_file_of_a_hundred_megabytes_is_refused_unread() throws Exception {
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("HUGE-MIB.txt").toFile(), "rw")) {
      file.setLength(100L << 20);
    }

    assertThat(load().report().problems())
        .singleElement()
        .hasToString(
            "HUGE-MIB.txt: the file is larger than 16 MiB. Keep only the modules that you need.");
  }

  @Test
  void links_to_nowhere_devices_and_circles_of_folders_are_survived() throws Exception {
    write("ACME-MIB.txt", ACME);
    Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("none"));
    Files.createSymbolicLink(directory.resolve("zero"), Path.of("/dev/zero"));
    Files.createSymbolicLink(directory.resolve("loop"), directory);

    assertThat(load().report().problems()).isEmpty();
    assertThat(load().tree().symbols("acme")).hasSize(1);
  }

  @Test
  void text_in_another_encoding_is_read() throws Exception {
    write("ACME-MIB.txt", ACME.replace("END", "-- K\u00f6ln\nEND"));

    assertThat(load().report().problems()).isEmpty();
  }
}
