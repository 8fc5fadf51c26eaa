package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Links that the host was told to be lost are known after a restart. */
class LostLinksTest {
  private static final Link ONE = link("Gi0/1");
  private static final Link TWO = link("Gi0/2");

  private final MemoryStore store = new MemoryStore();
  private final LostLinks lost = new LostLinks(store);

  private static Link link(String port) {
    Instant seen = Instant.parse("2026-03-02T07:00:00Z");
    return new Link(
        LinkKey.between("lab:1/" + port, "lab:2/" + port),
        end("lab:1", port),
        end("lab:2", port),
        LinkState.CONFIRMED,
        0.99,
        List.of(),
        EnumSet.of(LinkSource.LLDP),
        List.of(),
        seen,
        seen);
  }

  private static LinkEnd end(String key, String port) {
    NodeKey node = new NodeKey(key);
    return new LinkEnd(
        Optional.of(node),
        "host",
        Optional.of(new InterfaceKey(node, port)),
        7,
        port,
        Optional.empty(),
        "");
  }

  private List<LinkKey> known() {
    return new LostLinks(store).load().stream().map(Link::key).toList();
  }

  @Test
  void ends_and_times_come_back() {
    lost.write(List.of(ONE));

    assertThat(new LostLinks(store).load())
        .singleElement()
        .returns(ONE.key(), Link::key)
        .returns(ONE.a(), Link::a)
        .returns(ONE.b(), Link::b)
        .returns(ONE.lastSeen(), Link::lastSeen);
  }

  @Test
  void what_is_back_is_forgotten() {
    lost.write(List.of(ONE, TWO));
    lost.write(List.of(TWO));

    assertThat(known()).containsExactly(TWO.key());
  }

  @Test
  void a_store_that_is_away_delays_the_writing_and_loses_none() {
    store.away = true;
    lost.write(List.of(ONE));
    store.away = false;
    lost.write(List.of(ONE));

    assertThat(known()).containsExactly(ONE.key());
  }

  @Test
  void damaged_documents_are_forgotten_and_the_others_are_not() {
    lost.write(List.of(ONE));
    store.documents.put("a", "{");
    store.documents.put("b", "{\"key\": \"x\"}");
    store.documents.put("c", "[1]");
    store.documents.put("d", "null");

    assertThat(known()).containsExactly(ONE.key());
  }
}
