package org.opennms.plugins.trunkline.kafka;

import java.security.cert.CertificateException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** What a failure of Kafka's producer means to the operator. Stateless. */
final class FailureWords {
  private static final int MOST_CAUSES = 8;
  private static final String UNKNOWN_AUTHORITY = "PKIX path building failed";

  private FailureWords() {}

  static String of(Throwable failure) {
    String words = causes(failure);
    return remedy(failure, words).map(remedy -> words + ". " + remedy).orElse(words);
  }

  private static Optional<String> remedy(Throwable failure, String words) {
    String remedy = null;
    if (words.contains(UNKNOWN_AUTHORITY)) {
      remedy = "ssl.truststore.location does not hold the authority of the brokers' certificate.";
    } else if (hasCause(failure, CertificateException.class)) {
      remedy = "The brokers' certificate does not fit ssl.truststore.location or their names.";
    } else if (failure instanceof SslAuthenticationException) {
      remedy = "See security.protocol and the properties ssl.*";
    } else if (failure instanceof SaslAuthenticationException) {
      remedy = "See sasl.mechanism and sasl.jaas.config.";
    } else if (failure instanceof TopicAuthorizationException) {
      remedy = "Let the user write to the topic.";
    } else if (failure instanceof TimeoutException) {
      remedy = "No broker answered so: see bootstrap.servers and security.protocol.";
    }
    return Optional.ofNullable(remedy);
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
    Throwable each = failure;
    for (int i = 0; each != null && i < MOST_CAUSES; i++) {
      if (kind.isInstance(each)) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  /** The messages of it and its causes; each that says more than the one before. */
  private static String causes(Throwable failure) {
    Set<String> words = new LinkedHashSet<>();
    String last = "";
    Throwable each = failure;
    for (int i = 0; each != null && i < MOST_CAUSES; i++) {
      String text = each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage();
      if (!last.contains(text)) {
        words.add(text);
        last = text;
      }
      each = each.getCause();
    }
    return String.join(": ", words);
  }
}
