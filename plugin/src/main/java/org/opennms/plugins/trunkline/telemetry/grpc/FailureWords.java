package org.opennms.plugins.trunkline.telemetry.grpc;

import io.grpc.Status;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Optional;

/** What a failed call means, in words for the operator. Stateless. */
final class FailureWords {
  private FailureWords() {}

  static String of(Throwable failure, String endpoint) {
    Status status = Status.fromThrowable(failure);
    return endpoint + ": " + tls(failure).orElseGet(() -> plain(status));
  }

  private static Optional<String> tls(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<String> found = tlsWords(cause);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tlsWords(Throwable cause) {
    String said = (cause.getMessage() == null ? "" : cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof CertificateExpiredException) {
      return Optional.of("the receiver's certificate has expired; it needs a new one");
    }
    if (said.contains("certification path") || said.contains("path building")) {
      return Optional.of(
          "the receiver's certificate is signed by no authority in grpc.authorities");
    }
    if (said.contains("no subject alternative") || said.contains("no name matching")) {
      return Optional.of("the receiver's certificate is for another name than the endpoint's");
    }
    if (said.contains("certificate_expired") || said.contains("alert_certificate_expired")) {
      return Optional.of("the receiver says that our certificate has expired; replace the file");
    }
    if (said.contains("unknown_ca") || said.contains("certificate_unknown")) {
      return Optional.of("the receiver does not know the authority of our certificate");
    }
    if (said.contains("bad_certificate") || said.contains("certificate_required")) {
      return Optional.of("the receiver does not accept our certificate");
    }
    return Optional.empty();
  }

  private static String plain(Status status) {
    String said = status.getDescription() == null ? "" : " (" + status.getDescription() + ")";
    return switch (status.getCode()) {
      case UNAVAILABLE -> "no connection" + reason(status) + said;
      case DEADLINE_EXCEEDED -> "no answer within the deadline";
      case RESOURCE_EXHAUSTED -> "the receiver is overloaded" + said;
      case UNAUTHENTICATED, PERMISSION_DENIED -> "the receiver does not let us in" + said;
      case UNIMPLEMENTED -> "the receiver has no messaging.UniversalEventBus" + said;
      default -> status.getCode() + said;
    };
  }

  private static String reason(Status status) {
    Throwable cause = status.getCause();
    return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
  }
}
