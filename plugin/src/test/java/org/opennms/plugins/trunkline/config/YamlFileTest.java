package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
  private static final String PROFILES =
      """
      # profiles
      profiles:
        - name: core
          port: 0161
          community: "s3cret: x"
        - name: 'edge'
          empty:
      """;

  @Test
  void every_node_knows_its_line_and_keeps_its_text() throws YamlException {
    YamlNode.Mapping root = (YamlNode.Mapping) parse(PROFILES).orElseThrow();
    YamlNode.Sequence profiles = (YamlNode.Sequence) root.get("profiles").orElseThrow();
    YamlNode.Mapping core = (YamlNode.Mapping) profiles.items().get(0);
    YamlNode.Mapping edge = (YamlNode.Mapping) profiles.items().get(1);
    assertThat(root.line()).isEqualTo(2);
    assertThat(core.line()).isEqualTo(3);
    assertThat(core.get("port")).contains(new YamlNode.Scalar(4, "0161"));
    assertThat(core.get("community")).contains(new YamlNode.Scalar(5, "s3cret: x"));
    assertThat(core.get("Community")).isEmpty();
    assertThat(edge.get("name")).contains(new YamlNode.Scalar(6, "edge"));
    assertThat(edge.get("empty").orElseThrow())
        .isInstanceOfSatisfying(YamlNode.Scalar.class, s -> assertThat(s.text()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a remark\n", "   "})
  void a_document_without_content_is_none(String text) throws YamlException {
    assertThat(parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1.10", "0x1F", "1_000", "~x", "2001:db8::/32", "é ü 東京"})
  void a_scalar_is_the_text_and_not_what_yaml_makes_of_it(String text) throws YamlException {
    assertThat(parse(text)).contains(new YamlNode.Scalar(1, text));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("a: 1\nb: 2\na: 3\n", 3, "the key stands here twice"),
        arguments("a: [1, 2\nb: 3\n", 2, "expected"),
        arguments("a: b: c\n", 1, "mapping values are not allowed here"),
        arguments("a:\n\t- b\n", 2, "cannot start any token"),
        arguments("a: 'b\n", 2, "unexpected end of stream"),
        arguments("a: 1\n]\n", 2, "expected"),
        arguments("a: 1\n---\nb: 2\n", 3, "a second document begins"),
        arguments("a: &x 1\nb: *x\n", 2, "aliases are not supported"),
        arguments("a: \u0000\n", 0, "special characters are not allowed"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_complaint_names_file_line_and_fault(String text, int line, String what) {
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> parse(text))
        .satisfies(
            e -> {
              assertThat(e.problem().file()).isEqualTo("test.yaml");
              assertThat(e.problem().what()).contains(what);
              assertThat(e.problem().remedy()).isNotBlank();
              assertThat(e).hasMessage(e.problem().toString());
              if (line > 0) {
                assertThat(e.problem().line()).isEqualTo(line);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "community: 's3cret\n",
        "community: s3cret: public\n",
        "- community: s3cret\n- [\n",
        "community: \"s3cret \\q\"\n",
        "{community: s3cret\n"
      })
  void a_complaint_does_not_quote_the_text_which_may_be_a_secret(String text) {
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> parse(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret").hasLineCount(1));
  }

  @Test
  void a_bomb_of_aliases_is_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", alias, alias, alias)));
    }
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> parse(bomb.toString()))
        .withMessageContaining("aliases are not supported");
  }

  @Property(tries = 20)
  void depth_is_bounded(@ForAll @IntRange(min = 34, max = 5000) int depth) {
    for (String document :
        List.of("[".repeat(depth) + "]".repeat(depth), "{a: ".repeat(depth) + "}".repeat(depth))) {
      assertThatExceptionOfType(YamlException.class)
          .isThrownBy(() -> parse(document))
          .withMessageContaining("nested deeper than 32");
    }
  }

  @Property
  void garbage_is_a_document_or_a_complaint(@ForAll("garbage") String text) {
    assertThat(complaintOrTree(text)).isNotNull();
  }

  @Property
  void a_truncated_document_is_a_document_or_a_complaint(@ForAll @IntRange(max = 106) int length) {
    assertThat(complaintOrTree(PROFILES.substring(0, length))).isNotNull();
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab: -[]{},#'\"|>%@`&*!?\\\n\t0").ofMaxLength(80),
        Arbitraries.strings());
  }

  // Anything else that is thrown fails the test.
  private static Object complaintOrTree(String text) {
    try {
      return parse(text);
    } catch (YamlException e) {
      return e.problem();
    }
  }

  private static Optional<YamlNode> parse(String text) throws YamlException {
    return YamlFile.parse("test.yaml", text);
  }
}
