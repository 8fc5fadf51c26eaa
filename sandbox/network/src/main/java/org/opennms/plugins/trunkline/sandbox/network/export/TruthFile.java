package org.opennms.plugins.trunkline.sandbox.network.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Link;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;

/**
 * {@code truth.csv}: what each interface of a generated network is for. Columns node, ifIndex,
 * ifName, role, provider, peerNode, peerPort; the last three may be empty. UTF-8, RFC 4180.
 */
public final class TruthFile {
  private static final String HEADER = "node,ifIndex,ifName,role,provider,peerNode,peerPort\n";

  private TruthFile() {}

  /** Writes the generated ones of the devices. */
  public static void write(Path file, List<SimulatedDevice> devices) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write(HEADER);
      for (SimulatedDevice device : devices) {
        if (device instanceof SimulatedDevice.Generated generated) {
          write(writer, generated.device());
        }
      }
    }
  }

  private static void write(Writer writer, GeneratedDevice device) throws IOException {
    for (Port port : device.ports()) {
      Link.End peer = port.link() == null ? null : port.link().opposite(port);
      writer.write(
          String.join(
                  ",",
                  quote(device.label()),
                  Integer.toString(port.ifIndex()),
                  quote(port.ifName()),
                  port.wiring().role().label(),
                  quote(port.wiring().provider()),
                  quote(peer == null ? null : peer.device().label()),
                  quote(peer == null ? null : peer.port().ifName()))
              + "\n");
    }
  }

  private static String quote(String text) {
    if (text == null) {
      return "";
    }
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0;
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
