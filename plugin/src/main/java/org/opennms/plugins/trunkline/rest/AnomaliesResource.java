package org.opennms.plugins.trunkline.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;

/** {@code anomalies}: traffic that was not what is usual at its hour. */
@Singleton
@Path("anomalies")
@Produces(MediaType.APPLICATION_JSON)
public final class AnomaliesResource {
  private static final String DAY = "24";
  private static final int MOST_HOURS = 10_000;

  private final AnomalyBoard board;
  private final Clock clock;

  @Inject
  AnomaliesResource(AnomalyBoard board, Clock clock) {
    this.board = board;
    this.clock = clock;
  }

  /** Episodes under way first, then the newest first. */
  @GET
  public BaselineViews.Listing anomalies(
      @QueryParam("hours") String hours, @QueryParam("limit") String limit) {
    int rows = PageQuery.rows(limit);
    Instant from = clock.instant().minus(Duration.ofHours(hours(hours == null ? DAY : hours)));
    return BaselineViews.Listing.of(board.since(from), rows, board.rate());
  }

  private static int hours(String text) {
    if (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= MOST_HOURS) {
      return Integer.parseInt(text);
    }
    throw RestException.badParameter(
        "hours", text, "Give a whole number from 1 to " + MOST_HOURS + ".");
  }
}
