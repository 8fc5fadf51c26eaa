package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;

class HostStoreTest {
  private final MemoryKeyValueStore store = new MemoryKeyValueStore();
  private final HostStore inventory = new HostStore(store, "inventory");
  private final HostStore overrides = new HostStore(store, "overrides");

  @Test
  void each_part_has_a_context_of_its_own() {
    inventory.put("a", "{}");
    overrides.put("a", "[1]");
    inventory.put("b", "{}");
    overrides.delete("a");
    overrides.delete("never there");
    assertThat(inventory.all()).containsOnlyKeys("a", "b");
    assertThat(overrides.all()).isEmpty();
    assertThat(store.contexts).containsOnlyKeys("trunkline.inventory", "trunkline.overrides");
  }

  @Test
  void a_later_document_takes_the_place_of_an_earlier_one() {
    inventory.put("a", "{}");
    inventory.put("a", "{\"x\":1}");
    assertThat(inventory.all()).containsEntry("a", "{\"x\":1}").hasSize(1);
  }

  @Test
  void a_store_that_is_away_is_told_as_such() {
    store.away = true;
    for (Runnable call :
        List.<Runnable>of(
            inventory::all, () -> inventory.put("a", "{}"), () -> inventory.delete("a"))) {
      assertThatExceptionOfType(HostAbsentException.class)
          .isThrownBy(call::run)
          .withMessageStartingWith(
              "The host's key-value store failed: IllegalStateException: Hikari");
    }
  }

  @Test
  void the_host_refuses_what_is_no_json() {
    assertThatExceptionOfType(HostAbsentException.class)
        .isThrownBy(() -> inventory.put("a", "no json"))
        .withMessageContaining("invalid input syntax");
  }
}
