package org.opennms.plugins.trunkline.operations;

import java.util.Map;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;

/**
 * The operators' decisions, kept in the host's key-value store. Calls block for as long as the
 * store does; thread-safe. A decision is in force when the call returns.
 */
public interface OverrideDesk {
  /**
   * Sets a decision, in place of an earlier one.
   *
   * @throws OperationException when the store does not take it; nothing is changed then
   */
  void set(InterfaceKey key, InterfaceOverride override);

  /**
   * Takes a decision back.
   *
   * @return whether there was one
   * @throws OperationException when the store does not take it; nothing is changed then
   */
  boolean clear(InterfaceKey key);

  /** All decisions, by key, also those whose interface is not known at present. */
  Map<InterfaceKey, InterfaceOverride> all();
}
