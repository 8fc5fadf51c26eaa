package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/** Holds topology to its figures on recordings of real networks, where these are present. */
class TopologyAccuracyTest {
  private static final Path DATA =
      Path.of(System.getProperty("trunkline.data", "../../shared/data"));

  /** Its recordings hold no object of LLDP-MIB: what it says was told, nobody told. */
  private static final String WITHOUT_LLDP = "nms8000_lldp";

  /**
   * Rows that the recordings do not bear out: two take the system's description for the name that
   * lldpRemSysName leaves empty, three come from a private MIB that was not recorded.
   */
  private static final Map<String, Integer> DISPUTED =
      Map.of(
          "dlink_dgs-3420-28tc.snmprec", 1,
          "eltex-mes23xx_mes2324p.snmprec", 1,
          "jetstream_sg2218p.snmprec", 3);

  @BeforeEach
  void needs_the_recordings() {
    assumeThat(DATA.resolve("topology-scenarios"))
        .as("recordings of -Dtrunkline.data")
        .isDirectory();
  }

  private static List<Score> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve("topology-scenarios"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(TopologyAccuracyTest::score)
          .toList();
    }
  }

  private static Score score(Path file) {
    Scenario scenario = Scenario.read(file);
    TopologySnapshot topology =
        TopologyCommand.resolve(scenario.reports(new Walks(false), walk -> {}));
    return ScenarioScore.of(
        scenario, topology, new AnnouncedNeighbours(topology).of(scenario.protocols()));
  }

  @Test
  void every_scenario_is_answered_exactly() throws IOException {
    assertThat(scenarios())
        .hasSize(15)
        .filteredOn(score -> !score.name().equals(WITHOUT_LLDP))
        .allSatisfy(score -> assertThat(score.missing()).as(score.name()).isEmpty())
        .allSatisfy(score -> assertThat(score.extra()).as(score.name()).isEmpty());
  }

  @Test
  void what_no_recording_tells_is_not_made_up() throws IOException {
    Path walks = DATA.resolve("topology-scenarios/walks/nms8000");
    try (Stream<Path> files = Files.list(walks)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain("1.0.8802.", "1.3.111.2.802.");
      }
    }
    assertThat(scenarios())
        .filteredOn(score -> score.name().equals(WITHOUT_LLDP))
        .allSatisfy(score -> assertThat(score.reported()).isZero());
  }

  @Test
  void every_link_that_the_host_asserts_is_found() {
    List<Score> scores = scores("enlinkd");

    assertThat(scores).allSatisfy(s -> assertThat(s.missing()).as(s.name()).isEmpty());
    assertThat(scores).extracting(Score::wrongNodes).containsOnly(0);
    assertThat(scores.stream().mapToInt(Score::truth).sum()).isEqualTo(79);
  }

  @Test
  void every_link_that_another_product_finds_in_single_devices_is_found() {
    List<Score> scores = scores("librenms");

    assertThat(scores)
        .allSatisfy(
            score ->
                assertThat(score.missing())
                    .as(score.name())
                    .hasSize(DISPUTED.getOrDefault(score.name(), 0)));
    assertThat(scores).extracting(Score::wrongNodes).containsOnly(0);
  }

  private static List<Score> scores(String directory) {
    Path path = DATA.resolve(directory);
    return ExpectedLinks.read(path.resolve("expected_links.csv")).scores(path);
  }

  @Test
  void the_number_of_links_is_that_which_the_host_counts() throws IOException {
    List<String> lines = Files.readAllLines(DATA.resolve("enlinkd/expected_counts.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Path network = DATA.resolve("enlinkd").resolve(cells[0]);
      long found =
          NeighbourRow.of(TopologyCommand.resolve(new Walks(false).below(network))).stream()
              .filter(row -> row.protocol().equalsIgnoreCase(cells[2]))
              .filter(row -> cells[1].equals("*") || isOf(row, cells[1]))
              .count();

      assertThat(found).as(line).isEqualTo(Long.parseLong(cells[4]));
    }
  }

  private static boolean isOf(NeighbourRow row, String file) {
    return row.sighting().local().node().orElseThrow().text().startsWith(file);
  }

  @Test
  void a_heap_of_unrelated_recordings_gives_no_wrong_node() {
    TopologySnapshot topology =
        TopologyCommand.resolve(new Walks(false).below(DATA.resolve("librenms")));

    // Devices of one owner are among them; a mapping to one of these must rest on its chassis id,
    // or
    // on both of them seeing each other.
    assertThat(NeighbourRow.of(topology))
        .filteredOn(NeighbourRow::isResolved)
        .allSatisfy(
            row ->
                assertThat(row.sighting().reasons())
                    .as(row.localPort() + " -> " + row.remoteDevice())
                    .anyMatch(
                        r ->
                            r.weight() > 0
                                && (r.evidence().equals("chassis id")
                                    || r.evidence().equals("the other end"))));
  }

  @Test
  void the_same_recordings_give_the_same_bytes() {
    Path network = DATA.resolve("enlinkd/nms17216");

    String once =
        NeighbourRow.csv(NeighbourRow.of(TopologyCommand.resolve(new Walks(true).below(network))));
    String again =
        NeighbourRow.csv(NeighbourRow.of(TopologyCommand.resolve(new Walks(true).below(network))));

    assertThat(once).isEqualTo(again).contains("\nsubnet,");
  }
}
