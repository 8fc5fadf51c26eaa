package org.opennms.plugins.trunkline.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.OverrideDesk;

/** Decides about an interface; what the command does not name of an earlier decision stays. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "override",
    description = "Decides about an interface, over all evidence; earlier decisions not named stay")
public final class OverrideCommand extends PortAction {
  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--role", description = "What the interface is for")
  @Completion(RoleCompleter.class)
  String role;

  @Option(name = "--provider", description = "The carrier's name")
  @Completion(ProviderCompleter.class)
  String provider;

  @Option(name = "--critical", description = "true or false: whether its failure is an incident")
  @Completion(
      value = StringsCompleter.class,
      values = {"true", "false"})
  String critical;

  @Option(name = "--monitored", description = "true or false: whether traffic is watched")
  @Completion(
      value = StringsCompleter.class,
      values = {"true", "false"})
  String monitored;

  @Option(name = "--capacity", description = "bit/s; k, M, G and T are powers of 1000")
  String capacity;

  @Option(name = "--why", description = "A reason for those who come after")
  String why;

  @Reference(optional = true)
  InterfaceDirectory directory;

  @Reference(optional = true)
  OverrideDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    OverrideDesk decisions = Refusal.unlessPresent(desk, "store of overrides");
    InterfaceKey key =
        Refusal.unlessPresent(directory, "list of interfaces")
            .get(node, ifName)
            .map(KnownInterface::key)
            .orElseThrow(() -> Refusal.unknownInterface(node, ifName));
    InterfaceOverride decided = merged(Optional.ofNullable(decisions.all().get(key)));
    try {
      decisions.set(key, decided);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    Screen.of(session)
        .line(Printable.text(node + " " + key.name() + ": " + Overrides.decision(decided)));
    return null;
  }

  private InterfaceOverride merged(Optional<InterfaceOverride> before) throws CommandException {
    if (role == null
        && provider == null
        && critical == null
        && monitored == null
        && capacity == null) {
      throw Refusal.of(
          "Nothing is decided.",
          "Give --role, --provider, --critical, --monitored or --capacity; override-clear takes a"
              + " decision back.");
    }
    return new InterfaceOverride(
        role == null ? before.flatMap(InterfaceOverride::role) : Optional.of(Values.role(role)),
        provider == null ? before.flatMap(InterfaceOverride::provider) : Optional.of(provider),
        critical == null
            ? before.flatMap(InterfaceOverride::critical)
            : Optional.of(Values.flag("--critical", critical)),
        monitored == null
            ? before.flatMap(InterfaceOverride::monitored)
            : Optional.of(Values.flag("--monitored", monitored)),
        capacity == null
            ? before.map(InterfaceOverride::capacity).orElse(OptionalLong.empty())
            : OptionalLong.of(Values.capacity(capacity)),
        Optional.ofNullable(session.get("USER")).map(Object::toString).orElse("shell"),
        Instant.now(),
        why == null ? before.map(InterfaceOverride::why).orElse("") : why);
  }
}
