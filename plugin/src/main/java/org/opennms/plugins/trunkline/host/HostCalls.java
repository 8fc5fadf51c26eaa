package org.opennms.plugins.trunkline.host;

import java.util.function.Supplier;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;

/**
 * The border to the host: whatever its services throw becomes one exception of ours. An optional
 * Blueprint reference throws at once when its service is away.
 */
final class HostCalls {
  private HostCalls() {}

  static <T> T call(String service, Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw new HostAbsentException(service + " failed: " + cause(e), e);
    }
  }

  static void run(String service, Runnable call) {
    call(
        service,
        () -> {
          call.run();
          return null;
        });
  }

  private static String cause(RuntimeException e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }
}
