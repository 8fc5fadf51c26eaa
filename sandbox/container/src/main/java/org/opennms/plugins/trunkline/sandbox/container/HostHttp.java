package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Requests to the host's web server with HTTP Basic, sent unasked as scripts do. Thread-safe. */
public final class HostHttp {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final int port;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** The web server at this port of 127.0.0.1. */
  public HostHttp(int port) {
    this.port = port;
  }

  /** GET of a path such as {@code /opennms/rest/trunkline/ping}, without credentials. */
  public HttpResponse<String> get(String path) throws IOException {
    return send("GET", path, Optional.empty(), "");
  }

  /** GET as this user. */
  public HttpResponse<String> get(String path, Credentials user) throws IOException {
    return send("GET", path, Optional.of(user), "");
  }

  /** POST of a JSON text as this user. */
  public HttpResponse<String> post(String path, Credentials user, String json) throws IOException {
    return send("POST", path, Optional.of(user), json);
  }

  /** PUT of a JSON text as this user. */
  public HttpResponse<String> put(String path, Credentials user, String json) throws IOException {
    return send("PUT", path, Optional.of(user), json);
  }

  private HttpResponse<String> send(
      String method, String path, Optional<Credentials> user, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    user.ifPresent(credentials -> request.header("Authorization", basic(credentials)));
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking " + path, e);
    }
  }

  private static String basic(Credentials credentials) {
    String pair = credentials.user() + ":" + credentials.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
