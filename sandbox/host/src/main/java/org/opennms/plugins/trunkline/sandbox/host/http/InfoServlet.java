package org.opennms.plugins.trunkline.sandbox.host.http;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;

/** {@code GET /rest/info}: which product and version this claims to be. */
public final class InfoServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final String body;

  /** Makes the resource for a version such as 33.0.9. */
  public InfoServlet(String version) {
    this.body =
        Json.write(
            Map.of(
                "displayVersion",
                version,
                "version",
                version,
                "packageName",
                "opennms",
                "packageDescription",
                "OpenNMS (Trunkline's sandbox, not the real one)"));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(body);
  }
}
