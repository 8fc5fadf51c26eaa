package org.opennms.plugins.trunkline.sandbox.container.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.container.KarafPorts;

class DemoPortsTest {

  private final KarafPorts free = KarafPorts.free();

  @Test
  void free_ports_give_no_complaint() {
    assertThat(new DemoPorts(free.ssh(), free.http(), free.rmiServer()).complaint()).isEmpty();
  }

  @Test
  void a_taken_tcp_port_is_named_with_the_setting_that_changes_it() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();

      assertThat(new DemoPorts(taken, free.http(), free.rmiServer()).complaint().orElseThrow())
          .contains("TCP port " + taken)
          .contains("SSH_PORT=");
      assertThat(new DemoPorts(free.ssh(), taken, free.rmiServer()).complaint().orElseThrow())
          .contains("HTTP_PORT=");
    }
  }

  @Test
  void a_taken_udp_port_is_named_with_the_setting_that_changes_it() throws IOException {
    try (DatagramSocket other = new DatagramSocket(new InetSocketAddress("127.16.0.1", 0))) {
      int taken = other.getLocalPort();

      assertThat(new DemoPorts(free.ssh(), free.http(), taken).complaint().orElseThrow())
          .contains("UDP port " + taken)
          .contains("SNMP_PORT=");
    }
  }
}
