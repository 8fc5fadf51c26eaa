package org.opennms.plugins.trunkline.snmp.mib.smi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The time limits only catch what does not end. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileTextTest {
  private static final String HEAD = "EVIL-MIB DEFINITIONS ::= BEGIN\n";

  private static Stream<Named<String>> texts() {
    return Stream.of(
        Named.of("open braces", HEAD + "x OBJECT-TYPE DEFVAL " + "{".repeat(1_000_000)),
        Named.of("nested SEQUENCEs", HEAD + "X ::= " + "SEQUENCE { a ".repeat(500_000)),
        Named.of("open parentheses", HEAD + "X ::= INTEGER " + "(".repeat(1_000_000)),
        Named.of("an open string", HEAD + "x OBJECT-TYPE DESCRIPTION \"" + "a ".repeat(4_000_000)),
        Named.of("many strings", HEAD + "\"\"".repeat(2_000_000)),
        Named.of("many words", HEAD + "a ".repeat(4_000_000)),
        Named.of("one long word", HEAD + "a".repeat(8_000_000)),
        Named.of("hyphens", HEAD + "-".repeat(8_000_000)),
        Named.of("hyphens by twos", HEAD + "-- ".repeat(2_000_000)),
        Named.of("open macro", HEAD + "X MACRO ::= BEGIN " + "x ".repeat(3_000_000)),
        Named.of("a long number", HEAD + "X ::= INTEGER (" + "9".repeat(4_000_000) + ")\nEND"),
        Named.of("open hexadecimal", HEAD + "X ::= INTEGER ('" + "0".repeat(4_000_000)),
        Named.of("many quotes", HEAD + "'".repeat(4_000_000)),
        Named.of("control characters", HEAD + "\u0001\u0002\u007f".repeat(1_000_000)),
        Named.of("headers", HEAD.repeat(100_000)),
        Named.of("clauses", HEAD + "x OBJECT-TYPE " + "STATUS a ".repeat(200_000)),
        Named.of("arcs", HEAD + "x OBJECT IDENTIFIER ::= { y" + " 1".repeat(400_000) + " }\nEND"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hostile_text_gives_few_problems_in_bounded_time(String text) {
    SmiFile file =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> SmiReader.read("EVIL-MIB.txt", text));

    assertThat(file.problems()).hasSizeLessThanOrEqualTo(2 * SmiFileParser.MAX_PROBLEMS);
    assertThat(file.problems()).allSatisfy(p -> assertThat(p.toString()).hasSizeLessThan(1000));
  }
}
