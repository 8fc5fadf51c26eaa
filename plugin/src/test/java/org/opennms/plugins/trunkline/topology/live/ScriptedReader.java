package org.opennms.plugins.trunkline.topology.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Readings that a test answers. */
final class ScriptedReader implements NeighbourReader {
  final Map<NodeKey, CompletableFuture<Reading>> asked = new LinkedHashMap<>();
  final Map<NodeKey, Rows> rows = new LinkedHashMap<>();
  final List<NodeKey> order = new ArrayList<>();
  OptionalLong lastChange = OptionalLong.empty();

  @Override
  public CompletionStage<Reading> read(Known device, boolean forwarding, Rows into) {
    CompletableFuture<Reading> reading = new CompletableFuture<>();
    asked.put(device.device().key(), reading);
    rows.put(device.device().key(), into);
    order.add(device.device().key());
    return reading;
  }

  @Override
  public CompletionStage<OptionalLong> lastChange(Known device) {
    return CompletableFuture.completedFuture(lastChange);
  }
}
