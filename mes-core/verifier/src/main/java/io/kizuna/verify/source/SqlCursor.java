package io.kizuna.verify.source;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a query, fetched some at a time. */
final class SqlCursor<T> implements Cursor<T> {

  /** Some megabytes of events at a time. */
  private static final int FETCH = 2_000;

  /** Makes a thing of the row the result set stands on. */
  interface Mapper<T> {
    T map(ResultSet rs) throws SQLException;
  }

  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Mapper<T> mapper;

  private SqlCursor(PreparedStatement statement, Mapper<T> mapper) throws SQLException {
    this.statement = statement;
    this.rows = statement.executeQuery();
    this.mapper = mapper;
  }

  static <T> Cursor<T> open(
      Connection connection, String sql, Mapper<T> mapper, Object... parameters)
      throws IOException {
    try {
      var statement = connection.prepareStatement(sql);
      try {
        statement.setFetchSize(FETCH);
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
        return new SqlCursor<>(statement, mapper);
      } catch (SQLException e) {
        statement.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("the database refused to be read: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable T next() throws IOException {
    try {
      return rows.next() ? mapper.map(rows) : null;
    } catch (SQLException e) {
      throw new IOException("the database could not be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try (statement) {
      rows.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
