package org.opennms.plugins.trunkline.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.baseline.series.DetectorSettings;
import org.opennms.plugins.trunkline.baseline.series.PlainStatistics;
import org.opennms.plugins.trunkline.baseline.series.SeriesDetector;
import org.opennms.plugins.trunkline.baseline.series.Verdict;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;

/**
 * Judging and learning beside two peers in the same run, on one thread: mean and standard deviation
 * of 168 slots, and the first difference over its running scale. All see the same four weeks of
 * five-minute samples.
 */
public final class BaselineBenchmark {
  private static final int STEP = 300;
  private static final int SAMPLES = 4 * 7 * 288;
  private static final int SERIES = 200;
  private static final int ROUNDS = 5;
  private static final long MONDAY = 1_704_067_200;
  private static final int HELD = 2000;

  private BaselineBenchmark() {}

  /** Something that judges and learns the samples of one series. */
  private interface Peer {
    double take(long time, double value);
  }

  /** Prints one line for each. */
  public static void main(String[] arguments) {
    double[] values = values();
    for (int round = 0; round < ROUNDS; round++) {
      boolean last = round == ROUNDS - 1;
      run("detector (judge and learn)", BaselineBenchmark::detector, values, last);
      run("168 slots of mean and deviation", SlotPeer::new, values, last);
      run("first difference", DifferencePeer::new, values, last);
    }
    memory();
  }

  private static double[] values() {
    Random random = new Random(1);
    double[] values = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double hour = i / 12.0 % 24;
      double day = 1.2 + Math.sin((hour - 9) / 24 * 2 * Math.PI);
      values[i] = 4e8 * day * (1 + 0.05 * random.nextGaussian());
    }
    return values;
  }

  private static Peer detector() {
    SeriesDetector detector = new SeriesDetector(DetectorSettings.standard());
    WeekCursor at = new WeekCursor(ZoneOffset.UTC);
    Verdict verdict = new Verdict();
    return (time, value) -> {
      detector.judge(at.moveTo(time), value, verdict);
      detector.learn(at, verdict);
      return verdict.score();
    };
  }

  private static void run(String name, Supplier<Peer> peers, double[] values, boolean print) {
    double sum = 0;
    long began = cpu();
    for (int series = 0; series < SERIES; series++) {
      Peer peer = peers.get();
      for (int i = 0; i < SAMPLES; i++) {
        sum += peer.take(MONDAY + (long) i * STEP, values[i]);
      }
    }
    double seconds = (cpu() - began) / 1e9;
    if (print) {
      System.out.printf(
          Locale.ROOT,
          "%-34s %8.2f million samples per core-second (checksum %.0f)%n",
          name,
          (double) SERIES * SAMPLES / seconds / 1e6,
          sum);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void memory() {
    Object[] held = new Object[2 * HELD];
    long before = used();
    for (int i = 0; i < HELD; i++) {
      held[2 * i] = new SeriesDetector(DetectorSettings.standard());
      held[2 * i + 1] = new PlainStatistics(2);
    }
    System.out.printf(
        Locale.ROOT,
        "%-34s %8d bytes with the plain statistics (%d held)%n",
        "memory per metric",
        (used() - before) / HELD,
        held.length / 2);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The usual way: mean and standard deviation of each hour of the week. */
  private static final class SlotPeer implements Peer {
    private final double[] mean = new double[WeekCursor.SLOTS];
    private final double[] squares = new double[WeekCursor.SLOTS];
    private final int[] count = new int[WeekCursor.SLOTS];

    @Override
    public double take(long time, double value) {
      int slot = (int) Math.floorMod((time - MONDAY) / 3600, (long) WeekCursor.SLOTS);
      double deviation = Math.sqrt(squares[slot] / Math.max(1, count[slot] - 1));
      double z = deviation == 0 ? 0 : Math.abs(value - mean[slot]) / deviation;
      count[slot]++;
      double off = value - mean[slot];
      mean[slot] += off / count[slot];
      squares[slot] += off * (value - mean[slot]);
      return z;
    }
  }

  /** The one line that is hard to beat on accuracy. */
  private static final class DifferencePeer implements Peer {
    private double last;
    private double scale = 1;

    @Override
    public double take(long time, double value) {
      double step = Math.abs(value - last);
      double score = step / scale;
      scale += (step - scale) / 2016;
      last = value;
      return score;
    }
  }
}
