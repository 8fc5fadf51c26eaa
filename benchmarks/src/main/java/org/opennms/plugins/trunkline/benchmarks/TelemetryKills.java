package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.SigningKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * kill -9 at random times, of a sender at load and of its receiver: in the end the receiver has
 * every accepted envelope exactly once, and its chain is whole.
 */
@Command(name = "kills", mixinStandardHelpOptions = true)
public final class TelemetryKills implements Runnable {
  private static final Pattern KEY = Pattern.compile("\"idempotency_?[kK]ey\" ?: ?\"([0-9a-f]+)\"");
  private static final List<String> QUICK_START =
      List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final int MOST_MILLIS = 600;
  private static final int KINDS = 5;
  private static final int LOAD = 50;
  private static final int EARLY_OF = 5;
  private static final long PATIENCE_SECONDS = 300;

  @Option(names = "--kills", description = "How many in all.")
  private int kills = 20;

  @Option(names = "--seed", description = "Of the times and of who is killed.")
  private long seed = new SecureRandom().nextLong();

  @Option(names = "--receiver", description = "trunkline-receiver.jar.")
  private Path jar = Path.of("receiver/target/trunkline-receiver.jar");

  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private int ofSender;
  private int ofReceiver;
  private final long begin = System.nanoTime();

  /** Prints the counts; exit code 1 when something is missing, twice or altered. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TelemetryKills()).execute(arguments));
  }

  @Override
  public void run() {
    try {
      Path home = Files.createTempDirectory("trunkline-kills");
      SigningKey key = SigningKey.generate(new SecureRandom());
      KeyFiles.writePrivate(home.resolve("key.pem"), key);
      Path there = Files.createDirectories(home.resolve("receiver"));
      try (ReceiverUnderTest receiver = new ReceiverUnderTest(jar, there, key, QUICK_START)) {
        receiver.start();
        kill(home, receiver);
        drain(home, receiver);
        judge(receiver);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void kill(Path home, ReceiverUnderTest receiver)
      throws IOException, InterruptedException {
    Random chance = new Random(seed);
    SenderProcess sender = SenderProcess.start(home, receiver, true, accepted);
    for (int i = 0; i < kills; i++) {
      // Now and then within the start, which reads what the kill before it left.
      if (chance.nextInt(EARLY_OF) > 0) {
        awaitLoad(receiver);
      }
      TimeUnit.MILLISECONDS.sleep(chance.nextInt(MOST_MILLIS));
      int which = chance.nextInt(KINDS);
      boolean both = which == 0;
      if (both || which % 2 == 1) {
        sender.kill();
        ofSender++;
      }
      if (both || which % 2 == 0) {
        receiver.kill();
        ofReceiver++;
        receiver.start();
      }
      if (both || which % 2 == 1) {
        sender = SenderProcess.start(home, receiver, true, accepted);
      }
    }
    sender.kill();
  }

  /** A kill while nothing is taken or delivered would try little: a start takes its time. */
  private void awaitLoad(ReceiverUnderTest receiver) throws IOException, InterruptedException {
    int enough = accepted.size() + LOAD;
    long stored = receiver.storedBytes();
    long since = System.nanoTime();
    while (accepted.size() < enough || receiver.storedBytes() == stored) {
      if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IOException("nothing more was accepted or stored in " + PATIENCE_SECONDS + " s");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void drain(Path home, ReceiverUnderTest receiver)
      throws IOException, InterruptedException {
    try (SenderProcess last = SenderProcess.start(home, receiver, false, accepted)) {
      OptionalInt code = last.awaitEnd(PATIENCE_SECONDS);
      if (code.isEmpty()) {
        throw new IOException("the outbox is not empty after " + PATIENCE_SECONDS + " s");
      }
      if (code.getAsInt() != 0) {
        throw new IOException("the last sender ended with " + code.getAsInt() + "; see " + home);
      }
    }
  }

  /** The idempotency key in a line of {@code export}. */
  static Optional<String> keyOf(String line) {
    Matcher key = KEY.matcher(line);
    return key.find() ? Optional.of(key.group(1)) : Optional.empty();
  }

  private void judge(ReceiverUnderTest receiver) throws IOException, InterruptedException {
    Map<String, Integer> stored = new HashMap<>();
    receiver.export(line -> keyOf(line).ifPresent(key -> stored.merge(key, 1, Integer::sum)));
    long missing = accepted.stream().filter(k -> !stored.containsKey(k)).count();
    long twice = stored.values().stream().filter(n -> n > 1).count();
    List<String> verdict = receiver.verify();
    boolean whole = verdict.get(0).equals("exit code 0");
    System.out.println(
        "Seed "
            + seed
            + ": killed the sender "
            + ofSender
            + " and the receiver "
            + ofReceiver
            + " times; accepted "
            + accepted.size()
            + ", stored "
            + stored.size()
            + ", missing "
            + missing
            + ", twice "
            + twice
            + ", chain "
            + (whole ? "whole" : "NOT WHOLE")
            + "; "
            + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)
            + " s");
    if (missing > 0 || twice > 0 || !whole || accepted.isEmpty()) {
      verdict.stream().limit(60).forEach(System.out::println);
      throw new IllegalStateException("seed " + seed + " shows a defect");
    }
  }
}
