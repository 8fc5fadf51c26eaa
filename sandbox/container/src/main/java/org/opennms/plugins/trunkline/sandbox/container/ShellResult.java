package org.opennms.plugins.trunkline.sandbox.container;

/**
 * What one command answered.
 *
 * @param output standard output
 * @param errors standard error
 * @param exitCode 0 where it succeeded, -1 where the server closed without saying
 */
public record ShellResult(String output, String errors, int exitCode) {

  /** Whether it succeeded. */
  public boolean isOk() {
    return exitCode == 0;
  }
}
