package org.opennms.plugins.trunkline.rest;

import java.util.Optional;
import javax.ws.rs.QueryParam;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/** Which interfaces are wanted. A parameter that is absent or empty does not narrow. */
public final class FilterQuery {
  @QueryParam("role")
  String role;

  @QueryParam("provider")
  String provider;

  @QueryParam("node")
  String node;

  @QueryParam("critical")
  String critical;

  @QueryParam("stale")
  String stale;

  @QueryParam("monitored")
  String monitored;

  @QueryParam("text")
  String text;

  /**
   * The filter.
   *
   * @throws RestException when a parameter is not of its kind
   */
  InterfaceFilter filter() {
    return new InterfaceFilter(
        given(role).map(FilterQuery::role),
        given(provider),
        given(node),
        given(critical).map(v -> flag("critical", v)),
        given(stale).map(v -> flag("stale", v)),
        given(monitored).map(v -> flag("monitored", v)),
        given(text));
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(v -> !v.isEmpty());
  }

  private static InterfaceRole role(String value) {
    return InterfaceRole.parse(value)
        .orElseThrow(
            () ->
                RestException.badParameter(
                    "role", value, "Give one of " + InterfaceRole.spellings() + "."));
  }

  private static boolean flag(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw RestException.badParameter(name, value, "Give true or false.");
    };
  }
}
