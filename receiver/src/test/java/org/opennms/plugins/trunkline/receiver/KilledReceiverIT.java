package org.opennms.plugins.trunkline.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.bus.BusFixture;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;

/** The executable jar, killed with SIGKILL under load again and again. */
class KilledReceiverIT {
  private static final int KILLS = Integer.getInteger("trunkline.kills", 4);
  private static final int ENVELOPES = 1_000 * (KILLS + 1);
  private static final int IN_FLIGHT = 64;

  @TempDir Path directory;

  private final List<ByteString> chain = Samples.chain(ENVELOPES);
  private final BitSet acknowledged = new BitSet();

  @Test
  void every_acknowledged_envelope_is_there_exactly_once_and_the_chain_is_whole() throws Exception {
    long seed = Long.getLong("trunkline.seed", 8);
    Random random = new Random(seed);
    BusFixture fixture = new BusFixture(directory);
    int before = 0;
    for (int round = 0; round < KILLS; round++) {
      ServeProcess serve = ServeProcess.start(fixture);
      send(fixture, serve, 50 + random.nextInt(900));
      serve.kill();
      assertThat(acknowledged.cardinality()).isGreaterThan(before);
      before = acknowledged.cardinality();
    }
    ServeProcess last = ServeProcess.start(fixture);
    send(fixture, last, ENVELOPES);
    last.stop();
    System.out.printf(
        "%d kills (seed %d): %d envelopes, %d acknowledged before the last kill%n",
        KILLS, seed, ENVELOPES, before);
    assertThat(acknowledged.cardinality()).isEqualTo(ENVELOPES);
    assertThat(output("verify", fixture.store().toString(), "--keys", fixture.keys().toString()))
        .contains("RESULT: WHOLE")
        .contains(String.format("authentic   %,d envelopes", ENVELOPES));
  }

  /** Sends what was not acknowledged, in order, until enough of it is, or all. */
  private void send(BusFixture fixture, ServeProcess serve, int enough) throws Exception {
    ManagedChannel channel = fixture.channel(serve.port(), "agent");
    Semaphore window = new Semaphore(IN_FLIGHT);
    AtomicInteger answered = new AtomicInteger();
    BitSet todo = new BitSet();
    todo.set(0, ENVELOPES);
    synchronized (acknowledged) {
      todo.andNot(acknowledged);
    }
    int wanted = Math.min(enough, todo.cardinality());
    for (int i = todo.nextSetBit(0);
        i >= 0 && answered.get() < wanted;
        i = todo.nextSetBit(i + 1)) {
      window.acquire();
      int which = i;
      Futures.addCallback(
          BusFixture.publishLater(channel, chain.get(i)),
          new FutureCallback<UniversalAck>() {
            @Override
            public void onSuccess(UniversalAck ack) {
              assertThat(ack.getStatus()).isEqualTo(UniversalAck.Status.OK);
              synchronized (acknowledged) {
                acknowledged.set(which);
              }
              answered.incrementAndGet();
              window.release();
            }

            @Override
            public void onFailure(Throwable failure) {
              window.release();
            }
          },
          MoreExecutors.directExecutor());
    }
    if (enough >= ENVELOPES) {
      window.acquire(IN_FLIGHT);
      channel.shutdownNow();
    } else {
      new Thread(channel::shutdown).start();
    }
  }

  private static String output(String... arguments) {
    StringWriter out = new StringWriter();
    Receiver.commandLine().setOut(new PrintWriter(out)).execute(arguments);
    return out.toString();
  }
}
