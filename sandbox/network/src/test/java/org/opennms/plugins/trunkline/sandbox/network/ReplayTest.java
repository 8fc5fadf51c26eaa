package org.opennms.plugins.trunkline.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.agent.SnmpUser;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.sandbox.network.replay.Recording;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/** Recordings of real networks, served and walked back. */
class ReplayTest {

  private static Path recordings() {
    Path directory = Path.of(System.getProperty("trunkline.data", ""), "enlinkd");
    assumeTrue(
        Files.isDirectory(directory),
        "needs the recordings of real networks: set -Dtrunkline.data=DIR, which has enlinkd/");
    return directory;
  }

  @Test
  void every_recording_is_walked_back_equal_in_order() throws IOException {
    try (SimulatedNetwork network =
            SimulatedNetwork.replay(
                recordings(), GeneratorSettings.DEFAULT_NETWORK, AgentSettings.sandbox());
        SnmpClient client = SnmpClient.v2c("sandbox")) {
      for (SimulatedDevice device : network.devices()) {
        Recording recording = ((SimulatedDevice.Recorded) device).recording();
        Map<OID, Variable> walked = client.walk(network.address(device.label()), "1", 50);

        assertThat(new ArrayList<>(walked.entrySet()))
            .as(device.label())
            .isEqualTo(new ArrayList<>(recording.values().entrySet()));
      }
      assertThat(network.devices()).hasSizeGreaterThan(50);
      assertThat(network.failures()).isZero();
    }
  }

  @Test
  void a_recording_is_walked_back_equal_by_version_3() throws IOException {
    try (SimulatedNetwork network =
            SimulatedNetwork.replay(
                recordings().resolve("nms17216"),
                GeneratorSettings.DEFAULT_NETWORK,
                AgentSettings.sandbox());
        SnmpClient client = SnmpClient.v3(SnmpUser.sandbox())) {
      for (SimulatedDevice device : network.devices()) {
        Recording recording = ((SimulatedDevice.Recorded) device).recording();

        assertThat(client.walk(network.address(device.label()), "1")).isEqualTo(recording.values());
      }
    }
  }
}
