package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.OperStatus;

/** Makes readings for tests; immutable. */
record Readings(CounterReading reading) {
  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  static final long UPTIME = 1_000_000;
  static final long GIGABIT = 1_000_000_000L;

  /** A gigabit port that has counted a little of everything. */
  static Readings start() {
    return new Readings(
        new CounterReading(
            START,
            UPTIME,
            0,
            direction(1_000_000, 1_000, 10, 10),
            direction(2_000_000, 2_000, 10, 10),
            GIGABIT,
            AdminStatus.UP,
            OperStatus.UP));
  }

  static CounterReading.Direction direction(long octets, long packets, long errors, long discards) {
    return new CounterReading.Direction(
        Counter.of64(octets), Counter.of64(packets), Counter.of32(errors), Counter.of32(discards));
  }

  static CounterReading.Direction octets32(long octets) {
    return new CounterReading.Direction(
        Counter.of32(octets), Counter.ABSENT, Counter.ABSENT, Counter.ABSENT);
  }

  static CounterReading.Direction octets64(long octets) {
    return new CounterReading.Direction(
        Counter.of64(octets), Counter.ABSENT, Counter.ABSENT, Counter.ABSENT);
  }

  /** Both clocks go on. */
  Readings after(Duration time) {
    long ticks = reading.sysUpTime() + time.toMillis() / 10;
    return at(reading.at().plus(time)).uptime(ticks % (1L << 32));
  }

  Readings at(Instant at) {
    return with(at, reading.sysUpTime(), reading.discontinuityTime(), reading.speed());
  }

  Readings uptime(long ticks) {
    return with(reading.at(), ticks, reading.discontinuityTime(), reading.speed());
  }

  Readings discontinuity(long ticks) {
    return with(reading.at(), reading.sysUpTime(), ticks, reading.speed());
  }

  Readings speed(long speed) {
    return with(reading.at(), reading.sysUpTime(), reading.discontinuityTime(), speed);
  }

  Readings in(CounterReading.Direction in) {
    return counters(in, reading.out());
  }

  Readings out(CounterReading.Direction out) {
    return counters(reading.in(), out);
  }

  Readings counters(CounterReading.Direction in, CounterReading.Direction out) {
    return new Readings(
        new CounterReading(
            reading.at(),
            reading.sysUpTime(),
            reading.discontinuityTime(),
            in,
            out,
            reading.speed(),
            reading.adminStatus(),
            reading.operStatus()));
  }

  Readings oper(OperStatus status) {
    return new Readings(
        new CounterReading(
            reading.at(),
            reading.sysUpTime(),
            reading.discontinuityTime(),
            reading.in(),
            reading.out(),
            reading.speed(),
            reading.adminStatus(),
            status));
  }

  private Readings with(Instant at, long uptime, long discontinuity, long speed) {
    return new Readings(
        new CounterReading(
            at,
            uptime,
            discontinuity,
            reading.in(),
            reading.out(),
            speed,
            reading.adminStatus(),
            reading.operStatus()));
  }
}
