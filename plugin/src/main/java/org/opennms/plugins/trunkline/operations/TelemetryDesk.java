package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signed export, as operators see and steer it. {@link #status} answers from memory; the others
 * may wait for the disk, seconds at most. Thread-safe. Changes throw {@link OperationException}
 * where they cannot be made.
 */
public interface TelemetryDesk {
  /** How it is. */
  Status status();

  /**
   * Stops sending; the outbox goes on taking envelopes.
   *
   * @param transport a transport's name; empty for all
   * @return the transports that are paused now
   */
  List<String> pause(Optional<String> transport);

  /** Goes on sending, at once; likewise. */
  List<String> resume(Optional<String> transport);

  /** What receivers refused for good, the oldest first. */
  List<Letter> deadLetters(int limit);

  /**
   * Sends dead letters again, unchanged; those that are taken leave the list.
   *
   * @param ids of letters; empty for all
   * @return how many are sent again
   */
  int retry(List<Long> ids);

  /** Forgets dead letters; likewise. */
  int purge(List<Long> ids);

  /**
   * Makes a new key and announces it in an envelope that the old one signs.
   *
   * @return the id of the key to come
   */
  String rotateKey();

  /**
   * Checks a file or directory of envelopes against our own public keys: signatures, order, gaps.
   *
   * @param path on the host
   */
  Verification verify(String path);

  /**
   * How the export is.
   *
   * @param state in a word
   * @param detail one line for the operator; empty where there is nothing to say
   * @param agent the sender's name
   * @param keys what envelopes are signed with; empty while the export is off
   * @param outbox between us and the transports; empty while the export is off
   * @param transports by name
   */
  record Status(
      State state,
      String detail,
      String agent,
      Optional<Keys> keys,
      Optional<Outbox> outbox,
      List<Transport> transports) {
    /** Copies the list. */
    public Status {
      transports = List.copyOf(transports);
    }
  }

  /** How the export is, in a word. */
  enum State {
    /** Nothing is configured to take envelopes, or the part is switched off. */
    OFF,
    /** Envelopes are taken and leave. */
    OK,
    /** Something needs an operator. */
    DEGRADED,
    /** Envelopes wait and none has left for longer than {@code stalled-after}. */
    STALLED
  }

  /**
   * What envelopes are signed with.
   *
   * @param id of the key in force
   * @param publicKey PEM of the key in force
   * @param file that publishes it; empty where the key is in a store or the vault
   * @param signer what makes the signatures
   * @param nextId of the key to come; empty without a rotation
   * @param nextPublicKey PEM of it; empty likewise
   * @param nextFrom when it will sign
   */
  record Keys(
      String id,
      String publicKey,
      String file,
      String signer,
      String nextId,
      String nextPublicKey,
      Optional<Instant> nextFrom) {}

  /**
   * The outbox.
   *
   * @param condition in a word, for example {@code open} or {@code full}
   * @param detail one line; empty where there is nothing to say
   * @param waiting envelopes that have still to be delivered
   * @param bytes of them
   * @param fileBytes on disk
   * @param oldest when the oldest was accepted
   * @param queued drafts before it
   * @param accepted since the start
   * @param deadLetters that receivers refused
   * @param damagedFiles set aside since the start
   * @param lost by reason
   * @param sequence of the chain's last envelope
   * @param head its signature in hexadecimal digits
   */
  record Outbox(
      String condition,
      String detail,
      long waiting,
      long bytes,
      long fileBytes,
      Optional<Instant> oldest,
      int queued,
      long accepted,
      long deadLetters,
      int damagedFiles,
      Map<String, Long> lost,
      long sequence,
      String head) {
    /** Copies the map. */
    public Outbox {
      lost = Map.copyOf(lost);
    }
  }

  /**
   * A transport.
   *
   * @param name for example {@code grpc}
   * @param state in a word, for example {@code running} or {@code paused}
   * @param detail the other end, and the last failure while it lasts
   * @param waiting envelopes it has still to deliver
   * @param inFlight under way
   * @param delivered since the start
   * @param retried since the start
   * @param refused since the start
   * @param lastDelivery when the other end last took one
   * @param perSecond deliveries a second over the last minute
   */
  record Transport(
      String name,
      String state,
      String detail,
      long waiting,
      int inFlight,
      long delivered,
      long retried,
      long refused,
      Optional<Instant> lastDelivery,
      double perSecond) {}

  /**
   * A dead letter.
   *
   * @param id by which it is named
   * @param transport whose receiver refused it
   * @param at when
   * @param reason the receiver's words
   * @param sequence its place in the chain
   * @param device whose telemetry it is
   * @param bytes its size
   */
  record Letter(
      long id,
      String transport,
      Instant at,
      String reason,
      long sequence,
      String device,
      int bytes) {}

  /**
   * What a check found.
   *
   * @param envelopes looked at
   * @param whole whether nothing is altered, missing, moved, repeated or inserted
   * @param findings one line each, the gravest first
   */
  record Verification(int envelopes, boolean whole, List<String> findings) {
    /** Copies the list. */
    public Verification {
      findings = List.copyOf(findings);
    }
  }
}
