package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The last place of a page as opaque text: base64url of a JSON array with the order's text and the
 * place's values. It holds no state of ours, so it never expires, and what appears or vanishes
 * between two pages makes nothing else appear twice or be left out.
 */
final class Cursor {
  private Cursor() {}

  static String encode(InterfaceOrder order, InterfaceOrder.Place place) {
    List<Object> parts = new ArrayList<>(place.values().size() + 1);
    parts.add(order.text());
    parts.addAll(place.values());
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Json.MAPPER.writeValueAsBytes(parts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InterfaceOrder.Place decode(InterfaceOrder order, String text) {
    JsonNode parts = parts(text);
    if (!parts.isArray() || !parts.path(0).asText().equals(order.text())) {
      throw bad("it belongs to a listing with another sort");
    }
    if (parts.size() != order.terms().size() + 3) {
      throw bad("it is damaged");
    }
    List<Object> values = new ArrayList<>(parts.size() - 1);
    for (int i = 1; i < parts.size(); i++) {
      values.add(value(parts.get(i)));
    }
    return new InterfaceOrder.Place(values);
  }

  private static Object value(JsonNode part) {
    if (part.isTextual()) {
      return part.textValue();
    }
    if (part.isNumber()) {
      return part.doubleValue();
    }
    throw bad("it is damaged");
  }

  private static JsonNode parts(String text) {
    try {
      return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException | IOException e) {
      throw bad("it is damaged");
    }
  }

  private static RestException bad(String why) {
    return new RestException(
        ErrorCode.BAD_CURSOR,
        "query parameter cursor is not usable: " + why,
        "Use the field next of the page before, unchanged and with the same sort; or leave it away"
            + " and begin anew.");
  }
}
