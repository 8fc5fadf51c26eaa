package org.opennms.plugins.trunkline.classify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class KeywordAutomatonTest {
  @Test
  void finds_keywords_that_overlap_and_that_end_in_each_other() {
    assertThat(found(List.of("he", "she", "his", "hers"), "ushers"))
        .containsExactly("she@1", "he@2", "hers@2");
  }

  @Test
  void finds_nothing_without_keywords() {
    assertThat(found(List.of(), "anything")).isEmpty();
  }

  @Test
  void finds_keywords_of_any_script() {
    assertThat(found(List.of("监控", "сервер"), "一楼监控 сервер1")).containsExactly("监控@2", "сервер@5");
  }

  @Test
  void a_keyword_that_is_empty_or_there_twice_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeywordAutomaton(List.of("")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeywordAutomaton(List.of("sw", "sw")))
        .withMessageContaining("sw");
  }

  @Property
  void finds_what_a_search_for_each_keyword_finds(
      @ForAll @Size(max = 8) Set<@NotEmpty @StringLength(max = 4) @CharRange(from = 'a', to = 'c') String> keywords,
      @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String text) {
    List<String> expected = new ArrayList<>();
    for (String keyword : keywords) {
      for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
        expected.add(keyword + "@" + at);
      }
    }

    assertThat(found(List.copyOf(keywords), text)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> found(List<String> keywords, String text) {
    List<String> found = new ArrayList<>();
    new KeywordAutomaton(keywords)
        .scan(
            new FoldedText().set(text),
            (keyword, start, end) -> found.add(keywords.get(keyword) + "@" + start));
    return found;
  }
}
