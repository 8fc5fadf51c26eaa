package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.integration.api.v1.scv.immutables.ImmutableCredentials;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;

/**
 * {@code sandbox:credentials ALIAS USER PASSWORD}: stores credentials under exactly this alias, as
 * an operator does. Plugins see it only when it starts with {@code _oia_}.
 */
@Service
@Command(
    scope = "sandbox",
    name = "credentials",
    description = "Stores credentials; plugins see aliases that start with _oia_")
public final class CredentialsCommand implements Action {

  @Argument(name = "alias", description = "The stored alias", required = true)
  private String alias;

  @Argument(index = 1, name = "username", description = "User", required = true)
  private String username;

  @Argument(index = 2, name = "password", description = "Secret", required = true, censor = true)
  private String password;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    host.credentials().store(alias, new ImmutableCredentials(username, password));
    session.getConsole().println("Stored " + alias);
    return null;
  }
}
