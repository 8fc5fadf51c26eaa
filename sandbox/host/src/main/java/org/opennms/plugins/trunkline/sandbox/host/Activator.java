package org.opennms.plugins.trunkline.sandbox.host;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Map;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the host in Karaf. It starts with the first configuration, or without one on defaults;
 * changed faults act at once, any other change restarts it. A bad configuration is logged and
 * changes nothing.
 */
public final class Activator implements BundleActivator, ManagedService {

  /** The configuration's PID. */
  public static final String PID = "org.opennms.plugins.trunkline.sandbox";

  private static final Logger LOG = LoggerFactory.getLogger(Activator.class);

  private final Faults faults = new Faults();
  private BundleContext context;
  private boolean stopped;
  private SandboxHost host;
  private HostServices services;

  @Override
  public void start(BundleContext bundleContext) {
    context = bundleContext;
    Map<String, String> properties = Map.of(Constants.SERVICE_PID, PID);
    context.registerService(ManagedService.class, this, HostServices.dictionary(properties));
  }

  @Override
  public synchronized void stop(BundleContext bundleContext) {
    stopped = true;
    stopHost();
  }

  @Override
  public synchronized void updated(Dictionary<String, ?> properties) {
    if (stopped) {
      return;
    }
    try {
      Path home = Path.of(String.valueOf(context.getProperty("karaf.base")));
      SettingsReader reader = new SettingsReader(home, properties);
      HostSettings settings = reader.settings();
      reader.apply(faults);
      if (host == null || !host.settings().equals(settings)) {
        restart(settings);
      }
    } catch (RuntimeException e) {
      LOG.error("{} is not usable: {}", PID, e.getMessage(), e);
    }
  }

  /** Goes back to the last settings when the new ones fail, for example for want of a database. */
  private void restart(HostSettings settings) {
    HostSettings last = host == null ? null : host.settings();
    stopHost();
    try {
      startHost(settings);
    } catch (RuntimeException e) {
      stopHost();
      if (last != null) {
        startHost(last);
      }
      throw e;
    }
  }

  private void startHost(HostSettings settings) {
    host = SandboxHost.start(settings, faults, Clock.systemUTC());
    services = new HostServices(context, host);
    LOG.info("Trunkline's sandbox runs as Horizon {} on {}", settings.version(), settings);
  }

  private void stopHost() {
    if (services != null) {
      services.close();
      services = null;
    }
    if (host != null) {
      host.close();
      host = null;
    }
  }
}
