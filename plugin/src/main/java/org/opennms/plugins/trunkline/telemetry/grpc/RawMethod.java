package org.opennms.plugins.trunkline.telemetry.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;

/**
 * {@code PublishTelemetry} for envelopes that are bytes already: what is stored is what is sent.
 */
final class RawMethod {
  static final MethodDescriptor<byte[], UniversalAck> PUBLISH =
      MethodDescriptor.<byte[], UniversalAck>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("messaging.UniversalEventBus/PublishTelemetry")
          .setRequestMarshaller(new Bytes())
          .setResponseMarshaller(ProtoUtils.marshaller(UniversalAck.getDefaultInstance()))
          .build();

  private RawMethod() {}

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
