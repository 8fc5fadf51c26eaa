package org.opennms.plugins.trunkline.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.agent.SnmpUser;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;

/** The agents as net-snmp's own tools see them. */
class NetSnmpTest {
  private static final GeneratorSettings TEN = GeneratorSettings.mixed(10, 3);
  private static final String SYS_NAME = "1.3.6.1.2.1.1.5.0";

  @BeforeAll
  static void toolsAreThere() throws IOException, InterruptedException {
    boolean found;
    try {
      found = run("snmpget", "-V").exitCode() == 0;
    } catch (IOException e) {
      found = false;
    }
    assumeTrue(found, "needs net-snmp's snmpget and snmpbulkwalk: apt-get install snmp");
  }

  private record Output(int exitCode, String text) {}

  private static Output run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }

  private static String at(InetSocketAddress agent) {
    return agent.getAddress().getHostAddress() + ":" + agent.getPort();
  }

  private static List<String> offered(String option) throws IOException, InterruptedException {
    Matcher line =
        Pattern.compile(option + " PROTOCOL[^(]*\\(([^)]*)\\)")
            .matcher(run("snmpget", "-h").text());
    assertThat(line.find()).as("snmpget -h lists protocols of " + option).isTrue();
    return List.of(line.group(1).split("\\|", -1));
  }

  @Test
  void versions_1_and_2c_are_walked_to_the_end() throws IOException, InterruptedException {
    try (SimulatedNetwork network = SimulatedNetwork.generate(TEN, AgentSettings.sandbox())) {
      String label = network.devices().get(0).label();
      String agent = at(network.address(label));
      Output get = run("snmpget", "-v1", "-c", "sandbox", "-Oqv", agent, SYS_NAME);
      Output walk = run("snmpbulkwalk", "-v2c", "-c", "sandbox", "-On", "-Cr50", agent, ".1");

      assertThat(get.text()).contains(label);
      assertThat(walk.exitCode()).isZero();
      assertThat(walk.text()).contains(".1.3.6.1.2.1.31.1.1.1.18.").contains("past the end");
    }
  }

  @Test
  void every_pair_of_protocols_that_net_snmp_offers_is_understood()
      throws IOException, InterruptedException {
    List<String> failed = new ArrayList<>();
    int tried = 0;
    for (String auth : offered("-a")) {
      for (String priv : offered("-x")) {
        String ours = priv.equals("AES") ? "AES-128" : priv;
        SnmpUser user = new SnmpUser("op", auth, "passphrase one", ours, "passphrase two");
        try (SimulatedNetwork network =
            SimulatedNetwork.generate(TEN, AgentSettings.sandbox().withUser(user))) {
          String label = network.devices().get(3).label();
          String agent = at(network.address(label));
          Output output =
              run(
                  "snmpbulkwalk",
                  "-v3",
                  "-u",
                  "op",
                  "-l",
                  "authPriv",
                  "-a",
                  auth,
                  "-A",
                  "passphrase one",
                  "-x",
                  priv,
                  "-X",
                  "passphrase two",
                  "-Oqv",
                  agent,
                  SYS_NAME);
          tried++;
          if (!output.text().contains(label)) {
            failed.add(auth + "/" + priv + ": " + output.text());
          }
        }
      }
    }

    assertThat(failed).isEmpty();
    assertThat(tried).isGreaterThanOrEqualTo(12);
  }

  @Test
  void a_wrong_passphrase_is_named_by_the_tool() throws IOException, InterruptedException {
    try (SimulatedNetwork network = SimulatedNetwork.generate(TEN, AgentSettings.sandbox())) {
      String agent = at(network.address(network.devices().get(0).label()));
      Output output =
          run(
              "snmpget",
              "-v3",
              "-u",
              "trunkline",
              "-l",
              "authNoPriv",
              "-a",
              "SHA-256",
              "-A",
              "another phrase",
              agent,
              SYS_NAME);

      assertThat(output.exitCode()).isNotZero();
      assertThat(output.text()).contains("Authentication failure");
    }
  }
}
