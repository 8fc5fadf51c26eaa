package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.opennms.plugins.trunkline.operations.WorkLists;

/** JSON of the head of a work list; the OpenAPI document says what each field means. */
record WorkListView(String list, int total, long forgotten, List<Item> items) {
  /** JSON of an interface to look at; null is left out. */
  record Item(
      @JsonProperty("interface") InterfaceRow row,
      double score,
      String rival,
      double rivalScore,
      Change change) {
    private static Item of(WorkLists.Item item) {
      return new Item(
          InterfaceRow.of(item.known()),
          item.known().judgement().score(),
          item.known().judgement().rival().spelling(),
          item.known().judgement().rivalScore(),
          item.change().map(Change::of).orElse(null));
    }
  }

  /** JSON of a change; null is left out. */
  record Change(
      String at, String roleBefore, String roleAfter, String providerBefore, String providerAfter) {
    private static Change of(WorkLists.Change change) {
      return new Change(
          change.at().toString(),
          change.roleBefore().spelling(),
          change.roleAfter().spelling(),
          change.providerBefore().orElse(null),
          change.providerAfter().orElse(null));
    }
  }

  static WorkListView of(WorkLists.Kind kind, WorkLists.Listing listing, int rows) {
    return new WorkListView(
        kind.spelling(),
        listing.items().size(),
        listing.forgotten(),
        listing.items().stream().limit(rows).map(Item::of).toList());
  }
}
