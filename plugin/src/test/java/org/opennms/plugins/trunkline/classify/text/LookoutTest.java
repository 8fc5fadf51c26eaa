package org.opennms.plugins.trunkline.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookoutTest {
  @Test
  void a_word_stands_between_boundaries() {
    Lookout<String> lookout = words("ap", "core");

    assertThat(found(lookout, "AP-12")).containsExactly("ap");
    assertThat(found(lookout, "encore score")).isEmpty();
    assertThat(found(lookout, "map app")).isEmpty();
  }

  @Test
  void words_that_are_written_together_count_as_their_parts() {
    assertThat(found(words("sw", "core"), "SWCORE")).containsExactly("sw", "core");
    assertThat(found(words("sw", "core"), "SWCORES")).isEmpty();
  }

  @Test
  void of_two_that_overlap_the_longer_counts() {
    assertThat(found(words("serv", "ers", "servers"), "servers")).containsExactly("servers");
    assertThat(found(words("access", "point", "access point"), "access point"))
        .containsExactly("access point");
  }

  @Test
  void a_stem_matches_inflected_forms_but_only_at_the_beginning() {
    Lookout<String> lookout = of(Fit.STEM, "камер");

    assertThat(found(lookout, "Камеры двор")).containsExactly("камер");
    assertThat(found(lookout, "фотокамера")).isEmpty();
  }

  @Test
  void a_keyword_for_inside_matches_anywhere() {
    assertThat(found(of(Fit.INSIDE, "server"), "xyzserverff22")).containsExactly("server");
  }

  @Test
  void a_space_in_a_keyword_matches_any_separator_and_none() {
    Lookout<String> lookout = words("ip phone");

    assertThat(found(lookout, "IP-Phone")).containsExactly("ip phone");
    assertThat(found(lookout, "ip_phone")).containsExactly("ip phone");
    assertThat(found(lookout, "ipphone")).hasSize(1);
  }

  @Test
  void of_two_fits_of_one_text_the_looser_counts() {
    Lookout<String> lookout =
        new Lookout<>(
            List.of(
                new Keyword<>("uplink", Fit.WORD, "first"),
                new Keyword<>("uplink", Fit.INSIDE, "second")));

    assertThat(found(lookout, "glasfaseruplinks")).hasSize(1);
  }

  @Test
  void a_text_full_of_keywords_is_cut_off_and_does_no_harm() {
    assertThat(found(words("ap"), "ap ".repeat(20_000))).hasSize(128);
  }

  private static Lookout<String> words(String... words) {
    return of(Fit.WORD, words);
  }

  private static Lookout<String> of(Fit fit, String... words) {
    List<Keyword<String>> keywords = new ArrayList<>();
    for (String word : words) {
      keywords.add(new Keyword<>(word, fit, word));
    }
    return new Lookout<>(keywords);
  }

  private static List<String> found(Lookout<String> lookout, String text) {
    Matches matches = new Matches();
    lookout.find(new FoldedText().set(text), matches);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < matches.count(); i++) {
      found.add(lookout.keyword(matches.keyword(i)).meaning());
    }
    return found;
  }
}
