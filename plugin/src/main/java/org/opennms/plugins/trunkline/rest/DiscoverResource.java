package org.opennms.plugins.trunkline.rest;

import java.util.Optional;
import java.util.function.Predicate;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;

/**
 * {@code discover}: starts runs, shows their progress, cancels them. A start answers at once with
 * where the run can be watched.
 */
@Singleton
@Path("discover")
@Produces(MediaType.APPLICATION_JSON)
public final class DiscoverResource {
  private final DiscoveryControl control;

  @Inject
  DiscoverResource(Operations operations) {
    this.control = operations.discovery();
  }

  /** Starts a run over all nodes that the configuration selects. */
  @POST
  @Path("all")
  public Response startAll(@Context UriInfo uri) {
    return accepted(control.discoverAll(), uri);
  }

  /** The latest run over all. */
  @GET
  @Path("all")
  public RunView latestOfAll() {
    return latest(run -> run.device().isEmpty(), "over all nodes", "POST discover/all starts one.");
  }

  /** Starts a run for one node. */
  @POST
  @Path("{node}")
  public Response start(@PathParam("node") String node, @Context UriInfo uri) {
    return accepted(
        control
            .discover(node)
            .orElseThrow(
                () ->
                    RestException.notFound(
                        "the host has no node '" + node + "'",
                        "Give the node's label, id or FS:FID as the host shows them.")),
        uri);
  }

  /** The latest run for one node. */
  @GET
  @Path("{node}")
  public RunView latest(@PathParam("node") String node) {
    return latest(
        run -> run.device().filter(d -> d.isCalled(node)).isPresent(),
        "for node '" + node + "' alone",
        "POST discover/{node} starts one; GET discover/all shows the latest over all nodes.");
  }

  /** The last runs, newest first. */
  @GET
  @Path("runs")
  public RunView.Listing runs() {
    return new RunView.Listing(control.runs().stream().map(RunView::of).toList());
  }

  /** One run. */
  @GET
  @Path("runs/{id}")
  public RunView run(@PathParam("id") String id) {
    return control.run(id).map(RunView::of).orElseThrow(() -> unknown(id));
  }

  /** Cancels a run; what it has read so far stays. */
  @DELETE
  @Path("runs/{id}")
  public RunView cancel(@PathParam("id") String id) {
    if (control.cancel(id)) {
      return run(id);
    }
    Optional<DiscoveryRun> run = control.run(id);
    throw run.map(DiscoverResource::over).orElseGet(() -> unknown(id));
  }

  private RunView latest(Predicate<DiscoveryRun> wanted, String what, String remedy) {
    return control.runs().stream()
        .filter(wanted)
        .findFirst()
        .map(RunView::of)
        .orElseThrow(() -> RestException.notFound("none of the last runs was " + what, remedy));
  }

  private static Response accepted(DiscoveryRun run, UriInfo uri) {
    return Response.status(Response.Status.ACCEPTED)
        .location(
            uri.getBaseUriBuilder()
                .path(DiscoverResource.class)
                .path("runs")
                .path(run.id())
                .build())
        .entity(RunView.of(run))
        .build();
  }

  private static RestException over(DiscoveryRun run) {
    return new RestException(
        ErrorCode.NOT_RUNNING,
        "run " + run.id() + " is over: " + InterfaceRow.spelled(run.state()),
        "There is nothing to cancel.");
  }

  private static RestException unknown(String id) {
    return RestException.notFound(
        "there is no run '" + id + "'", "GET discover/runs lists the last ones; older are gone.");
  }
}
