package org.opennms.plugins.trunkline.metrics.push;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where metrics are sent.
 *
 * @param endpoint the whole address, such as {@code http://192.0.2.9:8428/api/v1/import/prometheus}
 * @param authorization value of the header Authorization, such as {@code Bearer ...}; never printed
 * @param timeout to connect, and then for each answer
 */
public record PushSettings(URI endpoint, Optional<String> authorization, Duration timeout) {
  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException when it is no HTTP address
   */
  public PushSettings {
    String scheme = endpoint.getScheme();
    boolean web = "http".equals(scheme) || "https".equals(scheme);
    if (!web || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          endpoint + " is no HTTP address, such as http://192.0.2.9:8428/api/v1/import/prometheus");
    }
  }

  @Override
  public String toString() {
    return endpoint + (authorization.isPresent() ? " with authorization" : "");
  }
}
