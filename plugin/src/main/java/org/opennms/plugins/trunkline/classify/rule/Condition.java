package org.opennms.plugins.trunkline.classify.rule;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;

/** One line of a rule's {@code match}; a rule matches when all of its conditions do. */
sealed interface Condition {
  /** Whether an interface satisfies it; conditions on the device hold there by definition. */
  boolean matches(InterfaceEvidence evidence);

  /** Whether a device satisfies it; conditions on interfaces hold there by definition. */
  default boolean matches(Device device, DeviceFacts facts) {
    return true;
  }

  /**
   * On a text.
   *
   * @param field which
   * @param key of metadata; empty otherwise
   * @param test what must hold
   */
  record Text(Field field, String key, TextMatch test) implements Condition {
    @Override
    public boolean matches(InterfaceEvidence evidence) {
      return field.isOfDevice() || field.any(evidence, test);
    }

    @Override
    public boolean matches(Device device, DeviceFacts facts) {
      return !field.isOfDevice() || field.any(device, facts, key, test);
    }
  }

  /**
   * On a number.
   *
   * @param field which
   * @param ranges one of them must hold it
   */
  record Numeric(NumberField field, List<Range> ranges) implements Condition {
    @Override
    public boolean matches(InterfaceEvidence evidence) {
      long value = field.of(evidence);
      return ranges.stream().anyMatch(r -> r.min() <= value && value <= r.max());
    }
  }

  /**
   * A range of numbers.
   *
   * @param min the least
   * @param max the greatest
   */
  record Range(long min, long max) {}

  /**
   * On the addresses of the interface.
   *
   * @param networks one of them must hold one address
   */
  record Address(Set<Network> networks) implements Condition {
    @Override
    public boolean matches(InterfaceEvidence evidence) {
      return Field.anyAddress(
          evidence, a -> networks.stream().anyMatch(n -> n.contains(a.address())));
    }
  }

  /**
   * An address range.
   *
   * @param base any address of it
   * @param prefixLength 0..32 or 0..128
   */
  record Network(InetAddress base, int prefixLength) {
    boolean contains(InetAddress address) {
      byte[] mine = base.getAddress();
      byte[] theirs = address.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < prefixLength; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((mine[bit >> 3] & mask) != (theirs[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
