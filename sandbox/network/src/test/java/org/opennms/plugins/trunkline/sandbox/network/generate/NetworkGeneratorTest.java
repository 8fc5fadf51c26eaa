package org.opennms.plugins.trunkline.sandbox.network.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.device.DeviceRole;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Link;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;
import org.opennms.plugins.trunkline.sandbox.network.table.DeviceSchema;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

class NetworkGeneratorTest {
  private static final long NOW = 1_795_000_000_000L;

  private static List<GeneratedDevice> generate(int devices, long seed) {
    return NetworkGenerator.generate(GeneratorSettings.mixed(devices, seed));
  }

  private static Stream<Port> ports(List<GeneratedDevice> devices) {
    return devices.stream().flatMap(device -> device.ports().stream());
  }

  @Property(tries = 40)
  void every_size_and_seed_gives_that_many_devices_with_distinct_names_and_addresses(
      @ForAll @IntRange(min = 10, max = 400) int size, @ForAll long seed) {
    List<GeneratedDevice> devices = generate(size, seed);
    Set<String> labels = new HashSet<>();
    Set<Integer> addresses = new HashSet<>();
    Set<Long> macs = new HashSet<>();
    for (GeneratedDevice device : devices) {
      labels.add(device.label());
      addresses.add(device.identity().address());
      macs.add(device.identity().mac());
    }

    assertThat(devices).hasSize(size);
    assertThat(labels).hasSize(size);
    assertThat(addresses).hasSize(size).allMatch(address -> address >>> 24 == 127);
    assertThat(macs).hasSize(size);
  }

  @Property(tries = 20)
  void a_port_has_its_own_index_and_name(
      @ForAll @IntRange(min = 10, max = 150) int size, @ForAll long seed) {
    for (GeneratedDevice device : generate(size, seed)) {
      List<Port> ports = device.ports();
      assertThat(ports.stream().map(Port::ifIndex).distinct()).hasSameSizeAs(ports);
      assertThat(ports.stream().map(Port::ifIndex)).isSorted();
      assertThat(ports.stream().map(Port::ifName).distinct())
          .as(device.label())
          .hasSameSizeAs(ports);
    }
  }

  @Test
  void the_same_seed_gives_the_same_network_to_the_last_object() {
    List<GeneratedDevice> first = generate(60, 42);
    List<GeneratedDevice> second = generate(60, 42);

    for (int position = 0; position < first.size(); position++) {
      assertThat(objects(second.get(position))).isEqualTo(objects(first.get(position)));
    }
  }

  @Test
  void another_seed_gives_another_network() {
    assertThat(ports(generate(40, 1)).map(Port::alias).toList())
        .isNotEqualTo(ports(generate(40, 2)).map(Port::alias).toList());
  }

  private static List<VariableBinding> objects(GeneratedDevice device) {
    Iterator<VariableBinding> all = DeviceSchema.of(device).after(new OID("1"), NOW);
    return Stream.iterate(all, Iterator::hasNext, rest -> rest).map(Iterator::next).toList();
  }

  @Property(tries = 15)
  void objects_are_in_order_and_each_is_found_by_itself(@ForAll long seed) {
    for (GeneratedDevice device : generate(25, seed)) {
      List<VariableBinding> objects = objects(device);
      assertThat(objects).hasSizeGreaterThan(30);
      for (int position = 1; position < objects.size(); position++) {
        assertThat(objects.get(position).getOid())
            .isGreaterThan(objects.get(position - 1).getOid());
      }
      for (VariableBinding object : objects) {
        assertThat(DeviceSchema.of(device).get(object.getOid(), NOW))
            .isEqualTo(object.getVariable());
      }
    }
  }

  @Test
  void walking_from_any_instance_goes_on_with_the_next_one() {
    GeneratedDevice device = generate(40, 3).get(2);
    List<VariableBinding> objects = objects(device);
    for (int position = 0; position + 1 < objects.size(); position += 7) {
      OID start = objects.get(position).getOid();
      assertThat(DeviceSchema.of(device).after(start, NOW).next())
          .isEqualTo(objects.get(position + 1));
    }
  }

  @Test
  void both_ends_of_a_link_agree_on_role_speed_and_traffic() {
    List<Port> linked =
        ports(generate(300, 5))
            .filter(port -> port.link() != null && port.wiring().role() == PortRole.TRUNK)
            .toList();

    assertThat(linked).hasSizeGreaterThan(100);
    for (Port port : linked) {
      Link.End other = port.link().opposite(port);
      assertThat(other.port().link().opposite(other.port()).port()).isSameAs(port);
      assertThat(other.port().wiring().role()).isEqualTo(PortRole.TRUNK);
      assertThat(other.port().wiring().bitsPerSecond()).isEqualTo(port.wiring().bitsPerSecond());
      assertThat(other.port().counters().flows().in()).isSameAs(port.counters().flows().out());
    }
  }

  @Test
  void every_role_and_every_kind_of_device_occurs() {
    List<GeneratedDevice> devices = generate(300, 1);

    assertThat(ports(devices).map(port -> port.wiring().role()).distinct())
        .containsExactlyInAnyOrder(PortRole.values());
    Set<DeviceRole> managed = EnumSet.complementOf(EnumSet.of(DeviceRole.PROVIDER));
    assertThat(devices.stream().map(device -> device.identity().role()).distinct())
        .containsExactlyInAnyOrderElementsOf(managed);
  }

  @Test
  void every_edge_router_has_two_carriers() {
    List<GeneratedDevice> edges =
        generate(500, 8).stream()
            .filter(device -> device.identity().role() == DeviceRole.EDGE)
            .toList();

    assertThat(edges).hasSizeGreaterThanOrEqualTo(2);
    for (GeneratedDevice edge : edges) {
      assertThat(
              edge.ports().stream()
                  .filter(port -> port.wiring().role() == PortRole.ISP_UPLINK)
                  .map(port -> port.wiring().provider())
                  .distinct())
          .hasSize(2);
    }
  }

  @Test
  void descriptions_are_as_uneven_as_those_of_people() {
    List<String> aliases =
        Stream.of(1, 2, 3, 4).flatMap(seed -> ports(generate(300, seed))).map(Port::alias).toList();

    assertThat(aliases)
        .anyMatch(String::isEmpty)
        .anyMatch(alias -> alias.startsWith("Core: "))
        .anyMatch(alias -> alias.startsWith("Transit: "))
        .anyMatch(alias -> alias.startsWith("facing_"))
        .anyMatch(alias -> alias.startsWith("to."))
        .anyMatch(alias -> alias.startsWith("TO-"))
        .anyMatch(alias -> alias.chars().anyMatch(character -> character > 0x370));
  }

  @Test
  void a_fixed_number_of_ports_is_the_same_on_every_device() {
    var settings = GeneratorSettings.mixed(500, 7).withPorts(48);
    for (GeneratedDevice device : NetworkGenerator.generate(settings)) {
      long physical =
          device.ports().stream()
              .filter(
                  port -> port.kind().physical() && port.kind().bitsPerSecond() >= 1_000_000_000L)
              .count();
      assertThat(physical).as(device.label()).isEqualTo(48);
      assertThat(device.identity().role().endpoint()).isFalse();
    }
  }

  @Test
  void no_link_is_ever_busier_than_its_speed() {
    long from = NOW - 7L * 86_400_000;
    ports(generate(40, 6))
        .forEach(
            port -> {
              for (int slot = 0; slot < 672; slot++) {
                long at = from + slot * 900_000L;
                assertThat(port.counters().flows().in().bitsPerSecond(at, at + 900_000))
                    .isLessThanOrEqualTo((double) port.wiring().bitsPerSecond());
              }
            });
  }

  @Test
  void settings_out_of_range_are_refused_with_the_option_to_change() {
    assertThatThrownBy(() -> GeneratorSettings.mixed(9, 1)).hasMessageContaining("--devices");
    assertThatThrownBy(() -> GeneratorSettings.mixed(5_001, 1)).hasMessageContaining("--devices");
    assertThatThrownBy(() -> GeneratorSettings.mixed(10, 1).withPorts(3))
        .hasMessageContaining("--ports");
    assertThatThrownBy(() -> new GeneratorSettings(10, 1, 0, 0x0a00_0000))
        .hasMessageContaining("--network");
  }
}
