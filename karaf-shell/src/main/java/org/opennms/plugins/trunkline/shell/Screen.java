package org.opennms.plugins.trunkline.shell;

import java.io.PrintStream;
import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.console.Session;

/**
 * Where a command's output goes.
 *
 * @param out the command's standard output, which may be a pipe
 * @param width columns; 0 when there is no terminal at the other end, so nothing must be cut
 */
record Screen(PrintStream out, int width) {
  /** The running command's screen. */
  static Screen of(Session session) {
    Process process = Process.Utils.current();
    boolean terminal = session.getTerminal() != null && process != null && process.isTty(1);
    return new Screen(System.out, terminal ? Math.max(0, session.getTerminal().getWidth()) : 0);
  }

  /** Whether somebody watches a terminal, so that a line can be written over. */
  boolean isLive() {
    return width > 0;
  }

  void line(String text) {
    out.println(text);
  }

  /** Writes over the line that the cursor is in; does nothing without a terminal. */
  void rewrite(String text) {
    if (isLive()) {
      String fitting = text.length() < width ? text : text.substring(0, width - 1);
      out.print("\r" + fitting + "\u001b[K");
      out.flush();
    }
  }
}
