package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.inventory.FailureReason;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** Every failure has a reason, and words that tell an operator what to do. */
class IfMibReaderFailureTest extends RouterFixture {
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
    DeviceReading reading =
        Wait.forResult(reader("").read(device(Optional.empty()), Optional.empty()));

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
            .value()
            .orElseThrow();
    ProfileTargets targets =
        new ProfileTargets(
            () -> profiles,
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            InstantSource.system());
    IfMibReader reader = new IfMibReader(engine, targets, InstantSource.system(), Runnable::run);

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
    agent
        .withColumn(IF + "2", 20_000, row -> new OctetString("port " + row))
        .changing(IfMibReaderFailureTest::slowly);
    CompletableFuture<DeviceReading> reading =
        reader("")
            .read(device(Optional.of(agent.address().getAddress())), Optional.empty())
            .toCompletableFuture();
    await().until(() -> agent.requests().size() > 10);

    reading.cancel(false);

    assertThat(reading).isCancelled();
    int then = agent.requests().size();
    Wait.success(engine.get(Wait.v2c(agent.address()), Wait.oids("1.3.6.1.2.1.1.5.0")));
    assertThat(agent.requests()).hasSizeLessThan(then + 20);
  }

  /** So slowly that no reading of a large table is done before it can be cancelled. */
  private static PDU slowly(PDU answer) {
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    return answer;
  }
}
