package org.opennms.plugins.trunkline.snmp.mib;

import java.util.List;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;

/**
 * What a load gave, for {@code :mib-check}. Immutable.
 *
 * @param modules all that are in force, built-in ones first, then by file
 * @param problems by file and line; {@link MibProblem#kind()} tells notes from faults
 */
public record MibReport(List<LoadedModule> modules, List<MibProblem> problems) {
  /**
   * One module in force.
   *
   * @param name for example {@code IF-MIB}
   * @param file where it came from, {@code built-in} for our own table
   * @param definitions with an OID, as the text has them
   * @param linked those of them that could be given their OID
   */
  public record LoadedModule(String name, String file, int definitions, int linked) {
    /** Whether every definition has its OID. */
    public boolean isComplete() {
      return definitions == linked;
    }
  }

  /** Keeps immutable copies. */
  public MibReport {
    modules = List.copyOf(modules);
    problems = List.copyOf(problems);
  }

  /** Problems of one kind. */
  public List<MibProblem> problems(MibProblem.Kind kind) {
    return problems.stream().filter(problem -> problem.kind() == kind).toList();
  }
}
