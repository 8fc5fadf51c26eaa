package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private int changes;
  private final LiveSettings settings = new LiveSettings(() -> now, () -> changes++);

  @Test
  void before_anything_is_delivered_the_defaults_are_in_force() {
    assertThat(settings.get()).isEqualTo(ConfigReader.read(Map.of()).value().orElseThrow());
    assertThat(settings.state().problems()).isEmpty();
    settings.updated(null);
    assertThat(changes).isZero();
  }

  @Test
  void a_good_edit_is_in_force_at_once_and_told_once() {
    now = now.plusSeconds(60);
    deliver(Map.of("discovery.interval", "2h", "service.pid", ConfigReader.PID));
    assertThat(settings.get().discovery().interval()).isEqualTo(Duration.ofHours(2));
    assertThat(settings.state().since()).isEqualTo(now);
    assertThat(changes).isEqualTo(1);
    now = now.plusSeconds(60);
    deliver(Map.of("discovery.interval", "120m"));
    assertThat(changes).as("the same in other words").isEqualTo(1);
    assertThat(settings.state().since()).isEqualTo(now.minusSeconds(60));
  }

  @Test
  void a_bad_edit_leaves_the_last_good_one_in_force_and_says_why() {
    deliver(Map.of("discovery.interval", "2h"));
    deliver(Map.of("discovery.interval", "soon", "snmp.retries", "5"));
    assertThat(settings.get().discovery().interval()).isEqualTo(Duration.ofHours(2));
    assertThat(settings.get().snmp().retries()).isEqualTo(3);
    assertThat(settings.state().problems())
        .singleElement()
        .satisfies(p -> assertThat(p.where()).isEqualTo("discovery.interval"));
    assertThat(changes).isEqualTo(1);
    deliver(Map.of("discovery.interval", "2h"));
    assertThat(settings.state().problems()).isEmpty();
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void a_deleted_file_brings_the_defaults_back() {
    deliver(Map.of("discovery.interval", "2h"));
    settings.updated(null);
    assertThat(settings.get().discovery().interval()).isEqualTo(Duration.ofHours(1));
    assertThat(changes).isEqualTo(2);
  }

  @Test
  void an_unknown_key_is_a_hint_on_what_is_in_force() {
    deliver(Map.of("discovery.intervall", "2h"));
    assertThat(settings.state().hints()).hasSize(1);
    assertThat(settings.state().problems()).isEmpty();
  }

  // ConfigAdmin hands over what was there before the collections.
  @SuppressWarnings("JdkObsolete")
  private void deliver(Map<String, String> properties) {
    settings.updated(new Hashtable<>(properties));
  }
}
