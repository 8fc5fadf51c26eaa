package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.wire.SigningKey;

/** Ed25519 as shipped, one thread, beside {@code openssl speed}, one after the other. */
final class SignatureRates {
  private static final int MESSAGE_BYTES = 1_165;
  private static final long SECONDS = 2;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private SignatureRates() {}

  static void print() throws IOException {
    byte[] message = new byte[MESSAGE_BYTES];
    SigningKey key = SigningKey.of(new byte[SigningKey.SIZE]);
    byte[] signature = key.sign(message);
    double[] peer = openssl();
    double sign = rate(() -> key.sign(message));
    double verify =
        rate(
            () -> {
              if (!key.verifyingKey().verify(message, signature)) {
                throw new IllegalStateException("a good signature was refused");
              }
            });
    System.out.println("Ed25519, one thread        sign/s      verify/s");
    System.out.printf("Trunkline (Bouncy Castle) %,8.0f %,12.0f%n", sign, verify);
    System.out.printf("OpenSSL                   %,8.0f %,12.0f%n", peer[0], peer[1]);
    System.out.printf("ratio                     %8.2f %12.2f%n", sign / peer[0], verify / peer[1]);
  }

  /** A second of the thread's CPU, as OpenSSL counts; the better of two rounds after a warm-up. */
  private static double rate(Runnable work) {
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long count = 0;
      long begin = CPU.getCurrentThreadCpuTime();
      while (CPU.getCurrentThreadCpuTime() - begin < SECONDS * 1_000_000_000L) {
        for (int i = 0; i < 100; i++) {
          work.run();
        }
        count += 100;
      }
      double rate = count * 1e9 / (CPU.getCurrentThreadCpuTime() - begin);
      best = round == 0 ? 0 : Math.max(best, rate);
    }
    return best;
  }

  private static double[] openssl() throws IOException {
    Process process =
        new ProcessBuilder("openssl", "speed", "-seconds", Long.toString(SECONDS), "ed25519")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher line = Pattern.compile("Ed25519\\S*\\s.*?([\\d.]+)\\s+([\\d.]+)\\s*$").matcher(text);
    if (!line.find()) {
      throw new IOException("openssl speed ed25519 said: " + text);
    }
    return new double[] {Double.parseDouble(line.group(1)), Double.parseDouble(line.group(2))};
  }
}
