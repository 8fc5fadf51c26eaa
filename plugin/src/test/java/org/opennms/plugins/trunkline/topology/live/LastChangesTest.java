package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.NodeKey;

class LastChangesTest {
  private final MemoryDevices devices = new MemoryDevices();
  private final Known device = devices.add(1);
  private final NodeKey node = device.device().key();
  private final ScriptedReader reader = new ScriptedReader();
  private final LastChanges changes = new LastChanges(reader);

  private void walked(long at) {
    changes.read(node, new NeighbourReader.Read(Set.of(), OptionalLong.of(at)));
  }

  @Test
  void a_device_whose_time_moved_is_walked() {
    walked(200);
    walked(200);
    reader.lastChange = OptionalLong.of(200);
    assertThat(changes.changed(devices.devices())).isEmpty();
    reader.lastChange = OptionalLong.of(300);
    assertThat(changes.changed(devices.devices())).containsExactly(node);
  }

  @Test
  void a_change_in_the_second_of_the_walk_is_not_missed() {
    walked(200);
    reader.lastChange = OptionalLong.of(200);
    assertThat(changes.changed(devices.devices())).containsExactly(node);
    walked(200);
    assertThat(changes.changed(devices.devices())).isEmpty();
  }

  @Test
  void a_restart_counts_from_zero_which_is_a_change() {
    walked(90_000);
    walked(90_000);
    reader.lastChange = OptionalLong.of(100);
    assertThat(changes.changed(devices.devices())).containsExactly(node);
  }

  @Test
  void a_device_that_does_not_say_is_left_to_the_daily_walk() {
    changes.read(node, new NeighbourReader.Read(Set.of(), OptionalLong.empty()));
    reader.lastChange = OptionalLong.empty();
    assertThat(changes.changed(devices.devices())).isEmpty();
  }

  @Test
  void what_could_not_be_walked_stays_to_be_walked() {
    changes.begin(node);
    changes.read(node, new NeighbourReader.Failed("no answer"));
    reader.lastChange = OptionalLong.of(1);
    assertThat(changes.changed(devices.devices())).containsExactly(node);
  }

  @Test
  void a_device_that_was_gone_is_new_again() {
    walked(200);
    changes.keepOnly(Set.of());
    assertThat(changes.known()).isEmpty();
  }
}
