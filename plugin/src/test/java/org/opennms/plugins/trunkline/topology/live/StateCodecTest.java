package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.Announced;
import org.opennms.plugins.trunkline.topology.DeviceState;
import org.opennms.plugins.trunkline.topology.Identifier;
import org.opennms.plugins.trunkline.topology.LocalPort;
import org.opennms.plugins.trunkline.topology.Observation;
import org.opennms.plugins.trunkline.topology.Port;
import org.opennms.plugins.trunkline.topology.PortSettings;
import org.opennms.plugins.trunkline.topology.TopologyDevice;

class StateCodecTest {
  private static final InetAddress V6 = address("2001:db8::1");
  private static final InetAddress V4 = address("192.0.2.1");
  private static final NodeKey NODE = new NodeKey("lab:1");

  @Test
  void everything_that_is_known_comes_back() throws Exception {
    DeviceState state = state("\"<b>\u0000\ud83d\ude00 name");
    assertThat(StateCodec.decode(StateCodec.encode(state))).contains(state);
  }

  @Test
  void the_same_state_gives_the_same_bytes() throws Exception {
    assertThat(StateCodec.encode(state("a"))).isEqualTo(StateCodec.encode(state("a")));
  }

  @Test
  void a_document_of_another_version_is_not_read() throws Exception {
    String json = StateCodec.encode(state("a")).replace("\"version\":1", "\"version\":2");
    assertThat(StateCodec.decode(json)).isEmpty();
  }

  @Property(tries = 300)
  void a_damaged_document_is_refused_or_read_and_never_throws(
      @ForAll @IntRange(max = 100_000) int at, @ForAll char with) throws Exception {
    String json = StateCodec.encode(state("a"));
    int position = at % json.length();
    StateCodec.decode(json.substring(0, position));
    StateCodec.decode(json.substring(0, position) + with + json.substring(position + 1));
  }

  private static DeviceState state(String name) throws Exception {
    TopologyDevice device = device();
    Announced announced = announced(name);
    Instant seen = Instant.parse("2026-03-02T08:00:00.123Z");
    return new DeviceState(
        device,
        List.of(
            new DeviceState.Seen(
                new Observation(
                    new LocalPort(Optional.of(device.ports().get(0).key()), "Gi0/1", "ifName"),
                    LinkSource.LLDP,
                    announced,
                    Optional.empty()),
                seen,
                seen.plusSeconds(1),
                seen.plusSeconds(2)),
            new DeviceState.Seen(
                new Observation(
                    new LocalPort(Optional.empty(), "port 9", ""),
                    LinkSource.HOST,
                    Announced.port(Identifier.NONE),
                    Optional.of(new NodeKey("lab:2"))),
                seen,
                seen,
                seen)));
  }

  private static TopologyDevice device() {
    Port port =
        new Port(
            new InterfaceKey(NODE, "Gi0/1"),
            1,
            "Gi0/1",
            "GigabitEthernet0/1",
            "to core",
            6,
            "02:00:5e:00:53:01",
            new Port.LldpPort(5, new Identifier(Identifier.Kind.NAME, "Gi0/1"), "one"),
            7,
            9,
            new PortSettings(1_000_000_000L, PortSettings.Duplex.FULL, 1500, 10),
            List.of(new InterfaceAddress(V6, 64), new InterfaceAddress(V4, -1)));
    return new TopologyDevice(
        NODE,
        "host1",
        "host1.example.net",
        Set.of(
            new Identifier(Identifier.Kind.MAC, "02:00:5e:00:53:00"),
            new Identifier(Identifier.Kind.LOCAL, "x")),
        "02:00:5e:00:53:00",
        Set.of(V4, V6),
        List.of(port));
  }

  private static Announced announced(String name) {
    return new Announced(
        new Identifier(Identifier.Kind.MAC, "02:00:5e:00:53:02"),
        Identifier.NONE,
        "a port",
        name,
        "Example OS",
        List.of(V6),
        EnumSet.of(Capability.BRIDGE, Capability.ROUTER),
        4,
        PortSettings.UNKNOWN);
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
