package org.opennms.plugins.trunkline.classify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
  private final FoldedText text = new FoldedText();

  @Test
  void case_and_accents_do_not_matter() {
    assertThat(FoldedText.fold("CÁMARA Überwachung")).isEqualTo("camara uberwachung");
    assertThat(FoldedText.fold("КАМЕРА")).isEqualTo("камера");
  }

  @Test
  void runs_of_separators_become_one_space_and_none_at_the_ends() {
    assertThat(FoldedText.fold("--ip__phone: ")).isEqualTo("ip phone");
    assertThat(FoldedText.fold("<->")).isEmpty();
  }

  @Test
  void a_boundary_lies_where_letters_and_digits_meet() {
    text.set("sw01");

    assertThat(text.isBoundary(0)).isTrue();
    assertThat(text.isBoundary(1)).isFalse();
    assertThat(text.isBoundary(2)).isTrue();
    assertThat(text.isBoundary(4)).isTrue();
  }

  @Test
  void a_boundary_lies_at_a_hump_and_before_the_last_capital_of_a_run() {
    assertThat(text.set("ToSiegfried").isBoundary(2)).isTrue();
    assertThat(text.set("SWUplink").isBoundary(2)).isTrue();
    assertThat(text.set("SWCORE").isBoundary(2)).isFalse();
  }

  @Test
  void positions_are_those_of_the_original_text() {
    text.set("a-Ä1");

    assertThat(text.length()).isEqualTo(4);
    assertThat(text.isSeparator(1)).isTrue();
    assertThat(text.charAt(2)).isEqualTo('a');
    assertThat(text.isDigit(3)).isTrue();
  }

  @Test
  void a_long_text_is_read_up_to_the_limit() {
    assertThat(text.set("x".repeat(65_536)).length()).isEqualTo(FoldedText.LIMIT);
  }

  @Test
  void a_buffer_forgets_the_text_before() {
    text.set("a b c d e");
    text.set("abcde");

    assertThat(text.isBoundary(1)).isFalse();
    assertThat(text.isBoundary(2)).isFalse();
  }

  @Property
  void folding_each_character_keeps_their_number(@ForAll String any) {
    assertThat(FoldedText.foldEach(any)).hasSameSizeAs(any);
  }

  @Property
  void no_text_is_refused(@ForAll String any) {
    assertThatCode(() -> new FoldedText().set(any)).doesNotThrowAnyException();
  }
}
