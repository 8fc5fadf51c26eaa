package org.opennms.plugins.trunkline.telemetry.grpc;

import io.grpc.Status;
import java.security.cert.CertificateExpiredException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a failed call means, in words for the operator. Stateless. */
final class FailureWords {
  /** By what one of the causes says, in lower case; the first that matches counts. */
  private static final Map<Pattern, String> TLS = new LinkedHashMap<>();

  static {
    tls(
        "no subject alternative|no name matching",
        "the receiver's certificate is for another name than the endpoint's");
    tls(
        "certification path|path building|path validation|does not chain|signature check failed",
        "the receiver's certificate is signed by no authority in grpc.authorities");
    tls(
        "certificate_expired",
        "the receiver says that our certificate has expired; replace the file");
    tls(
        "unknown_ca|certificate_unknown",
        "the receiver does not know the authority of our certificate");
    tls("bad_certificate|certificate_required", "the receiver does not accept our certificate");
    tls(
        "ssl routines:\\S*alert",
        "the receiver ended the TLS handshake; its log says whether it refuses our certificate");
  }

  private FailureWords() {}

  private static void tls(String said, String words) {
    TLS.put(Pattern.compile(said), words);
  }

  static String of(Throwable failure, String endpoint) {
    return endpoint + ": " + tls(failure).orElseGet(() -> plain(Status.fromThrowable(failure)));
  }

  private static Optional<String> tls(Throwable failure) {
    List<Throwable> causes = Stream.iterate(failure, c -> c != null, Throwable::getCause).toList();
    if (causes.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
      return Optional.of("the receiver's certificate has expired; it needs a new one");
    }
    String said =
        causes.stream()
            .map(c -> String.valueOf(c.getMessage()).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("\n"));
    return TLS.entrySet().stream()
        .filter(rule -> rule.getKey().matcher(said).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String plain(Status status) {
    String said = status.getDescription() == null ? "" : " (" + line(status.getDescription()) + ")";
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
    return cause == null || cause.getMessage() == null ? "" : ": " + line(cause.getMessage());
  }

  /** Behind the first line, the library describes its own inside. */
  private static String line(String text) {
    return text.lines().findFirst().orElse("");
  }
}
