package org.opennms.plugins.trunkline.sandbox.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's users, from a properties file with lines {@code user = password, ROLE_A, ROLE_B}. It
 * is read at every login, so an edit counts at once. Without the file there are the users {@code
 * admin}, {@code rest}, {@code user} and {@code dashboard}, each with its name as password.
 */
public final class Users {

  private static final Logger LOG = LoggerFactory.getLogger(Users.class);
  private static final String BUILT_IN = "users.properties";

  private final Path file;

  /**
   * Makes the list of users.
   *
   * @param file need not exist
   */
  public Users(Path file) {
    this.file = file;
  }

  /** The user whose name and password these are. */
  public Optional<User> authenticate(String name, String password) {
    String line = load().getProperty(name);
    if (line == null) {
      return Optional.empty();
    }
    String[] fields = line.split("\\s*,\\s*", -1);
    boolean same =
        MessageDigest.isEqual(
            fields[0].getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    return same
        ? Optional.of(
            new User(name, Arrays.stream(fields).skip(1).collect(Collectors.toUnmodifiableSet())))
        : Optional.empty();
  }

  private Properties load() {
    Properties users = new Properties();
    try {
      if (Files.exists(file)) {
        try (Reader reader = Files.newBufferedReader(file)) {
          users.load(reader);
        }
      } else {
        try (InputStream builtIn = Users.class.getResourceAsStream(BUILT_IN)) {
          users.load(builtIn);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("users.file {} cannot be read, nobody can log in: {}", file, e.getMessage());
      return new Properties();
    }
    return users;
  }

  /** Somebody who logged in, and what that person may do. */
  public record User(String name, Set<String> roles) {}
}
