package org.opennms.plugins.trunkline.kafka;

import java.util.Hashtable;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers the transport while the bundle is active; the framework withdraws it. */
public final class KafkaActivator implements BundleActivator {
  @Override
  @SuppressWarnings("JdkObsolete") // OSGi's API wants a Dictionary, and the JDK has no other.
  public void start(BundleContext context) {
    context.registerService(TransportFactory.class, new KafkaTransportFactory(), new Hashtable<>());
  }

  @Override
  public void stop(BundleContext context) {
    // The export closes the transport when the service leaves.
  }
}
