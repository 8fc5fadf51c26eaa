package org.opennms.plugins.trunkline.features;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the file that operators install holds, and what it must never hold. */
class KarIT {

  private static final Path KAR = Path.of(System.getProperty("trunkline.kar"));
  private static final String REPOSITORY = "repository/org/opennms/plugins/trunkline/";
  private static final Pattern TEST_CODE =
      Pattern.compile(
          "(?i).*(junit|assertj|jqwik|archunit|awaitility|slf4j-simple|org/opennms/.*(?-i:Test)[.$]).*");

  private JarFile kar;

  @BeforeEach
  void open() throws IOException {
    kar = new JarFile(KAR.toFile());
  }

  @AfterEach
  void close() throws IOException {
    kar.close();
  }

  @Test
  void the_name_carries_no_version_because_the_boot_file_compares_with_it() {
    assertThat(KAR).hasFileName("opennms-trunkline-plugin.kar");
  }

  @Test
  void deploying_the_file_alone_does_not_start_the_plugin() throws IOException {
    assertThat(kar.getManifest().getMainAttributes().getValue("Karaf-Feature-Start"))
        .isEqualTo("false");
  }

  @Test
  void it_holds_our_artifacts_and_nothing_of_the_host_or_the_sandbox() {
    assertThat(artifacts())
        .containsExactlyInAnyOrder(
            "trunkline-features", "trunkline-karaf-shell", "trunkline-plugin");
    assertThat(files()).allMatch(name -> name.startsWith(REPOSITORY) || isManifest(name));
  }

  @Test
  void everything_that_the_feature_names_is_inside() throws IOException {
    List<String> coordinates =
        Pattern.compile(">mvn:([^<]+)<")
            .matcher(text(featuresFile()))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(coordinates).isNotEmpty().allSatisfy(c -> assertThat(files()).contains(path(c)));
  }

  @Test
  void it_brings_one_feature_that_takes_the_api_from_the_host() throws IOException {
    assertThat(text(featuresFile()))
        .containsOnlyOnce("<feature name=")
        .contains("<feature name=\"opennms-plugins-trunkline\"")
        .contains("description=\"OpenNMS :: Plugins :: Trunkline\"")
        .contains("<feature version=\"[1.6,3)\" dependency=\"true\">opennms-integration-api");
  }

  @Test
  void configuration_files_are_shipped_without_overwriting_what_the_operator_wrote()
      throws IOException {
    String features = text(featuresFile());

    assertThat(features)
        .contains("finalname=\"/etc/org.opennms.plugins.trunkline.cfg\"")
        .contains("finalname=\"/etc/trunkline/snmp.yaml\"");
    assertThat(occurrences(features, "<configfile"))
        .isEqualTo(occurrences(features, "override=\"false\""));
  }

  @Test
  void no_bundle_carries_test_code_or_classes_of_the_api() throws IOException {
    for (JarEntry bundle : bundles()) {
      assertThat(contentOf(bundle))
          .as(bundle.getName())
          .isNotEmpty()
          .noneMatch(name -> TEST_CODE.matcher(name).matches())
          .noneMatch(name -> name.contains("integration/api"))
          .noneMatch(name -> name.contains("/sandbox/"));
    }
  }

  @Test
  void bundles_run_on_java_17_and_meet_both_generations_of_the_api() throws IOException {
    for (JarEntry bundle : bundles()) {
      Manifest manifest = manifestOf(bundle);
      String imports = manifest.getMainAttributes().getValue("Import-Package");
      assertThat(manifest.getMainAttributes().getValue("Require-Capability"))
          .as(bundle.getName())
          .contains("(version=17)");
      Pattern.compile("org\\.opennms\\.integration\\.api[^\"]*?version=\"([^\"]+)\"")
          .matcher(imports)
          .results()
          .forEach(range -> assertThat(range.group(1)).as(range.group()).isEqualTo("[1.6,3)"));
    }
  }

  private Set<String> files() {
    return new TreeSet<>(
        kar.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName).toList());
  }

  private Set<String> artifacts() {
    return new TreeSet<>(
        files().stream()
            .filter(name -> name.startsWith(REPOSITORY))
            .map(name -> name.substring(REPOSITORY.length()).split("/", 2)[0])
            .toList());
  }

  private static boolean isManifest(String name) {
    return name.equals(JarFile.MANIFEST_NAME);
  }

  private JarEntry featuresFile() {
    return kar.stream().filter(e -> e.getName().endsWith("-features.xml")).findAny().orElseThrow();
  }

  private List<JarEntry> bundles() {
    return kar.stream().filter(e -> e.getName().endsWith(".jar")).toList();
  }

  private String text(JarEntry entry) throws IOException {
    return new String(kar.getInputStream(entry).readAllBytes(), UTF_8);
  }

  /** Names of the bundle's entries, and of the entries of the libraries that it embeds. */
  private List<String> contentOf(JarEntry bundle) throws IOException {
    try (JarInputStream jar = new JarInputStream(kar.getInputStream(bundle))) {
      return namesIn(jar).toList();
    }
  }

  private static Stream<String> namesIn(JarInputStream jar) throws IOException {
    Stream.Builder<String> names = Stream.builder();
    for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
      names.add(entry.getName());
      if (entry.getName().endsWith(".jar")) {
        namesIn(new JarInputStream(new ByteArrayInputStream(jar.readAllBytes())))
            .forEach(names::add);
      }
    }
    return names.build();
  }

  private Manifest manifestOf(JarEntry bundle) throws IOException {
    try (JarInputStream jar = new JarInputStream(kar.getInputStream(bundle))) {
      return jar.getManifest();
    }
  }

  /** The path inside the KAR of {@code group/artifact/version[/type[/classifier]]}. */
  private static String path(String coordinates) {
    String[] part = coordinates.split("/", -1);
    String type = part.length > 3 ? part[3] : "jar";
    String classifier = part.length > 4 ? "-" + part[4] : "";
    return "repository/%s/%s/%s/%s-%s%s.%s"
        .formatted(part[0].replace('.', '/'), part[1], part[2], part[1], part[2], classifier, type);
  }

  private static long occurrences(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
