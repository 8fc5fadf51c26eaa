package org.opennms.plugins.trunkline.rest;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;

/** {@code topology}: who is connected to whom. */
@Singleton
@Path("topology")
@Produces(MediaType.APPLICATION_JSON)
public final class TopologyResource {
  private final TopologyDirectory directory;

  @Inject
  TopologyResource(TopologyDirectory directory) {
    this.directory = directory;
  }

  /** All nodes, links between them, and orphans. */
  @GET
  public TopologyViews.Whole whole() {
    return TopologyViews.Whole.of(directory.topology());
  }

  /** One node's links and what its ports see. */
  @GET
  @Path("node/{node}")
  public TopologyViews.Around around(@PathParam("node") String node) {
    return directory
        .around(node)
        .map(TopologyViews.Around::of)
        .orElseThrow(
            () ->
                RestException.notFound(
                    "Trunkline knows no node '" + node + "'",
                    "Give the node's label, id or FS:FID; POST discover/{node} reads a new one."));
  }

  /** Neighbours that are no node. */
  @GET
  @Path("orphans")
  public TopologyViews.OrphanList orphans() {
    return TopologyViews.OrphanList.of(directory.topology());
  }
}
