package org.opennms.plugins.trunkline.sandbox.host.nodes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.opennms.integration.api.v1.model.IpInterface;
import org.opennms.integration.api.v1.model.MetaData;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.SnmpInterface;
import org.opennms.integration.api.v1.model.immutables.ImmutableIpInterface;
import org.opennms.integration.api.v1.model.immutables.ImmutableMetaData;
import org.opennms.integration.api.v1.model.immutables.ImmutableMonitoredService;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;
import org.opennms.integration.api.v1.model.immutables.ImmutableNodeAssetRecord;
import org.opennms.integration.api.v1.model.immutables.ImmutableSnmpInterface;

/** Turns a node of the file into the API's thin, immutable model. */
final class NodeMapper {

  private NodeMapper() {}

  static Node toNode(int id, NodeSpec spec) {
    ImmutableNode.Builder node =
        ImmutableNode.newBuilder()
            .setId(id)
            .setLabel(spec.label())
            .setLocation(spec.location())
            .setForeignSource(spec.foreignSource())
            .setForeignId(spec.foreignId())
            .setAssetRecord(ImmutableNodeAssetRecord.newBuilder().build())
            .setCategories(spec.categories())
            .setMetaData(spec.metadata().stream().map(NodeMapper::toMetaData).toList())
            .setSnmpInterfaces(
                spec.interfaces().stream().map(NodeMapper::toSnmpInterface).toList());
    if (spec.address() != null) {
      node.addIpInterface(toIpInterface(spec));
    }
    return node.build();
  }

  private static IpInterface toIpInterface(NodeSpec spec) {
    ImmutableIpInterface.Builder ip =
        ImmutableIpInterface.newBuilder().setIpAddress(toAddress(spec.address()));
    for (String service : spec.services()) {
      ip.addMonitoredService(
          ImmutableMonitoredService.newBuilder().setName(service).setStatus(true).build());
    }
    return ip.build();
  }

  private static MetaData toMetaData(NodeSpec.MetaDataSpec spec) {
    return ImmutableMetaData.newBuilder()
        .setContext(spec.context())
        .setKey(spec.key())
        .setValue(spec.value())
        .build();
  }

  private static SnmpInterface toSnmpInterface(NodeSpec.InterfaceSpec spec) {
    return ImmutableSnmpInterface.newBuilder()
        .setIfIndex(spec.ifIndex())
        .setIfName(spec.ifName())
        .setIfDescr(spec.ifDescr())
        .build();
  }

  /** An address literal; a name is looked up, which only a careless file causes. */
  private static InetAddress toAddress(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("node address '" + text + "' is not an address", e);
    }
  }
}
