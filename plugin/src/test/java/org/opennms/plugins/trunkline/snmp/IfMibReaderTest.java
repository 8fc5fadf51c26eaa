package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.inventory.DeviceFingerprint;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;

class IfMibReaderTest extends RouterFixture {

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
    now.addAndGet(3_600_000);
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
    now.addAndGet(60_000);
    assertThat(read(Optional.of(before))).isInstanceOf(DeviceReading.Complete.class);
  }

  @Test
  void the_wrap_of_sys_up_time_after_497_days_is_no_restart() {
    long almost = (1L << 32) - 100;
    agent.with("1.3.6.1.2.1.1.3.0", new TimeTicks(almost));
    DeviceFingerprint before = complete().fingerprint();
    now.addAndGet(3_600_000);
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
    agent.with(IFX + "1.1", new OctetString("port")).with(IFX + "1.2", new OctetString("port"));

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
}
