package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KarafPortsTest {

  @Test
  void free_ports_differ_from_each_other_and_are_not_taken() {
    KarafPorts ports = KarafPorts.free();

    Set<Integer> all = Set.of(ports.ssh(), ports.http(), ports.rmiRegistry(), ports.rmiServer());
    assertThat(all).hasSize(4).noneMatch(KarafPorts::isTaken);
  }

  @Test
  void a_port_on_which_something_listens_is_taken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(KarafPorts.isTaken(other.getLocalPort())).isTrue();
    }
  }
}
