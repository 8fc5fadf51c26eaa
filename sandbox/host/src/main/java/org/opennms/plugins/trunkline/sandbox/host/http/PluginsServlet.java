package org.opennms.plugins.trunkline.sandbox.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opennms.integration.api.v1.ui.UIExtension;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;

/**
 * {@code /rest/plugins}: the list of UI extensions, and the resources of their bundles. Every
 * resource is decoded as text, so binary ones are corrupted; a missing one is an empty 204; an
 * unknown extension is a 500. All as in Horizon.
 */
public final class PluginsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String MODULE = "/ui-extension/module/";
  private static final String CSS = "/ui-extension/css/";

  private final transient UiExtensions extensions;
  private final transient BiFunction<Class<?>, String, URL> resources;

  /**
   * Makes the resource.
   *
   * @param resources finds a resource in the bundle of a class; null when it is not there
   */
  public PluginsServlet(UiExtensions extensions, BiFunction<Class<?>, String, URL> resources) {
    this.extensions = extensions;
    this.resources = resources;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    if (path.isEmpty() || path.equals("/")) {
      write(response, "application/json", list());
    } else if (path.startsWith(MODULE)) {
      UIExtension extension = find(path.substring(MODULE.length()));
      resource(response, extension, request.getParameter("path"), "application/javascript");
    } else if (path.startsWith(CSS)) {
      UIExtension extension = find(path.substring(CSS.length()));
      resource(response, extension, extension.getResourceRootPath() + "/style.css", "text/css");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private UIExtension find(String id) {
    return extensions
        .find(id)
        .orElseThrow(() -> new IllegalStateException("no UI extension '" + id + "'"));
  }

  private String list() {
    return Json.write(extensions.all().stream().map(PluginsServlet::bean).toList());
  }

  private static Map<String, String> bean(UIExtension extension) {
    Map<String, String> bean = new LinkedHashMap<>();
    bean.put("extensionId", extension.getExtensionId());
    bean.put("menuEntry", extension.getMenuEntry());
    bean.put("resourceRootPath", extension.getResourceRootPath());
    bean.put("moduleFileName", extension.getModuleFileName());
    bean.put("extensionClass", extension.getExtensionClass().getName());
    return bean;
  }

  private void resource(
      HttpServletResponse response, UIExtension extension, String path, String type)
      throws IOException {
    URL url = path == null ? null : resources.apply(extension.getExtensionClass(), path);
    if (url == null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    try (InputStream stream = url.openStream()) {
      write(response, type, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void write(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(text);
  }
}
