package org.opennms.plugins.trunkline.sandbox.network.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;

/** Carries out commands on a network. Thread-safe. */
public final class Control {
  private final SimulatedNetwork network;

  /** Commands for this network. */
  public Control(SimulatedNetwork network) {
    this.network = network;
  }

  /** Answers one command with one line, which begins with {@code OK} or {@code ERROR}. */
  public String execute(String line) {
    Words words = new Words(line);
    try {
      String name = words.next("a command");
      String detail = execute(name, words);
      return detail.isEmpty() ? "OK" : "OK " + detail;
    } catch (IllegalArgumentException | NoSuchElementException e) {
      return "ERROR " + e.getMessage();
    }
  }

  private String execute(String name, Words words) {
    return switch (name) {
      case "help" ->
          DeviceCommands.ALL.values().stream()
              .map(DeviceCommands.Command::usage)
              .collect(Collectors.joining("; ", "", "; traps HOST:PORT|off"));
      case "traps" -> traps(words.next("HOST:PORT of the receiver, or off"));
      case "stats" ->
          "devices=%d port=%d varbinds=%d failures=%d"
              .formatted(
                  network.devices().size(), network.port(), network.varbinds(), network.failures());
      case "devices" ->
          network.devices().stream().map(SimulatedDevice::label).collect(Collectors.joining(" "));
      default -> onDevices(name, words);
    };
  }

  private String traps(String receiver) {
    if (receiver.equals("off")) {
      network.traps().to(Optional.empty());
      return "";
    }
    int colon = receiver.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(receiver + " is neither HOST:PORT nor off");
    }
    int port = new Words(receiver.substring(colon + 1)).count("a port");
    network.traps().to(Optional.of(new InetSocketAddress(receiver.substring(0, colon), port)));
    return "";
  }

  /** The label {@code *} means every device. */
  private String onDevices(String name, Words words) {
    DeviceCommands.Command command = DeviceCommands.ALL.get(name);
    if (command == null) {
      throw new NoSuchElementException("no command " + name + "; help lists them");
    }
    String label = words.next("a device");
    if (!label.equals("*")) {
      return command.run(network.faults(label), words);
    }
    for (SimulatedDevice device : network.devices()) {
      command.run(network.faults(device.label()), words.copy());
    }
    return network.devices().size() + " devices";
  }

  /** Answers line by line until the input ends. */
  public void converse(InputStream input, PrintWriter output) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.println(execute(line));
      output.flush();
    }
  }
}
