package org.opennms.plugins.trunkline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Sender and receiver in processes of their own, killed with SIGKILL at load. */
class TelemetryKillsIT {
  private static final Path RECEIVER = Path.of("../receiver/target/trunkline-receiver.jar");

  @Test
  void after_twenty_kills_the_receiver_has_every_accepted_envelope_once_and_the_chain_whole() {
    int code =
        new CommandLine(new TelemetryKills())
            .execute(
                "--kills", Integer.toString(Integer.getInteger("trunkline.kills", 20)),
                "--seed", Long.toString(Long.getLong("trunkline.seed", 8)),
                "--receiver", RECEIVER.toString());
    assertThat(code).isZero();
  }
}
