package org.opennms.plugins.trunkline.rest;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** {@code telemetry}: how the signed export is. */
@Singleton
@Path("telemetry")
@Produces(MediaType.APPLICATION_JSON)
public final class TelemetryResource {
  private final TelemetryDesk desk;

  @Inject
  TelemetryResource(TelemetryDesk desk) {
    this.desk = desk;
  }

  /** Backlog, chain, deliveries, and the public key that receivers need. */
  @GET
  public TelemetryView status() {
    return TelemetryView.of(desk.status());
  }

  /** The head of what receivers refused for good. */
  @GET
  @Path("deadletters")
  public TelemetryView.Letters deadLetters(@QueryParam("limit") String limit) {
    return new TelemetryView.Letters(
        desk.deadLetters(PageQuery.rows(limit)).stream().map(TelemetryView.Letter::of).toList());
  }
}
