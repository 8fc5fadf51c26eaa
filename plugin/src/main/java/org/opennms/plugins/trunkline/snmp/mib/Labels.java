package org.opennms.plugins.trunkline.snmp.mib;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.snmp.mib.smi.NamedNumber;

/**
 * The labels of an enumeration or of BITS, by number and by name. Immutable and thread-safe. Where
 * a module gives a number two labels, the first stands.
 */
public final class Labels {
  /** No labels. */
  public static final Labels NONE = new Labels(List.of());

  private final NamedNumber[] byNumber;
  private final NamedNumber[] byLabel;

  Labels(List<NamedNumber> numbers) {
    byNumber = numbers.toArray(NamedNumber[]::new);
    byLabel = byNumber.clone();
    Arrays.sort(byNumber, Comparator.comparingLong(NamedNumber::number));
    Arrays.sort(byLabel, Comparator.comparing(NamedNumber::label));
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return byNumber.length == 0;
  }

  /** All of them, by number. */
  public List<NamedNumber> all() {
    return List.of(byNumber);
  }

  /** The label of a number, or of a bit's position from 0. */
  public Optional<String> label(long number) {
    int low = 0;
    int high = byNumber.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byNumber[middle].number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < byNumber.length && byNumber[low].number() == number
        ? Optional.of(byNumber[low].label())
        : Optional.empty();
  }

  /** The number of a label, in its exact spelling. */
  public OptionalLong number(String label) {
    NamedNumber key = new NamedNumber(label, 0);
    int at = Arrays.binarySearch(byLabel, key, Comparator.comparing(NamedNumber::label));
    return at >= 0 ? OptionalLong.of(byLabel[at].number()) : OptionalLong.empty();
  }
}
