package org.opennms.plugins.trunkline.receiver.bus;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A request as it came, not parsed: what is stored is what was sent.
 *
 * @param bytes empty when they are more than the receiver takes
 * @param size how many came
 */
record ReceivedBytes(ByteString bytes, int size) {
  /** Reads requests up to a size; of larger ones it keeps the size only. */
  record Marshaller(int mostBytes) implements MethodDescriptor.Marshaller<ReceivedBytes> {
    @Override
    public InputStream stream(ReceivedBytes value) {
      return new ByteArrayInputStream(value.bytes().toByteArray());
    }

    @Override
    public ReceivedBytes parse(InputStream stream) {
      try {
        byte[] bytes = stream.readNBytes(mostBytes + 1);
        return bytes.length > mostBytes
            ? new ReceivedBytes(ByteString.EMPTY, bytes.length + stream.available())
            : new ReceivedBytes(UnsafeByteOperations.unsafeWrap(bytes), bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
