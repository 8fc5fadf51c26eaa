package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A run of envelopes that receivers will not get, to be declared to them.
 *
 * @param reason why
 * @param transport which one's receivers; empty for all
 * @param first sequence of the first one; 0 for what never became an envelope
 * @param last sequence of the last one; 0 likewise
 * @param count how many
 * @param after {@code prev_sig} of the first one; may be empty
 * @param until {@code sig} of the last one; may be empty
 * @param fromNs {@code ts_ns} of the first one; 0 where unknown
 * @param toNs {@code ts_ns} of the last one; 0 where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes a second pass here: no copies.
public record Gap(
    DropReason reason,
    String transport,
    long first,
    long last,
    long count,
    byte[] after,
    byte[] until,
    long fromNs,
    long toNs) {

  /** Where a pending declaration is kept; runs that touch share a key. */
  String key() {
    return reason.spelling() + "/" + transport;
  }

  /** Whether the other one begins where this one ends. */
  boolean touches(Gap next) {
    return next.first == last + 1 || (first == 0 && next.first == 0);
  }

  /** Both as one. */
  Gap plus(Gap next) {
    return new Gap(
        reason,
        transport,
        first,
        next.last,
        count + next.count,
        after,
        next.until,
        fromNs,
        next.toNs);
  }

  byte[] encode() {
    byte[] name = transport.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(
            4 * Byte.BYTES + 5 * Long.BYTES + name.length + after.length + until.length)
        .put(reason.code())
        .put((byte) name.length)
        .put((byte) after.length)
        .put((byte) until.length)
        .putLong(first)
        .putLong(last)
        .putLong(count)
        .putLong(fromNs)
        .putLong(toNs)
        .put(name)
        .put(after)
        .put(until)
        .array();
  }

  static Gap decode(byte[] value) {
    ByteBuffer buffer = ByteBuffer.wrap(value);
    DropReason reason = DropReason.of(buffer.get());
    byte[] name = new byte[Byte.toUnsignedInt(buffer.get())];
    byte[] after = new byte[Byte.toUnsignedInt(buffer.get())];
    byte[] until = new byte[Byte.toUnsignedInt(buffer.get())];
    long first = buffer.getLong();
    long last = buffer.getLong();
    long count = buffer.getLong();
    long fromNs = buffer.getLong();
    long toNs = buffer.getLong();
    buffer.get(name).get(after).get(until);
    String transport = new String(name, StandardCharsets.UTF_8);
    return new Gap(reason, transport, first, last, count, after, until, fromNs, toNs);
  }
}
