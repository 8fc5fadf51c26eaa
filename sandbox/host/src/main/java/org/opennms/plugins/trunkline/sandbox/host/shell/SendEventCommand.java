package org.opennms.plugins.trunkline.sandbox.host.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;

/** {@code sandbox:send-event UEI}: sends an event as the host's own daemons do. */
@Service
@Command(scope = "sandbox", name = "send-event", description = "Sends an event")
public final class SendEventCommand implements Action {

  @Argument(name = "uei", description = "Which event", required = true)
  private String uei;

  @Option(name = "--node", description = "Id of a node")
  private Integer node;

  @Option(name = "--interface", description = "Address of an interface")
  private String address;

  @Option(name = "--severity", description = "Instead of the definition's: MINOR, MAJOR, ...")
  private String severity;

  @Option(name = "--source", description = "Who sends it")
  private String source = "sandbox";

  @Option(name = "--parm", description = "NAME=VALUE; may be repeated", multiValued = true)
  private List<String> parms;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() throws UnknownHostException {
    host.eventd().sendInternal(event());
    session.getConsole().println("Sent " + uei);
    return null;
  }

  private InMemoryEvent event() throws UnknownHostException {
    ImmutableInMemoryEvent.Builder event =
        ImmutableInMemoryEvent.newBuilder().setUei(uei).setSource(source).setNodeId(node);
    if (address != null) {
      event.setInterface(InetAddress.getByName(address));
    }
    if (severity != null) {
      event.setSeverity(Severity.get(severity));
    }
    if (parms != null) {
      for (String parm : parms) {
        int sign = parm.indexOf('=');
        if (sign < 1) {
          throw new IllegalArgumentException("--parm '" + parm + "' is not NAME=VALUE");
        }
        event.addParameter(
            ImmutableEventParameter.newInstance(parm.substring(0, sign), parm.substring(sign + 1)));
      }
    }
    return event.build();
  }
}
