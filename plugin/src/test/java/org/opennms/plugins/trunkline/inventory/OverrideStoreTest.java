package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.inventory.OverrideCodec.Stored;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OperationException;

class OverrideStoreTest {
  private static final InterfaceKey KEY = new InterfaceKey(new NodeKey("Req:r"), "ge-0/0/1");
  private static final InterfaceOverride TRUNK = Samples.override(InterfaceRole.TRUNK);
  private static final Duration RETENTION = Duration.ofDays(90);
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final MemoryStore memory = new MemoryStore();
  private final OverrideStore store = new OverrideStore(memory);
  private int changes;

  @Test
  void before_the_stored_decisions_are_read_none_is_taken() {
    memory.documents.put("x", "stored");
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> store.set(KEY, TRUNK))
        .withMessageContaining("have not been read yet")
        .satisfies(e -> assertThat(e.remedy()).contains("Wait"));
    assertThatExceptionOfType(OperationException.class).isThrownBy(() -> store.clear(KEY));
    assertThat(memory.writes).isZero();
    memory.away = true;
    assertThatExceptionOfType(HostAbsentException.class).isThrownBy(store::load);
    assertThat(store.isLoaded()).isFalse();
  }

  @Test
  void a_decision_is_in_force_and_stored_when_the_call_returns() {
    loaded();
    store.set(KEY, TRUNK);
    assertThat(store.get(KEY)).contains(TRUNK);
    assertThat(changes).isEqualTo(1);
    OverrideStore next = new OverrideStore(memory);
    next.load();
    assertThat(next.all()).containsOnlyKeys(KEY).containsValue(TRUNK);
  }

  @Test
  void a_decision_can_be_replaced_and_taken_back() {
    loaded();
    store.set(KEY, TRUNK);
    store.set(KEY, Samples.monitored(false));
    assertThat(store.get(KEY)).contains(Samples.monitored(false));
    assertThat(store.clear(KEY)).isTrue();
    assertThat(store.clear(KEY)).isFalse();
    assertThat(store.get(KEY)).isEmpty();
    assertThat(memory.documents).isEmpty();
    assertThat(changes).isEqualTo(3);
  }

  @Test
  void a_store_that_fails_changes_nothing() {
    loaded();
    store.set(KEY, TRUNK);
    memory.away = true;
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> store.set(KEY, Samples.monitored(true)))
        .withMessageContaining("the database is away")
        .satisfies(e -> assertThat(e.remedy()).contains("Nothing was changed"));
    assertThatExceptionOfType(OperationException.class).isThrownBy(() -> store.clear(KEY));
    assertThat(store.get(KEY)).contains(TRUNK);
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void a_decision_outlives_its_interface_by_the_retention() {
    loaded();
    store.set(KEY, TRUNK);
    assertThat(store.cleanUp(Set.of(), RETENTION, NOW)).isZero();
    assertThat(store.cleanUp(Set.of(), RETENTION, NOW.plus(RETENTION))).isZero();
    // It comes back, goes again, and the time begins anew, also across a restart.
    assertThat(store.cleanUp(Set.of(KEY), RETENTION, NOW.plus(RETENTION))).isZero();
    Instant gone = NOW.plus(Duration.ofDays(100));
    assertThat(store.cleanUp(Set.of(), RETENTION, gone)).isZero();
    OverrideStore next = new OverrideStore(memory);
    next.load();
    assertThat(next.cleanUp(Set.of(), RETENTION, gone.plus(RETENTION))).isZero();
    assertThat(next.cleanUp(Set.of(), RETENTION, gone.plus(RETENTION).plusMillis(1))).isEqualTo(1);
    assertThat(memory.documents).isEmpty();
  }

  @Test
  void damaged_documents_are_passed_over_and_left_where_they_are() {
    loaded();
    store.set(KEY, TRUNK);
    String sound = memory.documents.get(KEY.toString());
    memory.documents.put("a", sound);
    memory.documents.put("b", sound.substring(0, 20));
    memory.documents.put("c", "null");
    OverrideStore next = new OverrideStore(memory);
    next.load();
    assertThat(next.all()).containsOnlyKeys(KEY);
    assertThat(memory.documents).hasSize(4);
  }

  @Property
  void a_decision_survives_the_round_trip(@ForAll("stored") Stored stored) {
    assertThat(OverrideCodec.decode(OverrideCodec.encode(stored))).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[1]", "7", "{\"node\":\"r\"}"})
  void what_is_no_decision_is_none(String json) {
    assertThat(OverrideCodec.decode(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "\"node\":\"Req:r\", \"node\":\" \"",
    "\"name\":\"ge-0/0/1\", \"name\":null",
    "\"role\":\"trunk\", \"role\":\"a_role_of_a_later_version\"",
    "\"capacity\":null, \"capacity\":0",
    "\"capacity\":null, \"capacity\":\"fast\"",
    "\"by\":\"admin\", \"bye\":\"admin\"",
    "\"at\":0, \"at\":null",
    "\"why\":\"\", \"why\":null"
  })
  void half_a_decision_is_none(String sound, String damaged) {
    String json = OverrideCodec.encode(new Stored(KEY, TRUNK, Optional.empty()));
    assertThat(json).contains(sound);
    assertThat(OverrideCodec.decode(json.replace(sound, damaged))).isEmpty();
  }

  @Provide
  Arbitrary<Stored> stored() {
    Arbitrary<Instant> instants =
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    Arbitrary<InterfaceOverride> overrides =
        Combinators.combine(
                Arbitraries.of(InterfaceRole.class).optional(),
                Arbitraries.strings().optional(),
                Arbitraries.of(true, false).optional(),
                Arbitraries.of(true, false).optional(),
                Arbitraries.longs().greaterOrEqual(1).optional(),
                Arbitraries.strings(),
                instants)
            .as(
                (role, provider, critical, monitored, capacity, text, at) ->
                    new InterfaceOverride(
                        role,
                        provider,
                        critical,
                        monitored,
                        capacity.map(OptionalLong::of).orElse(OptionalLong.empty()),
                        text,
                        at,
                        text));
    return Combinators.combine(Arbitraries.strings(), overrides, instants.optional())
        .as(
            (name, override, since) ->
                new Stored(new InterfaceKey(KEY.node(), name), override, since));
  }

  private void loaded() {
    store.load();
    store.onChange(() -> changes++);
  }
}
