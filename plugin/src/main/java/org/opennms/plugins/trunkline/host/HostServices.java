package org.opennms.plugins.trunkline.host;

import org.opennms.integration.api.v1.dao.EdgeDao;
import org.opennms.integration.api.v1.dao.NodeDao;
import org.opennms.integration.api.v1.distributed.KeyValueStore;
import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.graph.GraphContainerCache;
import org.opennms.integration.api.v1.runtime.RuntimeInfo;
import org.opennms.integration.api.v1.scv.SecureCredentialsVault;
import org.opennms.integration.api.v1.topology.UserDefinedLinkDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's services as Blueprint hands them in. Each is an optional reference: one that is away
 * throws at the call, which the adapters of this package bear.
 *
 * @param nodeDao nodes
 * @param store lasting state
 * @param vault secrets
 * @param forwarder events to the host
 * @param runtime what the host is
 * @param edges the host's own topology
 * @param links links that users draw
 * @param graphs the host's copies of our graphs
 */
public record HostServices(
    NodeDao nodeDao,
    KeyValueStore<String> store,
    SecureCredentialsVault vault,
    EventForwarder forwarder,
    RuntimeInfo runtime,
    EdgeDao edges,
    UserDefinedLinkDao links,
    GraphContainerCache graphs) {
  private static final Logger LOG = LoggerFactory.getLogger(HostServices.class);

  /** The host's version; empty while it does not say. */
  public String hostVersion() {
    try {
      return runtime.getVersion().toString();
    } catch (RuntimeException e) {
      LOG.debug("The host does not tell its version", e);
      return "";
    }
  }
}
