package org.opennms.plugins.trunkline.snmp;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * An agent and how to talk to it. Its text form holds no secret.
 *
 * @param address resolved address and port
 * @param security what is shown to the agent
 * @param options timing and sizes
 */
public record SnmpTarget(InetSocketAddress address, SnmpSecurity security, RequestOptions options) {
  /** Rejects missing parts and unresolved addresses. */
  public SnmpTarget {
    Objects.requireNonNull(security, "security");
    Objects.requireNonNull(options, "options");
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(address + " is not resolved");
    }
  }

  /** For example {@code 192.0.2.1:161 (v2c)}. */
  @Override
  public String toString() {
    String host = address.getAddress().getHostAddress();
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return shown + ":" + address.getPort() + " (" + security + ")";
  }
}
