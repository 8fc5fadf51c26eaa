package org.opennms.plugins.trunkline.sandbox.host.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Real, empty databases of both kinds; one PostgreSQL server serves the whole test run. */
public final class TestDatabases {

  private TestDatabases() {}

  /** Settings of a database that nobody else uses. */
  public static DatabaseSettings fresh(Dialect dialect) {
    try {
      return switch (dialect) {
        case H2 -> h2();
        case POSTGRESQL -> postgres();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DatabaseSettings h2() throws IOException {
    String file = Files.createTempDirectory("sandbox-h2").resolve("host").toString();
    return new DatabaseSettings("jdbc:h2:file:" + file, "", "");
  }

  private static DatabaseSettings postgres() throws SQLException {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new DatabaseSettings(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "");
  }

  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
