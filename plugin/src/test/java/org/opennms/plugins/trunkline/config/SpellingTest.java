package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> WORDS = List.of("community", "version", "port", "user");

  @ParameterizedTest
  @CsvSource({
    "comunity, community",
    "communtiy, community",
    "Version, version",
    "ports, port",
    "usr, user"
  })
  void a_near_word_is_proposed(String word, String meant) {
    assertThat(Spelling.advice(word, WORDS)).isEqualTo("Did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @CsvSource({"x", "passphrase", "''"})
  void where_none_is_near_a_short_list_is_told_wholly(String word) {
    assertThat(Spelling.advice(word, WORDS))
        .isEqualTo("Known are: community, version, port, user.");
  }

  @Test
  void a_long_list_is_not_told() {
    List<String> many = IntStream.range(100, 120).mapToObj(i -> "setting-" + i).toList();
    assertThat(Spelling.advice("colour", many)).isEqualTo("Remove it.");
  }

  @Property
  void a_known_word_is_its_own_best_advice_unless_it_is_empty(@ForAll String word) {
    List<String> known = List.of("alpha", word, "omega");
    assertThat(Spelling.advice(word, known))
        .isEqualTo(word.isEmpty() ? "Known are: alpha, , omega." : "Did you mean '" + word + "'?");
  }
}
