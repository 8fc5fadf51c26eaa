package org.opennms.plugins.trunkline.sandbox.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.integration.api.v1.ui.UIExtension;

/** The filter and the host's own resources in a real Jetty under /opennms. */
class RestDoorTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final UiExtensions extensions = new UiExtensions();
  private final Server server = new Server();
  @TempDir private Path directory;
  private String base;

  @BeforeEach
  void start() throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/opennms");
    Users users = new Users(directory.resolve("users.properties"));
    context.addFilter(
        new FilterHolder(new AccessFilter(users)), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new NotFoundServlet()), "/*");
    context.addServlet(new ServletHolder(new InfoServlet("33.0.9")), "/rest/info");
    context.addServlet(
        new ServletHolder(new PluginsServlet(extensions, RestDoorTest::resource)),
        "/rest/plugins/*");
    context.addServlet(new ServletHolder(new WhoAmI()), "/rest/trunkline/*");
    server.setHandler(context);
    server.start();
    base = "http://127.0.0.1:" + connector.getLocalPort() + "/opennms";
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "user,GET,200",
    "user,HEAD,200",
    "user,POST,403",
    "user,PUT,403",
    "user,DELETE,403",
    "rest,GET,200",
    "rest,POST,200",
    "rest,PUT,200",
    "rest,DELETE,200",
    "rest,PATCH,403",
    "admin,GET,200",
    "admin,POST,200",
    "admin,DELETE,200",
    "admin,OPTIONS,403",
    "dashboard,GET,403",
    "dashboard,POST,403"
  })
  void a_method_needs_a_role(String user, String method, int status) throws Exception {
    assertThat(call(method, "/rest/trunkline/status", user, user).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"admin,wrong", "admin,''", "nobody,nobody", "'',''", "ROLE_ADMIN,admin"})
  void wrong_credentials_are_401_with_a_body_that_says_nothing(String user, String password)
      throws Exception {
    HttpResponse<String> answer = call("GET", "/rest/trunkline/status", user, password);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("Unauthorized");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().contains("Basic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Basic", "Basic ", "Basic !!!", "Basic YWRtaW4=", "Bearer YWRtaW46YWRtaW4="})
  void a_damaged_authorization_header_is_401(String header) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/rest/info"))
            .header("Authorization", header)
            .build();

    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @Test
  void a_stranger_cannot_tell_which_paths_exist() throws Exception {
    assertThat(anonymous("/rest/info")).isEqualTo(401);
    assertThat(anonymous("/rest/no-such-thing")).isEqualTo(401);
    assertThat(anonymous("/rest")).isEqualTo(401);
    assertThat(call("GET", "/rest/no-such-thing", "user", "user").statusCode()).isEqualTo(404);
  }

  @Test
  void outside_rest_a_stranger_is_sent_to_the_login_page() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/index.jsp")).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login.jsp");
  }

  @Test
  void a_servlet_sees_user_and_roles() throws Exception {
    assertThat(call("GET", "/rest/trunkline/x", "rest", "rest").body())
        .isEqualTo("rest rest BASIC user=false rest=true admin=false");
  }

  @Test
  void an_edit_of_the_users_file_counts_at_once() throws Exception {
    assertThat(call("GET", "/rest/info", "anna", "geheim, nicht").statusCode()).isEqualTo(401);
    Files.writeString(directory.resolve("users.properties"), "anna = pass:wörd, ROLE_USER\n");

    assertThat(call("GET", "/rest/info", "anna", "pass:wörd").statusCode()).isEqualTo(200);
    assertThat(call("GET", "/rest/info", "admin", "admin").statusCode()).isEqualTo(401);
    Files.writeString(directory.resolve("users.properties"), "anna = \\u00zz\n");
    assertThat(call("GET", "/rest/info", "anna", "pass:wörd").statusCode()).isEqualTo(401);
  }

  @Test
  void info_tells_the_version() throws Exception {
    assertThat(call("GET", "/rest/info", "user", "user").body()).contains("\"version\":\"33.0.9\"");
  }

  @Test
  void ui_extensions_are_listed_and_their_text_resources_served() throws Exception {
    assertThat(call("GET", "/rest/plugins", "user", "user").body()).isEqualTo("[]");
    extensions.bind(new Extension("one"));

    assertThat(call("GET", "/rest/plugins", "user", "user").body())
        .isEqualTo(
            "[{\"extensionId\":\"one\",\"menuEntry\":\"One\",\"resourceRootPath\":\"ui-ext\","
                + "\"moduleFileName\":\"one.es.js\",\"extensionClass\":\""
                + Extension.class.getName()
                + "\"}]");
    HttpResponse<String> module =
        call("GET", "/rest/plugins/ui-extension/module/one?path=there", "user", "user");
    assertThat(module.body()).contains("dashboard");
    assertThat(module.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith("application/javascript");
    assertThat(status("/rest/plugins/ui-extension/module/one?path=missing")).isEqualTo(204);
    assertThat(status("/rest/plugins/ui-extension/css/one")).isEqualTo(204);
    assertThat(status("/rest/plugins/ui-extension/module/other?path=there")).isEqualTo(500);
    assertThat(status("/rest/plugins/else")).isEqualTo(404);
  }

  @Test
  void of_two_extensions_with_one_id_the_last_wins_and_either_removes_it() {
    Extension first = new Extension("same");
    Extension second = new Extension("same");
    extensions.bind(first);
    extensions.bind(second);
    assertThat(extensions.find("same").orElseThrow()).isSameAs(second);

    extensions.unbind(first);
    assertThat(extensions.all()).isEmpty();
  }

  private static URL resource(Class<?> type, String path) {
    return path.equals("there") ? Users.class.getResource("users.properties") : null;
  }

  private int status(String path) throws Exception {
    return call("GET", path, "user", "user").statusCode();
  }

  private int anonymous(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> call(String method, String path, String user, String password)
      throws Exception {
    String pair = user + ":" + password;
    String token = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Basic " + token)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static final class WhoAmI extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response
          .getWriter()
          .printf(
              "%s %s %s user=%s rest=%s admin=%s",
              request.getRemoteUser(),
              request.getUserPrincipal().getName(),
              request.getAuthType(),
              request.isUserInRole("ROLE_USER"),
              request.isUserInRole("ROLE_REST"),
              request.isUserInRole("ROLE_ADMIN"));
    }
  }

  private static final class Extension implements UIExtension {

    private final String id;

    Extension(String id) {
      this.id = id;
    }

    @Override
    public String getExtensionId() {
      return id;
    }

    @Override
    public String getMenuEntry() {
      return "One";
    }

    @Override
    public String getResourceRootPath() {
      return "ui-ext";
    }

    @Override
    public String getModuleFileName() {
      return "one.es.js";
    }

    @Override
    public Class<? extends UIExtension> getExtensionClass() {
      return Extension.class;
    }
  }
}
