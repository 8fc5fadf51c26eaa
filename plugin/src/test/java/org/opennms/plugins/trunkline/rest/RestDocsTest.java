package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator's page on REST says what the OpenAPI document says. */
class RestDocsTest {
  private static final Path PAGE = Path.of("../docs/rest.md");

  @Test
  void the_table_of_paths_is_that_of_the_document() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    OpenApiDocument document = OpenApiDocument.load();
    document.operations().forEach((name, o) -> documented.put(name, queries(document, o)));

    assertThat(rows("\\| `([A-Z]+ /[^`]*)` \\| ([^|]*)\\|")).isEqualTo(documented);
  }

  @Test
  void the_table_of_errors_is_that_of_the_code() throws IOException {
    Map<String, String> told =
        matches("\\| `([a-z_]+)` \\| (\\d+) \\|")
            .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));

    assertThat(told)
        .isEqualTo(
            Arrays.stream(ErrorCode.values())
                .collect(Collectors.toMap(ErrorCode::spelling, c -> Integer.toString(c.status()))));
  }

  @Test
  void the_limits_told_are_those_in_force() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("`limit` is " + PageQuery.DEFAULT_LIMIT + " unless given")
        .contains(PageQuery.LARGEST_LIMIT + " at most")
        .contains("more than " + JsonBodies.LARGEST_BODY / 1024 + " KiB");
  }

  private static Set<String> queries(OpenApiDocument document, JsonNode operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = document.resolved(each);
      if (parameter.get("in").asText().equals("query")) {
        names.add(parameter.get("name").asText());
      }
    }
    return names;
  }

  private static Map<String, Set<String>> rows(String pattern) throws IOException {
    return matches(pattern)
        .collect(
            Collectors.toMap(
                m -> m.group(1),
                m ->
                    Arrays.stream(m.group(2).replace("`", "").split("\\s+"))
                        .filter(w -> !w.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Stream<MatchResult> matches(String pattern) throws IOException {
    return Pattern.compile(pattern).matcher(Files.readString(PAGE)).results();
  }
}
