package org.opennms.plugins.trunkline.sandbox.host.storage;

/** The two databases, and the few places where their SQL differs. */
public enum Dialect {
  /** An embedded file; see H2's {@code FORMAT JSON}. */
  H2("JSON", "? FORMAT JSON"),
  /** A server, as under Horizon itself. */
  POSTGRESQL("JSONB", "?::JSON");

  private final String jsonType;
  private final String jsonParameter;

  Dialect(String jsonType, String jsonParameter) {
    this.jsonType = jsonType;
    this.jsonParameter = jsonParameter;
  }

  /** The column type that refuses text which is not JSON. */
  public String jsonType() {
    return jsonType;
  }

  /** A statement parameter that is parsed as JSON; text that is none fails the statement. */
  public String jsonParameter() {
    return jsonParameter;
  }

  /**
   * Picks the dialect by the JDBC URL.
   *
   * @throws IllegalArgumentException for any other database
   */
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "database.url '" + url + "' is neither jdbc:h2: nor jdbc:postgresql:");
  }
}
