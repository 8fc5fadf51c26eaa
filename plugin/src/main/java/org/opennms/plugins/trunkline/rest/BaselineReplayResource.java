package org.opennms.plugins.trunkline.rest;

import java.util.OptionalDouble;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.BaselineDesk.Trial;
import org.opennms.plugins.trunkline.operations.OperationException;

/** {@code baseline-replay}: what other settings would have found in the stored past. */
@Singleton
@Path("baseline-replay")
@Produces(MediaType.APPLICATION_JSON)
public final class BaselineReplayResource {
  private static final int DAYS = 7;
  private static final int MOST_DAYS = 366;

  private final BaselineDesk desk;

  @Inject
  BaselineReplayResource(BaselineDesk desk) {
    this.desk = desk;
  }

  /** Runs stored samples through; nothing learned is touched. Waits for the host's history. */
  @GET
  @Path("{node}/{ifName: .+}")
  public BaselineViews.Replay replay(
      @PathParam("node") String node,
      @PathParam("ifName") String ifName,
      @QueryParam("days") String days,
      @QueryParam("budget") String budget) {
    try {
      return BaselineViews.Replay.of(desk.replay(node, ifName, trial(days, budget)));
    } catch (OperationException e) {
      throw RestException.notFound(e.getMessage(), e.remedy());
    }
  }

  private static Trial trial(String days, String budget) {
    int wanted = days == null ? DAYS : (int) number("days", days);
    if (wanted < 1 || wanted > MOST_DAYS) {
      throw RestException.badParameter("days", days, "Give a whole number from 1 to 366.");
    }
    return new Trial(
        wanted,
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(number("budget", budget)));
  }

  private static double number(String name, String text) {
    if (text.matches("[0-9]{1,9}([.][0-9]{1,9})?") && Double.parseDouble(text) > 0) {
      return Double.parseDouble(text);
    }
    throw RestException.badParameter(name, text, "Give a number above 0.");
  }
}
