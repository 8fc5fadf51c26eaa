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
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.WeekBaseline;

/** {@code baselines}: what is normal on an interface at each hour of the week. */
@Singleton
@Path("baselines")
@Produces(MediaType.APPLICATION_JSON)
public final class BaselinesResource {
  private final BaselineDesk desk;

  @Inject
  BaselinesResource(BaselineDesk desk) {
    this.desk = desk;
  }

  /** One interface, by a name in the path. */
  @GET
  @Path("{node}/{ifName: .+}")
  public BaselineViews.Interface weeks(
      @PathParam("node") String node, @PathParam("ifName") String ifName) {
    List<WeekBaseline> weeks = desk.weeks(node, ifName);
    if (weeks.isEmpty()) {
      throw RestException.notFound(
          "there is no baseline of interface '" + ifName + "' of node '" + node + "'",
          "Only monitored interfaces have one; an override monitors more.");
    }
    return BaselineViews.Interface.of(weeks);
  }

  /** One interface, by a name in the query. */
  @GET
  @Path("{node}")
  public BaselineViews.Interface weeksByQuery(
      @PathParam("node") String node, @QueryParam("ifName") String ifName) {
    if (ifName == null || ifName.isEmpty()) {
      throw RestException.badParameter(
          "ifName",
          "",
          "Name the interface: baselines/{node}/{ifName} or baselines/{node}?ifName=NAME.");
    }
    return weeks(node, ifName);
  }
}
