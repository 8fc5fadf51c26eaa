package org.opennms.plugins.trunkline.telemetry;

import java.util.List;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/** What was measured last on interfaces; implemented over the part that measures. Thread-safe. */
public interface InterfaceMeters {
  /** Knows of none. */
  InterfaceMeters NONE = key -> List.of();

  /** The last values of an interface; empty where nothing was measured. From memory. */
  List<Metric> latest(InterfaceKey key);
}
