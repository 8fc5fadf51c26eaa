package org.opennms.plugins.trunkline.snmp.mib.smi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmiReaderTest {
  private static final String FAN =
      """
      acmeFan OBJECT-TYPE
        SYNTAX INTEGER { stopped(1), turning(2) }
        UNITS "rounds  per
               minute"
        MAX-ACCESS read-only
        STATUS current
        DESCRIPTION "A fan."
        DEFVAL { { } }
        ::= { acme 1 }
      """;

  private static String module(String body) {
    return "ACME-MIB DEFINITIONS ::= BEGIN\n"
        + "IMPORTS enterprises, OBJECT-TYPE FROM SNMPv2-SMI;\n"
        + body
        + "END\n";
  }

  private static SmiModule faultless(String text) {
    SmiFile file = SmiReader.read("ACME-MIB.txt", text);
    assertThat(file.problems()).isEmpty();
    return file.modules().get(0);
  }

  private static List<String> problems(String text) {
    return SmiReader.read("ACME-MIB.txt", text).problems().stream()
        .map(MibProblem::toString)
        .toList();
  }

  @Test
  void an_object_is_read_with_all_that_counts() {
    SmiSymbol fan = faultless(module(FAN)).symbols().get(0);

    assertThat(fan.name()).isEqualTo("acmeFan");
    assertThat(fan.line()).isEqualTo(3);
    assertThat(fan.oid()).isEqualTo(new OidSpec("acme", List.of(1L)));
    assertThat(fan.type().numbers())
        .containsExactly(new NamedNumber("stopped", 1), new NamedNumber("turning", 2));
    assertThat(fan.units()).isEqualTo("rounds per minute");
    assertThat(fan.access()).isEqualTo("read-only");
  }

  @Test
  void imports_are_read_without_macros() {
    assertThat(faultless(module("")).imports())
        .containsExactly(new SmiImport("SNMPv2-SMI", List.of("enterprises"), 2));
  }

  @Test
  void version_1_is_read() {
    SmiModule module =
        faultless(
            module(
                """
                acmeEntry OBJECT-TYPE SYNTAX AcmeEntry ACCESS not-accessible STATUS mandatory
                  INDEX { INTEGER, acmeName } ::= { acmeTable 1 }
                AcmeEntry ::= SEQUENCE { acmeName OCTET STRING (SIZE (4)), acmeN INTEGER }
                acmeDown TRAP-TYPE ENTERPRISE acme VARIABLES { acmeName, acmeN } ::= 7
                """));

    assertThat(module.types()).isEmpty();
    assertThat(module.symbols().get(0).index())
        .containsExactly(new IndexSpec("INTEGER", false), new IndexSpec("acmeName", false));
    assertThat(module.symbols().get(1).oid()).isEqualTo(new OidSpec("acme", List.of(7L)));
    assertThat(module.symbols().get(1).objects()).containsExactly("acmeName", "acmeN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ iso org(3) dod(6) 1 } | iso | 3.6.1",
        "{ acme 1 2 3 } | acme | 1.2.3",
        "{ 1 3 6 } | '' | 1.3.6",
        "{ iso(1) 3 } | iso | 3",
        "{ ACME-MIB.acme 4294967295 } | ACME-MIB.acme | 4294967295",
      })
  void oids_are_written_in_many_ways(String text, String parent, String arcs) {
    OidSpec oid =
        faultless(module("x OBJECT IDENTIFIER ::= " + text + "\n")).symbols().get(0).oid();

    assertThat(oid.parent()).isEqualTo(parent);
    assertThat(oid.arcs().stream().map(String::valueOf)).containsExactly(arcs.split("\\."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "INTEGER (-1 | 0..63) ; INTEGER(-1..-1|0..63)",
        "OCTET STRING (SIZE (0 | 4..16)) ; OCTET STRING[0..0|4..16]",
        "BITS { a(0), b(1), } ; BITS{a=0,b=1}",
        "INTEGER ('0F'h..'11'B) ; INTEGER(15..3)",
        "[APPLICATION 1] IMPLICIT INTEGER (0..4294967295) ; INTEGER(0..4294967295)",
        "INTEGER (0..18446744073709551615) ; INTEGER(0..9223372036854775807)",
        "INTEGER (MIN..MAX) ; INTEGER(-9223372036854775808..9223372036854775807)",
        "OBJECT IDENTIFIER ; OBJECT IDENTIFIER",
        "SNMPv2-TC.MacAddress ; SNMPv2-TC.MacAddress",
        "INTEGER { 10baseT(1), Upper_case(2) } ; INTEGER{10baseT=1,Upper_case=2}",
      })
  void types_are_written_in_many_ways(String text, String spec) {
    SmiType type = faultless(module("Acme ::= " + text + "\n")).types().get(0);

    assertThat(SyntaxText.write(type.spec())).isEqualTo(spec);
    assertThat(SyntaxText.read(spec)).isEqualTo(type.spec());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- plain\n",
        "-- ended -- x OBJECT IDENTIFIER ::= { y 1 }\n",
        "x OBJECT -- inside -- IDENTIFIER ::= { y 1 } -- rest --\n",
        "--------------- a divider -- of odd length -----\n",
        "-- an 'odd \" quote -- in a comment\n",
        "x OBJECT IDENTIFIER ::= { y 1 } --z OBJECT\n",
      })
  void comments_end_as_authors_meant(String body) {
    assertThat(problems(module(body))).isEmpty();
  }

  @Test
  void a_fault_costs_one_definition_and_tells_file_line_and_reason() {
    SmiFile file =
        SmiReader.read(
            "ACME-MIB.txt",
            module(FAN.replace("STATUS", "STATSU") + "acmeB OBJECT IDENTIFIER ::= { acme 2 }\n"));

    assertThat(file.modules().get(0).symbols())
        .extracting(SmiSymbol::name)
        .containsExactly("acmeB");
    assertThat(file.problems())
        .extracting(MibProblem::toString)
        .containsExactly(
            "ACME-MIB.txt:8: acmeFan: 'STATSU' is not expected here; a clause or '::=' should"
                + " follow. Correct the text, or ask the vendor for a corrected module.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x OBJECT IDENTIFIER ::= { y } 1 | 3 | '1' is not expected here",
        "x OBJECT IDENTIFIER ::= { y z } | 3 | 'z' has no number",
        "x OBJECT IDENTIFIER ::= { y 4294967296 } | 3 | is no sub-identifier (0 to 4294967295)",
        "x OBJECT IDENTIFIER := { y 1 } | 3 | ':' is not expected here; '::=' should follow",
        "X ::= INTEGER { a(b) } | 3 | 'b' is no number",
        "X ::= TEXTUAL-CONVENTION STATUS current | 3 | the textual convention has no SYNTAX",
        "x TRAP-TYPE ::= 3 | 3 | the trap has no ENTERPRISE",
        "x OBJECT-TYPE SYNTAX INTEGER ::= 3 | 3 | a number in braces should follow '::='",
        "x OBJECT-TYPE DESCRIPTION \"open | 3 | a text begins here and has no closing quote",
        "X ::= INTEGER ('2'B) | 3 | '2' is no number to the base 2",
      })
  void faults_are_told_with_their_line(String body, int line, String reason) {
    SmiFile file = SmiReader.read("ACME-MIB.txt", module(body + "\n"));

    assertThat(file.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.what()).contains(reason);
            });
  }

  @Test
  void a_name_that_is_defined_twice_keeps_its_first_meaning() {
    SmiFile file =
        SmiReader.read(
            "ACME-MIB.txt",
            module("x OBJECT IDENTIFIER ::= { y 1 }\nx OBJECT IDENTIFIER ::= { y 2 }\n"));

    assertThat(file.modules().get(0).symbols()).hasSize(1);
    assertThat(file.problems())
        .extracting(MibProblem::kind)
        .containsExactly(MibProblem.Kind.DUPLICATE_NAME);
  }

  @Test
  void several_modules_of_one_file_are_read_even_without_an_end_between() {
    String first = module(FAN).replace("END\n", "");
    SmiFile file = SmiReader.read("ACME-MIB.txt", first + module("").replace("ACME", "OTHER"));

    assertThat(file.modules()).extracting(SmiModule::name).containsExactly("ACME-MIB", "OTHER-MIB");
    assertThat(file.problems())
        .singleElement()
        .extracting(MibProblem::what)
        .isEqualTo("the module has no END");
  }

  @Test
  void a_file_without_a_module_says_so() {
    assertThat(problems("Read me first.\n"))
        .containsExactly(
            "ACME-MIB.txt: no module begins here ('NAME DEFINITIONS ::= BEGIN')."
                + " Remove the file if it is no MIB.");
    assertThat(problems("")).hasSize(1);
  }

  @Test
  void macros_are_skipped() {
    SmiModule module =
        faultless(
            module(
                "OBJECT-TYPE MACRO ::= BEGIN\n"
                    + "TYPE NOTATION ::= \"SYNTAX\" type(\"END\") -- END\n"
                    + "END\n"
                    + FAN));

    assertThat(module.symbols()).hasSize(1);
  }

  @Test
  void faults_beyond_a_hundred_are_counted() {
    SmiFile file = SmiReader.read("ACME-MIB.txt", module("x ::= }\n".repeat(5000)));

    assertThat(file.problems()).hasSize(SmiFileParser.MAX_PROBLEMS + 1);
    assertThat(file.problems().get(SmiFileParser.MAX_PROBLEMS).what())
        .endsWith("more problems in this file are not listed");
  }
}
