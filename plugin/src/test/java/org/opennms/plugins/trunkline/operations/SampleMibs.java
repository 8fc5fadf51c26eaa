package org.opennms.plugins.trunkline.operations;

import java.util.List;

/** Two names and three modules, in memory. */
public final class SampleMibs implements MibDesk {
  private final List<Problem> problems;
  private boolean reloaded;

  /** With these problems. */
  public SampleMibs(Problem... problems) {
    this.problems = List.of(problems);
  }

  /** Whether the directory was read again. */
  public boolean wasReloaded() {
    return reloaded;
  }

  @Override
  public Entry lookup(String name) {
    if (!name.equals("ifOperStatus.3")) {
      throw new OperationException(
          "'" + name + "' is not known: no loaded module defines it",
          "Alike are IF-MIB::ifOperStatus. Add the module's text to etc/trunkline/mibs, or give the"
              + " OID in numbers.",
          null);
    }
    return new Entry(
        "IF-MIB::ifOperStatus.3",
        "1.3.6.1.2.1.2.2.1.8.3",
        "column",
        "INTEGER32",
        "read-only",
        "",
        List.of("up(1)", "down(2)", "testing(3)"),
        List.of("ifIndex"));
  }

  @Override
  public Report check(boolean reload) {
    reloaded |= reload;
    return new Report(
        "etc/trunkline/mibs",
        List.of(
            new Module("SNMPv2-MIB", "built-in", 70, 70),
            new Module("IF-MIB", "built-in", 90, 90),
            new Module("ACME-MIB", "acme/ACME-MIB.txt", 12, 11)),
        problems);
  }
}
