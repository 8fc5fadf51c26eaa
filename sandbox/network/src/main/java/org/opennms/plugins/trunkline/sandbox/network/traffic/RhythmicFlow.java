package org.opennms.plugins.trunkline.sandbox.network.traffic;

/**
 * A flow with a weekly rhythm. How much has passed is a pure function of the seed and the time, so
 * two reads at any two instants give the right rate, also for the past and in another process; a
 * fault bends it from the moment it is set.
 *
 * <p>Thread-safe: faults are set by any thread and read by the agents' loop.
 */
public final class RhythmicFlow implements Flow {

  private final WeeklyProfile profile;
  private final double octetsPerSecond;
  private final int seed;
  private final long localOrigin;
  private final int octetsPerPacket;
  private volatile Course course;

  /** From an instant on the traffic takes another course, until the fault ends. */
  private sealed interface Course {
    long from();

    long until();

    double octets(RhythmicFlow flow, long now);
  }

  private record Factor(long from, long until, double start, double factor) implements Course {
    @Override
    public double octets(RhythmicFlow flow, long now) {
      return start + factor * (flow.undisturbed(now) - flow.undisturbed(from));
    }
  }

  private record Constant(long from, long until, double start, double octetsPerSecond)
      implements Course {
    @Override
    public double octets(RhythmicFlow flow, long now) {
      return start + octetsPerSecond * (now - from) / 1000;
    }
  }

  /**
   * Describes a flow.
   *
   * @param profile the week's shape
   * @param bitsPerSecond the mean over a week
   * @param octetsPerPacket mean size of a packet, for the packet counters
   * @param utcOffsetHours the local time that the week follows
   * @param seed what makes it unlike other flows of the same shape
   */
  public RhythmicFlow(
      WeeklyProfile profile,
      double bitsPerSecond,
      int octetsPerPacket,
      int utcOffsetHours,
      int seed) {
    this.localOrigin = ORIGIN - utcOffsetHours * 3_600_000L;
    this.profile = profile;
    this.octetsPerSecond = bitsPerSecond / 8;
    this.octetsPerPacket = octetsPerPacket;
    this.seed = seed;
  }

  @Override
  public long octets(long now) {
    return (long) total(now);
  }

  @Override
  public int octetsPerPacket() {
    return octetsPerPacket;
  }

  @Override
  public void scale(double factor, long now, long until) {
    double start = total(now);
    course = new Factor(now, until, start, factor);
  }

  @Override
  public void hold(double bitsPerSecond, long now, long until) {
    double start = total(now);
    course = new Constant(now, until, start, bitsPerSecond / 8);
  }

  private double total(long now) {
    Course current = course;
    if (current == null || now < current.from()) {
      return undisturbed(now);
    }
    if (now <= current.until()) {
      return current.octets(this, now);
    }
    double atEnd = current.octets(this, current.until());
    return atEnd + undisturbed(now) - undisturbed(current.until());
  }

  private double undisturbed(long now) {
    double seconds = (now - localOrigin) / 1000.0;
    return octetsPerSecond * profile.integral(Jitter.bend(seed, seconds));
  }
}
