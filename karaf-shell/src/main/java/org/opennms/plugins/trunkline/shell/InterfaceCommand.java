package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.JsonRendering;

/** Everything that is known of one interface, and why. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "interface",
    description = "Shows all that is known of one interface, and why")
public final class InterfaceCommand extends PortAction {
  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--json", description = "As JSON, as REST has it")
  boolean json;

  @Reference(optional = true)
  InterfaceDirectory directory;

  @Reference(optional = true)
  JsonRendering rendering;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    KnownInterface known =
        Refusal.unlessPresent(directory, "list of interfaces")
            .get(node, ifName)
            .orElseThrow(() -> Refusal.unknownInterface(node, ifName));
    Screen screen = Screen.of(session);
    if (json) {
      screen.line(Refusal.unlessPresent(rendering, "JSON rendering").detail(known));
      return null;
    }
    device(screen, known.device(), known.facts());
    row(screen, known.networkInterface());
    judgement(screen, known);
    known.override().ifPresent(o -> fact(screen, "override", Overrides.text(o)));
    reasons(screen, known.classification().reasons());
    return null;
  }

  private static void device(Screen screen, Device device, DeviceFacts facts) {
    fact(
        screen,
        "node",
        device.label()
            + " (id "
            + device.nodeId()
            + ", "
            + device.key()
            + ", "
            + device.location()
            + ")");
    fact(
        screen,
        "device",
        List.of(
                facts.type().spelling(),
                facts.manufacturer(),
                facts.model(),
                facts.firmware(),
                facts.serial())
            .stream()
            .filter(t -> !t.isEmpty())
            .collect(Collectors.joining(", ")));
    fact(screen, "sysName", facts.sysName());
    fact(screen, "sysLocation", facts.sysLocation());
  }

  private static void row(Screen screen, NetworkInterface row) {
    fact(screen, "interface", row.key().name() + " (ifIndex " + row.ifIndex() + ")");
    fact(screen, "ifName", row.ifName());
    fact(screen, "ifDescr", row.ifDescr());
    fact(screen, "ifAlias", row.ifAlias());
    fact(screen, "ifType", Integer.toString(row.ifType()));
    fact(screen, "speed", BitRate.format(row.speed()));
    fact(
        screen,
        "status",
        "admin "
            + Values.spelled(row.adminStatus())
            + ", oper "
            + Values.spelled(row.operStatus()));
    fact(screen, "MAC", row.physAddress());
    fact(
        screen,
        "addresses",
        row.addresses().stream().map(InterfaceAddress::toString).collect(Collectors.joining(", ")));
  }

  private static void judgement(Screen screen, KnownInterface known) {
    Classification judged = known.classification();
    fact(
        screen,
        "role",
        String.format(
            Locale.ROOT, "%s (confidence %.2f)", judged.role().spelling(), judged.confidence()));
    fact(screen, "provider", judged.provider().orElse(""));
    fact(screen, "circuit", judged.circuitId().orElse(""));
    fact(screen, "far end", judged.remotePort().orElse(""));
    fact(screen, "contract", BitRate.format(judged.contractBandwidth().orElse(0)));
    fact(screen, "boundary", Values.spelled(judged.boundary()));
    fact(screen, "critical", Printable.yesNo(judged.critical()));
    fact(screen, "monitored", Printable.yesNo(known.monitored()));
    fact(screen, "stale", Printable.yesNo(known.stale()));
    fact(
        screen,
        "seen",
        "first " + Times.text(known.firstSeen()) + ", last " + Times.text(known.lastSeen()));
  }

  private static void reasons(Screen screen, List<Reason> reasons) {
    screen.line("");
    if (reasons.isEmpty()) {
      screen.line("Nothing spoke for or against a role.");
      return;
    }
    Table table = new Table().number("Weight").column("Evidence").flexible("Says");
    for (Reason reason : reasons) {
      table.row(
          String.format(Locale.ROOT, "%+.2f", reason.weight()), reason.evidence(), reason.says());
    }
    table.print(screen);
  }

  private static void fact(Screen screen, String name, String value) {
    screen.line(String.format("%-12s %s", name, Printable.orDash(value)));
  }
}
