package org.opennms.plugins.trunkline.rest;

import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/** {@code alerts}: what is wrong now, and what was. */
@Singleton
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertsResource {
  private static final String OPEN = "open";
  private static final String SUPPRESSED = "suppressed";

  private final AlertDesk desk;

  @Inject
  AlertsResource(AlertDesk desk) {
    this.desk = desk;
  }

  /** Those whose cause is there. */
  @GET
  public AlertViews.Listing alerts(
      @QueryParam("state") String state, @QueryParam("limit") String limit) {
    int rows = PageQuery.rows(limit);
    if (state == null || state.equals(OPEN)) {
      return AlertViews.Listing.of(desk.overview(), desk.open(), rows);
    }
    if (state.equals(SUPPRESSED)) {
      return AlertViews.Listing.of(desk.overview(), desk.suppressed(), rows);
    }
    throw RestException.badParameter("state", state, "Give open or suppressed.");
  }

  /** Those that are over. */
  @GET
  @Path("history")
  public AlertViews.History history(@QueryParam("limit") String limit) {
    return AlertViews.History.of(desk.history(PageQuery.rows(limit)));
  }

  /** One, with all that happened to it. */
  @GET
  @Path("{id}")
  public AlertViews.Detail alert(@PathParam("id") String id) {
    return Optional.of(id)
        .filter(i -> i.matches("\\d{1,18}"))
        .flatMap(i -> desk.get(Long.parseLong(i)))
        .map(AlertViews.Detail::of)
        .orElseThrow(
            () ->
                RestException.notFound(
                    "there is no alert '" + id + "'",
                    "GET alerts lists the open ones, GET alerts/history those that are over."));
  }
}
