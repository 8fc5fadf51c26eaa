package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.inventory.DeviceFingerprint;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;

/** A router with two interfaces, and a reader that asks it. */
abstract class RouterFixture {
  static final String IF = "1.3.6.1.2.1.2.2.1.";
  static final String IFX = "1.3.6.1.2.1.31.1.1.1.";
  static final String ENTITY = "1.3.6.1.2.1.47.1.1.1.1.";

  SnmpEngine engine;
  FakeAgent agent;
  String version = "v2c";
  final AtomicLong now = new AtomicLong(1_700_000_000_000L);

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

  static FakeAgent router() {
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

  Device device(Optional<InetAddress> address) {
    return new Device(
        new NodeKey("7"), 7, "edge1", "Default", "", address, true, new TreeSet<>(), Map.of());
  }

  IfMibReader reader(String extra) {
    String credentials = version.equals("v3") ? "user: u" : "community: invented";
    ConfigReading<SnmpProfiles> parsed =
        SnmpProfiles.parse(
            "snmp.yaml",
            "profiles: [ { name: test, version: %s, %s, port: %d, timeout: 300ms, retries: 1%s } ]"
                .formatted(version, credentials, agent.address().getPort(), extra));
    assertThat(parsed.problems()).isEmpty();
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    SecretVault empty = alias -> Optional.empty();
    return new IfMibReader(
        engine,
        new ProfileTargets(parsed.value()::orElseThrow, () -> RequestOptions.DEFAULT, empty, clock),
        clock,
        Runnable::run);
  }

  DeviceReading read(Optional<DeviceFingerprint> known) {
    return Wait.forResult(
        reader("").read(device(Optional.of(agent.address().getAddress())), known));
  }

  DeviceReading.Complete complete() {
    DeviceReading reading = read(Optional.empty());
    assertThat(reading).isInstanceOf(DeviceReading.Complete.class);
    return (DeviceReading.Complete) reading;
  }

  DeviceReading.Failed failed() {
    DeviceReading reading = read(Optional.empty());
    assertThat(reading).isInstanceOf(DeviceReading.Failed.class);
    return (DeviceReading.Failed) reading;
  }
}
