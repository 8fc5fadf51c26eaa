package org.opennms.plugins.trunkline.rest;

import java.util.List;
import java.util.Set;
import javax.annotation.Priority;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;

/**
 * Who may do what. The host's own rule is the same, but its rules are files that operators edit, so
 * we check as well, before the path is even looked at.
 */
@PreMatching
@Priority(Priorities.AUTHORIZATION)
final class AccessFilter implements ContainerRequestFilter {
  /** Any of them may read. */
  static final List<String> READERS = List.of("ROLE_USER", "ROLE_REST", "ROLE_ADMIN");

  /** Any of them may change something. */
  static final List<String> WRITERS = List.of("ROLE_REST", "ROLE_ADMIN");

  private static final Set<String> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> allowed = READING.contains(request.getMethod()) ? READERS : WRITERS;
    if (allowed.stream().noneMatch(request.getSecurityContext()::isUserInRole)) {
      throw new RestException(
          ErrorCode.FORBIDDEN,
          request.getMethod() + " needs one of " + String.join(", ", allowed),
          "Ask an administrator of the host for the role, or log in as a user who has it.");
    }
  }
}
