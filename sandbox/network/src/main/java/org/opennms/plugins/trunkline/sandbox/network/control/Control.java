package org.opennms.plugins.trunkline.sandbox.network.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    return line.strip().equals("stats")
        ? "OK varbinds=" + network.varbinds()
        : "ERROR unknown command";
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
