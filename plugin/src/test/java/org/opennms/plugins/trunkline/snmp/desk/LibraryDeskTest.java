package org.opennms.plugins.trunkline.snmp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.operations.MibDesk;
import org.opennms.plugins.trunkline.operations.MibDesk.Module;
import org.opennms.plugins.trunkline.operations.OperationException;

/** Names and modules, as operators ask for them. */
class LibraryDeskTest {
  private static final String ACME =
      """
      ACME-MIB DEFINITIONS ::= BEGIN
      IMPORTS enterprises FROM SNMPv2-SMI;
      acme OBJECT IDENTIFIER ::= { enterprises 4711 }
      acmeFans OBJECT IDENTIFIER ::= { acme %d }
      END
      """;

  private final ExecutorService blocking = Executors.newSingleThreadExecutor();
  private MibShelf shelf;
  private LibraryDesk desk;

  @TempDir Path directory;

  @BeforeEach
  void open() {
    shelf = new MibShelf(directory, blocking);
    desk = new LibraryDesk(shelf);
  }

  @AfterEach
  void close() {
    blocking.shutdownNow();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  @Test
  void a_column_is_shown_with_syntax_labels_and_index() {
    MibDesk.Entry entry = desk.lookup("ifOperStatus.3");

    assertThat(entry.name()).isEqualTo("IF-MIB::ifOperStatus.3");
    assertThat(entry.oid()).isEqualTo("1.3.6.1.2.1.2.2.1.8.3");
    assertThat(entry.kind()).isEqualTo("column");
    assertThat(entry.labels()).contains("up(1)", "down(2)");
    assertThat(entry.index()).containsExactly("ifIndex");
  }

  @Test
  void numbers_are_looked_up_as_well() {
    assertThat(desk.lookup("1.3.6.1.2.1.1.5.0").name()).isEqualTo("SNMPv2-MIB::sysName.0");
  }

  @Test
  void a_misspelled_name_is_refused_with_names_that_are_alike() {
    assertThatThrownBy(() -> desk.lookup("IF-MIB::operstatus.3"))
        .isInstanceOfSatisfying(
            OperationException.class,
            e -> assertThat(e.remedy()).contains("IF-MIB::ifOperStatus", "etc/trunkline/mibs"));
  }

  @Test
  void a_wrong_index_is_refused_with_the_index_of_the_row() {
    assertThatThrownBy(() -> desk.lookup("ifDescr.eth0"))
        .isInstanceOfSatisfying(
            OperationException.class, e -> assertThat(e.remedy()).contains("ifIndex"));
  }

  @Test
  void a_new_file_is_read_by_the_next_refresh_and_a_changed_one_again() throws IOException {
    assertThatThrownBy(() -> desk.lookup("acmeFans")).isInstanceOf(OperationException.class);
    write("ACME-MIB.txt", ACME.formatted(1));

    assertThat(shelf.refresh()).contains("modules, 0 problems");
    assertThat(desk.lookup("acmeFans").oid()).isEqualTo("1.3.6.1.4.1.4711.1");
    write("ACME-MIB.txt", ACME.formatted(12));
    shelf.refresh();

    assertThat(desk.lookup("acmeFans").oid()).isEqualTo("1.3.6.1.4.1.4711.12");
  }

  @Test
  void the_check_reads_the_directory_again_on_request() throws IOException {
    assertThat(desk.check(false).modules()).extracting(Module::name).contains("IF-MIB");
    write("ACME-MIB.txt", ACME.formatted(1));

    assertThat(desk.check(false).modules()).extracting(Module::name).doesNotContain("ACME-MIB");
    assertThat(desk.check(true).modules()).contains(new Module("ACME-MIB", "ACME-MIB.txt", 2, 2));
  }

  @Test
  void a_broken_file_is_a_fault_and_a_differing_file_name_is_a_note() throws IOException {
    write(
        "broken.txt",
        "BROKEN-MIB DEFINITIONS ::= BEGIN broken OBJECT IDENTIFIER ::= { nix 1 } END");

    MibDesk.Report report = desk.check(true);

    assertThat(report.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.fault()).isTrue();
              assertThat(problem.text()).contains("broken.txt:1", "nix");
            })
        .anySatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo("file_name");
              assertThat(problem.fault()).isFalse();
            });
    assertThat(desk.lookup("sysName").oid()).isEqualTo("1.3.6.1.2.1.1.5");
  }
}
