package org.opennms.plugins.trunkline.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.ConfigCheck;
import org.opennms.plugins.trunkline.operations.JobSchedule;
import org.opennms.plugins.trunkline.operations.OverrideDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;

/** What is about Trunkline as a whole, and the OpenAPI document of everything here. */
@Singleton
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource {
  /** Beside this class. */
  static final String OPENAPI = "openapi.json";

  private final StatusBoard board;
  private final JobSchedule schedule;
  private final ConfigCheck configuration;
  private final OverrideDesk desk;
  private final Clock clock;

  @Inject
  StatusResource(Operations operations, Clock clock) {
    this.board = operations.status();
    this.schedule = operations.schedule();
    this.configuration = operations.configuration();
    this.desk = operations.overrides();
    this.clock = clock;
  }

  /** A sign of life. */
  @GET
  @Path("ping")
  public StatusViews.Ping ping() {
    return new StatusViews.Ping("Trunkline", board.status().version(), clock.instant().toString());
  }

  /** How it is. */
  @GET
  @Path("status")
  public StatusViews.Status status() {
    return StatusViews.Status.of(board.status());
  }

  /** What runs by itself, and when. */
  @GET
  @Path("schedule")
  public StatusViews.Schedule schedule() {
    return StatusViews.Schedule.of(schedule.jobs());
  }

  /** Checks the configuration files as they are on disk now. */
  @GET
  @Path("config-check")
  public StatusViews.Configuration configCheck() {
    return StatusViews.Configuration.of(configuration.check());
  }

  /** All overrides. */
  @GET
  @Path("overrides")
  public OverrideView.Listing overrides() {
    return OverrideView.Listing.of(desk.all());
  }

  /** The OpenAPI document. */
  @GET
  @Path("openapi.json")
  public byte[] openApi() {
    try (InputStream document = StatusResource.class.getResourceAsStream(OPENAPI)) {
      return document.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
