package org.opennms.plugins.trunkline.topology;

import java.util.Comparator;
import java.util.Locale;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * By what a neighbour that is no node can be known again: its chassis id, else its port's MAC
 * address, else its address, else where it is seen.
 *
 * @param rank the lower the better
 * @param text lasting
 */
record OrphanId(int rank, String text) {
  static final Comparator<OrphanId> ORDER =
      Comparator.comparingInt(OrphanId::rank).thenComparing(OrphanId::text);

  static OrphanId of(Sight sight) {
    Announced announced = sight.seen.announced();
    Identifier chassis = announced.chassis();
    Identifier port = announced.port();
    boolean portTells = port.kind() == Kind.MAC && Identifiers.isTelling(port);
    if (Identifiers.isTelling(chassis)) {
      switch (chassis.kind()) {
        case MAC, ADDRESS -> {
          return new OrphanId(1, text(chassis));
        }
        // A name of one of its interfaces, as hypervisors announce: many hosts have a vmnic0.
        case NAME, ALIAS -> {
          if (portTells) {
            return new OrphanId(2, text(port));
          }
        }
        default -> {
          return new OrphanId(3, text(chassis));
        }
      }
    }
    if (portTells) {
      return new OrphanId(2, text(port));
    }
    return announced.addresses().isEmpty()
        ? new OrphanId(5, "seen:" + sight.local + "/" + sight.seen.local().name())
        : new OrphanId(4, "address:" + announced.addresses().get(0).getHostAddress());
  }

  private static String text(Identifier id) {
    return id.kind().name().toLowerCase(Locale.ROOT) + ":" + id.value();
  }
}
