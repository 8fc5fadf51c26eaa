package org.opennms.plugins.trunkline.sandbox.host.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The sandbox's durable state behind a connection pool. Calls block on the caller's thread, as in
 * Horizon; any number of threads may call. Every failure is a {@link StorageException}.
 */
public final class Database implements AutoCloseable {

  private static final int POOL_SIZE = 16;

  private final Dialect dialect;
  private final HikariDataSource pool;

  // Per database, not per class: two databases may be open in one JVM.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Connection> transaction = new ThreadLocal<>();

  private Database(Dialect dialect, HikariDataSource pool) {
    this.dialect = dialect;
    this.pool = pool;
  }

  /** Connects, and brings the tables to the current version. */
  public static Database open(DatabaseSettings settings) {
    Dialect dialect = Dialect.of(settings.url());
    HikariConfig config = new HikariConfig();
    config.setPoolName("trunkline-sandbox-db");
    config.setDataSource(dataSource(dialect, settings));
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(1);
    try {
      Database database = new Database(dialect, new HikariDataSource(config));
      Schema.migrate(database);
      return database;
    } catch (RuntimeException e) {
      throw new StorageException(
          "database.url '" + settings.url() + "' cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Which SQL it speaks. */
  public Dialect dialect() {
    return dialect;
  }

  /** All rows of a query. */
  public <T> List<T> query(String sql, Row.Mapper<T> mapper, Object... parameters) {
    return run(
        sql,
        false,
        parameters,
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            Row row = new Row(result);
            while (result.next()) {
              rows.add(mapper.map(row));
            }
          }
          return rows;
        });
  }

  /** The first row of a query. */
  public <T> Optional<T> first(String sql, Row.Mapper<T> mapper, Object... parameters) {
    return query(sql, mapper, parameters).stream().findFirst();
  }

  /** Runs a change and returns how many rows it touched. */
  public int update(String sql, Object... parameters) {
    return run(sql, false, parameters, PreparedStatement::executeUpdate);
  }

  /** Inserts one row and returns its generated id. */
  public int insert(String sql, Object... parameters) {
    return run(
        sql,
        true,
        parameters,
        statement -> {
          statement.executeUpdate();
          try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getInt("id");
          }
        });
  }

  /** Runs work in one transaction of this thread; any exception rolls it back and goes on. */
  public <T> T inTransaction(Supplier<T> work) {
    if (transaction.get() != null) {
      return work.get();
    }
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      transaction.set(connection);
      try {
        T result = work.get();
        connection.commit();
        return result;
      } catch (RuntimeException | Error e) {
        connection.rollback();
        throw e;
      } finally {
        transaction.remove();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StorageException("Transaction failed: " + e.getMessage(), e);
    }
  }

  /** True while the calling thread is inside {@link #inTransaction}. */
  public boolean isInTransaction() {
    return transaction.get() != null;
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T> T run(String sql, boolean keys, Object[] parameters, StatementWork<T> work) {
    Connection shared = transaction.get();
    try {
      if (shared != null) {
        return run(shared, sql, keys, parameters, work);
      }
      try (Connection connection = pool.getConnection()) {
        return run(connection, sql, keys, parameters, work);
      }
    } catch (SQLException e) {
      throw new StorageException(e.getMessage(), e);
    }
  }

  private static <T> T run(
      Connection connection, String sql, boolean keys, Object[] parameters, StatementWork<T> work)
      throws SQLException {
    try (PreparedStatement statement =
        keys
            ? connection.prepareStatement(sql, new String[] {"id"})
            : connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, toSql(parameters[i]));
      }
      return work.run(statement);
    }
  }

  private static Object toSql(Object value) {
    if (value instanceof Instant time) {
      return time.toEpochMilli();
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }

  private static DataSource dataSource(Dialect dialect, DatabaseSettings settings) {
    return switch (dialect) {
      case H2 -> {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(settings.url() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        source.setUser(settings.username());
        source.setPassword(settings.password());
        yield source;
      }
      case POSTGRESQL -> {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        if (!settings.username().isEmpty()) {
          source.setUser(settings.username());
          source.setPassword(settings.password());
        }
        yield source;
      }
    };
  }

  @FunctionalInterface
  private interface StatementWork<T> {
    T run(PreparedStatement statement) throws SQLException;
  }
}
