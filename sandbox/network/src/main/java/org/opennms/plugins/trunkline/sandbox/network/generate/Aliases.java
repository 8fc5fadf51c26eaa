package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The descriptions of one site's operators: mostly one habit, not always, and not always at all.
 */
final class Aliases {
  private static final List<Habit> HABITS = List.of(Habit.values());
  private static final String[] FILLERS = {
    "",
    "",
    "",
    "",
    "unused",
    "spare",
    "<description>",
    "***",
    "-",
    "...",
    "RESERVED",
    "n/a",
    "not in use",
    "frei",
    "libre",
    "არ გამოიყენება"
  };
  private static final String[] HOSTS = {"pc", "desk", "printer", "wallport", "ap", "kiosk"};
  private static final int OTHER_HABIT_PERCENT = 15;
  private static final int EMPTY_PERCENT = 6;

  private final Site site;
  private final Habit habit;
  private final SplittableRandom random;
  private final String filler;

  Aliases(Site site, SplittableRandom random) {
    this.site = site;
    this.random = random;
    this.filler = FILLERS[random.nextInt(FILLERS.length)];
    this.habit = HABITS.get(random.nextInt(HABITS.size()));
  }

  /** For a link to another device of the network. */
  String link(String keyword, String peer, String port) {
    return chance(EMPTY_PERCENT) ? "" : habit().link(site, keyword, peer, port);
  }

  /** For a link to a carrier. */
  String uplink(Provider provider, long bitsPerSecond) {
    String speed = bitsPerSecond / 1_000_000_000L + "G";
    return habit().uplink(site, provider, circuit(provider), speed);
  }

  /** For a leased line to a branch. */
  String branch(String keyword, String peer, String port, Provider provider) {
    String link = habit().link(site, keyword, peer, port);
    return chance(50) ? link : link + " " + provider.carrier() + " " + circuit(provider);
  }

  /** For a port at somebody's desk. */
  String desk() {
    if (chance(55)) {
      return "";
    }
    int number = 100 + random.nextInt(500);
    return chance(50) ? site.room(number) : HOSTS[random.nextInt(HOSTS.length)] + "-" + number;
  }

  /** For a telephone or camera: often nothing, the switch knows from its VLAN. */
  String appliance(String kind, String name) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> kind + " " + name;
      case 2 -> kind.toUpperCase(Locale.ROOT) + "-" + (100 + random.nextInt(900));
      default -> kind + " " + site.room(1 + random.nextInt(400));
    };
  }

  /** For a port that nobody uses: one filler per place, or nothing. */
  String filler() {
    return chance(50) ? "" : filler;
  }

  private String circuit(Provider provider) {
    String prefix = provider.carrier().replace(" ", "").substring(0, 3).toUpperCase(Locale.ROOT);
    int number = 10_000 + random.nextInt(90_000);
    return switch (random.nextInt(3)) {
      case 0 -> "CID " + prefix + "-" + number;
      case 1 -> "ckt " + number + "/" + prefix + "/" + site.code().toUpperCase(Locale.ROOT);
      default -> prefix + number + "-A";
    };
  }

  private Habit habit() {
    return chance(OTHER_HABIT_PERCENT) ? HABITS.get(random.nextInt(HABITS.size())) : habit;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
