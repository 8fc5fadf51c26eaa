package org.opennms.plugins.trunkline.sandbox.container.demo;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import org.opennms.plugins.trunkline.sandbox.container.KarafPorts;

/**
 * The ports that people use.
 *
 * @param ssh TCP port of the shell on 127.0.0.1
 * @param http TCP port of the web server on 127.0.0.1
 * @param snmp UDP port of all simulated agents
 */
record DemoPorts(int ssh, int http, int snmp) {

  /** The first simulated agent's address. */
  private static final String FIRST_AGENT = "127.16.0.1";

  /** What to tell the user when one of them is taken. */
  Optional<String> complaint() {
    if (KarafPorts.isTaken(ssh)) {
      return Optional.of(complaint("TCP", ssh, "the shell", "SSH_PORT"));
    }
    if (KarafPorts.isTaken(http)) {
      return Optional.of(complaint("TCP", http, "the web server", "HTTP_PORT"));
    }
    if (isUdpTaken()) {
      return Optional.of(complaint("UDP", snmp, "the simulated agents", "SNMP_PORT"));
    }
    return Optional.empty();
  }

  private boolean isUdpTaken() {
    try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(FIRST_AGENT, snmp))) {
      return !probe.isBound();
    } catch (SocketException e) {
      return true;
    }
  }

  private static String complaint(String protocol, int port, String whose, String setting) {
    return "%s port %d, for %s, is taken by another program. End that, or choose another port: make demo %s=%d"
        .formatted(protocol, port, whose, setting, port + 1000);
  }
}
