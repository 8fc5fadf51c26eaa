package org.opennms.plugins.trunkline.kafka;

import java.security.Provider;
import java.security.Security;
import java.util.Hashtable;
import java.util.List;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Offers the transport while the bundle is active. */
public final class KafkaActivator implements BundleActivator {
  /** Kafka adds them when its classes are loaded, which happens once. */
  private static List<Provider> mechanisms = List.of();

  private final KafkaTransportFactory factory = new KafkaTransportFactory();
  private ServiceRegistration<TransportFactory> registration;

  @Override
  @SuppressWarnings("JdkObsolete") // OSGi's API wants a Dictionary, and the JDK has no other.
  public void start(BundleContext context) {
    mechanisms.forEach(Security::addProvider);
    registration = context.registerService(TransportFactory.class, factory, new Hashtable<>());
  }

  /** Ends every thread before the classes that it runs are gone. */
  @Override
  public void stop(BundleContext context) {
    registration.unregister();
    factory.close();
    // Kafka's mechanisms of SASL in the JDK's list would hold the bundle's classes for ever.
    mechanisms = Stream.of(Security.getProviders()).filter(KafkaActivator::isOurs).toList();
    mechanisms.forEach(p -> Security.removeProvider(p.getName()));
  }

  private static boolean isOurs(Provider provider) {
    return provider.getClass().getClassLoader() == KafkaActivator.class.getClassLoader();
  }
}
