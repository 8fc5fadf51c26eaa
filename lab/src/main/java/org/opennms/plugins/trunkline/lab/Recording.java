package org.opennms.plugins.trunkline.lab;

import java.util.List;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;

/**
 * One device of a table.
 *
 * @param name as the table names it
 * @param device made up around the name: tables know no nodes
 * @param facts as far as the table knows them
 * @param interfaces in the order of the table
 */
record Recording(
    String name, Device device, DeviceFacts facts, List<LabelledInterface> interfaces) {
  Recording {
    interfaces = List.copyOf(interfaces);
  }

  List<InterfaceEvidence> evidence() {
    return interfaces.stream().map(LabelledInterface::evidence).toList();
  }
}
