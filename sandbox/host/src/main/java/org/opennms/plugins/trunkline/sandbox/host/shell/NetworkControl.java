package org.opennms.plugins.trunkline.sandbox.host.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The control port of the simulated network: one line asks, one line answers. Where it is stands in
 * {@code etc/trunkline-sandbox-control}, as {@code 127.0.0.1:PORT}, read at each command.
 */
final class NetworkControl {

  private static final String FILE = "trunkline-sandbox-control";
  private static final int PATIENCE_MILLIS = 5_000;

  private NetworkControl() {}

  /** Words of a line, in double quotes where they have spaces. */
  static String words(String... words) {
    return Arrays.stream(words)
        .map(word -> word.indexOf(' ') < 0 ? word : '"' + word + '"')
        .collect(Collectors.joining(" "));
  }

  /**
   * Asks.
   *
   * @throws IllegalArgumentException when the network refuses the line
   * @throws IllegalStateException when there is no network, or it does not answer
   */
  static String tell(String line) {
    try (Socket socket = new Socket()) {
      socket.connect(address(), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      String answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (answer == null || answer.startsWith("ERROR")) {
        throw new IllegalArgumentException("the network refused '" + line + "': " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException("the simulated network does not answer: " + e, e);
    }
  }

  private static InetSocketAddress address() throws IOException {
    Path file = Path.of(System.getProperty("karaf.etc", "etc"), FILE);
    try {
      String text = Files.readString(file).strip();
      int colon = text.lastIndexOf(':');
      return new InetSocketAddress(
          text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("no simulated network: there is no " + file, e);
    }
  }
}
