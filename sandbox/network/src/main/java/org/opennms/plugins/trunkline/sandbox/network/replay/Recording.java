package org.opennms.plugins.trunkline.sandbox.network.replay;

import java.util.List;
import java.util.NavigableMap;
import org.opennms.plugins.trunkline.sandbox.network.mib.MibView;
import org.opennms.plugins.trunkline.sandbox.network.mib.StoredView;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * What one agent answered once.
 *
 * @param label the file's name without its ending, made unique by its directory
 * @param values the object instances in order
 * @param rejected one message for each line that could not be read: file, line number, reason
 */
public record Recording(String label, NavigableMap<OID, Variable> values, List<String> rejected) {

  /** The agent's view of the values. */
  public MibView view() {
    return new StoredView(values);
  }
}
