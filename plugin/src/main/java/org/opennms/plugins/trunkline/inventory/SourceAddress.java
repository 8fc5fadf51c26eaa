package org.opennms.plugins.trunkline.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Finds the own address that a device sees, which its access list must permit. Stateless. */
final class SourceAddress {
  private static final int SNMP_PORT = 161;

  private SourceAddress() {}

  /** The source address of packets to the target; empty without a route. Sends nothing. */
  static Optional<String> towards(InetAddress target) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(target, SNMP_PORT));
      return Optional.of(socket.getLocalAddress().getHostAddress());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
