package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.util.List;

/** All that is known of a series, in the detector's own units. */
final class SeriesModel {
  final WeeklyShape shape;
  final SlotSpread spread = new SlotSpread();
  final Channel level = new Channel();
  final Channel jump = new Channel();
  final Channel sustained = new Channel();
  final RecurringJumps recurring = new RecurringJumps();
  final StuckRun stuck = new StuckRun();
  final Band band;
  final SlotReliability reliability = new SlotReliability();
  final RecentValues recentValues = new RecentValues();
  final Suspicion suspicion;

  /** While it is open, nothing is learned of what is usual. */
  final Suspicion mask;

  final LevelShift shift;
  final DayLikeness likeness = new DayLikeness();
  final HourSum hour = new HourSum();
  final SampleTimes times = new SampleTimes();

  // Of the means that are kept in single precision.
  private static final double ROUNDING = 1e-6;

  /** The mean that each hour of the week was promised to have at its next occurrence. */
  private final float[] promised = new float[WeekCursor.SLOTS];

  /** Mean deviation of the last hours, part of which is expected to go on. */
  double recent;

  /** Mean deviation of the last minutes. */
  double lasting;

  double lastWork;

  /** Null unless a week is borrowed and the first day not over. */
  BorrowedWeek borrowed;

  private final DetectorSettings settings;

  SeriesModel(DetectorSettings settings) {
    this.settings = settings;
    shape = new WeeklyShape(settings);
    band = new Band(settings.covered());
    shift = new LevelShift(settings.shiftHours());
    suspicion = suspicion(settings, settings.suspicion());
    mask = suspicion(settings, settings.mask());
  }

  private static Suspicion suspicion(DetectorSettings settings, double opens) {
    return new Suspicion(opens, settings.calm(), settings.calmTime(), settings.maskTime());
  }

  /** Spread of a single sample around what is expected. */
  double spreadAt(WeekCursor at) {
    return shape.uncertainty(at) * spread.at(at, level.scale(), settings.floor());
  }

  /** Likewise, of an hour's centre. */
  double spreadOf(int slot) {
    return shape.uncertainty(slot) * spread.of(slot, level.scale(), settings.floor());
  }

  /**
   * Learns from an hour that is over.
   *
   * @return the step that the level made, 0 in general
   */
  double closeHour(WeekCursor at) {
    int slot = hour.slot();
    double residual = hour.meanResidual();
    double usual = spreadOf(slot);
    double step = learnHour(slot, residual, usual);
    promised[slot] = (float) shape.hourMean(slot);
    if (hour.teaches()) {
      spread.learn(slot, hour.meanSize(), settings.slotMemory());
    }
    level.scale().closeHour(slot, settings.hourMemory());
    jump.scale().closeHour(slot, settings.hourMemory());
    sustained.scale().closeHour(slot, settings.hourMemory());
    long day = hour.day();
    hour.clear();
    if (Math.floorDiv(at.hourNumber(), (long) WeekCursor.HOURS) != day) {
      closeDay();
    }
    return step;
  }

  /** Learns an hour's mean, which says nothing of spread; that of a holiday teaches no weekday. */
  void learnHourMean(int slot, double mean) {
    if (likeness.alike(slot) >= 0) {
      return;
    }
    shape.learnHourMean(slot, mean);
    promised[slot] = (float) shape.hourMean(slot);
  }

  private double learnHour(int slot, double residual, double usual) {
    int weeks = shape.weeks(slot);
    double off = residual + shape.hourMean(slot) - promised[slot];
    // A value that is always the same has no spread, and lies in its band.
    double least = ROUNDING * Math.abs(hour.meanValue());
    boolean inside = off <= band.up() * usual + least && -off <= band.down() * usual + least;
    if (likeness.alike(slot) < 0) {
      reliability.learn(weeks, inside);
    }
    double step = isLearning() ? 0 : shift.next(residual, usual);
    if (step != 0) {
      shape.follow(step);
      recent = 0;
      lasting = 0;
    }
    likeness.next(shape, slot, hour.meanValue(), usual);
    if (likeness.alike(slot) < 0 && hour.teaches()) {
      shape.learn(slot, step == 0 ? hour.meanTaught() : 0);
    }
    return step;
  }

  /** Whether it is too early to judge. */
  boolean isLearning() {
    return times.learned() < settings.warmUp();
  }

  private void closeDay() {
    double share = Math.pow(0.5, 1 / settings.tailMemory());
    level.forget(share);
    jump.forget(share);
    sustained.forget(share);
    likeness.begin();
  }

  /** The hour and the deviation that are under way. */
  private void writeCurrent(ByteBuffer out) {
    out.putDouble(lasting);
    hour.write(out);
    for (Channel channel : List.of(level, jump, sustained)) {
      channel.scale().writeCurrent(out);
    }
    recurring.writeCurrent(out);
    recentValues.write(out);
    suspicion.write(out);
    mask.write(out);
    likeness.write(out);
    out.put((byte) (borrowed == null ? 0 : 1));
    if (borrowed != null) {
      borrowed.write(out);
    }
  }

  private void readCurrent(ByteBuffer in) {
    lasting = in.getDouble();
    hour.read(in);
    for (Channel channel : List.of(level, jump, sustained)) {
      channel.scale().readCurrent(in);
    }
    recurring.readCurrent(in);
    recentValues.read(in);
    suspicion.read(in);
    mask.read(in);
    likeness.read(in);
    borrowed = in.get() == 0 ? null : BorrowedWeek.read(in);
  }

  void write(ByteBuffer out) {
    shape.write(out);
    spread.write(out);
    level.write(out);
    jump.write(out);
    sustained.write(out);
    recurring.write(out);
    stuck.write(out);
    band.write(out);
    reliability.write(out);
    shift.write(out);
    times.write(out);
    Compact.put(out, promised);
    out.putDouble(recent).putDouble(lastWork);
    writeCurrent(out);
  }

  /** Reads what was written; not whole is what leaves out what was under way. */
  void read(ByteBuffer in, boolean whole) {
    shape.read(in);
    spread.read(in);
    level.read(in);
    jump.read(in);
    sustained.read(in);
    recurring.read(in);
    stuck.read(in);
    band.read(in);
    reliability.read(in);
    shift.read(in);
    times.read(in);
    Compact.get(in, promised);
    recent = in.getDouble();
    lastWork = in.getDouble();
    if (whole) {
      readCurrent(in);
    }
  }
}
