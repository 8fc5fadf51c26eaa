package org.opennms.plugins.trunkline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Our services in the registry, withdrawn in the reverse order. For one thread. */
final class Publications implements AutoCloseable {
  private final BundleContext context;
  private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();

  Publications(BundleContext context) {
    this.context = context;
  }

  <T> Publications add(Class<T> type, T service) {
    return add(type, service, Map.of());
  }

  <T> Publications add(Class<T> type, T service, String key, String value) {
    return add(type, service, Map.of(key, value));
  }

  <T> Publications add(Class<T> type, T service, Map<String, Object> properties) {
    registrations.push(context.registerService(type, service, dictionary(properties)));
    return this;
  }

  /** Each service under the interface that it is listed with. */
  Publications addAll(Map<Class<?>, Object> services) {
    services.forEach(
        (type, service) ->
            registrations.push(
                context.registerService(type.getName(), service, dictionary(Map.of()))));
    return this;
  }

  @SuppressWarnings("JdkObsolete") // OSGi's API wants a Dictionary, and the JDK has no other.
  private static Dictionary<String, Object> dictionary(Map<String, Object> properties) {
    return new Hashtable<>(properties);
  }

  @Override
  public void close() {
    while (!registrations.isEmpty()) {
      registrations.pop().unregister();
    }
  }
}
