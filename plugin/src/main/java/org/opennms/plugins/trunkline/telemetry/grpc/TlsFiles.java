package org.opennms.plugins.trunkline.telemetry.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The three PEM files of mutual TLS. Immutable; its methods block on the disk. */
final class TlsFiles {
  private final Path authorities;
  private final Path certificate;
  private final Path privateKey;

  TlsFiles(GrpcSettings settings) {
    authorities = settings.authorities();
    certificate = settings.certificate();
    privateKey = settings.privateKey();
  }

  /** Differs when a file was written anew. */
  record Stamp(List<FileTime> times, List<Long> sizes) {}

  /**
   * How the files are now.
   *
   * @throws IOException naming a file that cannot be read
   */
  Stamp stamp() throws IOException {
    List<FileTime> times = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (Path file : List.of(authorities, certificate, privateKey)) {
      if (!Files.isReadable(file)) {
        throw new IOException(
            file + " cannot be read; grpc in trunkline/telemetry.yaml names three PEM files");
      }
      times.add(Files.getLastModifiedTime(file));
      sizes.add(Files.size(file));
    }
    return new Stamp(times, sizes);
  }

  /**
   * Credentials of the files as they are now.
   *
   * @throws IOException in words for the operator when one cannot be used
   */
  ChannelCredentials credentials(Instant now) throws IOException {
    check(now);
    try (InputStream trusted = Files.newInputStream(authorities);
        InputStream chain = Files.newInputStream(certificate);
        InputStream key =
            new ByteArrayInputStream(TlsKey.read(privateKey).getBytes(StandardCharsets.US_ASCII))) {
      return TlsChannelCredentials.newBuilder()
          .trustManager(trusted)
          .keyManager(chain, key)
          .build();
    }
  }

  /** When our certificate ends, as text for the operator; empty when it cannot be read. */
  String expiry() {
    try {
      return "our certificate is valid until " + read(certificate).getNotAfter().toInstant();
    } catch (IOException e) {
      return "";
    }
  }

  // gRPC would say no more than that the connection is unavailable.
  private void check(Instant now) throws IOException {
    for (Path file : List.of(authorities, certificate)) {
      X509Certificate read = read(file);
      Instant until = read.getNotAfter().toInstant();
      Instant from = read.getNotBefore().toInstant();
      if (now.isAfter(until)) {
        throw new IOException(
            "the certificate in " + file + " expired at " + until + "; replace the file");
      }
      if (now.isBefore(from)) {
        throw new IOException(
            "the certificate in " + file + " is valid from " + from + " only; look at the clocks");
      }
    }
  }

  private static X509Certificate read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (CertificateException e) {
      throw new IOException(file + " holds no certificate in PEM: " + e.getMessage(), e);
    }
  }
}
