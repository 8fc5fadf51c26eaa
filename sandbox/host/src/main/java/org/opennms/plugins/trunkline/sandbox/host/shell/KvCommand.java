package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;

/** {@code sandbox:kv CONTEXT [KEY]}: keys of a context, or the value of one. */
@Service
@Command(scope = "sandbox", name = "kv", description = "Looks into the key-value store")
public final class KvCommand implements Action {

  @Argument(name = "context", description = "A context", required = true)
  private String context;

  @Argument(index = 1, name = "key", description = "A key")
  private String key;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    if (key == null) {
      host.keyValueStore()
          .enumerateContext(context)
          .forEach(
              (name, value) ->
                  session.getConsole().println(name + " (" + value.length() + " characters)"));
    } else {
      session
          .getConsole()
          .println(
              host.keyValueStore()
                  .get(key, context)
                  .orElseThrow(
                      () -> new IllegalArgumentException("no '" + key + "' in '" + context + "'")));
    }
    return null;
  }
}
