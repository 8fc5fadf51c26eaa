package org.opennms.plugins.trunkline.sandbox.host.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  private final Faults faults = new Faults();

  @ParameterizedTest
  @CsvSource({"5s,5000", "200ms,200", "3,3000", "' 1S ',1000"})
  void a_delay_is_read_in_seconds_or_milliseconds(String text, int millis) {
    faults.on(Fault.KV_SLOW, text);

    assertThat(faults.amount(Fault.KV_SLOW)).hasValue(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "0", "five", "1h"})
  void a_malformed_delay_is_refused_and_named(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> faults.on(Fault.KV_SLOW, text))
        .withMessageContaining("kv-slow")
        .withMessageContaining("'" + text + "'");
    assertThat(faults.isOn(Fault.KV_SLOW)).isFalse();
  }

  @Test
  void a_missing_amount_is_refused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> faults.on(Fault.LISTENER_QUEUE, null))
        .withMessageContaining("a number such as 10");
  }

  @Test
  void faults_are_listed_and_switched_off_one_by_one_or_all() {
    faults.on(Fault.KV_FAIL, null);
    faults.on(Fault.LISTENER_QUEUE, "10");
    assertThat(faults).hasToString("[kv-fail, listener-queue=10]");

    faults.off(Fault.KV_FAIL);
    assertThat(faults).hasToString("[listener-queue=10]");
    faults.off();
    assertThat(faults).hasToString("[]");
  }

  @Test
  void every_label_leads_back_to_its_fault() {
    for (Fault fault : Fault.values()) {
      assertThat(Fault.byLabel(fault.label())).contains(fault);
    }
    assertThat(Fault.byLabel("KV_FAIL")).isEmpty();
  }

  @Test
  void a_listener_hangs_for_as_long_as_was_said_and_not_without_the_fault() {
    faults.on(Fault.LISTENER_HANG, "50ms");
    long start = System.nanoTime();
    faults.beforeListenerCall();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000L);
    faults.on(Fault.LISTENER_HANG, "1000s");
    faults.off();
    faults.beforeListenerCall();
  }
}
