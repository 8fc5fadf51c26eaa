package org.opennms.plugins.trunkline.sandbox.container;

/** A user's name and password; the password is left out of {@link #toString()}. */
public record Credentials(String user, String password) {

  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
