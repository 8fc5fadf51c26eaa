package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario's answer calls ports and devices. */
class AnnouncedNeighboursTest {
  private static final String IF_NAMES = "1.3.6.1.2.1.31.1.1.1.1.7|4|ge-0/0/7.0\n";
  private static final String LOCAL =
      """
      1.0.8802.1.1.2.1.3.7.1.2.7|2|%s
      1.0.8802.1.1.2.1.3.7.1.3.7|%s
      1.0.8802.1.1.2.1.3.7.1.4.7|4|ge-0/0/7.0
      """;
  private static final String REMOTE =
      """
      1.0.8802.1.1.2.1.4.1.1.4.0.7.1|2|4
      1.0.8802.1.1.2.1.4.1.1.5.0.7.1|4|%s
      1.0.8802.1.1.2.1.4.1.1.6.0.7.1|2|5
      1.0.8802.1.1.2.1.4.1.1.7.0.7.1|4|%s
      1.0.8802.1.1.2.1.4.1.1.9.0.7.1|4|%s
      """;
  private static final String NEIGHBOUR = REMOTE.formatted("00-1B-00-00-00-02", "eth1", "Other");
  private static final String CDP =
      """
      1.3.6.1.4.1.9.9.23.1.2.1.1.6.7.1|4|%s
      1.3.6.1.4.1.9.9.23.1.2.1.1.7.7.1|4|GigabitEthernet0/1
      """;
  private static final String ROUTER_OS =
      """
      1.3.6.1.4.1.14988.1.1.11.1.1.3.1|4x|001b00000002
      1.3.6.1.4.1.14988.1.1.11.1.1.6.1|4|Other
      1.3.6.1.4.1.14988.1.1.11.1.1.8.1|2|7
      """;

  @TempDir private Path directory;

  private List<String> answer(String protocols, String... walks) throws IOException {
    List<String> fixtures = new ArrayList<>();
    for (int i = 0; i < walks.length; i++) {
      Files.writeString(directory.resolve(i + ".snmprec"), walks[i]);
      fixtures.add("{\"device\": \"d%d\", \"walk\": \"%d.snmprec\"}".formatted(i, i));
    }
    return answerTo(protocols, String.join(",", fixtures));
  }

  private List<String> answerTo(String protocols, String fixtures) throws IOException {
    Path scenario = directory.resolve("s.json");
    Files.writeString(
        scenario, "{\"protocols\": %s, \"fixtures\": [%s]}".formatted(protocols, fixtures));
    Path out = directory.resolve("out.json");
    Lab.commandLine()
        .execute("topology", "--scenario", scenario.toString(), "--out", out.toString());
    List<String> found = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(out.toFile()).get("adjacencies")) {
      List<String> values = new ArrayList<>();
      each.forEach(value -> values.add(value.asText()));
      found.add(String.join(" ", values));
    }
    return found;
  }

  @Test
  void an_own_port_is_called_what_lldp_announces_of_it() throws IOException {
    String local = LOCAL.formatted("7", "4|510");

    assertThat(answer("[\"lldp\"]", IF_NAMES + local + NEIGHBOUR))
        .containsExactly("lldp d0 510 Other eth1");
  }

  @Test
  void a_mac_address_as_own_port_id_is_announced_too() throws IOException {
    String local = LOCAL.formatted("3", "4x|001b00000001");

    assertThat(answer("[\"lldp\"]", IF_NAMES + local + NEIGHBOUR))
        .containsExactly("lldp d0 00:1b:00:00:00:01 Other eth1");
  }

  @Test
  void without_a_local_table_the_port_has_the_interfaces_name() throws IOException {
    assertThat(answer("[\"lldp\"]", IF_NAMES + NEIGHBOUR))
        .containsExactly("lldp d0 ge-0/0/7.0 Other eth1");
  }

  @Test
  void without_any_table_of_ports_it_has_the_number() throws IOException {
    assertThat(answer("[\"lldp\"]", NEIGHBOUR)).containsExactly("lldp d0 7 Other eth1");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4|<To_Paris>, <To_Paris>",
    "5, 4|TO-PARIS, TO-PARIS",
    "7, 4|510, 510",
    "7, 2|510, 510",
    "3, 4x|001b00000002, 00:1b:00:00:00:02",
    "3, 4|00-1B-00-00-00-02, 00:1b:00:00:00:02",
    "7, 4x|001b00000002, 00:1b:00:00:00:02",
    "0, 4|2/5, 2/5",
    "4, 4x|01c0000207, 192.0.2.7",
    "5, 4x|4769302f3200, Gi0/2",
  })
  void the_neighbours_port_is_its_id_as_announced(int subtype, String id, String port)
      throws IOException {
    String neighbour =
        NEIGHBOUR
            .replace(
                "1.0.8802.1.1.2.1.4.1.1.6.0.7.1|2|5", "1.0.8802.1.1.2.1.4.1.1.6.0.7.1|2|" + subtype)
            .replace("4|eth1", id);

    assertThat(answer("[\"lldp\"]", neighbour)).containsExactly("lldp d0 7 Other " + port);
  }

  @Test
  void a_port_without_an_id_is_its_description() throws IOException {
    String neighbour =
        NEIGHBOUR.replace("4|eth1", "4|") + "1.0.8802.1.1.2.1.4.1.1.8.0.7.1|4|uplink\n";

    assertThat(answer("[\"lldp\"]", neighbour)).containsExactly("lldp d0 7 Other uplink");
  }

  @Test
  void cdp_speaks_of_the_interface() throws IOException {
    String local = LOCAL.formatted("7", "4|510");

    assertThat(answer("[\"cdp\"]", IF_NAMES + local + CDP.formatted("sw2.example.net")))
        .containsExactly("cdp d0 ge-0/0/7.0 sw2.example.net GigabitEthernet0/1");
  }

  @Test
  void a_stranger_without_a_name_is_its_chassis() throws IOException {
    assertThat(answer("[\"lldp\"]", REMOTE.formatted("00-1B-00-00-00-02", "eth1", "")))
        .containsExactly("lldp d0 7 00:1b:00:00:00:02 eth1");
  }

  @Test
  void a_stranger_is_called_by_its_filler_as_long_as_that_is_all_it_says() throws IOException {
    assertThat(answer("[\"lldp\"]", REMOTE.formatted("00-1B-00-00-00-02", "eth1", "Not received")))
        .containsExactly("lldp d0 7 Not received eth1");
  }

  @Test
  void a_recorded_device_has_its_id_whatever_it_calls_itself() throws IOException {
    String other =
        """
        1.0.8802.1.1.2.1.3.1.0|2|4
        1.0.8802.1.1.2.1.3.2.0|4|00:1B:00:00:00:02
        1.0.8802.1.1.2.1.3.3.0|4|SW-2
        """;

    assertThat(answer("[\"lldp\"]", NEIGHBOUR, other)).containsExactly("lldp d0 7 d1 eth1");
  }

  @Test
  void the_named_protocols_count_and_no_other() throws IOException {
    String all = IF_NAMES + NEIGHBOUR + CDP.formatted("sw2") + ROUTER_OS;

    assertThat(answer("[\"LLDP\"]", all)).allMatch(a -> a.startsWith("lldp")).hasSize(1);
    assertThat(answer("[\"cdp\", \"lldp\"]", all)).hasSize(2);
    assertThat(answer("[\"bridge\", \"ospf\"]", all)).isEmpty();
  }

  @Test
  void where_none_is_named_it_is_lldp_and_cdp() throws IOException {
    String all = IF_NAMES + NEIGHBOUR + CDP.formatted("sw2") + ROUTER_OS;

    assertThat(answer("[]", all)).hasSize(2);
    assertThat(answer("null", all))
        .extracting(a -> a.substring(0, a.indexOf(' ')))
        .containsExactlyInAnyOrder("lldp", "cdp");
  }

  @Test
  void several_recordings_of_one_device_are_one_device() throws IOException {
    Files.writeString(directory.resolve("if.snmprec"), IF_NAMES);
    Files.writeString(directory.resolve("lldp.snmprec"), NEIGHBOUR);

    assertThat(
            answerTo(
                "[\"lldp\"]",
                """
                {"device": "d0", "walk": "if.snmprec"}, {"device": "d0", "walk": "lldp.snmprec"}
                """))
        .containsExactly("lldp d0 ge-0/0/7.0 Other eth1");
  }

  @Test
  void a_recording_that_is_not_there_takes_nothing_from_the_others() throws IOException {
    Files.writeString(directory.resolve("lldp.snmprec"), NEIGHBOUR);

    assertThat(
            answerTo(
                "[\"lldp\"]",
                """
                {"device": "d0", "walk": "lldp.snmprec"}, {"device": "other", "walk": "gone.snmprec"}
                """))
        .containsExactly("lldp d0 7 other eth1");
  }
}
