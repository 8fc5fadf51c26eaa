package org.opennms.plugins.trunkline.sandbox.network.mib;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Object instances that were recorded: they never change. */
public final class StoredView implements MibView {
  private final NavigableMap<OID, Variable> values;

  /** Copies the instances. */
  public StoredView(NavigableMap<OID, Variable> values) {
    this.values = new TreeMap<>(values);
  }

  @Override
  public Variable get(OID instance, long now) {
    return values.get(instance);
  }

  @Override
  public Iterator<VariableBinding> after(OID start, long now) {
    return values.tailMap(start, false).entrySet().stream()
        .map(entry -> new VariableBinding(entry.getKey(), entry.getValue()))
        .iterator();
  }
}
