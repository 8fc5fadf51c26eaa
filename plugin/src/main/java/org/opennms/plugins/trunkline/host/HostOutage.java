package org.opennms.plugins.trunkline.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.model.Device;

/**
 * A scheduled outage of the host, as its REST tells it. Immutable.
 *
 * @param name the operator's
 * @param nodes the host's ids of nodes that it is about
 * @param addresses of interfaces that it is about; {@code match-any} is every one
 * @param times when it holds, in the host's civil time
 */
record HostOutage(
    String name, Set<Integer> nodes, Set<String> addresses, List<Predicate<LocalDateTime>> times) {
  private static final String ANY = "match-any";
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d-MMM-yyyy H:mm:ss")
          .toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss");

  HostOutage {
    nodes = Set.copyOf(nodes);
    addresses = Set.copyOf(addresses);
    times = List.copyOf(times);
  }

  /** All of a list; times that cannot be read never hold. */
  static List<HostOutage> list(JsonNode answer) {
    List<HostOutage> all = new ArrayList<>();
    for (JsonNode outage : answer.path("outage")) {
      Set<Integer> nodes = new HashSet<>();
      outage.path("node").forEach(n -> nodes.add(n.path("id").asInt()));
      Set<String> addresses = new HashSet<>();
      outage.path("interface").forEach(i -> addresses.add(i.path("address").asText()));
      List<Predicate<LocalDateTime>> times = new ArrayList<>();
      String type = outage.path("type").asText().toLowerCase(Locale.ROOT);
      outage.path("time").forEach(t -> time(type, t).ifPresent(times::add));
      all.add(new HostOutage(outage.path("name").asText(), nodes, addresses, times));
    }
    return all;
  }

  /** Whether it holds for this node now. */
  boolean covers(Device device, Instant now, ZoneId zone) {
    LocalDateTime there = LocalDateTime.ofInstant(now, zone).truncatedTo(ChronoUnit.SECONDS);
    return isAbout(device) && times.stream().anyMatch(t -> t.test(there));
  }

  private boolean isAbout(Device device) {
    return nodes.contains(device.nodeId())
        || addresses.contains(ANY)
        || device.address().map(a -> addresses.contains(a.getHostAddress())).orElse(false);
  }

  private static Optional<Predicate<LocalDateTime>> time(String type, JsonNode time) {
    String begins = time.path("begins").asText().strip();
    String ends = time.path("ends").asText().strip();
    String day = time.path("day").asText().strip();
    try {
      return switch (type) {
        case "specific" ->
            Optional.of(
                once(LocalDateTime.parse(begins, MOMENT), LocalDateTime.parse(ends, MOMENT)));
        case "daily" -> Optional.of(each(begins, ends, now -> true));
        case "weekly" -> {
          DayOfWeek wanted = DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT));
          yield Optional.of(each(begins, ends, now -> now.getDayOfWeek() == wanted));
        }
        case "monthly" -> {
          int wanted = Integer.parseInt(day);
          yield Optional.of(each(begins, ends, now -> now.getDayOfMonth() == wanted));
        }
        default -> Optional.empty();
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // Both ends are inside, as the host has it.
  private static Predicate<LocalDateTime> once(LocalDateTime begins, LocalDateTime ends) {
    return now -> !now.isBefore(begins) && !now.isAfter(ends);
  }

  private static Predicate<LocalDateTime> each(
      String begins, String ends, Predicate<LocalDateTime> day) {
    LocalTime from = LocalTime.parse(begins, TIME);
    LocalTime to = LocalTime.parse(ends, TIME);
    return now ->
        day.test(now) && !now.toLocalTime().isBefore(from) && !now.toLocalTime().isAfter(to);
  }
}
