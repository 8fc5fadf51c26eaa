package org.opennms.plugins.trunkline.config;

import java.util.Objects;

/**
 * What is wrong with one setting, in words that let an operator mend it.
 *
 * @param file the file's name as the operator knows it, for example {@code trunkline/snmp.yaml}
 * @param line 1-based, 0 where the format has no lines
 * @param where the key or path, for example {@code profiles[2].auth.protocol}
 * @param what what was found and why it is wrong; secrets are masked by the caller
 * @param remedy what to do
 */
public record Problem(String file, int line, String where, String what, String remedy) {
  /** Rejects missing parts. */
  public Problem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** For example {@code snmp.yaml:12: profiles[0].port: '0' is no port. Use 1 to 65535.} */
  @Override
  public String toString() {
    String at = line > 0 ? file + ":" + line : file;
    return at + ": " + where + ": " + what + ". " + remedy;
  }
}
