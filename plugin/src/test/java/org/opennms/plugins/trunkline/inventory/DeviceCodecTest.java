package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.SwitchPort;

class DeviceCodecTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final DeviceCodec codec = new DeviceCodec(Samples.BY_ALIAS);

  @Property(tries = 200)
  void a_state_survives_the_round_trip(@ForAll("states") DeviceState state) {
    assertThat(codec.decode(codec.encode(state))).contains(state);
  }

  @Property(tries = 200)
  void a_truncated_document_is_none(
      @ForAll("states") DeviceState state, @ForAll @IntRange(max = 99) int percent) {
    String json = codec.encode(state);
    assertThat(codec.decode(json.substring(0, json.length() * percent / 100))).isEmpty();
  }

  @Property
  void garbage_is_none(@ForAll String garbage) {
    assertThat(codec.decode(garbage)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "1",
        "\"x\"",
        "{\"version\":1}",
        "{\"version\":2}",
        "{\"version\":3}"
      })
  void what_is_no_device_is_none(String json) {
    assertThat(codec.decode(json)).isEmpty();
  }

  static Stream<String> fields() {
    return Stream.of(
        "version",
        "node",
        "nodeId",
        "label",
        "location",
        "foreignSource",
        "address",
        "snmp",
        "categories",
        "metadata",
        "facts",
        "fingerprint",
        "fullyReadAt",
        "interfaces");
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_document_that_lacks_something_is_none(String field) throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(codec.encode(sample()));
    assertThat(codec.decode(document.toString())).isPresent();
    assertThat(codec.decode(document.deepCopy().putNull(field).toString())).isEmpty();
    document.remove(field);
    assertThat(codec.decode(document.toString())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"router.example.net", "192.0.2.999", "192.0.2.1/x", "%"})
  void a_name_in_place_of_an_address_is_damage_and_not_looked_up(String address)
      throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(codec.encode(sample()));
    assertThat(codec.decode(document.put("address", address).toString())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"categories\":[null]",
        "\"metadata\":{\"a:b\":null}",
        "\"interfaces\":[null]",
        "\"addresses\":[null]"
      })
  void a_hole_in_a_list_is_damage(String hole) {
    String field = hole.substring(0, hole.indexOf(':'));
    String json = codec.encode(sample());
    String damaged = json.replaceFirst(field + ":(\\[]|\\{}|\\[\\{.*}])", hole);
    assertThat(damaged).isNotEqualTo(json);
    assertThat(codec.decode(damaged)).isEmpty();
  }

  @Test
  void a_field_of_a_later_version_is_passed_over() throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(codec.encode(sample()));
    assertThat(codec.decode(document.put("later", 1).toString())).contains(sample());
  }

  @Test
  void a_document_from_before_link_facts_were_read_still_loads() throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(codec.encode(sample()));
    document.put("version", 1);
    document.path("interfaces").forEach(row -> ((ObjectNode) row).remove("link"));
    assertThat(codec.decode(document.toString())).contains(sample());
  }

  @Test
  void a_document_of_now_that_lacks_link_facts_is_damaged() throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(codec.encode(sample()));
    document.path("interfaces").forEach(row -> ((ObjectNode) row).remove("link"));
    assertThat(codec.decode(document.toString())).isEmpty();
  }

  @Test
  void a_zone_is_left_out_because_it_may_not_exist_after_the_next_start()
      throws UnknownHostException {
    byte[] octets = IpLiteral.parse("fe80::1").orElseThrow().getAddress();
    InetAddress zoned = Inet6Address.getByAddress(null, octets, 7);
    Device device = Samples.silentOne(1, "r", Optional.of(zoned), true);
    DeviceState state = state(device, List.of());
    assertThat(codec.encode(state)).doesNotContain("%");
    assertThat(codec.decode(codec.encode(state))).contains(state);
  }

  @Test
  void a_fault_of_the_classifier_is_not_taken_for_damage() {
    Device device = Samples.device(1, "r");
    Sighting sighting = sighting(Samples.port(device, 1, "a", "trunk"), 0, 0, false);
    String json = codec.encode(state(device, List.of(sighting))).replace("\"trunk\"", "\"fault\"");
    assertThatIllegalStateException().isThrownBy(() -> codec.decode(json));
  }

  @Provide
  Arbitrary<DeviceState> states() {
    Arbitrary<Device> devices =
        Combinators.combine(
                Arbitraries.strings().ofMinLength(1).filter(t -> !t.isBlank()),
                Arbitraries.integers(),
                Arbitraries.strings(),
                addresses().optional(),
                Arbitraries.strings().set().ofMaxSize(3),
                Arbitraries.maps(Arbitraries.strings(), Arbitraries.strings()).ofMaxSize(3),
                Arbitraries.of(true, false))
            .as(
                (key, id, label, address, categories, metadata, snmp) ->
                    new Device(
                        new NodeKey(key),
                        id,
                        label,
                        "Default",
                        label,
                        address,
                        snmp,
                        new TreeSet<>(categories),
                        metadata));
    Arbitrary<DeviceFacts> facts =
        Combinators.combine(Arbitraries.strings(), Arbitraries.of(DeviceType.class))
            .as((t, type) -> new DeviceFacts(t, t, "1.3.6", t, "", type, t, "", t, ""));
    return devices.flatMap(
        device ->
            Combinators.combine(facts, sightings(device).list().ofMaxSize(4), instants())
                .as((f, s, at) -> new DeviceState(device, f, print(at), at, s)));
  }

  private static Arbitrary<Sighting> sightings(Device device) {
    Arbitrary<NetworkInterface> interfaces =
        Combinators.combine(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.integers(),
                Arbitraries.longs(),
                Arbitraries.of(AdminStatus.class),
                Arbitraries.of(OperStatus.class),
                Combinators.combine(addresses(), Arbitraries.integers().between(-1, 32))
                    .as(InterfaceAddress::new)
                    .list()
                    .ofMaxSize(2),
                links())
            .as(
                (text, number, speed, admin, oper, addresses, link) ->
                    new NetworkInterface(
                        new InterfaceKey(device.key(), text),
                        number,
                        text,
                        text,
                        text,
                        number,
                        speed,
                        admin,
                        oper,
                        text,
                        addresses,
                        link));
    return Combinators.combine(interfaces, instants(), instants(), Arbitraries.of(true, false))
        .as((n, first, last, stale) -> new Sighting(n, Samples.judged(n), first, last, stale))
        .filter(s -> !s.networkInterface().ifAlias().equals("fault"));
  }

  private static Arbitrary<LinkFacts> links() {
    Arbitrary<Integer> numbers = Arbitraries.integers();
    Arbitrary<SwitchPort> ports =
        Combinators.combine(Arbitraries.of(SwitchPort.Mode.class), numbers, Arbitraries.strings())
            .as((mode, n, name) -> new SwitchPort(mode, n, name, n, n, n, n));
    Arbitrary<Layers> layers =
        Combinators.combine(numbers, numbers.list().ofMaxSize(3)).as(Layers::new);
    return Combinators.combine(layers, ports, Arbitraries.of(BgpPeer.class))
        .as(LinkFacts::new)
        .edgeCases(edges -> edges.add(LinkFacts.NONE));
  }

  private static Arbitrary<InetAddress> addresses() {
    return Arbitraries.oneOf(
            Arbitraries.bytes().array(byte[].class).ofSize(4),
            Arbitraries.bytes().array(byte[].class).ofSize(16))
        .map(DeviceCodecTest::address);
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
  }

  private static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static DeviceFingerprint print(Instant at) {
    return Samples.fingerprint(at.toEpochMilli(), at);
  }

  private static DeviceState sample() {
    Device device = Samples.device(1, "r");
    return state(device, List.of(sighting(Samples.port(device, 1, "a"), 5, 6, true)));
  }

  private static DeviceState state(Device device, List<Sighting> sightings) {
    return new DeviceState(
        device, DeviceFacts.UNKNOWN, print(Instant.EPOCH), Instant.EPOCH, sightings);
  }

  private static Sighting sighting(NetworkInterface n, long first, long last, boolean stale) {
    return new Sighting(
        n, Samples.judged(n), Instant.ofEpochMilli(first), Instant.ofEpochMilli(last), stale);
  }
}
