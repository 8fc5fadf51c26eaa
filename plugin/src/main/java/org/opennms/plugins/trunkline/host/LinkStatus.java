package org.opennms.plugins.trunkline.host;

import java.util.List;
import java.util.stream.Stream;
import org.opennms.integration.api.v1.graph.Edge;
import org.opennms.integration.api.v1.graph.Vertex;
import org.opennms.integration.api.v1.graph.VertexRef;
import org.opennms.integration.api.v1.graph.status.StatusInfo;
import org.opennms.integration.api.v1.graph.status.StatusProvider;
import org.opennms.integration.api.v1.graph.status.immutables.StatusInfoImmutable;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OpenAlerts;

/** Colours our graph by the alerts that are open. Thread-safe; answers from memory. */
public final class LinkStatus implements StatusProvider {
  private final OpenAlerts alerts;

  /** From open alerts. */
  public LinkStatus(OpenAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public boolean canCalculate(String namespace) {
    return LinkGraph.NAMESPACE.equals(namespace);
  }

  @Override
  public StatusInfo calculateStatus(Vertex vertex) {
    return info(alerts.of(new NodeKey(vertex.getId())));
  }

  @Override
  public StatusInfo calculateStatus(Edge edge) {
    List<InterfaceKey> ports =
        Stream.of(
                port(edge.getSource(), edge.getProperty("sourceInterface")),
                port(edge.getTarget(), edge.getProperty("targetInterface")))
            .toList();
    return info(alerts.of(ports));
  }

  private static InterfaceKey port(VertexRef node, Object name) {
    return new InterfaceKey(new NodeKey(node.getId()), String.valueOf(name));
  }

  private static StatusInfo info(OpenAlerts.Tally tally) {
    return StatusInfoImmutable.newBuilder(severity(tally.worst())).count(tally.count()).build();
  }

  private static Severity severity(OpenAlerts.Level level) {
    return switch (level) {
      case NONE -> Severity.NORMAL;
      case WARNING -> Severity.WARNING;
      case MINOR -> Severity.MINOR;
      case MAJOR -> Severity.MAJOR;
      case CRITICAL -> Severity.CRITICAL;
    };
  }
}
