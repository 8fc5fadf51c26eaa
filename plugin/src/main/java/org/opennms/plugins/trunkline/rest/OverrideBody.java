package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Reads the JSON of an override; says which field is wrong, with its value and what it takes. */
final class OverrideBody {
  /** Characters of a provider's name or a reason. */
  static final int LONGEST_TEXT = 500;

  private static final Set<String> FIELDS =
      new TreeSet<>(Set.of("role", "provider", "critical", "monitored", "capacity", "why"));

  private final JsonNode body;

  private OverrideBody(JsonNode body) {
    this.body = body;
  }

  /**
   * The decision in the body.
   *
   * @throws RestException when it is none
   */
  static InterfaceOverride parse(JsonNode body, String by, Instant at) {
    if (body == null || !body.isObject()) {
      throw new RestException(
          ErrorCode.MALFORMED_JSON,
          "the body is not a JSON object",
          "Send one, for example {\"role\": \"isp_uplink\"}.");
    }
    body.fieldNames().forEachRemaining(OverrideBody::checkName);
    InterfaceOverride read = new OverrideBody(body).read(by, at);
    checkDecides(read);
    return read;
  }

  private InterfaceOverride read(String by, Instant at) {
    return new InterfaceOverride(
        text("role").map(this::role),
        text("provider"),
        flag("critical"),
        flag("monitored"),
        capacity(),
        by,
        at,
        text("why").orElse(""));
  }

  private static void checkName(String name) {
    if (!FIELDS.contains(name)) {
      throw new RestException(
          ErrorCode.UNKNOWN_FIELD,
          "an override has no field '" + name + "'",
          "Known are " + String.join(", ", FIELDS) + ".");
    }
  }

  private static void checkDecides(InterfaceOverride read) {
    if (read.role().isEmpty()
        && read.provider().isEmpty()
        && read.critical().isEmpty()
        && read.monitored().isEmpty()
        && read.capacity().isEmpty()) {
      throw new RestException(
          ErrorCode.EMPTY_OVERRIDE,
          "the override decides nothing",
          "Give at least one of role, provider, critical, monitored, capacity; use DELETE to take"
              + " an override back.");
    }
  }

  private InterfaceRole role(String value) {
    return InterfaceRole.parse(value)
        .orElseThrow(() -> bad("role", "one of " + InterfaceRole.spellings()));
  }

  private Optional<String> text(String field) {
    return given(field)
        .map(
            value -> {
              if (!value.isTextual()
                  || value.textValue().isBlank()
                  || value.textValue().length() > LONGEST_TEXT) {
                throw bad(field, "text of 1 to " + LONGEST_TEXT + " characters");
              }
              return value.textValue().strip();
            });
  }

  private Optional<Boolean> flag(String field) {
    return given(field)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw bad(field, "true or false, without quotes");
              }
              return value.booleanValue();
            });
  }

  private OptionalLong capacity() {
    Optional<JsonNode> value = given("capacity");
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().isIntegralNumber()
        || !value.get().canConvertToLong()
        || value.get().longValue() <= 0) {
      throw bad("capacity", "a positive whole number of bit/s, for example 500000000");
    }
    return OptionalLong.of(value.get().longValue());
  }

  private Optional<JsonNode> given(String field) {
    return Optional.ofNullable(body.get(field)).filter(v -> !v.isNull());
  }

  private RestException bad(String field, String takes) {
    String value = body.get(field).toString();
    String shown = value.length() > 80 ? value.substring(0, 80) + "..." : value;
    return new RestException(
        ErrorCode.BAD_FIELD, "field " + field + " is " + shown, "It takes " + takes + ".");
  }
}
