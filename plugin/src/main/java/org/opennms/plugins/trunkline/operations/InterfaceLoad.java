package org.opennms.plugins.trunkline.operations;

import java.util.OptionalDouble;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/** How busy interfaces are. Answers from memory; thread-safe. */
@FunctionalInterface
public interface InterfaceLoad {
  /** Where nothing is measured. */
  InterfaceLoad UNKNOWN = key -> OptionalDouble.empty();

  /** The busier direction's share of the capacity, in percent; empty where it is not known. */
  OptionalDouble utilization(InterfaceKey key);
}
