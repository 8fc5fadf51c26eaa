package org.opennms.plugins.trunkline.sandbox.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves recordings. */
@Command(
    name = "replay",
    description = "Serves every .snmprec file below a directory as one agent.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int MESSAGES_SHOWN = 5;

  @Parameters(paramLabel = "DIR", description = "Where the recordings are.")
  Path directory;

  @Mixin ServeOptions serving;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (SimulatedNetwork network =
        SimulatedNetwork.replay(directory, serving.firstAddress(), serving.agents())) {
      network.devices().forEach(this::warn);
      return serving.serve(network);
    }
  }

  private void warn(SimulatedDevice device) {
    if (device instanceof SimulatedDevice.Recorded recorded) {
      var rejected = recorded.recording().rejected();
      var errors = spec.commandLine().getErr();
      if (!rejected.isEmpty()) {
        errors.println(recorded.recording().label() + ": left out " + rejected.size() + " lines");
        rejected.stream().limit(MESSAGES_SHOWN).forEach(line -> errors.println("  " + line));
      }
    }
  }
}
