package org.opennms.plugins.trunkline.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeyIndexTest {
  @Property(tries = 20)
  void it_knows_what_a_map_knows(@ForAll long seed, @ForAll @IntRange(max = 20_000) int count) {
    KeyIndex index = new KeyIndex();
    Map<KeyIndex.Key, Long> map = new HashMap<>();
    for (int i = 0; i < count; i++) {
      KeyIndex.Key key = KeyIndex.Key.of("agent" + i % 3, "key " + seed + " " + i % 9_000);
      index.put(key, i);
      map.putIfAbsent(key, (long) i);
    }
    assertThat(index.size()).isEqualTo(map.size());
    map.forEach((key, place) -> assertThat(index.get(key)).isEqualTo(place));
    assertThat(index.get(KeyIndex.Key.of("agent", "another"))).isEqualTo(KeyIndex.ABSENT);
  }

  @Test
  void keys_of_different_agents_are_different() {
    assertThat(KeyIndex.Key.of("a", "bc")).isNotEqualTo(KeyIndex.Key.of("ab", "c"));
    assertThat(KeyIndex.Key.of("a", "b")).isEqualTo(KeyIndex.Key.of("a", "b"));
  }

  @Test
  void keys_that_begin_in_the_same_slot_are_told_apart() {
    KeyIndex index = new KeyIndex();
    for (int i = 0; i < 3_000; i++) {
      index.put(new KeyIndex.Key(4_095, i), i);
    }
    for (int i = 0; i < 3_000; i++) {
      assertThat(index.get(new KeyIndex.Key(4_095, i))).isEqualTo(i);
    }
  }
}
