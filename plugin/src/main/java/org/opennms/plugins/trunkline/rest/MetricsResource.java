package org.opennms.plugins.trunkline.rest;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.opennms.plugins.trunkline.operations.MetricsDesk;

/** {@code metrics}: for Prometheus, in its text format. */
@Singleton
@Path("metrics")
@Produces(MetricsResource.TEXT_FORMAT)
public final class MetricsResource {
  /** Prometheus' text format 0.0.4. */
  static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final MetricsDesk desk;

  @Inject
  MetricsResource(MetricsDesk desk) {
    this.desk = desk;
  }

  /** What Trunkline counts about itself. */
  @GET
  public String own() {
    return desk.ownMetrics();
  }

  /** The last counters of the monitored interfaces. */
  @GET
  @Path("interfaces")
  public String interfaces() {
    return desk.interfaceMetrics();
  }
}
