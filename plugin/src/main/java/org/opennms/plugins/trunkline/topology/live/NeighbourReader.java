package org.opennms.plugins.trunkline.topology.live;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;

/**
 * Reads who a device's neighbours are from the device itself. Thread-safe; never blocks the caller.
 * The stages never complete exceptionally; cancelling their futures stops further requests.
 */
public interface NeighbourReader {
  /**
   * Walks the neighbour tables.
   *
   * @param device must have an address
   * @param forwarding whether forwarding tables, spanning tree, ARP and ND are read as well
   * @param rows is given what was read, by one thread at a time, before the stage completes
   */
  CompletionStage<Reading> read(Known device, boolean forwarding, Rows rows);

  /**
   * Asks when the neighbours changed last, which costs one request.
   *
   * @return empty where the device does not say, or does not answer
   */
  CompletionStage<OptionalLong> lastChange(Known device);

  /** Takes what was read. */
  interface Rows {
    /**
     * An integer of any type.
     *
     * @param index the sub-identifiers behind the column, unsigned; 0 of a scalar
     */
    void number(NeighbourColumn column, int[] index, long value);

    /** An OCTET STRING or IpAddress. */
    void octets(NeighbourColumn column, int[] index, byte[] value);
  }

  /** What came of a walk. */
  sealed interface Reading {}

  /**
   * The device answered.
   *
   * @param covered what was read to its end
   * @param lastChange lldpStatsRemTablesLastChangeTime, sysUpTime in 1/100 s; empty where it is not
   *     told
   */
  record Read(Set<LinkSource> covered, OptionalLong lastChange) implements Reading {
    /** Copies the set and rejects missing parts. */
    public Read {
      covered = Set.copyOf(covered);
      Objects.requireNonNull(lastChange, "lastChange");
    }
  }

  /**
   * Nothing usable was read.
   *
   * @param detail for the operator: what was tried, what came back, what to do; no secrets
   */
  record Failed(String detail) implements Reading {}
}
