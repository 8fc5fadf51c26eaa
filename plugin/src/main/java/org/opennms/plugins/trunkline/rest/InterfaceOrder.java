package org.opennms.plugins.trunkline.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * The order of a listing: the fields asked for, then the interface's lasting identity, so that no
 * two interfaces share a place and a cursor stays right while others come and go.
 *
 * @param text as asked for
 * @param terms in this order
 */
record InterfaceOrder(String text, List<Term> terms) {
  /** What a listing has unless asked. */
  static final String DEFAULT = "node,name";

  /** One field. */
  record Term(SortField field, boolean descending) {
    Comparator<Object> comparator() {
      return descending ? SortField.ORDER.reversed() : SortField.ORDER;
    }
  }

  /** A place in the order: one value for each term, then node key and name. */
  record Place(List<Object> values) {}

  /** Reads {@code field,-field}; a minus sorts downwards. */
  static InterfaceOrder parse(String text) {
    List<Term> terms = new ArrayList<>();
    Set<SortField> seen = new HashSet<>();
    for (String part : text.split(",", -1)) {
      boolean descending = part.startsWith("-");
      SortField field =
          SortField.parse(descending ? part.substring(1) : part).orElseThrow(() -> unknown(text));
      if (!seen.add(field)) {
        throw RestException.badParameter("sort", text, "Name each field once.");
      }
      terms.add(new Term(field, descending));
    }
    return new InterfaceOrder(text, List.copyOf(terms));
  }

  private static RestException unknown(String text) {
    return RestException.badParameter(
        "sort",
        text,
        "Give fields separated by commas, each with - in front to sort downwards; known are "
            + String.join(", ", SortField.spellings())
            + ".");
  }

  /** Where an interface stands. */
  Place place(KnownInterface known) {
    List<Object> values = new ArrayList<>(terms.size() + 2);
    for (Term term : terms) {
      values.add(term.field().of(known));
    }
    values.add(known.key().node().text());
    values.add(known.key().name());
    return new Place(values);
  }

  /** The order of places. */
  int compare(Place a, Place b) {
    for (int i = 0; i < a.values().size(); i++) {
      Comparator<Object> order = i < terms.size() ? terms.get(i).comparator() : SortField.ORDER;
      int result = order.compare(a.values().get(i), b.values().get(i));
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }
}
