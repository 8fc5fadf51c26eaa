package org.opennms.plugins.trunkline.sandbox.network;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a generated network. */
@Command(
    name = "generate",
    description = "Generates a network from a seed and serves it.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Option(
      names = "--devices",
      defaultValue = "40",
      description = "How many devices, 10 to 5000 (default ${DEFAULT-VALUE}).")
  int devices;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed gives the same network (default ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--ports",
      defaultValue = "mixed",
      description = "Physical ports of every device, or mixed (default ${DEFAULT-VALUE}).")
  String ports;

  @Mixin ServeOptions serving;

  @Override
  public Integer call() throws IOException {
    GeneratorSettings settings =
        new GeneratorSettings(devices, seed, portCount(), serving.firstAddress());
    try (SimulatedNetwork network = SimulatedNetwork.generate(settings, serving.agents())) {
      return serving.serve(network);
    }
  }

  private int portCount() {
    if (ports.equals("mixed")) {
      return 0;
    }
    try {
      return Integer.parseInt(ports);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--ports is a number or mixed, not " + ports, e);
    }
  }
}
