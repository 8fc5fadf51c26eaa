package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.oid;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.resolved;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;

class LinkerTest {
  private static final String HEAD =
      """
      ACME-MIB DEFINITIONS ::= BEGIN
      IMPORTS enterprises FROM SNMPv2-SMI ifEntry, ifIndex FROM IF-MIB
        DisplayString, MacAddress FROM SNMPv2-TC;
      acme OBJECT IDENTIFIER ::= { enterprises 99999 }
      """;

  private static MibLibrary.Loaded load(String body) {
    return BuiltIn.with("ACME-MIB.txt", HEAD + body + "\nEND\n");
  }

  private static MibTree faultless(String body) {
    MibLibrary.Loaded loaded = load(body);
    assertThat(loaded.report().problems()).isEmpty();
    return loaded.tree();
  }

  private static String table(String index) {
    return """
        acmeTable OBJECT-TYPE SYNTAX SEQUENCE OF AcmeEntry ACCESS not-accessible STATUS current
          ::= { acme 1 }
        acmeEntry OBJECT-TYPE SYNTAX AcmeEntry ACCESS not-accessible STATUS current %s
          ::= { acmeTable 1 }
        AcmeEntry ::= SEQUENCE { acmeName DisplayString, acmeKey OBJECT IDENTIFIER }
        acmeName OBJECT-TYPE SYNTAX DisplayString (SIZE (0..32)) ACCESS read-only STATUS current
          ::= { acmeEntry 1 }
        acmeKey OBJECT-TYPE SYNTAX OBJECT IDENTIFIER ACCESS read-only STATUS current
          ::= { acmeEntry 2 }
        acmeMac OBJECT-TYPE SYNTAX MacAddress ACCESS read-only STATUS current
          ::= { acmeEntry 3 }
        acmeBits OBJECT-TYPE SYNTAX BITS { low(0), high(7) } ACCESS read-only STATUS current
          ::= { acmeEntry 4 }
        """
        .formatted(index);
  }

  private static void both(MibTree tree, String name, String numbers) {
    assertThat(tree.name(oid(numbers))).isEqualTo("ACME-MIB::" + name);
    assertThat(resolved(tree, name)).isEqualTo(oid(numbers));
  }

  private static final String KEY = "1.3.6.1.4.1.99999.1.1.2.";

  @Test
  void a_string_index_has_its_length_before_it() {
    both(
        faultless(table("INDEX { acmeName }")),
        "acmeKey.\"core-1\"",
        KEY + "6.99.111.114.101.45.49");
  }

  @Test
  void an_implied_string_index_has_no_length() {
    both(faultless(table("INDEX { IMPLIED acmeName }")), "acmeKey.'core'", KEY + "99.111.114.101");
  }

  @Test
  void an_empty_string_index_is_its_length_alone() {
    both(faultless(table("INDEX { acmeName }")), "acmeKey.\"\"", KEY + "0");
  }

  @Test
  void dots_and_spaces_stand_inside_quotes() {
    both(faultless(table("INDEX { acmeName }")), "acmeKey.\"a. b\"", KEY + "4.97.46.32.98");
  }

  @Test
  void a_string_with_quotes_or_control_characters_stays_numeric() {
    MibTree tree = faultless(table("INDEX { acmeName }"));

    both(tree, "acmeKey.2.97.34", KEY + "2.97.34");
    both(tree, "acmeKey.2.97.7", KEY + "2.97.7");
    both(tree, "acmeKey.2.97.228", KEY + "2.97.228");
  }

  @Test
  void parts_are_decoded_one_after_the_other() {
    MibTree tree = faultless(table("INDEX { acmeMac, acmeName, acmeKey, ifIndex }"));

    both(tree, "acmeKey.'00:01:02:03:04:05'.\"ab\".2.1.3.9", KEY + "0.1.2.3.4.5.2.97.98.2.1.3.9");
    assertThat(resolved(tree, "acmeKey.0.1.2.3.4.5.\"ab\".2.1.3.9"))
        .isEqualTo(oid(KEY + "0.1.2.3.4.5.2.97.98.2.1.3.9"));
  }

  @Test
  void an_oid_index_cannot_be_a_text() {
    MibTree tree = faultless(table("INDEX { acmeKey }"));

    assertThat(tree.resolve("acmeKey.'x'")).isInstanceOf(Resolution.BadIndex.class);
  }

  @Test
  void an_index_of_version_1_may_be_a_type() {
    both(
        faultless(table("INDEX { INTEGER, OCTET STRING }")), "acmeKey.5.\"ab\"", KEY + "5.2.97.98");
  }

  @Test
  void an_augmenting_row_has_the_index_of_the_other() {
    both(faultless(table("AUGMENTS { ifEntry }")), "acmeKey.5", KEY + "5");
    assertThat(faultless(table("AUGMENTS { ifEntry }")).symbol("ACME-MIB", "acmeKey"))
        .hasValueSatisfying(
            key -> assertThat(key.index()).extracting(IndexPart::name).containsExactly("ifIndex"));
  }

  @Test
  void a_row_that_augments_itself_is_told_and_stays_numeric() {
    MibLibrary.Loaded loaded = load(table("AUGMENTS { acmeEntry }"));

    both(loaded.tree(), "acmeKey.5.6", KEY + "5.6");
    assertThat(loaded.report().problems(MibProblem.Kind.UNKNOWN_NAME))
        .singleElement()
        .extracting(MibProblem::what)
        .isEqualTo("the index 'acmeEntry' is not known, so indexes stay numeric");
  }

  @Test
  void bits_are_shown_by_label() {
    MibTree tree = faultless(table("INDEX { ifIndex }"));

    assertThat(
            tree.format(
                resolved(tree, "acmeBits.1"),
                new WireValue.Octets(BaseType.OCTET_STRING, new byte[] {(byte) 0x81})))
        .isEqualTo("{low(0), high(7)}");
  }

  @Test
  void a_trap_has_the_oid_of_rfc_3584() {
    MibTree tree =
        faultless(
            """
            snmp OBJECT IDENTIFIER ::= { iso 3 6 1 2 1 11 }
            acmeDown TRAP-TYPE ENTERPRISE acme VARIABLES { ifIndex } ::= 7
            coldBoot TRAP-TYPE ENTERPRISE snmp ::= 0
            """);

    assertThat(resolved(tree, "acmeDown")).isEqualTo(oid("1.3.6.1.4.1.99999.0.7"));
    assertThat(resolved(tree, "ACME-MIB::coldBoot")).isEqualTo(oid("1.3.6.1.6.3.1.1.5.1"));
    assertThat(tree.symbol("ACME-MIB", "acmeDown").orElseThrow().objects())
        .containsExactly("IF-MIB::ifIndex");
  }

  @Test
  void a_name_in_two_modules_is_ambiguous_unless_it_is_qualified() {
    MibTree tree = faultless("ifDescr OBJECT IDENTIFIER ::= { acme 5 }");

    assertThat(tree.resolve("ifDescr.1"))
        .isEqualTo(
            new Resolution.Ambiguous(
                List.of("ACME-MIB::ifDescr", "IF-MIB::ifDescr", "RFC1213-MIB::ifDescr")));
    assertThat(resolved(tree, "IF-MIB::ifDescr.1")).isEqualTo(oid("1.3.6.1.2.1.2.2.1.2.1"));
  }

  @Test
  void an_unknown_parent_is_told_once_and_costs_what_hangs_below_it() {
    MibLibrary.Loaded loaded =
        load(
            """
            a OBJECT IDENTIFIER ::= { nowhere 1 }
            b OBJECT IDENTIFIER ::= { nowhere 2 }
            c OBJECT IDENTIFIER ::= { b 1 }
            d OBJECT IDENTIFIER ::= { acme 2 }
            """);

    assertThat(loaded.report().problems())
        .singleElement()
        .hasToString(
            "ACME-MIB.txt:5: a: 'nowhere' is not known, so nothing below it has an OID."
                + " Add the missing import or definition.");
    assertThat(resolved(loaded.tree(), "d")).isEqualTo(oid("1.3.6.1.4.1.99999.2"));
    assertThat(loaded.report().modules())
        .filteredOn(module -> module.name().equals("ACME-MIB"))
        .singleElement()
        .isEqualTo(new MibReport.LoadedModule("ACME-MIB", "ACME-MIB.txt", 5, 2));
  }

  @Test
  void circles_of_oids_and_of_types_are_told() {
    MibLibrary.Loaded loaded =
        load(
            """
            a OBJECT IDENTIFIER ::= { b 1 }
            b OBJECT IDENTIFIER ::= { a 1 }
            c OBJECT IDENTIFIER ::= { c 1 }
            X ::= Y
            Y ::= X
            d OBJECT-TYPE SYNTAX X ACCESS read-only STATUS current ::= { acme 3 }
            """);

    assertThat(loaded.report().problems(MibProblem.Kind.CYCLE)).hasSize(1);
    assertThat(loaded.report().problems(MibProblem.Kind.UNKNOWN_NAME)).hasSize(1);
    assertThat(loaded.tree().symbol("ACME-MIB", "d").orElseThrow().syntax().convention())
        .isEqualTo("X");
    assertThat(loaded.tree().symbols("a")).isEmpty();
  }

  @Test
  void a_chain_longer_than_an_oid_may_be_is_cut() {
    StringBuilder chain = new StringBuilder("x0 OBJECT IDENTIFIER ::= { acme 1 }\n");
    for (int i = 1; i < 20_000; i++) {
      chain.append("x%d OBJECT IDENTIFIER ::= { x%d 1 }%n".formatted(i, i - 1));
    }
    MibLibrary.Loaded loaded = load(chain.toString());

    assertThat(loaded.tree().symbols("x120")).hasSize(1);
    assertThat(loaded.tree().symbols("x130")).isEmpty();
    assertThat(loaded.report().problems(MibProblem.Kind.CYCLE)).hasSize(1);
  }

  @Test
  void missing_modules_and_symbols_are_told_with_the_line_of_the_import() {
    MibLibrary.Loaded loaded =
        BuiltIn.with(
            "ACME-MIB.txt",
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS
              acmeRoot, AcmeType FROM ACME-SMI
              ifNonsense FROM IF-MIB;
            a OBJECT IDENTIFIER ::= { enterprises 1 }
            END
            """);

    assertThat(loaded.report().problems())
        .extracting(MibProblem::toString)
        .containsExactly(
            "ACME-MIB.txt:3: ACME-MIB: module ACME-SMI is not known; from it come acmeRoot,"
                + " AcmeType. Add the module's text to the directory.",
            "ACME-MIB.txt:4: ACME-MIB: module IF-MIB does not define ifNonsense."
                + " Add the version of the module that defines it.");
    assertThat(resolved(loaded.tree(), "ACME-MIB::a")).isEqualTo(oid("1.3.6.1.4.1.1"));
  }

  @Test
  void modules_that_import_from_each_other_are_linked() {
    MibTree tree =
        faultless(
            """
            END
            B-MIB DEFINITIONS ::= BEGIN
            IMPORTS c FROM C-MIB;
            b OBJECT IDENTIFIER ::= { c 1 }
            e OBJECT IDENTIFIER ::= { iso 9 }
            END
            C-MIB DEFINITIONS ::= BEGIN
            IMPORTS e FROM B-MIB;
            c OBJECT IDENTIFIER ::= { e 1 }
            """);

    assertThat(resolved(tree, "B-MIB::b")).isEqualTo(oid("1.9.1.1"));
  }
}
