package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Learns what is usual in one series at each hour of the week and says how unusual a sample is. A
 * sample is judged first and learned then, or not learned at all. Values that are never negative
 * are taken as square roots, which makes the spread of traffic about the same at all levels
 * (Anscombe, 1948); with the first negative value the series is learned anew as it is. For one
 * thread.
 */
public final class SeriesDetector {
  // Jumps matter most where the whole link is loud, so the hour's own step weighs only half.
  private static final double JUMP_MIX = 0.5;
  private static final double SUSTAINED_MIX = 0.7;
  // A jump that leads away from the usual counts for more than one that leads back.
  private static final double AWAY = 0.2;
  // What lasts is as unusual for many samples together; a point's worth is that much less.
  private static final double LEVEL_DISCOUNT = 0.5;
  private static final double SUSTAINED_DISCOUNT = 0.35;
  private static final double SUSTAINED_CLIP = 4;
  // The tails of lasting deviations learn an episode's beginning only.
  private static final double EPISODE_BEGINNING = 20 * 60;
  // Else a minute's samples would take what lasts for usual five times as soon.
  private static final double FULL_WEIGHT = 300;
  private static final double HALF_DAY = 12 * 3600.0;
  private static final double FIRST_HOUR = 3600;
  // Below this confidence nothing is alarmed.
  private static final double ENOUGH = 0.7;
  private static final double SURE = 0.5;
  private static final double TINY = 1e-9;

  private final DetectorSettings settings;
  private SeriesModel model;
  private boolean linear;

  /** Knows nothing yet. */
  public SeriesDetector(DetectorSettings settings) {
    this.settings = settings;
    this.model = new SeriesModel(settings);
  }

  /**
   * Judges a sample by what was learned before.
   *
   * @param at its time, later than that of the sample before
   * @param value finite
   * @param out filled with the judgement
   */
  public void judge(WeekCursor at, double value, Verdict out) {
    prepare(at, value, out);
    SeriesModel m = model;
    int alike = m.likeness.alike(at.slot());
    out.likeOtherDay = alike >= 0;
    double usual = alike < 0 ? m.shape.expected(at) : m.shape.expected(at, alike);
    double ahead = settings.recentShare() * m.recent;
    double least = TINY * (Math.abs(m.shape.level()) + TINY);
    out.residual = out.work - usual;
    out.deviation = out.residual - ahead;
    out.deviationSpread = Math.max(least, m.spreadAt(at));
    double floor = settings.floor();
    double step = Math.max(m.jump.scale().at(at, JUMP_MIX, floor), m.recurring.spread(at));
    out.jumpSpread = Math.max(least, step * Quietness.of(out.work, usual, m.shape.level()));
    out.uncertainty = m.shape.uncertainty(at);
    out.sustainedSpread =
        Math.max(least, out.uncertainty * m.sustained.scale().at(at, SUSTAINED_MIX, floor));
    out.jump = m.recentValues.jump(out.deviation);
    double far = SUSTAINED_CLIP * out.deviationSpread;
    double gain = Math.min(1, out.seconds / settings.sustainedTime());
    out.sustained = m.lasting + gain * (clamp(out.deviation, far) - m.lasting);
    tell(at, usual + ahead, out);
    weigh(out);
    out.state = state(out);
  }

  private void prepare(WeekCursor at, double value, Verdict out) {
    if (value < 0 && !linear) {
      linear = true;
      model = new SeriesModel(settings);
    }
    out.levelShift = false;
    out.work = linear ? value : Math.sqrt(value);
    if (model.times.isFirst()) {
      model.shape.level(out.work);
      model.lastWork = Double.NaN;
    }
    if (model.hour.isOver(at)) {
      closeHour(at, out);
    }
    out.continuous = model.times.isContinuous(at.time());
    out.seconds = model.times.seconds(at.time());
    if (!out.continuous && !model.times.isFirst()) {
      double kept = Math.max(0, 1 - model.times.since(at.time()) / settings.recentTime());
      model.recent *= kept;
      model.lasting = 0;
      model.recentValues.clear();
    }
  }

  private void closeHour(WeekCursor at, Verdict out) {
    double before = model.shape.level();
    double step = model.closeHour(at);
    if (step != 0) {
      out.levelShift = true;
      out.levelBefore = value(before);
      out.levelNow = value(before + step);
    }
  }

  private SeriesState state(Verdict out) {
    if (model.isLearning()) {
      return SeriesState.LEARNING;
    }
    if (!out.continuous) {
      return SeriesState.STALE;
    }
    if (out.likeOtherDay) {
      return SeriesState.HOLIDAY;
    }
    return out.confidence < ENOUGH ? SeriesState.INSUFFICIENT : SeriesState.NORMAL;
  }

  private void tell(WeekCursor at, double expected, Verdict out) {
    double spread = out.deviationSpread;
    out.expected = value(expected);
    out.lower = value(expected - model.band.down() * spread);
    out.upper = value(expected + model.band.up() * spread);
    out.spread = (value(expected + spread) - value(expected - spread)) / 2;
    out.confidence = model.reliability.of(model.shape.weeks(at.slot()));
  }

  private void weigh(Verdict out) {
    double level = out.deviation / out.deviationSpread;
    double jump = out.jump / out.jumpSpread;
    out.z = Math.abs(jump) > Math.abs(level) ? jump : level;
    out.cause = Verdict.Cause.NONE;
    out.score = 0;
    if (model.isLearning()) {
      return;
    }
    double atLevel = model.level.surprise(level);
    double atJump = out.jump == 0 ? 0 : model.jump.surprise(jump);
    double away = out.jump * out.deviation > 0 ? AWAY * atLevel : 0;
    take(out, atJump + away, Verdict.Cause.JUMP);
    take(out, atLevel - LEVEL_DISCOUNT, Verdict.Cause.LEVEL);
    double lasting = model.sustained.surprise(out.sustained / out.sustainedSpread);
    take(out, lasting - SUSTAINED_DISCOUNT, Verdict.Cause.SUSTAINED);
    take(out, model.stuck.surprise(out.work, model.lastWork), Verdict.Cause.STUCK);
  }

  private static void take(Verdict out, double surprise, Verdict.Cause cause) {
    if (surprise > out.score) {
      out.score = surprise;
      out.cause = cause;
    }
  }

  /**
   * Learns a sample.
   *
   * @param judged by {@link #judge}, just before
   */
  public void learn(WeekCursor at, Verdict judged) {
    SeriesModel m = model;
    m.suspicion.next(judged.score, judged.seconds);
    // What is not sure of itself had better learn.
    m.mask.next(judged.confidence < SURE ? 0 : judged.score, judged.seconds);
    m.level.scale().notice(Math.abs(judged.deviation), judged.seconds);
    m.sustained.scale().notice(Math.abs(judged.sustained), judged.seconds);
    m.jump.scale().notice(Math.abs(judged.jump), judged.seconds);
    boolean warm = m.times.learned() > FIRST_HOUR;
    if (warm) {
      learnTails(judged);
    }
    double residual = judged.work - m.shape.expected(at);
    m.hour.add(at, judged.work, residual, judged.seconds);
    if (m.mask.isOpen()) {
      followRecent(judged);
    } else {
      learnUsual(judged);
    }
    m.lasting = judged.sustained;
    if (m.recentValues.isReady()) {
      m.recurring.learn(at, judged.jump);
    }
    m.recentValues.add(judged.deviation);
    m.stuck.learn(judged.work, m.lastWork);
    m.lastWork = judged.work;
    m.times.add(at.time(), true);
    if (m.borrowed != null) {
      settle(at, judged);
    }
  }

  private void settle(WeekCursor at, Verdict judged) {
    model.borrowed.add(at.slot(), judged.work, judged.seconds);
    if (!model.isLearning()) {
      model.borrowed.settle(model.shape);
      model.borrowed = null;
    }
  }

  /**
   * Begins with the week of similar series: after the first day only the level is its own. Nothing
   * happens once a sample was seen.
   *
   * @param offsets what {@link #shape} tells of others, for 168 hours
   */
  public void borrow(List<Float> offsets) {
    if (model.times.isFirst()) {
      model.borrowed = new BorrowedWeek(offsets);
    }
  }

  /**
   * The week relative to the level, in the detector's own units; empty where there is no level to
   * relate to.
   */
  public Optional<float[]> shape() {
    double level = model.shape.level();
    if (linear || level <= 0) {
      return Optional.empty();
    }
    float[] offsets = new float[WeekCursor.SLOTS];
    for (int slot = 0; slot < offsets.length; slot++) {
      offsets[slot] = (float) (model.shape.offset(slot) / level);
    }
    return Optional.of(offsets);
  }

  private void learnUsual(Verdict judged) {
    learnScales(judged);
    double size = clip(judged.deviation, judged.deviationSpread);
    double residual = clip(judged.residual, judged.deviationSpread);
    model.hour.teach(residual, Math.abs(size) / judged.uncertainty, judged.seconds);
    followLevel(judged, residual);
  }

  private void learnTails(Verdict judged) {
    double level = judged.deviation / judged.deviationSpread;
    double weight = Math.min(1, judged.seconds / FULL_WEIGHT);
    if (model.recentValues.isReady()) {
      model.jump.learnTail(judged.jump / judged.jumpSpread, weight);
    }
    if (!model.suspicion.isLongerThan(EPISODE_BEGINNING)) {
      model.level.learnTail(level, weight);
      model.sustained.learnTail(judged.sustained / judged.sustainedSpread, weight);
    }
    model.band.learn(level, judged.seconds);
  }

  private void learnScales(Verdict judged) {
    double seconds = judged.seconds;
    double sure = judged.uncertainty;
    double level = size(model.level, judged.deviation, judged.deviationSpread) / sure;
    model.level.scale().learn(level, seconds);
    double sustained = size(model.sustained, judged.sustained, judged.sustainedSpread) / sure;
    model.sustained.scale().learn(sustained, seconds);
    if (model.recentValues.isReady()) {
      double jump = size(model.jump, judged.jump, judged.jumpSpread);
      model.jump.scale().learn(jump, seconds);
    }
  }

  private double size(Channel channel, double quantity, double spread) {
    return Math.min(Math.abs(quantity), channel.scale().limit(settings.clip(), spread));
  }

  private double clip(double quantity, double spread) {
    return clamp(quantity, model.level.scale().limit(settings.clip(), spread));
  }

  private void followLevel(Verdict judged, double residual) {
    double seconds = judged.seconds;
    double learned = model.times.learned();
    if (learned < settings.warmUp()) {
      double horizon = Math.max(seconds, Math.min(learned, HALF_DAY));
      model.shape.follow(horizon == 0 ? 0 : 0.5 * judged.residual * seconds / horizon);
      return;
    }
    model.shape.follow(residual * seconds / settings.levelTime());
    followRecent(judged);
  }

  private void followRecent(Verdict judged) {
    double seconds = judged.seconds;
    double far = model.level.scale().limit(settings.clip(), judged.deviationSpread);
    double seen = Math.max(model.recent - far, Math.min(model.recent + far, judged.residual));
    model.recent += Math.min(1, seconds / settings.recentTime()) * (seen - model.recent);
  }

  /**
   * Goes on without learning a sample, as during planned work.
   *
   * @param judged by {@link #judge}, just before
   */
  public void pass(WeekCursor at, Verdict judged) {
    // Coming back to what is usual is no jump.
    interrupt();
    model.lastWork = judged.work;
    model.times.add(at.time(), false);
  }

  /** Says whether today is a holiday; it is judged as a Sunday then, and teaches no weekday. */
  public void announce(boolean holiday) {
    model.likeness.announce(holiday);
  }

  /**
   * Learns the mean over an hour, as archives keep it: its level and shape, but nothing of spread
   * or jumps, which a mean hides. For hours before the first sample; later ones are ignored.
   */
  public void learnHourMean(WeekCursor at, double mean) {
    if (mean < 0 || linear || at.time() <= model.times.last()) {
      return;
    }
    double work = Math.sqrt(mean);
    if (model.times.isFirst()) {
      model.shape.level(work);
    }
    model.times.addConsolidated(at.time());
    model.learnHourMean(at.slot(), work);
  }

  /** Tells that the next sample does not follow the last one, as after a restart of counters. */
  public void interrupt() {
    model.recentValues.clear();
    model.lasting = 0;
  }

  /** Whether time has gone on since the last sample; others are not to be judged. */
  public boolean isLater(long epochSecond) {
    return model.times.isLater(epochSecond);
  }

  /** Time of the last sample in seconds since 1970; {@link Long#MIN_VALUE} before the first. */
  public long last() {
    return model.times.last();
  }

  /** Time for which samples were learned. */
  public double learnedSeconds() {
    return model.times.learned();
  }

  /** What mean is expected of an hour of the week, without what the last hours predict. */
  public double expected(int slot) {
    return value(centre(slot));
  }

  /** Lower end of that hour's band. */
  public double lower(int slot) {
    return value(centre(slot) - model.band.down() * model.spreadOf(slot));
  }

  /** Upper end of that hour's band. */
  public double upper(int slot) {
    return value(centre(slot) + model.band.up() * model.spreadOf(slot));
  }

  /** 0..1: the predicted probability that the next mean of that hour lies in its band. */
  public double confidence(int slot) {
    return model.reliability.of(model.shape.weeks(slot));
  }

  private double centre(int slot) {
    return model.shape.hourMean(slot);
  }

  private double value(double work) {
    return linear ? work : Math.max(0, work) * Math.max(0, work);
  }

  private static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  /** Writes all that is known. */
  public void write(ByteBuffer out) {
    out.put((byte) (linear ? 1 : 0));
    model.write(out);
  }

  /**
   * Reads what {@link #write} wrote, in place of what is known.
   *
   * @param whole false where the hour and the deviation under way were left out
   * @throws java.nio.BufferUnderflowException when there is too little
   */
  public void read(ByteBuffer in, boolean whole) {
    linear = in.get() != 0;
    model = new SeriesModel(settings);
    model.read(in, whole);
  }
}
