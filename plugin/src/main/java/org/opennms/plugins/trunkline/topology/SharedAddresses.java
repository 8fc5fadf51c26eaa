package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.opennms.plugins.trunkline.model.LinkSource;

/**
 * Management addresses that several neighbours of one device announce under different chassis ids:
 * a factory default, or an out-of-band network that was built twice. They identify none of them.
 * Stateless.
 */
final class SharedAddresses {
  private SharedAddresses() {}

  static Set<InetAddress> of(Collection<Sight> sights) {
    Map<InetAddress, Identifier> first = new HashMap<>();
    Set<InetAddress> shared = new HashSet<>();
    for (Sight sight : sights) {
      Announced announced = sight.seen.announced();
      // Only LLDP's id is the chassis': CDP has a name, MNDP an interface.
      if (sight.source() == LinkSource.LLDP && Identifiers.isTelling(announced.chassis())) {
        for (InetAddress address : announced.addresses()) {
          Identifier other = first.putIfAbsent(address, announced.chassis());
          if (other != null && !other.equals(announced.chassis())) {
            shared.add(address);
          }
        }
      }
    }
    return shared;
  }
}
