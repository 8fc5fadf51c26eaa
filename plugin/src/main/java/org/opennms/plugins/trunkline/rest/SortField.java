package org.opennms.plugins.trunkline.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** What a listing can be sorted by, by the names of the row's JSON. */
enum SortField {
  NODE("node"),
  NAME("name"),
  IF_INDEX("ifIndex"),
  IF_ALIAS("ifAlias"),
  SPEED("speed"),
  ADMIN_STATUS("adminStatus"),
  OPER_STATUS("operStatus"),
  ROLE("role"),
  PROVIDER("provider"),
  CRITICAL("critical"),
  CONFIDENCE("confidence"),
  MONITORED("monitored"),
  STALE("stale"),
  LAST_SEEN("lastSeen");

  /** The order of the values of one field. */
  static final Comparator<Object> ORDER =
      (a, b) ->
          a instanceof Double x && b instanceof Double y
              ? x.compareTo(y)
              : a.toString().compareTo(b.toString());

  private final String spelling;

  SortField(String spelling) {
    this.spelling = spelling;
  }

  String spelling() {
    return spelling;
  }

  /**
   * What an interface has in this field: a String or a Double, so that it travels in a cursor as
   * JSON and comes back as it was. False sorts before true, nothing before something.
   */
  Object of(KnownInterface known) {
    return switch (this) {
      case NODE -> known.device().label();
      case NAME -> known.key().name();
      case IF_INDEX -> (double) known.networkInterface().ifIndex();
      case IF_ALIAS -> known.networkInterface().ifAlias();
      case SPEED -> (double) known.networkInterface().speed();
      case ADMIN_STATUS -> known.networkInterface().adminStatus().name();
      case OPER_STATUS -> known.networkInterface().operStatus().name();
      case ROLE -> known.classification().role().spelling();
      case PROVIDER -> known.classification().provider().orElse("");
      case CRITICAL -> flag(known.classification().critical());
      case CONFIDENCE -> known.classification().confidence();
      case MONITORED -> flag(known.monitored());
      case STALE -> flag(known.stale());
      case LAST_SEEN -> (double) known.lastSeen().toEpochMilli();
    };
  }

  static Optional<SortField> parse(String text) {
    return Arrays.stream(values()).filter(f -> f.spelling.equals(text)).findFirst();
  }

  static List<String> spellings() {
    return Arrays.stream(values()).map(SortField::spelling).toList();
  }

  private static double flag(boolean value) {
    return value ? 1 : 0;
  }
}
