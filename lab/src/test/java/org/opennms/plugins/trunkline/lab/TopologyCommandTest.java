package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TopologyCommandTest {
  private static final String ONE =
      """
      1.3.6.1.2.1.1.5.0|4|one
      1.3.6.1.2.1.31.1.1.1.1.7|4|Gi0/7
      1.0.8802.1.1.2.1.3.1.0|2|4
      1.0.8802.1.1.2.1.3.2.0|4x|001b00000001
      1.0.8802.1.1.2.1.3.7.1.2.3|2|5
      1.0.8802.1.1.2.1.3.7.1.3.3|4|Gi0/7
      1.0.8802.1.1.2.1.4.1.1.4.0.3.1|2|4
      1.0.8802.1.1.2.1.4.1.1.5.0.3.1|4|00-1B-00-00-00-02
      1.0.8802.1.1.2.1.4.1.1.6.0.3.1|2|5
      1.0.8802.1.1.2.1.4.1.1.7.0.3.1|4|eth1
      this line | is none
      1.0.8802.1.1.2.1.4.1.1.9.0.3.1|4x|zz
      """;
  private static final String TWO =
      """
      1.3.6.1.2.1.31.1.1.1.1.1|4|eth1
      1.0.8802.1.1.2.1.3.1.0|2|4
      1.0.8802.1.1.2.1.3.2.0|4x|001b00000002
      1.3.6.1.4.1.9.9.23.1.2.1.1.6.1.1|4|stranger
      1.3.6.1.4.1.9.9.23.1.2.1.1.7.1.1|4|Fa0/1
      1.3.6.1.4.1.9.9.23.1.2.1.1.4.1.1|4x|c0000209
      """;
  private static final String SCENARIO =
      """
      {"scenario": "pair", "protocols": ["lldp"],
       "fixtures": [{"device": "first", "walk": "walks/one.snmprec"},
                    {"device": "second", "walk": "walks/two.snmprec"}],
       "devices": [{"id": "first", "hostname": "one"}],
       "adjacencies": [{"protocol": "lldp", "source_device": "ONE", "source_port": "GigabitEthernet0/7",
                        "target_device": "second", "target_port": "%s"}]}
      """;

  @TempDir private Path directory;
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void write_recordings() throws IOException {
    Files.createDirectories(directory.resolve("walks"));
    Files.writeString(directory.resolve("walks/one.snmprec"), ONE);
    Files.writeString(directory.resolve("walks/two.snmprec"), TWO);
    Files.writeString(directory.resolve("pair.json"), SCENARIO.formatted("eth1"));
  }

  private int run(String... arguments) {
    CommandLine line = Lab.commandLine();
    line.setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
    return line.execute(arguments);
  }

  @Test
  void every_direction_that_was_heard_is_a_row() throws IOException {
    Path out = directory.resolve("out.csv");

    assertThat(run("topology", "--walks", directory + "/walks", "--out", out.toString())).isZero();

    assertThat(Files.readString(out).lines().map(l -> l.split(",0\\.", -1)[0]))
        .containsExactly(
            "protocol,local_device,local_ifIndex,local_port,remote_device,remote_port,resolved,"
                + "confidence,reasons",
            "lldp,one,7,Gi0/7,two,eth1,yes",
            "cdp,two,1,eth1,stranger,Fa0/1,no");
  }

  @Test
  void a_device_whose_name_was_taken_out_is_called_by_its_file() throws IOException {
    Path out = directory.resolve("out.csv");
    Files.writeString(
        directory.resolve("walks/one.snmprec"), ONE.replace("|4|one", "|4|<private>"));

    run("topology", "--walks", directory + "/walks", "--out", out.toString());

    assertThat(Files.readString(out)).contains("lldp,one,7,Gi0/7,two");
  }

  @Test
  void the_directory_of_the_answer_is_made() throws IOException {
    Path out = directory.resolve("new/and/deep/out.json");

    assertThat(run("topology", "--scenario", directory + "/pair.json", "--out", out.toString()))
        .isZero();
    assertThat(out).isNotEmptyFile();
  }

  @Test
  void a_scenario_is_answered_in_its_own_words() throws IOException {
    Path out = directory.resolve("out.json");

    run("topology", "--scenario", directory + "/pair.json", "--out", out.toString());

    JsonNode answer = new ObjectMapper().readTree(out.toFile());
    assertThat(answer.get("scenario").asText()).isEqualTo("pair");
    assertThat(answer.get("devices").size()).isEqualTo(2);
    assertThat(answer.get("adjacencies").toString())
        .isEqualTo(
            "[{\"protocol\":\"lldp\",\"source_device\":\"first\",\"source_port\":\"Gi0/7\","
                + "\"target_device\":\"second\",\"target_port\":\"eth1\"}]");
  }

  @Test
  void the_score_counts_what_is_right_reported_and_true() {
    run("topology", "--scenario", directory + "/pair.json", "--score");

    assertThat(printed.toString()).containsPattern("pair +1 +1 +1 +0");
  }

  @Test
  void a_wrong_port_is_not_right() throws IOException {
    Files.writeString(directory.resolve("pair.json"), SCENARIO.formatted("eth2"));

    run("topology", "--scenario", directory + "/pair.json", "--score");

    assertThat(printed.toString()).containsPattern("pair +0 +1 +1 +0").contains("missing", "extra");
  }

  @Test
  void a_wrong_node_is_counted() throws IOException {
    Files.writeString(
        directory.resolve("pair.json"),
        SCENARIO
            .formatted("eth1")
            .replace("\"second\", \"target_port\"", "\"x\", \"target_port\""));

    run("topology", "--scenario", directory + "/pair.json", "--score");

    assertThat(printed.toString()).containsPattern("pair +0 +1 +1 +1");
  }

  @Test
  void walks_are_scored_against_a_table_beside_them() throws IOException {
    Files.writeString(
        directory.resolve("expected_links.csv"),
        """
        network,device,protocol,local_port,remote_device,remote_port
        walks,one,LLDP,GigabitEthernet0/7,two,eth1
        walks,two,CDP,eth1,somebody,Fa0/1
        """);

    run("topology", "--walks", directory + "/walks", "--score");

    assertThat(printed.toString()).containsPattern("walks +1 +2 +2 +0").contains("somebody");
  }

  @Test
  void what_cannot_be_read_is_said_with_the_remedy() {
    assertThat(run("topology", "--walks", directory + "/nothing")).isEqualTo(1);
    assertThat(run("topology", "--scenario", directory + "/walks/one.snmprec")).isEqualTo(1);
    assertThat(run("topology", "--walks", directory + "/walks", "--score")).isEqualTo(1);
    assertThat(run("topology")).isEqualTo(2);
    assertThat(printed.toString()).contains("cannot read", "Use --truth");
  }
}
