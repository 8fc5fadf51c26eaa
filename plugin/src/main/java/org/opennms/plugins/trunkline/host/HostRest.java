package org.opennms.plugins.trunkline.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.TrunklineConfig.HostAccess;

/**
 * The host's own REST interface, over its network port with HTTP Basic. Blocks; thread-safe. The
 * JDK's newer client is not used: it has threads of its own, which nobody can end or name.
 */
final class HostRest implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 60_000;
  private static final int ATTEMPTS = 100;
  private static final int PAUSE_MILLIS = 20;
  private static final int NOT_FOUND = 404;
  private static final int NO_CONTENT = 204;

  private final Supplier<HostAccess> access;
  private final SecretVault vault;
  private final Set<HttpURLConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger closings = new AtomicInteger();

  HostRest(Supplier<HostAccess> access, SecretVault vault) {
    this.access = access;
    this.vault = vault;
  }

  /** Reads an answer. */
  @FunctionalInterface
  interface Body<T> {
    /** Reads it to its end. */
    T read(InputStream json) throws IOException;
  }

  /** The host does not serve us; the message is for the operator. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** Whether the vault has user and password; asks it, which may block. */
  boolean isConfigured() {
    return vault.read(access.get().credentials()).isPresent();
  }

  /**
   * GET.
   *
   * @param path below {@code /rest}, with its slash
   * @return empty when the host has no such thing
   * @throws IOException when it cannot be asked; the message is for the operator
   */
  <T> Optional<T> get(String path, Body<T> body) throws IOException {
    return exchange(path, Optional.empty(), body);
  }

  /** POST of JSON; otherwise as {@link #get}. */
  <T> Optional<T> post(String path, byte[] json, Body<T> body) throws IOException {
    return exchange(path, Optional.of(json), body);
  }

  private <T> Optional<T> exchange(String path, Optional<byte[]> json, Body<T> body)
      throws IOException {
    HostAccess now = access.get();
    int begun = closings.get();
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(now, path, json, body);
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) {
        // A server may drop a connection just when it is asked; these are questions, asked anew.
        boolean dropped = e.getClass() == SocketException.class && attempt == 1;
        if (!dropped || closings.get() != begun) {
          throw new IOException(now.url() + " cannot be read: " + e.getMessage(), e);
        }
      } catch (RuntimeException e) {
        // The JDK's client fails so when it is broken off by another thread.
        if (closings.get() == begun) {
          throw e;
        }
        throw new IOException(now.url() + " is asked no more", e);
      }
    }
  }

  private <T> Optional<T> attempt(HostAccess now, String path, Optional<byte[]> json, Body<T> body)
      throws IOException {
    HttpURLConnection connection = open(now.url(), path);
    open.add(connection);
    try {
      connection.setRequestProperty("Authorization", authorization(now));
      if (json.isPresent()) {
        send(connection, json.get());
      }
      int status = connection.getResponseCode();
      if (status == NOT_FOUND || status == NO_CONTENT) {
        return Optional.empty();
      }
      if (status != HttpURLConnection.HTTP_OK) {
        throw new RefusedException(words(status, now.url()));
      }
      try (InputStream stream = connection.getInputStream()) {
        return Optional.of(body.read(stream));
      }
    } finally {
      open.remove(connection);
      connection.disconnect();
    }
  }

  /** Breaks off what is under way: a thread that waits for the host goes on within moments. */
  @Override
  public void close() {
    closings.incrementAndGet();
    List<HttpURLConnection> waiting = List.copyOf(open);
    try {
      for (int i = 0; i < ATTEMPTS && waiting.stream().anyMatch(open::contains); i++) {
        // One that was about to wait connects anew and waits all the same: it is broken off again.
        waiting.stream().filter(open::contains).forEach(HttpURLConnection::disconnect);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpURLConnection open(URI base, String path) throws IOException {
    URI uri = URI.create(base + "/rest" + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    // No idle connection stays behind, nor the JDK's thread that watches over it.
    connection.setRequestProperty("Connection", "close");
    return connection;
  }

  private static void send(HttpURLConnection connection, byte[] json) throws IOException {
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setFixedLengthStreamingMode(json.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(json);
    }
  }

  private String authorization(HostAccess now) throws RefusedException {
    SecretVault.Credentials user =
        vault
            .read(now.credentials())
            .orElseThrow(
                () ->
                    new RefusedException(
                        "the vault has no alias "
                            + now.credentials()
                            + ": create it, or set host.credentials to one that is there"));
    byte[] pair = (user.username() + ":" + user.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String words(int status, URI url) {
    return switch (status) {
      case 401 ->
          "the host refuses the user of host.credentials: check user and password in the vault";
      case 403 -> "the user of host.credentials may not ask: give it the role REST in the host";
      case 301, 302, 303, 307, 308 ->
          url + " sends us elsewhere: host.url must end with the host's context, as /opennms";
      default -> url + " answers with HTTP status " + status + ": see the host's log";
    };
  }
}
