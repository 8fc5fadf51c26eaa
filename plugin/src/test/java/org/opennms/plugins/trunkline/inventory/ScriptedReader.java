package org.opennms.plugins.trunkline.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.opennms.plugins.trunkline.model.Device;

/**
 * Devices that answer when the test says so. A device is what its script says, else it answers with
 * one interface.
 */
final class ScriptedReader implements DeviceReader {
  record Ask(Device device, boolean thorough) {}

  final List<Ask> asks = new ArrayList<>();
  final Map<String, CompletableFuture<DeviceReading>> open = new LinkedHashMap<>();
  private final Map<String, BiFunction<Device, Optional<DeviceFingerprint>, DeviceReading>>
      scripts = new HashMap<>();
  int mostOpen;
  int cancelled;
  boolean atOnce = true;

  void script(String label, BiFunction<Device, Optional<DeviceFingerprint>, DeviceReading> script) {
    scripts.put(label, script);
  }

  @Override
  public CompletionStage<DeviceReading> read(Device device, Optional<DeviceFingerprint> known) {
    asks.add(new Ask(device, known.isEmpty()));
    DeviceReading answer =
        scripts.getOrDefault(device.label(), (d, k) -> Samples.one(d)).apply(device, known);
    if (atOnce) {
      return CompletableFuture.completedFuture(answer);
    }
    CompletableFuture<DeviceReading> future = new CompletableFuture<>();
    open.put(device.label(), future);
    answers.put(device.label(), answer);
    mostOpen = Math.max(mostOpen, open.size());
    var unused =
        future.whenComplete(
            (reading, fault) -> {
              open.remove(device.label());
              cancelled += future.isCancelled() ? 1 : 0;
            });
    return future;
  }

  private final Map<String, DeviceReading> answers = new HashMap<>();

  /** Lets the device answer. */
  void answer(String label) {
    open.get(label).complete(answers.get(label));
  }

  /** Lets all that were asked answer. */
  void answerAll() {
    List.copyOf(open.keySet()).forEach(this::answer);
  }
}
