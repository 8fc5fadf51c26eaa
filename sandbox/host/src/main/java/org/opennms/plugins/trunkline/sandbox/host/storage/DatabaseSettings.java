package org.opennms.plugins.trunkline.sandbox.host.storage;

/**
 * Where the sandbox keeps its state.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param username may be empty
 * @param password may be empty; never printed
 */
public record DatabaseSettings(String url, String username, String password) {

  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", username=" + username + "]";
  }
}
