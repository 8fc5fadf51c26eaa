package org.opennms.plugins.trunkline.model;

import java.net.InetAddress;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A node of the host, as far as Trunkline needs it.
 *
 * @param key lasting identity
 * @param nodeId the host's id now; changes when the node is imported anew
 * @param label what operators call it
 * @param location the monitoring location; never empty
 * @param foreignSource empty for a discovered node
 * @param address where its SNMP agent answers; empty when the host knows no such address
 * @param hasSnmpService whether the host monitors a service named SNMP on one of its addresses
 * @param categories the host's surveillance categories, sorted
 * @param metadata {@code context:key} to value
 */
public record Device(
    NodeKey key,
    int nodeId,
    String label,
    String location,
    String foreignSource,
    Optional<InetAddress> address,
    boolean hasSnmpService,
    SortedSet<String> categories,
    Map<String, String> metadata) {
  /** Copies the collections and rejects missing parts. */
  public Device {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(foreignSource, "foreignSource");
    Objects.requireNonNull(address, "address");
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    metadata = Map.copyOf(metadata);
  }

  /**
   * Whether an operator who writes this means this node: its label, its numeric id or its {@code
   * FS:FID}. A label that is also another node's id is for the caller to settle: labels win.
   */
  public boolean isCalled(String name) {
    return label.equals(name) || Integer.toString(nodeId).equals(name) || key.text().equals(name);
  }
}
