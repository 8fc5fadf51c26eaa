package org.opennms.plugins.trunkline.rest;

import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.operations.TrafficSummary;

/** {@code traffic}: what passed the monitored interfaces in the last 24 hours. */
@Singleton
@Path("traffic")
@Produces(MediaType.APPLICATION_JSON)
public final class TrafficResource {
  private final TrafficDesk desk;

  @Inject
  TrafficResource(TrafficDesk desk) {
    this.desk = desk;
  }

  /** The busiest interfaces. */
  @GET
  public TrafficViews.Listing busiest(@QueryParam("limit") String limit) {
    List<TrafficSummary> all = desk.summaries();
    return TrafficViews.Listing.of(all, PageQuery.rows(limit));
  }

  /** One interface, by a name in the path. */
  @GET
  @Path("{node}/{ifName: .+}")
  public TrafficViews.Day day(@PathParam("node") String node, @PathParam("ifName") String ifName) {
    return desk.day(node, ifName)
        .map(TrafficViews.Day::of)
        .orElseThrow(
            () ->
                RestException.notFound(
                    "no interface '" + ifName + "' of node '" + node + "' is monitored",
                    "GET interfaces/device/{node} lists what is known and what of it is monitored;"
                        + " an override monitors more."));
  }

  /** One interface, by a name in the query. */
  @GET
  @Path("{node}")
  public TrafficViews.Day dayByQuery(
      @PathParam("node") String node, @QueryParam("ifName") String ifName) {
    if (ifName == null || ifName.isEmpty()) {
      throw RestException.badParameter(
          "ifName",
          "",
          "Name the interface: traffic/{node}/{ifName} or traffic/{node}?ifName=NAME.");
    }
    return day(node, ifName);
  }
}
