package io.kizuna.faults;

import java.util.Random;

/** PostgreSQL dies; the MES lives on and finds it again, or dies at the same moment (RF04). */
class KilledDatabaseIT extends KilledPostgresContract {

  /** One of so many kills takes both. */
  private static final int BOTH = 5;

  @Override
  void kill(MesProcess mes, Random moments) throws Exception {
    boolean both = moments.nextInt(BOTH) == 0;
    postgres.kill();
    if (both) mes.kill();
  }
}
