package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.List;

/**
 * What one file gave.
 *
 * @param modules in the order of the text; those with faults hold what could be read
 * @param problems by line
 */
public record SmiFile(List<SmiModule> modules, List<MibProblem> problems) {
  /** Keeps immutable copies. */
  public SmiFile {
    modules = List.copyOf(modules);
    problems = List.copyOf(problems);
  }
}
