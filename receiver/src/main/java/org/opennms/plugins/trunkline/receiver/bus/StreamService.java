package org.opennms.plugins.trunkline.receiver.bus;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.receiver.proto.EnvelopeStreamGrpc;
import org.opennms.plugins.trunkline.receiver.proto.StoredEnvelope;
import org.opennms.plugins.trunkline.receiver.proto.SubscribeRequest;
import org.opennms.plugins.trunkline.receiver.store.EnvelopeLog;
import org.opennms.plugins.trunkline.receiver.store.LogCursor;
import org.opennms.plugins.trunkline.receiver.store.StoredRecord;
import org.opennms.plugins.trunkline.wire.Contract;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes stored envelopes on to consumers, in order, as fast as each of them reads. One thread for
 * each consumer.
 */
final class StreamService extends EnvelopeStreamGrpc.EnvelopeStreamImplBase {
  private static final Logger LOG = LoggerFactory.getLogger(StreamService.class);
  private static final long POLL_MS = 200;

  private final EnvelopeLog log;
  private final Set<String> consumers;
  private final ExecutorService threads;
  private final Semaphore free;

  /**
   * @param consumers common names of the certificates that may subscribe
   * @param threads unbounded; at most {@code mostStreams} of them are used
   */
  StreamService(EnvelopeLog log, Set<String> consumers, ExecutorService threads, int mostStreams) {
    this.log = log;
    this.consumers = consumers;
    this.threads = threads;
    this.free = new Semaphore(mostStreams);
  }

  @Override
  public void subscribe(SubscribeRequest request, StreamObserver<StoredEnvelope> observer) {
    String peer = Peer.name();
    if (!consumers.contains(peer)) {
      observer.onError(
          Status.PERMISSION_DENIED
              .withDescription("\"" + peer + "\" is no consumer; start serve with --consumer")
              .asRuntimeException());
      return;
    }
    if (!free.tryAcquire()) {
      observer.onError(
          Status.RESOURCE_EXHAUSTED.withDescription("too many consumers").asRuntimeException());
      return;
    }
    Stream stream = new Stream(request, (ServerCallStreamObserver<StoredEnvelope>) observer);
    try {
      threads.execute(stream::run);
    } catch (RejectedExecutionException e) {
      free.release();
      observer.onError(Status.UNAVAILABLE.withDescription("stopping").asRuntimeException());
    }
  }

  /** One consumer. */
  private final class Stream {
    private final SubscribeRequest request;
    private final ServerCallStreamObserver<StoredEnvelope> observer;
    private final Semaphore ready = new Semaphore(0);

    Stream(SubscribeRequest request, ServerCallStreamObserver<StoredEnvelope> observer) {
      this.request = request;
      this.observer = observer;
      observer.setOnReadyHandler(ready::release);
      observer.setOnCancelHandler(ready::release);
    }

    void run() {
      try (LogCursor cursor = log.cursor(request.getFromOffset())) {
        while (!observer.isCancelled() && !threads.isShutdown()) {
          step(cursor);
        }
        end(Status.UNAVAILABLE.withDescription("the receiver stops; resume with the next offset"));
      } catch (IOException e) {
        LOG.error("Cannot read the store for a consumer", e);
        end(Status.INTERNAL.withDescription("cannot read the store"));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        end(Status.UNAVAILABLE.withDescription("the receiver stops; resume with the next offset"));
      } finally {
        free.release();
      }
    }

    private void step(LogCursor cursor) throws IOException, InterruptedException {
      if (!observer.isReady()) {
        ready.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS);
        ready.drainPermits();
        return;
      }
      Optional<StoredRecord> next = cursor.next();
      if (next.isEmpty()) {
        log.await(cursor.offset(), POLL_MS);
      } else if (isWanted(next.get())) {
        observer.onNext(
            StoredEnvelope.newBuilder()
                .setOffset(next.get().offset())
                .setReceivedNs(next.get().receivedNs())
                .setEnvelope(next.get().envelope())
                .build());
      }
    }

    private boolean isWanted(StoredRecord record) {
      if (request.getAgent().isEmpty() && request.getDeviceId().isEmpty()) {
        return true;
      }
      try {
        UniversalEnvelope envelope = UniversalEnvelope.parseFrom(record.envelope());
        String device = envelope.getDeviceTelemetry().getDeviceId();
        return (request.getAgent().isEmpty()
                || Contract.agent(envelope).orElse("").equals(request.getAgent()))
            && (request.getDeviceId().isEmpty() || device.equals(request.getDeviceId()));
      } catch (InvalidProtocolBufferException e) {
        return false;
      }
    }

    private void end(Status status) {
      if (!observer.isCancelled()) {
        observer.onError(status.asRuntimeException());
      }
    }
  }
}
