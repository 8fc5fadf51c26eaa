package org.opennms.plugins.trunkline.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Refuses query parameters that a path does not have: a misspelt filter that is ignored would
 * answer with everything, and the caller would believe it.
 */
final class QueryGuard implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    ExtendedUriInfo uri = (ExtendedUriInfo) request.getUriInfo();
    ResourceMethod method = uri.getMatchedResourceMethod();
    if (method == null || uri.getQueryParameters().isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>(names(method.getInvocable().getParameters()).toList());
    uri.getQueryParameters().forEach((name, values) -> check(Map.entry(name, values), known));
  }

  private static void check(Map.Entry<String, List<String>> given, Set<String> known) {
    if (!known.contains(given.getKey())) {
      throw new RestException(
          ErrorCode.UNKNOWN_PARAMETER,
          "there is no query parameter '" + given.getKey() + "' here",
          known.isEmpty()
              ? "This path has no query parameters."
              : "Known are " + String.join(", ", known) + ".");
    }
    if (given.getValue().size() > 1) {
      throw new RestException(
          ErrorCode.REPEATED_PARAMETER,
          "query parameter " + given.getKey() + " is given " + given.getValue().size() + " times",
          "Give it once.");
    }
  }

  /** Names of the query parameters, those inside parameter beans included. */
  static Stream<String> names(List<? extends Parameter> parameters) {
    return parameters.stream()
        .flatMap(
            p ->
                p instanceof Parameter.BeanParameter bean
                    ? names(List.copyOf(bean.getParameters()))
                    : Stream.of(p)
                        .filter(q -> q.getSource() == Parameter.Source.QUERY)
                        .map(Parameter::getSourceName));
  }
}
