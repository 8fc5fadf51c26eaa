package org.opennms.plugins.trunkline.sandbox.host.http;

import java.security.Principal;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.opennms.plugins.trunkline.sandbox.host.http.Users.User;

/** A request that knows who sent it. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

  private final User user;

  AuthenticatedRequest(HttpServletRequest request, User user) {
    super(request);
    this.user = user;
  }

  @Override
  public String getAuthType() {
    return BASIC_AUTH;
  }

  @Override
  public String getRemoteUser() {
    return user.name();
  }

  @Override
  public Principal getUserPrincipal() {
    return user::name;
  }

  @Override
  public boolean isUserInRole(String role) {
    return user.roles().contains(role);
  }
}
