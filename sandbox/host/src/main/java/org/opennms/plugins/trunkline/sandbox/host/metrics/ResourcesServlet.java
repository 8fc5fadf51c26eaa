package org.opennms.plugins.trunkline.sandbox.host.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;

/** {@code /rest/resources/fornode/{id or FS:FID}}: which metrics of a node are stored. */
public final class ResourcesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FOR_NODE = "/fornode/";

  private final transient Resources resources;

  /** Over the archives below a directory. */
  public ResourcesServlet(Supplier<List<Node>> nodes, Path directory) {
    this.resources = new Resources(nodes, directory);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    Optional<Node> node =
        path.startsWith(FOR_NODE)
            ? resources.node(path.substring(FOR_NODE.length()))
            : Optional.empty();
    if (node.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(Json.write(tree(node.get())));
  }

  private Map<String, Object> tree(Node node) throws IOException {
    List<Object> children = new ArrayList<>();
    String id = "node[" + Resources.key(node) + "]";
    children.add(
        resource(id + ".nodeSnmp[]", "Node-level Performance Data", List.of("loadavg1"), ""));
    for (String label : resources.labels(node)) {
      children.add(
          resource(
              id + ".interfaceSnmp[" + label + "]",
              label,
              Archive.ATTRIBUTES,
              Resources.ifName(node, label)));
    }
    Map<String, Object> tree = resource(id, node.getLabel(), List.of(), "");
    tree.put(
        "children",
        Map.of(
            "count",
            children.size(),
            "offset",
            0,
            "totalCount",
            children.size(),
            "resource",
            children));
    return tree;
  }

  private static Map<String, Object> resource(
      String id, String label, List<String> attributes, String ifName) {
    Map<String, Object> graphs = new LinkedHashMap<>();
    attributes.forEach(
        name -> graphs.put(name, Map.of("name", name, "relativePath", "", "rrdFile", "")));
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("id", id);
    resource.put("label", label);
    resource.put("name", label);
    resource.put("typeLabel", "SNMP Interface Data");
    resource.put(
        "stringPropertyAttributes", ifName.isEmpty() ? Map.of() : Map.of("ifName", ifName));
    resource.put("externalValueAttributes", Map.of());
    resource.put("rrdGraphAttributes", graphs);
    return resource;
  }
}
