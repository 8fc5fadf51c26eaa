package org.opennms.plugins.trunkline.benchmarks;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import org.opennms.plugins.trunkline.wire.proto.UniversalEventBusGrpc;

/** Sends an envelope's bytes as they are. */
final class RawPublish {
  private static final MethodDescriptor<byte[], UniversalAck> PUBLISH =
      UniversalEventBusGrpc.getPublishTelemetryMethod().toBuilder(
              new Bytes(), ProtoUtils.marshaller(UniversalAck.getDefaultInstance()))
          .build();

  private RawPublish() {}

  /** The answer's status comes later; a call that failed counts as RETRY. */
  static void send(ManagedChannel channel, byte[] envelope, Consumer<UniversalAck.Status> done) {
    ClientCalls.asyncUnaryCall(
        channel.newCall(PUBLISH, CallOptions.DEFAULT),
        envelope,
        new StreamObserver<>() {
          @Override
          public void onNext(UniversalAck ack) {
            done.accept(ack.getStatus());
          }

          @Override
          public void onError(Throwable failure) {
            done.accept(UniversalAck.Status.RETRY);
          }

          @Override
          public void onCompleted() {
            // The answer was all.
          }
        });
  }

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
