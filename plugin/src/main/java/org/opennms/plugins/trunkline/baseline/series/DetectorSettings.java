package org.opennms.plugins.trunkline.baseline.series;

/**
 * The constants of a detector. One set serves all series; the reasons stand at each value in {@link
 * #standard}. Times are in seconds.
 *
 * @param slotMemory weeks after which an hour of the week forgets
 * @param hourMemory days after which an hour of the day forgets
 * @param slotPrior weeks that the hour of the day weighs against the hour of the week
 * @param hourPrior days that the level weighs against the hour of the day
 * @param levelTime time in which the level follows
 * @param recentTime time over which the last deviations are averaged for the expectation
 * @param recentShare 0..1, how much of that average is expected to go on
 * @param sustainedTime time over which small deviations are averaged to be seen
 * @param clip spreads beyond which a deviation teaches no more
 * @param floor smallest spread of an hour, in overall spreads
 * @param tailMemory days after which tails forget by half
 * @param suspicion surprise from which the tails of lasting deviations do not learn
 * @param mask surprise from which nothing is learned of what is usual
 * @param calm surprise below which an episode calms down
 * @param calmTime how long it must stay calm to be over
 * @param maskTime longest time without learning
 * @param warmUp time before anything is judged
 * @param shiftHours hours of the same deviation that make a new level
 * @param covered share of samples that the band shall hold
 */
public record DetectorSettings(
    int slotMemory,
    int hourMemory,
    double slotPrior,
    double hourPrior,
    double levelTime,
    double recentTime,
    double recentShare,
    double sustainedTime,
    double clip,
    double floor,
    double tailMemory,
    double suspicion,
    double mask,
    double calm,
    double calmTime,
    double maskTime,
    double warmUp,
    int shiftHours,
    double covered) {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  /** The set for all series. */
  public static DetectorSettings standard() {
    return new DetectorSettings(
        // Two months of weeks, one of days: seasons pass, a holiday does not weigh much.
        8,
        28,
        // A week's difference between days is real in nearly all networks; a day's shape is surer.
        0.5,
        1,
        // The shape carries the week; the level only drifts.
        17 * DAY,
        // A busy morning goes on for hours, but most of it is over the next day.
        9 * HOUR,
        0.8,
        45 * MINUTE,
        3,
        0.3,
        28,
        // Once a day at five minutes: such samples are not trusted to say what is usual.
        2.5,
        // Once in ten thousand samples: what goes on from there is an incident, not a lesson.
        4,
        2,
        30 * MINUTE,
        DAY,
        DAY,
        24,
        0.95);
  }
}
