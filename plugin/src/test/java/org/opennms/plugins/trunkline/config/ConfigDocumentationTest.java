package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * Key table, shipped file and documentation say the same. After a change of the key table, {@code
 * ./mvnw -pl plugin -am test -Dtest=ConfigDocumentationTest -Dtrunkline.write=true} writes the
 * other two.
 */
class ConfigDocumentationTest {
  private static final boolean WRITE = Boolean.getBoolean("trunkline.write");
  private static final String BEGIN = "<!-- The table is written by ConfigDocumentationTest. -->\n";
  private static final String END = "<!-- End of the table. -->\n";
  private static final int WIDTH = 98;
  private static final String HEAD =
      """
      # Trunkline. What stands here takes effect at once, without a restart; docs/configuration.md
      # tells more. Every line shows a default: take the # before a key away to change it.
      """;

  private static final Path SHIPPED = root().resolve("features/src/main/cfg/" + ConfigReader.FILE);
  private static final Path PAGE = root().resolve("docs/configuration.md");

  @Test
  void the_shipped_file_shows_every_setting_with_its_default() throws IOException {
    String expected =
        Arrays.stream(ConfigKey.values())
            .map(ConfigDocumentationTest::shipped)
            .collect(Collectors.joining("\n", HEAD + "\n", ""));
    compare(SHIPPED, expected);
  }

  @Test
  void the_shipped_file_sets_nothing_so_that_defaults_stay_in_one_place() throws IOException {
    Properties set = new Properties();
    set.load(Files.newBufferedReader(SHIPPED));
    assertThat(set).isEmpty();
  }

  @Test
  void the_shipped_file_is_sound_when_every_line_is_switched_on() throws IOException {
    Properties set = new Properties();
    set.load(new StringReader(Files.readString(SHIPPED).replaceAll("(?m)^#(?=[a-z])", "")));
    assertThat(set.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ConfigKey.values()).map(ConfigKey::key).toList());
    ConfigReading<TrunklineConfig> reading =
        ConfigReader.read(
            set.stringPropertyNames().stream().collect(Collectors.toMap(k -> k, set::getProperty)));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.hints()).isEmpty();
    assertThat(reading.value()).isEqualTo(ConfigReader.read(Map.of()).value());
  }

  @Test
  void the_page_documents_every_setting_and_no_other() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).as("both marks stand in " + PAGE).isBetween(BEGIN.length(), end);
    String rows =
        Arrays.stream(ConfigKey.values())
            .map(
                k ->
                    row(
                        "`" + k.key() + "`",
                        "`" + k.defaultValue() + "`",
                        k.type().words(),
                        k.meaning()))
            .collect(Collectors.joining());
    String table = row("key", "default", "value", "meaning") + "|---|---|---|---|\n" + rows;
    compare(PAGE, page.substring(0, begin) + table + page.substring(end));
  }

  @Test
  void the_page_spells_every_role() throws IOException {
    String roles =
        Arrays.stream(InterfaceRole.values())
            .map(r -> "`" + r.spelling() + "`")
            .collect(Collectors.joining(", "));
    assertThat(Files.readString(PAGE).replaceAll("\\s+", " ")).contains(roles);
  }

  @Test
  void every_key_has_a_meaning_that_is_a_sentence() {
    assertThat(ConfigKey.values())
        .allSatisfy(k -> assertThat(k.meaning()).matches("[A-Z].*\\."))
        .extracting(ConfigKey::key)
        .doesNotHaveDuplicates()
        .allSatisfy(k -> assertThat(k).matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+"));
  }

  private static String shipped(ConfigKey key) {
    String meaning = key.meaning() + " (" + key.type().words() + ")";
    return wrapped(meaning) + "#" + key.key() + " = " + key.defaultValue() + "\n";
  }

  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder("#");
    int length = 1;
    for (String word : text.split(" ", -1)) {
      if (length + 1 + word.length() > WIDTH) {
        lines.append("\n#");
        length = 1;
      }
      lines.append(' ').append(word);
      length += 1 + word.length();
    }
    return lines.append('\n').toString();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", List.of(cells)) + " |\n";
  }

  private static void compare(Path file, String expected) throws IOException {
    if (WRITE) {
      Files.writeString(file, expected);
    }
    assertThat(file).content().isEqualTo(expected);
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    return at;
  }
}
