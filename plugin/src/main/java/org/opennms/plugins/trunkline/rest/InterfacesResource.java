package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.OverrideDesk;

/**
 * {@code interfaces}: listings, one interface, its override. The interface's name comes last in the
 * path and may hold slashes ({@code Gi0/0/1}); where something on the way does not let a name
 * through, {@code ?ifName=} does.
 */
@Singleton
@Path("interfaces")
@Produces(MediaType.APPLICATION_JSON)
public final class InterfacesResource {
  private final InterfaceDirectory directory;
  private final OverrideDesk desk;
  private final Clock clock;

  @Inject
  InterfacesResource(Operations operations, Clock clock) {
    this.directory = operations.interfaces();
    this.desk = operations.overrides();
    this.clock = clock;
  }

  /** A page of those that the filter accepts. */
  @GET
  public InterfacePage list(@BeanParam FilterQuery filter, @BeanParam PageQuery page) {
    return page.page(directory.find(filter.filter()));
  }

  /** Totals. */
  @GET
  @Path("summary")
  public SummaryView summary() {
    return SummaryView.of(directory.summary());
  }

  /** A page of the critical ones. */
  @GET
  @Path("critical")
  public InterfacePage critical(@BeanParam PageQuery page) {
    FilterQuery critical = new FilterQuery();
    critical.critical = "true";
    return page.page(directory.find(critical.filter()));
  }

  /** A page of the uplinks to providers. */
  @GET
  @Path("isp")
  public InterfacePage isp(@BeanParam PageQuery page) {
    FilterQuery isp = new FilterQuery();
    isp.role = InterfaceRole.ISP_UPLINK.spelling();
    return page.page(directory.find(isp.filter()));
  }

  /** A page of one node's. */
  @GET
  @Path("device/{node}")
  public InterfacePage device(@PathParam("node") String node, @BeanParam PageQuery page) {
    FilterQuery mentioned = new FilterQuery();
    mentioned.node = node;
    List<KnownInterface> found =
        directory.find(mentioned.filter()).stream().filter(i -> i.device().isCalled(node)).toList();
    if (found.isEmpty()) {
      throw RestException.notFound(
          "no interface is known of node '" + node + "'",
          "Give its label, id or FS:FID; POST discover/{node} reads its interfaces.");
    }
    return page.page(found);
  }

  /** One interface, by a name in the path. */
  @GET
  @Path("{node}/{ifName: .+}")
  public InterfaceDetail get(@PathParam("node") String node, @PathParam("ifName") String ifName) {
    return InterfaceDetail.of(known(node, ifName));
  }

  /** One interface, by a name in the query. */
  @GET
  @Path("{node}")
  public InterfaceDetail getByQuery(
      @PathParam("node") String node, @QueryParam("ifName") String ifName) {
    return get(node, required(ifName));
  }

  /** Sets an override, in place of an earlier one, and answers with the interface as it is then. */
  @PUT
  @Path("{node}/{ifName: .+}")
  @Consumes(MediaType.APPLICATION_JSON)
  public InterfaceDetail override(
      @PathParam("node") String node,
      @PathParam("ifName") String ifName,
      @Context SecurityContext caller,
      JsonNode body) {
    InterfaceKey key = known(node, ifName).key();
    String by = caller.getUserPrincipal() == null ? "rest" : caller.getUserPrincipal().getName();
    desk.set(key, OverrideBody.parse(body, by, clock.instant()));
    return get(node, ifName);
  }

  /** Sets an override, by a name in the query. */
  @PUT
  @Path("{node}")
  @Consumes(MediaType.APPLICATION_JSON)
  public InterfaceDetail overrideByQuery(
      @PathParam("node") String node,
      @QueryParam("ifName") String ifName,
      @Context SecurityContext caller,
      JsonNode body) {
    return override(node, required(ifName), caller, body);
  }

  /** Takes an override back, also one whose interface is not known at present. */
  @DELETE
  @Path("{node}/{ifName: .+}")
  public void clear(@PathParam("node") String node, @PathParam("ifName") String ifName) {
    InterfaceKey key =
        directory
            .get(node, ifName)
            .map(KnownInterface::key)
            .orElseGet(() -> new InterfaceKey(new NodeKey(node), ifName));
    if (!desk.clear(key)) {
      throw RestException.notFound(
          "there is no override for interface '" + ifName + "' of node '" + node + "'",
          "GET overrides lists them; give node and name as they stand there.");
    }
  }

  /** Takes an override back, by a name in the query. */
  @DELETE
  @Path("{node}")
  public void clearByQuery(@PathParam("node") String node, @QueryParam("ifName") String ifName) {
    clear(node, required(ifName));
  }

  private KnownInterface known(String node, String ifName) {
    return directory
        .get(node, ifName)
        .orElseThrow(
            () ->
                RestException.notFound(
                    "no interface '" + ifName + "' is known of node '" + node + "'",
                    "GET interfaces/device/{node} lists what is known; POST discover/{node} reads"
                        + " the node anew."));
  }

  private static String required(String ifName) {
    return Optional.ofNullable(ifName)
        .filter(n -> !n.isEmpty())
        .orElseThrow(
            () ->
                RestException.badParameter(
                    "ifName",
                    "",
                    "Name the interface: interfaces/{node}/{ifName} or"
                        + " interfaces/{node}?ifName=NAME."));
  }
}
