package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InventoryStoreTest {
  private final World world = new World();

  @Test
  void a_tick_writes_a_bounded_number_and_nothing_is_lost() {
    nodes(250);
    world.look();
    assertThat(world.part.unwritten()).isEqualTo(250);
    world.part.write();
    assertThat(world.devices.writes).isEqualTo(100);
    world.part.write();
    world.part.write();
    assertThat(world.devices.documents).hasSize(250);
    assertThat(world.part.unwritten()).isZero();
    world.part.write();
    assertThat(world.devices.writes).isEqualTo(250);
  }

  @Test
  void what_a_failing_store_did_not_take_is_written_later() {
    nodes(10);
    world.look();
    world.devices.fewWritesLeft = 4;
    world.part.write();
    assertThat(world.devices.documents).hasSize(4);
    assertThat(world.part.unwritten()).isEqualTo(6);
    world.devices.away = true;
    world.part.write();
    assertThat(world.part.unwritten()).isEqualTo(6);
    world.devices.away = false;
    world.devices.fewWritesLeft = Integer.MAX_VALUE;
    world.part.write();
    assertThat(world.devices.documents).hasSize(10);
  }

  @Test
  void an_unchanged_device_is_not_written_again() {
    nodes(1);
    world.look();
    world.part.write();
    world.reader.script(
        "n1",
        (d, k) -> new DeviceReading.Unchanged(Samples.fingerprint(200, world.clock.instant()), 1));
    world.look();
    assertThat(world.part.unwritten()).isZero();
  }

  @Test
  void an_orderly_stop_writes_all_that_is_pending() {
    nodes(250);
    world.look();
    world.part.close();
    assertThat(world.devices.documents).hasSize(250);
  }

  @Test
  void a_store_that_cannot_be_read_at_first_is_read_later() {
    nodes(2);
    world.look();
    world.part.close();
    world.devices.away = true;
    world.start();
    assertThat(world.part.load()).isFalse();
    world.decisions.away = true;
    assertThat(world.part.load()).isFalse();
    world.decisions.away = false;
    world.devices.away = false;
    assertThat(world.part.load()).isTrue();
    assertThat(world.part.load()).isTrue();
    assertThat(world.names()).containsExactly("Req:n1/eth0", "Req:n2/eth0");
  }

  @Test
  void what_was_read_since_the_start_wins_over_what_was_stored() {
    nodes(1);
    world.look();
    world.part.close();
    world.start();
    world.reader.script("n1", (d, k) -> Samples.complete(Samples.port(d, 1, "new")));
    world.look();
    world.part.load();
    assertThat(world.names()).containsExactly("Req:n1/new");
  }

  @Test
  void damaged_documents_are_passed_over_and_the_devices_are_found_anew() {
    nodes(4);
    world.look();
    world.part.close();
    world.devices.documents.compute("Req:n1", (k, json) -> json.substring(0, 30));
    world.devices.documents.put("Req:n2", "null");
    world.devices.documents.put("Req:n3", world.devices.documents.get("Req:n4"));
    world.start();
    assertThat(world.part.load()).isTrue();
    assertThat(world.names()).containsExactly("Req:n4/eth0");
    world.look();
    assertThat(world.names()).hasSize(4);
    world.part.write();
    world.start().load();
    assertThat(world.names()).hasSize(4);
  }

  @Test
  void a_device_without_interfaces_left_is_removed_from_the_store() {
    nodes(2);
    world.look();
    world.part.write();
    world.host.nodes.remove(1);
    world.look();
    world.clock.pass(Duration.ofDays(8));
    world.part.cleanUp();
    world.part.write();
    assertThat(world.devices.documents).containsOnlyKeys("Req:n2");
  }

  private void nodes(int count) {
    for (int i = 1; i <= count; i++) {
      world.host.add(Samples.device(i, "n" + i));
    }
  }
}
