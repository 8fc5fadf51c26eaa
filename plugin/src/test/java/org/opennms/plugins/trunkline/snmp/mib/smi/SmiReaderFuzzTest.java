package org.opennms.plugins.trunkline.snmp.mib.smi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SmiReaderFuzzTest {
  private static final String SOUND =
      """
      ACME-MIB DEFINITIONS ::= BEGIN
      IMPORTS enterprises, Counter32 FROM SNMPv2-SMI MacAddress FROM SNMPv2-TC;
      acme MODULE-IDENTITY LAST-UPDATED "202601010000Z" ORGANIZATION "a" CONTACT-INFO "b"
        DESCRIPTION "c" ::= { enterprises 99999 }
      AcmeName ::= TEXTUAL-CONVENTION DISPLAY-HINT "8a" STATUS current DESCRIPTION ""
        SYNTAX OCTET STRING (SIZE (0..8))
      acmeTable OBJECT-TYPE SYNTAX SEQUENCE OF AcmeEntry MAX-ACCESS not-accessible
        STATUS current DESCRIPTION "" ::= { acme 1 }
      acmeEntry OBJECT-TYPE SYNTAX AcmeEntry MAX-ACCESS not-accessible STATUS current
        DESCRIPTION "" INDEX { acmeMac, IMPLIED acmeName } ::= { acmeTable 1 }
      AcmeEntry ::= SEQUENCE { acmeMac MacAddress, acmeName AcmeName, acmeSum Counter32 }
      acmeSum OBJECT-TYPE SYNTAX Counter32 UNITS "octets" MAX-ACCESS read-only STATUS current
        DESCRIPTION "" ::= { acmeEntry 3 } -- a comment --
      acmeDown NOTIFICATION-TYPE OBJECTS { acmeSum } STATUS current DESCRIPTION ""
        ::= { acme 0 1 }
      END
      """;

  private static final List<String> WORDS =
      List.of(
          "::=",
          "{",
          "}",
          "(",
          ")",
          "\"",
          "'",
          "--",
          "..",
          "|",
          ",",
          ";",
          "END",
          "BEGIN",
          "MACRO",
          "IMPORTS",
          "FROM",
          "OBJECT",
          "IDENTIFIER",
          "OBJECT-TYPE",
          "SYNTAX",
          "INDEX",
          "DEFVAL",
          "SEQUENCE",
          "OF",
          "INTEGER",
          "SIZE",
          "-1",
          "99999999999",
          "'FF'H",
          "DEFINITIONS",
          "\u0000",
          "\ud800",
          "\uffff",
          "ä");

  /** One cut, repetition or insertion. */
  record Change(int at, int length, String insert) {
    String apply(String text) {
      int from = at % (text.length() + 1);
      int to = Math.min(text.length(), from + length);
      return text.substring(0, from) + insert + text.substring(to);
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> insert = Arbitraries.of(WORDS).map(word -> " " + word + " ");
    Arbitrary<Integer> at = Arbitraries.integers().between(0, SOUND.length());
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 40);
    return Combinators.combine(at, length, insert).as(Change::new).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 3000)
  void a_damaged_module_is_answered(@ForAll("changes") List<Change> changes) {
    String text = SOUND;
    for (Change change : changes) {
      text = change.apply(text);
    }
    SmiFile file = SmiReader.read("ACME-MIB.txt", text);

    int lines = (int) text.lines().count() + 1;
    assertThat(file.problems()).allSatisfy(p -> assertThat(p.line()).isBetween(0, lines));
    assertThat(file.modules().size() + file.problems().size()).isPositive();
  }

  @Property(tries = 500)
  void a_cut_module_keeps_what_stands_before_the_cut(@ForAll int anywhere) {
    int cut = Math.floorMod(anywhere, SOUND.length());
    SmiFile whole = SmiReader.read("ACME-MIB.txt", SOUND);
    SmiFile file = SmiReader.read("ACME-MIB.txt", SOUND.substring(0, cut));

    for (SmiModule module : file.modules()) {
      assertThat(whole.modules().get(0).symbols()).containsAll(module.symbols());
    }
  }

  @Property(tries = 1000)
  void any_text_is_answered(@ForAll String text) {
    assertThat(SmiReader.read("any", text)).isNotNull();
  }

  @Property(tries = 1000)
  void a_module_survives_the_compact_table(@ForAll("changes") List<Change> changes) {
    String text = SOUND;
    for (Change change : changes) {
      text = change.apply(text);
    }
    List<SmiModule> modules = SmiReader.read("ACME-MIB.txt", text).modules();

    List<String> lines = CompactTable.write(modules);
    assertThat(CompactTable.write(CompactTable.read(lines))).isEqualTo(lines);
  }
}
