package org.opennms.plugins.trunkline.rest;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.opennms.plugins.trunkline.operations.WorkLists;

/** {@code worklists}: what an operator should look at. */
@Singleton
@Path("worklists")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkListsResource {
  private final WorkLists lists;

  @Inject
  WorkListsResource(Operations operations) {
    this.lists = operations.work();
  }

  /** The head of a list; what is dealt with leaves it, so there are no further pages. */
  @GET
  @Path("{list}")
  public WorkListView list(@PathParam("list") String list, @QueryParam("limit") String limit) {
    WorkLists.Kind kind =
        WorkLists.Kind.parse(list)
            .orElseThrow(
                () ->
                    RestException.notFound(
                        "there is no work list '" + list + "'",
                        "Known are " + WorkLists.Kind.spellings() + "."));
    return WorkListView.of(kind, lists.list(kind), PageQuery.rows(limit));
  }
}
