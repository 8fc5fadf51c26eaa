package org.opennms.plugins.trunkline.snmp.mib.smi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTableTest {
  private static final String TEXT =
      """
      ACME-MIB DEFINITIONS ::= BEGIN
      IMPORTS OBJECT-TYPE, enterprises FROM SNMPv2-SMI;
      AcmeName ::= TEXTUAL-CONVENTION DISPLAY-HINT "1d " STATUS current DESCRIPTION "long prose"
        SYNTAX OCTET STRING (SIZE (0..8))
      acmeEntry OBJECT-TYPE SYNTAX AcmeEntry MAX-ACCESS not-accessible STATUS current
        DESCRIPTION "long prose" INDEX { acmeMac, IMPLIED acmeName } ::= { acmeTable 1 }
      acmeDown TRAP-TYPE ENTERPRISE acme VARIABLES { a, b } ::= 3
      END
      """;

  @Test
  void a_module_becomes_lines_without_prose() {
    List<SmiModule> modules = SmiReader.read("ACME-MIB.txt", TEXT).modules();

    assertThat(CompactTable.write(modules))
        .containsExactly(
            "M\tACME-MIB",
            "I\tSNMPv2-SMI\tenterprises",
            "T\tAcmeName\tOCTET STRING[0..8]\t1d ",
            "S\tacmeEntry\t3\tacmeTable 1\tAcmeEntry\tnot-accessible\t\tacmeMac acmeName!",
            "S\tacmeDown\t5\tacme 3\t\t\t\t\t\ta b");
  }

  @Test
  void lines_become_the_module_again() {
    SmiModule module =
        CompactTable.read(CompactTable.write(SmiReader.read("x", TEXT).modules())).get(0);

    assertThat(module.file()).isEqualTo("built-in");
    assertThat(module.symbols().get(0).index())
        .containsExactly(new IndexSpec("acmeMac", false), new IndexSpec("acmeName", true));
    assertThat(module.symbols().get(1).objects()).containsExactly("a", "b");
    assertThat(module.types().get(0).spec().sizes()).containsExactly(new ValueRange(0, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S\tx\t0\tiso 1", "M\tA\nZ\tx", "M\tA\nS\tx\tnone\tiso 1"})
  void a_damaged_table_is_refused(String lines) {
    assertThatThrownBy(() -> CompactTable.read(lines.lines().toList()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_lines_are_no_modules() {
    assertThat(CompactTable.read(List.of())).isEmpty();
  }
}
