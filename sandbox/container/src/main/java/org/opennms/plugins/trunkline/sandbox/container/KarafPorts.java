package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/**
 * The TCP ports that one Karaf listens on, all on 127.0.0.1.
 *
 * @param ssh the operator's shell
 * @param http the host's web server
 * @param rmiRegistry Karaf's JMX registry
 * @param rmiServer Karaf's JMX server
 */
public record KarafPorts(int ssh, int http, int rmiRegistry, int rmiServer) {

  /** Ports that were free a moment ago. */
  public static KarafPorts free() {
    List<Integer> ports = freePorts(4);
    return new KarafPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3));
  }

  /** The given ports for the two doors that people use, free ones for the rest. */
  public static KarafPorts of(int ssh, int http) {
    List<Integer> ports = freePorts(2);
    return new KarafPorts(ssh, http, ports.get(0), ports.get(1));
  }

  /** Whether something listens on this TCP port of 127.0.0.1, or we may not. */
  public static boolean isTaken(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, loopback())) {
      return !probe.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  /** Held open together, so that all of them differ. */
  private static List<Integer> freePorts(int count) {
    List<ServerSocket> probes = Stream.generate(KarafPorts::anyPort).limit(count).toList();
    probes.forEach(KarafPorts::release);
    return probes.stream().map(ServerSocket::getLocalPort).toList();
  }

  private static ServerSocket anyPort() {
    try {
      return new ServerSocket(0, 1, loopback());
    } catch (IOException e) {
      throw new UncheckedIOException("No free TCP port on 127.0.0.1", e);
    }
  }

  private static void release(ServerSocket probe) {
    try {
      probe.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
