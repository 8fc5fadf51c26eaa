package org.opennms.plugins.trunkline.sandbox.network.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.opennms.plugins.trunkline.sandbox.network.Faults;
import org.opennms.plugins.trunkline.sandbox.network.agent.WireFaults;

/** The commands on one device, each with its arguments. */
final class DeviceCommands {

  /** A command: what follows its name and the device's label, and what it does. */
  record Command(String name, String arguments, BiFunction<Faults, Words, String> action) {
    String usage() {
      return (name + " DEVICE " + arguments).strip();
    }

    String run(Faults faults, Words words) {
      return action.apply(faults, words);
    }
  }

  private static final Duration FOREVER = Duration.ofDays(36_500);

  static final Map<String, Command> ALL = new LinkedHashMap<>();

  static {
    onTheWire();
    ofTheDevice();
    ofAPort();
  }

  private DeviceCommands() {}

  private static void onTheWire() {
    add("silent", "on|off", (f, w) -> wire(f, f.wire().withSilent(w.onOff())));
    add("deny", "on|off", (f, w) -> wire(f, f.wire().withDenied(w.onOff())));
    add("loss", "PROBABILITY", (f, w) -> wire(f, f.wire().withLoss(w.number("a probability"))));
    add("delay", "MILLISECONDS", (f, w) -> wire(f, f.wire().withDelay(w.count("a delay"))));
    add(
        "mangle",
        "none|garbage|truncated",
        (f, w) -> wire(f, f.wire().with(w.constant(WireFaults.Mangling.class))));
    add(
        "rows",
        "sorted|out-of-order|looping|repeated",
        (f, w) -> wire(f, f.wire().with(w.constant(WireFaults.Rows.class))));
    add(
        "reply",
        "right|wrong-request-id|gen-err|too-big",
        (f, w) -> wire(f, f.wire().with(w.constant(WireFaults.Reply.class))));
    add(
        "max-varbinds",
        "COUNT",
        (f, w) -> wire(f, f.wire().withMaxVarbinds(w.count("a number of varbinds"))));
    add("heal", "", (f, w) -> wire(f, WireFaults.NONE));
    answer("wire", "", (f, w) -> f.wire().toString());
  }

  private static void ofTheDevice() {
    add("reboot", "", (f, w) -> f.reboot());
    add("renumber", "", (f, w) -> f.renumber());
    add("empty-iftable", "on|off", (f, w) -> f.emptyIfTable(w.onOff()));
    add("sysname", "TEXT", (f, w) -> f.sysName(w.text()));
    add("sysdescr", "TEXT", (f, w) -> f.sysDescr(w.text()));
  }

  private static void ofAPort() {
    add("shut", "PORT", (f, w) -> f.shut(port(w)));
    add("cut", "PORT", (f, w) -> f.cut(port(w)));
    add("unseat", "PORT", (f, w) -> f.unseat(port(w)));
    add("restore", "PORT", (f, w) -> f.restore(port(w)));
    add("load", "PORT PERCENT", (f, w) -> f.load(port(w), w.number("a percentage") / 100));
    add("scale", "PORT FACTOR", (f, w) -> f.scale(port(w), w.number("a factor"), FOREVER));
    add(
        "spike",
        "PORT FACTOR SECONDS",
        (f, w) -> f.scale(port(w), w.number("a factor"), seconds(w)));
    add("errors", "PORT RATIO", (f, w) -> f.errors(port(w), w.number("a ratio")));
    add("reset-counters", "PORT", (f, w) -> f.resetCounters(port(w)));
    add("alias", "PORT TEXT", (f, w) -> f.alias(port(w), w.text()));
    add("pull", "PORT", (f, w) -> f.announce(port(w), false));
    add("plug", "PORT", (f, w) -> f.announce(port(w), true));
  }

  private static String port(Words words) {
    return words.next("a port");
  }

  private static Duration seconds(Words words) {
    return Duration.ofMillis((long) (1000 * words.number("a number of seconds")));
  }

  private static void wire(Faults faults, WireFaults present) {
    faults.wire(before -> present);
  }

  private static void add(String name, String arguments, BiConsumer<Faults, Words> action) {
    answer(
        name,
        arguments,
        (faults, words) -> {
          action.accept(faults, words);
          return "";
        });
  }

  private static void answer(
      String name, String arguments, BiFunction<Faults, Words, String> action) {
    ALL.put(name, new Command(name, arguments, action));
  }
}
