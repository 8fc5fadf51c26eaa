package org.opennms.plugins.trunkline.metrics.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Posts metrics as text (Prometheus exposition format 0.0.4, compressed) to {@code
 * /api/v1/import/prometheus} of a compatible store. The samples bear no time: the store gives them
 * that of their arrival. Blocks until the store answers; keeps no thread and no connection.
 * Thread-safe.
 */
public final class MetricsPush {
  private static final int MOST_ANSWER = 300;

  private final PushSettings settings;

  public MetricsPush(PushSettings settings) {
    this.settings = settings;
  }

  /** Sends a text once; what it gave is told and never thrown. */
  public PushOutcome push(String text) {
    if (text.isEmpty()) {
      return new PushOutcome.Nothing();
    }
    try {
      HttpURLConnection connection = connect();
      try {
        return exchange(connection, text);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return new PushOutcome.Unreachable(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private HttpURLConnection connect() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) settings.endpoint().toURL().openConnection();
    int timeout = Math.toIntExact(settings.timeout().toMillis());
    connection.setConnectTimeout(timeout);
    connection.setReadTimeout(timeout);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    connection.setRequestProperty("Content-Encoding", "gzip");
    // A kept connection would keep a thread of the JDK's with it.
    connection.setRequestProperty("Connection", "close");
    settings.authorization().ifPresent(a -> connection.setRequestProperty("Authorization", a));
    return connection;
  }

  private static PushOutcome exchange(HttpURLConnection connection, String text)
      throws IOException {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    byte[] body = compressed(plain);
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    return status / 100 == 2
        ? new PushOutcome.Accepted(plain.length)
        : new PushOutcome.Refused(status, answer(connection));
  }

  private static String answer(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getErrorStream()) {
      return in == null
          ? ""
          : new String(in.readNBytes(MOST_ANSWER), StandardCharsets.UTF_8)
              .replaceAll("\\p{C}+", " ")
              .trim();
    }
  }

  private static byte[] compressed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("an array has no I/O errors", e);
    }
    return bytes.toByteArray();
  }
}
