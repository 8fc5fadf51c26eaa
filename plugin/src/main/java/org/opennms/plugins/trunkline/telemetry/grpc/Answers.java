package org.opennms.plugins.trunkline.telemetry.grpc;

import java.time.Duration;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;

/** What a receiver's answer means for an envelope. Stateless. */
final class Answers {
  private static final int MOST_TEXT = 200;

  private Answers() {}

  static Delivery read(UniversalAck ack, String endpoint) {
    Duration hint = Duration.ofMillis(Integer.toUnsignedLong(ack.getBackoffHintMs()));
    String said = endpoint + ": " + ack.getStatus() + words(ack);
    return switch (ack.getStatus()) {
      case OK -> new Delivery.Delivered();
      case INVALID -> new Delivery.Refused(said);
      case SECURITY_VIOLATION ->
          new Delivery.Refused(said + "; does the receiver have our public key?");
      case RETRY, OVERLOAD, QUOTA_EXCEEDED, PROCESSING_ERROR -> new Delivery.Later(hint, said);
      // A status of a later contract: nothing is given up for what is not understood.
      case UNRECOGNIZED ->
          new Delivery.Later(hint, endpoint + ": unknown status " + ack.getStatusValue());
    };
  }

  private static String words(UniversalAck ack) {
    String reason = ack.getReason();
    String errors = String.join(", ", ack.getValidationErrorsList());
    String both = reason + (reason.isEmpty() || errors.isEmpty() ? "" : ": ") + errors;
    String printable = both.replaceAll("\\p{C}", "?");
    String text =
        printable.length() <= MOST_TEXT ? printable : printable.substring(0, MOST_TEXT) + "…";
    return text.isEmpty() ? "" : " (" + text + ")";
  }
}
