package org.opennms.plugins.trunkline.snmp.mib.smi;

/** Text that fits the grammar but means nothing; becomes a {@link MibProblem}. */
final class BadValueException extends Exception {
  private static final long serialVersionUID = 1L;

  BadValueException(String what) {
    super(what);
  }
}
