package org.opennms.plugins.trunkline.sandbox.network.mib;

import java.util.Iterator;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * The object instances of one agent in lexicographical order (RFC 3416, section 4.2.2).
 *
 * <p>Called by the agent's loop thread only. Every value of one answer is computed for the same
 * instant, so that counters and {@code sysUpTime} of one PDU agree.
 */
public interface MibView {

  /**
   * The value of one instance.
   *
   * @param instance the full OID
   * @param now milliseconds since the epoch
   * @return the value, or null where there is no such instance
   */
  Variable get(OID instance, long now);

  /**
   * The instances that follow an OID, in order.
   *
   * @param start any OID, itself excluded
   * @param now milliseconds since the epoch
   * @return a lazy iterator; it must be used up at once, while {@code now} is current
   */
  Iterator<VariableBinding> after(OID start, long now);
}
