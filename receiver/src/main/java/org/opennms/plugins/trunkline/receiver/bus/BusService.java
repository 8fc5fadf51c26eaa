package org.opennms.plugins.trunkline.receiver.bus;

import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import org.opennms.plugins.trunkline.receiver.store.EnvelopeLog;
import org.opennms.plugins.trunkline.wire.proto.ComponentHealth;
import org.opennms.plugins.trunkline.wire.proto.DeviceRegistration;
import org.opennms.plugins.trunkline.wire.proto.DeviceRegistrationResponse;
import org.opennms.plugins.trunkline.wire.proto.HealthRequest;
import org.opennms.plugins.trunkline.wire.proto.HealthResponse;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import org.opennms.plugins.trunkline.wire.proto.UniversalEventBusGrpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code messaging.UniversalEventBus} over gRPC. {@code PublishBatch} is UNIMPLEMENTED on purpose:
 * a batch bears no signature of its own.
 */
final class BusService {
  private static final Logger LOG = LoggerFactory.getLogger(BusService.class);

  private final Intake intake;
  private final EnvelopeLog log;
  private final AgentKeys keys;
  private final InstantSource clock;
  private final int mostBytes;

  BusService(Intake intake, EnvelopeLog log, AgentKeys keys, InstantSource clock, int mostBytes) {
    this.intake = intake;
    this.log = log;
    this.keys = keys;
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  ServerServiceDefinition definition() {
    MethodDescriptor<ReceivedBytes, UniversalAck> publish =
        UniversalEventBusGrpc.getPublishTelemetryMethod().toBuilder(
                new ReceivedBytes.Marshaller(mostBytes),
                ProtoUtils.marshaller(UniversalAck.getDefaultInstance()))
            .build();
    return ServerServiceDefinition.builder(UniversalEventBusGrpc.SERVICE_NAME)
        .addMethod(publish, ServerCalls.asyncUnaryCall(this::publish))
        .addMethod(
            UniversalEventBusGrpc.getPublishBatchMethod(),
            ServerCalls.asyncUnaryCall(
                (batch, observer) ->
                    ServerCalls.asyncUnimplementedUnaryCall(
                        UniversalEventBusGrpc.getPublishBatchMethod(), observer)))
        .addMethod(
            UniversalEventBusGrpc.getRegisterDeviceMethod(),
            ServerCalls.asyncUnaryCall(this::register))
        .addMethod(
            UniversalEventBusGrpc.getGetHealthMethod(), ServerCalls.asyncUnaryCall(this::health))
        .build();
  }

  private void publish(ReceivedBytes received, StreamObserver<UniversalAck> observer) {
    intake.take(Peer.name(), received, ack -> answer(observer, ack));
  }

  /** Devices need no registration; an agent that registers one is told so. */
  private void register(
      DeviceRegistration device, StreamObserver<DeviceRegistrationResponse> observer) {
    boolean named = !device.getDeviceId().isEmpty();
    answer(
        observer,
        DeviceRegistrationResponse.newBuilder()
            .setAccepted(named)
            .setDeviceId(device.getDeviceId())
            .setAssignedAgentId(device.getDiscoveredByAgent())
            .setRejectionReason(named ? "" : "device_id: missing")
            .build());
  }

  private void health(HealthRequest request, StreamObserver<HealthResponse> observer) {
    long now = clock.millis() * 1_000_000;
    HealthResponse.Builder health = HealthResponse.newBuilder().setTimestampNs(now);
    boolean stores = log.failure().isEmpty();
    component(health, request, "store", stores, stores ? "offset " + log.end() : log.failure());
    boolean known = keys.agents() > 0;
    component(health, request, "keys", known, keys.agents() + " agents have a public key");
    health.setOverallStatus(stores ? known ? "HEALTHY" : "DEGRADED" : "UNHEALTHY");
    answer(observer, health.build());
  }

  private static void component(
      HealthResponse.Builder health,
      HealthRequest request,
      String name,
      boolean good,
      String message) {
    if (request.getComponentsCount() == 0 || request.getComponentsList().contains(name)) {
      health.putComponentHealth(
          name,
          ComponentHealth.newBuilder()
              .setStatus(good ? "HEALTHY" : "CRITICAL")
              .setMessage(message)
              .setLastCheckNs(health.getTimestampNs())
              .build());
    }
  }

  /** A sender that went away meanwhile sends again and is told then. */
  private static <T> void answer(StreamObserver<T> observer, T answer) {
    try {
      observer.onNext(answer);
      observer.onCompleted();
    } catch (IllegalStateException e) {
      LOG.debug("The sender did not wait for the answer", e);
    }
  }
}
