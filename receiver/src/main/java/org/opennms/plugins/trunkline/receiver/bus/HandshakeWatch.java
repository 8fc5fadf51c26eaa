package org.opennms.plugins.trunkline.receiver.bus;

import io.grpc.netty.shaded.io.netty.handler.ssl.NotSslRecordException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Says of a client that fails before a certificate of it is judged where it is and why, once an
 * hour each. Safe for use by many threads.
 */
final class HandshakeWatch {
  private static final int MOST_CAUSES = 8;
  private static final int MOST_TEXT = 160;

  private final ToldLately told;
  private final BiConsumer<Refusal, String> refusals;

  /**
   * @param refusals is given a reason and a line for each, an empty one where it was told lately
   */
  HandshakeWatch(InstantSource clock, BiConsumer<Refusal, String> refusals) {
    this.told = new ToldLately(clock);
    this.refusals = refusals;
  }

  /** A client's handshake failed. Does not block. */
  void failed(SocketAddress peer, Throwable cause) {
    Refusal reason = reason(cause);
    // Whose certificate is refused is told by those who refuse it.
    if (reason != Refusal.CERTIFICATE) {
      String line = "refused a client at " + host(peer) + ": " + words(reason, cause);
      refusals.accept(reason, told.unlessTold(line));
    }
  }

  private static Refusal reason(Throwable cause) {
    Throwable each = cause;
    for (int i = 0; each != null && i < MOST_CAUSES; i++) {
      if (each instanceof CertificateException) {
        return Refusal.CERTIFICATE;
      }
      if (each instanceof NotSslRecordException) {
        return Refusal.NO_TLS;
      }
      if (isWithoutCertificate(each)) {
        return Refusal.NO_CERTIFICATE;
      }
      each = each.getCause();
    }
    return Refusal.HANDSHAKE;
  }

  // In the words of BoringSSL and of the JDK, whichever of the two serves.
  private static boolean isWithoutCertificate(Throwable cause) {
    String words = String.valueOf(cause.getMessage());
    return words.contains("PEER_DID_NOT_RETURN_A_CERTIFICATE")
        || words.contains("Empty client certificate chain");
  }

  private static String words(Refusal reason, Throwable cause) {
    return switch (reason) {
      case NO_CERTIFICATE -> "it shows no certificate";
      case NO_TLS -> "it does not speak TLS";
      case CERTIFICATE, HANDSHAKE -> handshake(cause);
    };
  }

  private static String handshake(Throwable cause) {
    if (cause instanceof ClosedChannelException) {
      return "it hung up in the TLS handshake";
    }
    String said = Shown.text(String.valueOf(cause.getMessage()), MOST_TEXT);
    boolean refusesUs = said.toUpperCase(Locale.ROOT).contains("ALERT");
    return (refusesUs ? "it refuses this receiver's certificate or TLS (" : "no TLS handshake (")
        + said
        + ")";
  }

  // Without the port, which is another each time.
  private static String host(SocketAddress peer) {
    return peer instanceof InetSocketAddress address && address.getAddress() != null
        ? address.getAddress().getHostAddress()
        : String.valueOf(peer);
  }
}
