package org.opennms.plugins.trunkline.classify.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredLiteralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "^WAN-([a-z]+) ~ wan-",
        "uplink ~ uplink",
        "a?core\\d+ ~ core",
        "core|edge ~ core,edge",
        "(?:po|ae)\\d+ ~ po,ae",
        "x.*(backbone)[0-9] ~ backbone",
        "\\bISP\\b ~ isp",
        "ISP\\.(\\w+) ~ isp.",
        "ab+c ~ ab",
        "(?P<name>branch)-\\d ~ branch",
        "(?i)Branch ~ branch",
        "\\p{L}+uplink ~ uplink",
        "[[:alpha:]]+-wan ~ -wan"
      })
  void the_texts_that_every_match_contains_are_found(String expression, String literals) {
    assertThat(RequiredLiterals.of(expression))
        .containsExactlyInAnyOrderElementsOf(List.of(literals.split(",", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".*", "\\d+", "a", "(core)?", "core*|\\d", "[a-z]{3}", "(abc){0,2}", "", "\\x41b"})
  void where_no_text_is_required_none_is_found(String expression) {
    assertThat(RequiredLiterals.of(expression).stream().filter("core"::equals)).isEmpty();
    assertThat(RequiredLiterals.of(expression)).doesNotContain("a", "abc", "core");
  }

  @Test
  void deeply_nested_groups_do_no_harm() {
    String bomb = "(".repeat(400) + "core" + ")".repeat(400);

    assertThat(RequiredLiterals.of(bomb)).containsExactly("core");
  }

  @Property
  void no_expression_is_too_odd_to_be_read(@ForAll String any) {
    assertThatCode(() -> RequiredLiterals.of(any)).doesNotThrowAnyException();
  }
}
