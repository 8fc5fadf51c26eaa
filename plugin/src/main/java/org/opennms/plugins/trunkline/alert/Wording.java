package org.opennms.plugins.trunkline.alert;

import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;

/** The one line that says it all. Stateless. */
final class Wording {
  private Wording() {}

  static String text(Problem problem) {
    StringBuilder text = new StringBuilder();
    AlertPlace place = problem.place();
    if (!place.words().isEmpty()) {
      text.append(place.words());
      String is = is(place);
      text.append(is.isEmpty() ? ": " : ", " + is + ": ");
    }
    text.append(what(problem));
    more(problem).forEach(m -> text.append("; ").append(m));
    return text.toString();
  }

  // An aggregate that lacks members is not down, and what one member carries is not what it
  // carries.
  private static String what(Problem problem) {
    Finding shown = problem.shown();
    Tracker own = problem.members().get(problem.subject());
    if (own != null && own.isAsserted()) {
      return own.cause().text();
    }
    if (shown.subject().equals(problem.subject()) || problem.extra("members").isEmpty()) {
      return shown.text();
    }
    return problem.rule().kind() == AlertKind.INTERFACE_DOWN
        ? "not all members are up"
        : "member " + shown.place().ifName() + " " + shown.text();
  }

  private static List<String> more(Problem problem) {
    List<String> more = new ArrayList<>();
    problem.extra("neighbour").ifPresent(n -> more.add("towards " + n));
    problem.extra("members").ifPresent(m -> more.add(members(problem) + m));
    problem.extra("failover").ifPresent(f -> more.add("failover, the traffic moved to " + f));
    problem.extra("hostAlarm").ifPresent(h -> more.add("the host has " + h));
    if (problem.isFlapping()) {
      more.add("it comes and goes");
    }
    return more;
  }

  private static String members(Problem problem) {
    return problem.rule().kind() == AlertKind.INTERFACE_DOWN ? "members down: " : "seen on ";
  }

  private static String is(AlertPlace place) {
    if (place.role().isEmpty()) {
      return "";
    }
    String role = place.role().replace('_', ' ');
    return place.provider().isEmpty() ? role : role + " of " + place.provider();
  }
}
