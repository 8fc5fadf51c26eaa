package org.opennms.plugins.trunkline.telemetry.grpc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where receivers are and how they are asked.
 *
 * @param endpoints {@code host:port}, the preferred one first; at least one
 * @param authorities PEM file of the authorities that sign receivers' certificates
 * @param certificate PEM file of our certificate, its chain behind it
 * @param privateKey PEM file of its private key: PKCS#8, or OpenSSL's older forms
 * @param window envelopes under way at once
 * @param rate most envelopes a second; 0 for no limit
 * @param deadline of one call
 * @param serverName that the receivers' certificates are for; empty for the endpoint's own
 */
public record GrpcSettings(
    List<String> endpoints,
    Path authorities,
    Path certificate,
    Path privateKey,
    int window,
    int rate,
    Duration deadline,
    String serverName) {
  /** Copies the list. */
  public GrpcSettings {
    endpoints = List.copyOf(endpoints);
  }

  /** With certificates for the endpoints' own names. */
  public GrpcSettings(
      List<String> endpoints,
      Path authorities,
      Path certificate,
      Path privateKey,
      int window,
      int rate,
      Duration deadline) {
    this(endpoints, authorities, certificate, privateKey, window, rate, deadline, "");
  }
}
