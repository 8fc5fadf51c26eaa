package org.opennms.plugins.trunkline.topology.live;

import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.NeighbourTables;
import org.opennms.plugins.trunkline.topology.TableIndex;
import org.opennms.plugins.trunkline.topology.TableValue;

/** Puts what is read into tables. */
record TableRows(NeighbourTables tables) implements NeighbourReader.Rows {
  @Override
  public void number(NeighbourColumn column, int[] index, long value) {
    tables.put(column, TableIndex.of(index), TableValue.of(value));
  }

  @Override
  public void octets(NeighbourColumn column, int[] index, byte[] value) {
    tables.put(column, TableIndex.of(index), TableValue.of(value));
  }
}
