package org.opennms.plugins.trunkline.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import javax.ws.rs.QueryParam;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** Which part of a listing is wanted, in which order. */
public final class PageQuery {
  /** Rows of a page unless asked. */
  static final int DEFAULT_LIMIT = 100;

  /** Rows of a page at most. */
  static final int LARGEST_LIMIT = 1000;

  @QueryParam("sort")
  String sort;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  private record Placed(InterfaceOrder.Place place, KnownInterface known) {}

  /**
   * The page. Looks at each interface once and holds no more than a page of them: n log limit.
   *
   * @throws RestException when a parameter is not of its kind
   */
  InterfacePage page(Collection<KnownInterface> found) {
    InterfaceOrder order =
        InterfaceOrder.parse(sort == null || sort.isEmpty() ? InterfaceOrder.DEFAULT : sort);
    int rows = rows(limit);
    List<Placed> best = best(found, order, rows + 1);
    boolean more = best.size() > rows;
    List<Placed> page = more ? best.subList(0, rows) : best;
    return new InterfacePage(
        page.stream().map(p -> InterfaceRow.of(p.known())).toList(),
        found.size(),
        more ? Cursor.encode(order, page.get(rows - 1).place()) : null);
  }

  private List<Placed> best(Collection<KnownInterface> found, InterfaceOrder order, int wanted) {
    Optional<InterfaceOrder.Place> after =
        Optional.ofNullable(cursor).map(c -> Cursor.decode(order, c));
    PriorityQueue<Placed> worstFirst =
        new PriorityQueue<>(wanted, (a, b) -> order.compare(b.place(), a.place()));
    for (KnownInterface known : found) {
      Placed placed = new Placed(order.place(known), known);
      if (after.isPresent() && order.compare(placed.place(), after.get()) <= 0) {
        continue;
      }
      if (worstFirst.size() < wanted) {
        worstFirst.add(placed);
      } else if (order.compare(placed.place(), worstFirst.element().place()) < 0) {
        worstFirst.remove();
        worstFirst.add(placed);
      }
    }
    List<Placed> sorted = new ArrayList<>(worstFirst);
    sorted.sort((a, b) -> order.compare(a.place(), b.place()));
    return sorted;
  }

  /**
   * How many rows are wanted.
   *
   * @param limit as given; null for none
   * @throws RestException when it is no number from 1 to the largest
   */
  static int rows(String limit) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int rows = Integer.parseInt(limit);
      if (rows >= 1 && rows <= LARGEST_LIMIT) {
        return rows;
      }
    } catch (NumberFormatException e) {
      // Not a number: told below, as a number out of range is.
    }
    throw RestException.badParameter(
        "limit",
        limit,
        "Give a whole number from 1 to "
            + LARGEST_LIMIT
            + "; where there are pages, the field next leads to more.");
  }
}
