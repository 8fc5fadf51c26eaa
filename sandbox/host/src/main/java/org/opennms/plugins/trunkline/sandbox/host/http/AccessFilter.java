package org.opennms.plugins.trunkline.sandbox.host.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opennms.plugins.trunkline.sandbox.host.http.Users.User;

/**
 * Stands before every servlet, as Horizon's security does. REST paths want HTTP Basic and answer
 * 401 or 403; other paths send whoever is not logged in to the login page. Reading needs any of
 * USER, REST and ADMIN; changing needs REST or ADMIN; other methods are refused, for Horizon lists
 * none of them. The servlet behind sees user and roles through the usual request methods.
 */
public final class AccessFilter implements Filter {

  private static final Set<String> READ = Set.of("GET", "HEAD");
  private static final Set<String> WRITE = Set.of("POST", "PUT", "DELETE");
  private static final Set<String> READERS = Set.of("ROLE_USER", "ROLE_REST", "ROLE_ADMIN");
  private static final Set<String> WRITERS = Set.of("ROLE_REST", "ROLE_ADMIN");

  private final Users users;

  /** Makes a filter that asks these users. */
  public AccessFilter(Users users) {
    this.users = users;
  }

  @Override
  public void init(FilterConfig config) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<User> user = user(http);
    boolean rest = isRest(http);
    if (user.isEmpty()) {
      challenge(http, answer, rest);
    } else if (rest && !allowed(http.getMethod(), user.get().roles())) {
      refuse(answer, HttpServletResponse.SC_FORBIDDEN, "Forbidden");
    } else {
      chain.doFilter(new AuthenticatedRequest(http, user.get()), response);
    }
  }

  @Override
  public void destroy() {}

  private static boolean isRest(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.equals("/rest") || path.startsWith("/rest/") || path.startsWith("/api/v2/");
  }

  private static boolean allowed(String method, Set<String> roles) {
    Set<String> wanted =
        READ.contains(method) ? READERS : WRITE.contains(method) ? WRITERS : Set.of();
    return wanted.stream().anyMatch(roles::contains);
  }

  private Optional<User> user(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(6).trim());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : users.authenticate(pair.substring(0, colon), pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void challenge(
      HttpServletRequest request, HttpServletResponse response, boolean rest) throws IOException {
    if (rest) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"OpenNMS Realm\"");
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized");
    } else {
      response.sendRedirect(request.getContextPath() + "/login.jsp");
    }
  }

  private static void refuse(HttpServletResponse response, int status, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(body);
  }
}
