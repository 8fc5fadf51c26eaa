package org.opennms.plugins.trunkline.snmp.mib.smi;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a -- b,a     ",
        "a -- b -- c,a         c",
        "a -- b --- c,a           ",
        "a --- b -- c,a           ",
        "a ---- c,a       ",
        "a -- b-c -- d,a           d",
        "a-b - c,a-b - c",
        "\"-- kept\" -- gone,\"-- kept\"        ",
        "-- \" -- \"--\",        \"--\"",
        "a --,a   ",
      })
  void comments_become_spaces(String text, String blanked) {
    assertThat(Comments.blank(text)).isEqualTo(blanked);
  }

  @Property
  void lines_and_columns_stay(@ForAll @Chars({'-', '"', 'a', ' ', '\n', '\r'}) String text) {
    String blanked = Comments.blank(text);

    assertThat(blanked).hasSameSizeAs(text);
    assertThat(blanked.replaceAll("[^\r\n]", "")).isEqualTo(text.replaceAll("[^\r\n]", ""));
    assertThat(Comments.blank(blanked)).as("nothing is left to blank").isEqualTo(blanked);
  }
}
