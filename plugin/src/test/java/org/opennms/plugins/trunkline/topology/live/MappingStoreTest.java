package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.topology.ManualMapping;
import org.opennms.plugins.trunkline.topology.live.MappingStore.By;
import org.opennms.plugins.trunkline.topology.live.MappingStore.Decided;

/** What operators decided is kept, or they are told that it is not. */
class MappingStoreTest {
  private static final NodeKey ONE = new NodeKey("lab:1");
  private static final NodeKey TWO = new NodeKey("lab:2");
  private static final By BY = new By("admin", Instant.parse("2026-03-02T08:00:00Z"), "no LLDP");
  private static final Decided PORT = Decided.ofPort(new InterfaceKey(ONE, "Gi0/1"), TWO, "e1", BY);
  private static final Decided ORPHAN = Decided.ofOrphan("mac:00:1c:00:00:00:0b", TWO, BY);

  private final MemoryStore store = new MemoryStore();

  private MappingStore loaded() {
    MappingStore mappings = new MappingStore(store);
    mappings.load();
    return mappings;
  }

  @Test
  void both_kinds_come_back_after_a_restart() {
    MappingStore before = loaded();
    before.put(PORT);
    before.put(ORPHAN);

    MappingStore after = loaded();

    assertThat(after.all()).containsExactlyInAnyOrder(PORT, ORPHAN);
    assertThat(after.mappings())
        .containsExactlyInAnyOrder(
            new ManualMapping.OnPort(new InterfaceKey(ONE, "Gi0/1"), TWO, "e1"),
            new ManualMapping.Identity("mac:00:1c:00:00:00:0b", TWO));
  }

  @Test
  void a_port_has_one_mapping_and_the_last_word_counts() {
    MappingStore mappings = loaded();
    mappings.put(PORT);
    Decided other = Decided.ofPort(new InterfaceKey(ONE, "Gi0/1"), new NodeKey("lab:3"), "", BY);

    mappings.put(other);

    assertThat(mappings.all()).containsExactly(other);
    assertThat(loaded().all()).containsExactly(other);
  }

  @Test
  void what_is_taken_back_does_not_return() {
    MappingStore mappings = loaded();
    mappings.put(ORPHAN);

    assertThat(mappings.remove(ORPHAN.subject())).isTrue();
    assertThat(mappings.remove(ORPHAN.subject())).isFalse();
    assertThat(loaded().all()).isEmpty();
  }

  @Test
  void what_cannot_be_written_is_refused_and_not_in_force() {
    MappingStore mappings = loaded();
    mappings.put(PORT);
    store.away = true;

    assertThatThrownBy(() -> mappings.put(ORPHAN)).isInstanceOf(OperationException.class);
    assertThatThrownBy(() -> mappings.remove(PORT.subject()))
        .isInstanceOf(OperationException.class);
    assertThat(mappings.all()).containsExactly(PORT);
  }

  @Test
  void before_the_old_ones_are_read_no_new_one_is_taken() {
    MappingStore unread = new MappingStore(store);

    assertThatThrownBy(() -> unread.put(PORT)).isInstanceOf(OperationException.class);
    assertThat(store.documents).isEmpty();
  }

  @Test
  void damaged_documents_are_left_out_and_the_others_count() {
    loaded().put(PORT);
    store.documents.put("a", "{");
    store.documents.put("b", "null");
    store.documents.put("c", "[]");
    store.documents.put("d", "{\"orphan\": \"x\"}");
    store.documents.put("e", "");

    assertThat(loaded().all()).contains(PORT).hasSize(1);
  }
}
