package org.opennms.plugins.trunkline.sandbox.host.nodes;

import java.util.List;

/**
 * One node as the nodes file describes it. Lists are never null; the location is never empty.
 *
 * @param label the node's label
 * @param address its only IP interface, as text; null for a node without one
 * @param location the monitoring location, "Default" when the file names none
 * @param foreignSource the requisition; null for a discovered node
 * @param foreignId its id in the requisition; null for a discovered node
 */
public record NodeSpec(
    String label,
    String address,
    String location,
    String foreignSource,
    String foreignId,
    List<String> categories,
    List<MetaDataSpec> metadata,
    List<String> services,
    List<InterfaceSpec> interfaces) {

  /** The location of nodes that name none. */
  public static final String DEFAULT_LOCATION = "Default";

  /** Fills what the file leaves out. */
  public NodeSpec {
    location = location == null || location.isBlank() ? DEFAULT_LOCATION : location;
    categories = copy(categories);
    metadata = copy(metadata);
    services = copy(services);
    interfaces = copy(interfaces);
  }

  /** What stays the same when the file is rewritten: requisition and id, else the label. */
  public String identity() {
    return foreignSource == null ? label : foreignSource + ":" + foreignId;
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** A metadata entry of a node. */
  public record MetaDataSpec(String context, String key, String value) {}

  /** An SNMP interface: all that the Integration API knows of one. */
  public record InterfaceSpec(Integer ifIndex, String ifName, String ifDescr) {}
}
