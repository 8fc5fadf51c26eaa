package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.baseline.PlannedTime.Kind.EXCLUSION;
import static org.opennms.plugins.trunkline.baseline.PlannedTime.Kind.HOLIDAY;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.ConfigReading;

class CalendarFileTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void a_whole_day_is_a_holiday_in_the_civil_time_of_each_node() {
    PlannedCalendar calendar = read(event("DTSTART;VALUE=DATE:20261225"));

    assertThat(at(calendar, "2026-12-24T23:30:00Z", BERLIN)).contains(HOLIDAY);
    assertThat(at(calendar, "2026-12-24T22:30:00Z", BERLIN)).isEmpty();
    assertThat(at(calendar, "2026-12-25T22:59:59Z", BERLIN)).contains(HOLIDAY);
    assertThat(at(calendar, "2026-12-25T23:00:00Z", BERLIN)).isEmpty();
    assertThat(at(calendar, "2026-12-25T23:00:00Z", ZoneOffset.UTC)).contains(HOLIDAY);
  }

  @Test
  void an_event_of_hours_is_planned_work_and_its_end_does_not_belong_to_it() {
    PlannedCalendar calendar = read(event("DTSTART:20261110T220000Z", "DTEND:20261111T020000Z"));

    assertThat(utc(calendar, "2026-11-10T21:59:59Z")).isEmpty();
    assertThat(utc(calendar, "2026-11-10T22:00:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-11-11T01:59:59Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-11-11T02:00:00Z")).isEmpty();
  }

  @Test
  void an_event_of_several_days_lasts_until_its_end() {
    PlannedCalendar calendar =
        read(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"));

    assertThat(utc(calendar, "2026-12-26T23:00:00Z")).contains(HOLIDAY);
    assertThat(utc(calendar, "2026-12-27T00:00:00Z")).isEmpty();
  }

  @Test
  void categories_say_what_an_event_is_whatever_its_length() {
    PlannedCalendar work =
        read(event("DTSTART;VALUE=DATE:20261110", "CATEGORIES:network,MAINTENANCE"));
    PlannedCalendar eve =
        read(event("DTSTART:20261224T120000Z", "DURATION:PT12H", "CATEGORIES:Public holiday"));

    assertThat(utc(work, "2026-11-10T12:00:00Z")).contains(EXCLUSION);
    assertThat(utc(eve, "2026-12-24T13:00:00Z")).contains(HOLIDAY);
  }

  @Test
  void a_time_zone_of_the_event_goes_before_that_of_the_node() {
    PlannedCalendar calendar =
        read(event("DTSTART;TZID=\"Europe/Berlin\":20260701T020000", "DURATION:PT1H"));

    assertThat(at(calendar, "2026-07-01T00:30:00Z", ZoneOffset.UTC)).contains(EXCLUSION);
    assertThat(at(calendar, "2026-07-01T02:30:00Z", ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void a_night_of_maintenance_every_second_tuesday_repeats_and_keeps_to_civil_time() {
    PlannedCalendar calendar =
        read(
            event(
                "DTSTART;TZID=Europe/Berlin:20260106T220000",
                "DURATION:PT4H",
                "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
                "EXDATE;TZID=Europe/Berlin:20260203T220000"));

    assertThat(utc(calendar, "2026-01-20T21:30:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-01-13T21:30:00Z")).isEmpty();
    assertThat(utc(calendar, "2026-02-03T21:30:00Z")).isEmpty();
    // In summer ten in the evening is an hour earlier in UTC.
    assertThat(utc(calendar, "2026-07-07T20:30:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-07-07T19:30:00Z")).isEmpty();
  }

  @Test
  void several_days_of_the_week_repeat_each() {
    PlannedCalendar calendar =
        read(
            event(
                "DTSTART:20260105T010000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4"));

    assertThat(utc(calendar, "2026-01-05T01:30:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-01-08T01:30:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-01-15T01:30:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-01-19T01:30:00Z")).isEmpty();
  }

  @Test
  void a_yearly_holiday_returns_and_a_leap_day_only_in_leap_years() {
    PlannedCalendar christmas =
        read(event("DTSTART;VALUE=DATE:20001225", "RRULE:FREQ=YEARLY;UNTIL=20301225"));
    PlannedCalendar leap = read(event("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"));

    assertThat(utc(christmas, "2026-12-25T12:00:00Z")).contains(HOLIDAY);
    assertThat(utc(christmas, "2030-12-25T12:00:00Z")).contains(HOLIDAY);
    assertThat(utc(christmas, "2031-12-25T12:00:00Z")).isEmpty();
    assertThat(utc(leap, "2028-02-29T12:00:00Z")).contains(HOLIDAY);
    assertThat(utc(leap, "2027-02-28T12:00:00Z")).isEmpty();
  }

  @Test
  void an_occurrence_that_outlasts_the_time_to_the_next_still_holds() {
    PlannedCalendar calendar =
        read(event("DTSTART:20260101T000000Z", "DURATION:P3D", "RRULE:FREQ=DAILY;INTERVAL=10"));

    assertThat(utc(calendar, "2026-01-03T23:00:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-01-04T00:00:00Z")).isEmpty();
    assertThat(utc(calendar, "2026-01-13T23:00:00Z")).contains(EXCLUSION);
  }

  @Test
  void a_location_limits_the_event_to_the_nodes_it_names() {
    PlannedCalendar calendar =
        read(event("DTSTART:20260101T000000Z", "DURATION:PT1H", "LOCATION:edge1\\, edge2"));
    Instant during = Instant.parse("2026-01-01T00:30:00Z");

    assertThat(calendar.at(during, ZoneOffset.UTC, "edge2")).contains(EXCLUSION);
    assertThat(calendar.at(during, ZoneOffset.UTC, "edge3")).isEmpty();
  }

  @Test
  void planned_work_goes_before_a_holiday() {
    PlannedCalendar calendar =
        read(
            event("DTSTART;VALUE=DATE:20260101")
                + event("DTSTART:20260101T100000Z", "DURATION:PT1H"));

    assertThat(utc(calendar, "2026-01-01T10:30:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-01-01T11:30:00Z")).contains(HOLIDAY);
  }

  @Test
  void folded_lines_alarms_within_and_cancelled_events_are_as_rfc_5545_has_them() {
    PlannedCalendar calendar =
        read(
            event(
                    "DTSTART:2026",
                    " 0101T100000Z",
                    "DURATION:PT1H",
                    "BEGIN:VALARM",
                    "DURATION:PT5M",
                    "DTSTART:20270101T000000Z",
                    "END:VALARM")
                + event("DTSTART:20260102T100000Z", "DURATION:PT1H", "STATUS:CANCELLED"));

    assertThat(utc(calendar, "2026-01-01T10:30:00Z")).contains(EXCLUSION);
    assertThat(utc(calendar, "2026-01-02T10:30:00Z")).isEmpty();
  }

  @Test
  void a_repetition_that_is_not_understood_is_told_and_counts_once() {
    ConfigReading<PlannedCalendar> reading =
        CalendarFile.read(
            event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"));

    assertThat(reading.hints()).singleElement().satisfies(h -> assertThat(h.line()).isEqualTo(1));
    assertThat(utc(reading.value().orElseThrow(), "2026-01-01T10:30:00Z")).contains(HOLIDAY);
    assertThat(utc(reading.value().orElseThrow(), "2027-01-01T10:30:00Z")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUMMARY:no start",
        "DTSTART:tomorrow",
        "DTSTART:20260101T100000Z",
        "DTSTART:20260101T100000Z\r\nDTEND:20260101T090000Z",
        "DTSTART:20260101T100000Z\r\nDURATION:an hour",
        "DTSTART;TZID=Mars/Olympus:20260101T100000\r\nDURATION:PT1H",
        "DTSTART:20260101T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=many"
      })
  void a_faulty_event_refuses_the_file_and_says_where(String lines) {
    ConfigReading<PlannedCalendar> reading = CalendarFile.read(event(lines));

    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.toString()).startsWith("trunkline/calendar.ics:1: VEVENT: "));
  }

  @Test
  void an_event_without_an_end_is_noticed_and_an_empty_file_plans_nothing() {
    assertThat(CalendarFile.read("BEGIN:VEVENT\nDTSTART:20260101T100000Z\n").problems()).hasSize(1);
    assertThat(read("").times()).isEmpty();
    assertThat(read("no calendar at all").times()).isEmpty();
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
  }

  private static PlannedCalendar read(String text) {
    ConfigReading<PlannedCalendar> reading = CalendarFile.read(text);
    assertThat(reading.problems()).isEmpty();
    return reading.value().orElseThrow();
  }

  private static Optional<PlannedTime.Kind> utc(PlannedCalendar calendar, String at) {
    return at(calendar, at, ZoneOffset.UTC);
  }

  private static Optional<PlannedTime.Kind> at(PlannedCalendar calendar, String at, ZoneId zone) {
    return calendar.at(Instant.parse(at), zone, "sw1");
  }
}
