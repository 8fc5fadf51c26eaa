package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.inventory.DeviceFingerprint;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.inventory.FailureReason;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.snmp4j.PDU;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;

class IfMibReaderTest {
  private static final String IF = "1.3.6.1.2.1.2.2.1.";
  private static final String IFX = "1.3.6.1.2.1.31.1.1.1.";
  private static final String ENTITY = "1.3.6.1.2.1.47.1.1.1.1.";

  private SnmpEngine engine;
  private FakeAgent agent;
  private String version = "v2c";
  private volatile long now = 1_700_000_000_000L;

  @BeforeEach
  void start() throws IOException {
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    agent = router();
  }

  @AfterEach
  void stop() {
    agent.close();
    engine.close();
  }

  private static FakeAgent router() {
    return FakeAgent.start()
        .with("1.3.6.1.2.1.1.1.0", new OctetString("Juniper Networks, Inc. mx204 internet router"))
        .with("1.3.6.1.2.1.1.2.0", new OID("1.3.6.1.4.1.2636.1.1.1.2.150"))
        .with("1.3.6.1.2.1.1.3.0", new TimeTicks(500_000))
        .with("1.3.6.1.2.1.1.4.0", new OctetString("noc@example.net"))
        .with("1.3.6.1.2.1.1.5.0", new OctetString("edge1"))
        .with("1.3.6.1.2.1.1.6.0", new OctetString("cellar"))
        .with("1.3.6.1.2.1.2.1.0", new Integer32(2))
        .with("1.3.6.1.2.1.31.1.5.0", new TimeTicks(1_000))
        .with(IF + "2.1", new OctetString("ge-0/0/0"))
        .with(IF + "2.2", new OctetString("xe-0/1/0"))
        .with(IF + "3.1", new Integer32(6))
        .with(IF + "3.2", new Integer32(6))
        .with(IF + "5.1", new Gauge32(1_000_000_000))
        .with(IF + "5.2", new Gauge32(4_294_967_295L))
        .with(IF + "6.1", OctetString.fromHexString("00:1b:2c:3d:4e:5f"))
        .with(IF + "7.1", new Integer32(1))
        .with(IF + "7.2", new Integer32(2))
        .with(IF + "8.1", new Integer32(1))
        .with(IF + "8.2", new Integer32(2))
        .with(IFX + "1.1", new OctetString("ge-0/0/0"))
        .with(IFX + "1.2", new OctetString("xe-0/1/0"))
        .with(IFX + "15.1", new Gauge32(1_000))
        .with(IFX + "15.2", new Gauge32(10_000))
        .with(IFX + "18.1", new OctetString("ISP: Example Net"))
        .with(IFX + "18.2", new OctetString(""));
  }

  private Device device(Optional<InetAddress> address) {
    return new Device(
        new NodeKey("7"), 7, "edge1", "Default", "", address, true, new TreeSet<>(), Map.of());
  }

  private IfMibReader reader(String extra) {
    String credentials = version.equals("v3") ? "user: u" : "community: invented";
    SnmpProfiles.Parsed parsed =
        SnmpProfiles.parse(
            "snmp.yaml",
            "profiles: [ { name: test, version: %s, %s, port: %d, timeout: 300ms, retries: 1%s } ]"
                .formatted(version, credentials, agent.address().getPort(), extra));
    assertThat(parsed.problems()).isEmpty();
    InstantSource clock = () -> java.time.Instant.ofEpochMilli(now);
    SecretVault empty = alias -> Optional.empty();
    return new IfMibReader(
        engine,
        new ProfileTargets(parsed::profiles, () -> RequestOptions.DEFAULT, empty, clock),
        clock,
        Runnable::run);
  }

  private DeviceReading read(Optional<DeviceFingerprint> known) {
    return Wait.forResult(
        reader("").read(device(Optional.of(agent.address().getAddress())), known));
  }

  private DeviceReading.Complete complete() {
    DeviceReading reading = read(Optional.empty());
    assertThat(reading).isInstanceOf(DeviceReading.Complete.class);
    return (DeviceReading.Complete) reading;
  }

  private DeviceReading.Failed failed() {
    DeviceReading reading = read(Optional.empty());
    assertThat(reading).isInstanceOf(DeviceReading.Failed.class);
    return (DeviceReading.Failed) reading;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2c"})
  void everything_is_read_in_v1_and_v2c(String asked) {
    version = asked;

    DeviceReading.Complete reading = complete();

    NetworkInterface uplink = reading.interfaces().get(0);
    assertThat(uplink.key()).hasToString("7/ge-0/0/0");
    assertThat(uplink.ifAlias()).isEqualTo("ISP: Example Net");
    assertThat(uplink.speed()).isEqualTo(1_000_000_000L);
    assertThat(uplink.physAddress()).isEqualTo("00:1b:2c:3d:4e:5f");
    assertThat(uplink.adminStatus()).isEqualTo(AdminStatus.UP);
    NetworkInterface second = reading.interfaces().get(1);
    assertThat(second.speed()).isEqualTo(10_000_000_000L);
    assertThat(second.operStatus()).isEqualTo(OperStatus.DOWN);
    assertThat(reading.facts().manufacturer()).isEqualTo("Juniper");
    assertThat(reading.facts().model()).isEqualTo("mx204");
    assertThat(reading.facts().type()).isEqualTo(DeviceType.ROUTER);
    assertThat(reading.facts().sysContact()).isEqualTo("noc@example.net");
    assertThat(reading.fingerprint().ifTableLastChangeCentis()).isEqualTo(1_000);
    assertThat(reading.varbinds()).isPositive();
    assertThat(reading.remarks()).isEmpty();
  }

  @Test
  void a_device_that_says_nothing_changed_costs_one_request() {
    DeviceFingerprint before = complete().fingerprint();
    int asked = agent.requests().size();
    now += 3_600_000;
    agent.with("1.3.6.1.2.1.1.3.0", new TimeTicks(500_000 + 360_000));

    DeviceReading again = read(Optional.of(before));

    assertThat(again).isInstanceOf(DeviceReading.Unchanged.class);
    assertThat(again.varbinds()).isEqualTo(8);
    assertThat(agent.requests()).hasSize(asked + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.1.5.0", "1.3.6.1.2.1.1.6.0"})
  void a_changed_text_of_the_system_group_causes_a_full_reading(String object) {
    DeviceFingerprint before = complete().fingerprint();
    agent.with(object, new OctetString("changed"));

    assertThat(read(Optional.of(before))).isInstanceOf(DeviceReading.Complete.class);
  }

  @Test
  void a_changed_table_or_a_restart_causes_a_full_reading() {
    DeviceFingerprint before = complete().fingerprint();
    agent.with("1.3.6.1.2.1.31.1.5.0", new TimeTicks(2_000));
    assertThat(read(Optional.of(before))).isInstanceOf(DeviceReading.Complete.class);

    agent.with("1.3.6.1.2.1.31.1.5.0", new TimeTicks(1_000));
    agent.with("1.3.6.1.2.1.1.3.0", new TimeTicks(100));
    now += 60_000;
    assertThat(read(Optional.of(before))).isInstanceOf(DeviceReading.Complete.class);
  }

  @Test
  void the_wrap_of_sys_up_time_after_497_days_is_no_restart() {
    long almost = (1L << 32) - 100;
    agent.with("1.3.6.1.2.1.1.3.0", new TimeTicks(almost));
    DeviceFingerprint before = complete().fingerprint();
    now += 3_600_000;
    agent.with("1.3.6.1.2.1.1.3.0", new TimeTicks(360_000 - 100));

    assertThat(read(Optional.of(before))).isInstanceOf(DeviceReading.Unchanged.class);
  }

  @Test
  void a_device_without_ifXTable_is_read_by_its_ifDescr() {
    agent.close();
    agent =
        FakeAgent.start()
            .withColumn(IF + "2", 3, row -> new OctetString("eth" + row))
            .withColumn(IF + "3", 3, row -> new Integer32(6))
            .withColumn(IF + "5", 3, row -> new Gauge32(100_000_000));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces())
        .extracting(i -> i.key().name())
        .containsExactly("eth1", "eth2", "eth3");
    assertThat(reading.interfaces().get(0).speed()).isEqualTo(100_000_000);
    assertThat(reading.remarks()).anyMatch(r -> r.contains("no ifXTable"));
    assertThat(reading.fingerprint().ifTableLastChangeCentis()).isEqualTo(-1);
  }

  @Test
  void an_empty_table_is_an_answer_and_is_remarked() {
    agent.close();
    agent = FakeAgent.start().with("1.3.6.1.2.1.1.5.0", new OctetString("edge1"));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces()).isEmpty();
    assertThat(reading.remarks()).anyMatch(r -> r.contains("no interfaces"));
  }

  @Test
  void a_column_that_misses_a_row_leaves_the_others_in_their_rows() {
    agent
        .with(IF + "2.9", new OctetString("ae0"))
        .with(IF + "8.9", new Integer32(7))
        .with(IFX + "18.9", new OctetString("bundle"));

    NetworkInterface ninth = complete().interfaces().get(2);

    assertThat(ninth.ifIndex()).isEqualTo(9);
    assertThat(ninth.ifAlias()).isEqualTo("bundle");
    assertThat(ninth.operStatus()).isEqualTo(OperStatus.LOWER_LAYER_DOWN);
    assertThat(ninth.ifType()).isZero();
    assertThat(ninth.adminStatus()).isEqualTo(AdminStatus.UNKNOWN);
  }

  @Test
  void aliases_of_any_octets_are_bearable() {
    agent
        .with(IFX + "18.1", new OctetString("Zürich".getBytes(StandardCharsets.ISO_8859_1)))
        .with(IFX + "18.2", new OctetString("x".repeat(255)));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces().get(0).ifAlias()).isEqualTo("Zürich");
    assertThat(reading.interfaces().get(1).ifAlias()).hasSize(255);
  }

  @Test
  void duplicate_names_get_unique_keys_and_a_remark() {
    agent
        .with(IFX + "1.1", new OctetString("port"))
        .with(IFX + "1.2", new OctetString("port"));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces())
        .extracting(i -> i.key().name())
        .containsExactly("port [ge-0/0/0]", "port [xe-0/1/0]");
    assertThat(reading.remarks()).anyMatch(r -> r.contains("share a name"));
  }

  @Test
  void renumbered_interfaces_keep_their_keys() {
    DeviceReading.Complete before = complete();
    FakeAgent renumbered = FakeAgent.start();
    for (String column : new String[] {IF + "2", IFX + "1"}) {
      renumbered
          .with(column + ".501", new OctetString("ge-0/0/0"))
          .with(column + ".502", new OctetString("xe-0/1/0"));
    }
    agent.close();
    agent = renumbered;

    assertThat(complete().interfaces())
        .extracting(NetworkInterface::key)
        .containsExactlyElementsOf(
            before.interfaces().stream().map(NetworkInterface::key).toList());
  }

  @Test
  void addresses_of_both_tables_come_once_with_their_prefix() {
    String old = "1.3.6.1.2.1.4.20.1.";
    String fresh = "1.3.6.1.2.1.4.34.1.";
    agent
        .with(old + "2.192.0.2.1", new Integer32(1))
        .with(old + "3.192.0.2.1", new IpAddress("255.255.255.252"))
        .with(fresh + "3.1.4.192.0.2.1", new Integer32(1))
        .with(fresh + "3.1.4.192.0.2.3", new Integer32(1))
        .with(fresh + "4.1.4.192.0.2.3", new Integer32(3))
        .with(fresh + "3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1", new Integer32(1))
        .with(
            fresh + "5.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1",
            new OID("1.3.6.1.2.1.4.32.1.5.1.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.0.64"))
        .with(fresh + "3.1.198.51.100.7", new Integer32(2));

    DeviceReading.Complete reading = complete();

    assertThat(reading.interfaces().get(0).addresses())
        .extracting(InterfaceAddress::toString)
        .containsExactly("192.0.2.1/30", "2001:db8:0:0:0:0:0:1/64");
    assertThat(reading.interfaces().get(1).addresses())
        .extracting(InterfaceAddress::toString)
        .containsExactly("198.51.100.7");
  }

  @Test
  void the_chassis_row_of_entity_mib_names_the_model() {
    agent
        .with(ENTITY + "5.1", new Integer32(3))
        .with(ENTITY + "10.1", new OctetString("21.4R3"))
        .with(ENTITY + "11.1", new OctetString("AB1234"))
        .with(ENTITY + "12.1", new OctetString("Juniper Networks"))
        .with(ENTITY + "13.1", new OctetString("MX204"));

    assertThat(complete().facts())
        .satisfies(
            f -> {
              assertThat(f.manufacturer()).isEqualTo("Juniper Networks");
              assertThat(f.model()).isEqualTo("MX204");
              assertThat(f.firmware()).isEqualTo("21.4R3");
              assertThat(f.serial()).isEqualTo("AB1234");
            });
  }

  @Test
  void a_chassis_that_is_not_the_first_row_is_searched_for() {
    agent
        .with(ENTITY + "5.1", new Integer32(11))
        .with(ENTITY + "5.2", new Integer32(9))
        .with(ENTITY + "5.1001", new Integer32(3))
        .with(ENTITY + "13.1", new OctetString("stack"))
        .with(ENTITY + "13.1001", new OctetString("member"));

    assertThat(complete().facts().model()).isEqualTo("member");
  }

  @Test
  void a_silent_device_says_what_was_tried_and_what_to_do() {
    agent.silent();

    DeviceReading.Failed failure = failed();

    assertThat(failure.reason()).isEqualTo(FailureReason.NO_ANSWER);
    assertThat(failure.detail())
        .contains("127.0.0.1:" + agent.address().getPort(), "v2c", "profile test", "2 attempts")
        .contains("access list")
        .doesNotContain("invented");
  }

  @Test
  void garbage_is_no_silence() {
    agent.behaving((self, request) -> java.util.List.of(new byte[] {0x30, 0x05, 1, 2, 3}));

    assertThat(failed().reason()).isEqualTo(FailureReason.GARBAGE);
  }

  @Test
  void a_looping_interface_table_fails_rather_than_losing_interfaces() {
    agent
        .with("1.3.6.1.2.1.2.1.0", new Integer32(40))
        .withColumn(IF + "2", 40, row -> new OctetString("port " + row))
        .changing(
            pdu -> {
              for (int i = 0; i < pdu.size(); i++) {
                if (pdu.get(i).getOid().startsWith(new OID(IF + "2"))
                    && pdu.get(i).getOid().last() > 5) {
                  pdu.get(i).setOid(new OID(IF + "2.1"));
                }
              }
              return pdu;
            });

    DeviceReading.Failed failure = failed();

    assertThat(failure.reason()).isEqualTo(FailureReason.GARBAGE);
    assertThat(failure.detail()).contains("do not increase");
  }

  @Test
  void an_agent_that_refuses_everything_is_an_agent_error() {
    agent.changing(
        pdu -> {
          pdu.setErrorStatus(PDU.genErr);
          pdu.setErrorIndex(0);
          return pdu;
        });

    assertThat(failed().reason()).isEqualTo(FailureReason.AGENT_ERROR);
  }

  @Test
  void a_device_without_an_address_is_not_asked() {
    DeviceReading reading = Wait.forResult(reader("").read(device(Optional.empty()), Optional.empty()));

    assertThat(((DeviceReading.Failed) reading).reason()).isEqualTo(FailureReason.NO_ADDRESS);
  }

  @Test
  void a_device_that_no_profile_matches_is_not_asked() {
    DeviceReading reading =
        Wait.forResult(
            reader(", match: { locations: [Elsewhere] }")
                .read(device(Optional.of(agent.address().getAddress())), Optional.empty()));

    assertThat(((DeviceReading.Failed) reading).reason()).isEqualTo(FailureReason.NO_PROFILE);
    assertThat(((DeviceReading.Failed) reading).detail())
        .contains("127.0.0.1", "location Default", "foreign source none");
    assertThat(agent.requests()).isEmpty();
  }

  @Test
  void a_secret_that_the_vault_lacks_is_named_by_its_alias() {
    SnmpProfiles profiles =
        SnmpProfiles.parse(
                "snmp.yaml",
                "profiles: [ { name: test, version: v2c, community: '${scv:gone:password}' } ]")
            .profiles();
    ProfileTargets targets =
        new ProfileTargets(
            () -> profiles,
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            InstantSource.system());
    IfMibReader reader =
        new IfMibReader(engine, targets, InstantSource.system(), Runnable::run);

    DeviceReading reading =
        Wait.forResult(
            reader.read(device(Optional.of(agent.address().getAddress())), Optional.empty()));

    assertThat(((DeviceReading.Failed) reading).reason()).isEqualTo(FailureReason.NO_SECRET);
    assertThat(((DeviceReading.Failed) reading).detail()).contains("${scv:gone:password}");
  }

  @Test
  void a_fault_of_the_vault_is_an_internal_failure_and_no_exception() {
    ProfileTargets targets =
        new ProfileTargets(
            () -> {
              throw new IllegalStateException("on purpose");
            },
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            InstantSource.system());

    DeviceReading reading =
        Wait.forResult(
            new IfMibReader(engine, targets, InstantSource.system(), Runnable::run)
                .read(device(Optional.of(agent.address().getAddress())), Optional.empty()));

    assertThat(((DeviceReading.Failed) reading).reason()).isEqualTo(FailureReason.INTERNAL);
  }

  @Test
  void a_cancelled_reading_asks_no_more() {
    agent.withColumn(IF + "2", 20_000, row -> new OctetString("port " + row));
    CompletableFuture<DeviceReading> reading =
        reader("")
            .read(device(Optional.of(agent.address().getAddress())), Optional.empty())
            .toCompletableFuture();
    await().until(() -> agent.requests().size() > 10);

    reading.cancel(false);

    assertThat(reading).isCancelled();
    int then = agent.requests().size();
    Wait.success(
        engine.get(Wait.v2c(agent.address()), Wait.oids("1.3.6.1.2.1.1.5.0")));
    assertThat(agent.requests()).hasSizeLessThan(then + 20);
  }
}
