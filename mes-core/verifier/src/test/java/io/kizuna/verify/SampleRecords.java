package io.kizuna.verify;

import java.sql.Connection;
import java.sql.SQLException;

/** The sample for tests of other packages. */
public final class SampleRecords {

  private SampleRecords() {}

  /** Writes the whole sample into an empty database. */
  public static void full(Connection connection) throws SQLException {
    SampleTrail.full(SampleTrail.empty(connection));
  }
}
