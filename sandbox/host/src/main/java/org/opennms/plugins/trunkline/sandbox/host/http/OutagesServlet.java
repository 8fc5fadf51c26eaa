package org.opennms.plugins.trunkline.sandbox.host.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code /rest/sched-outages}: the scheduled outages, from a file that holds what the host would
 * answer; read at each request, none without it.
 */
public final class OutagesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String NONE = "{\"outage\":[]}";

  private final transient Path file;

  /** Over this file, which need not exist. */
  public OutagesServlet(Path file) {
    this.file = file;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(Files.exists(file) ? Files.readString(file) : NONE);
  }
}
