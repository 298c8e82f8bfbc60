package io.kizuna.faults;

import java.util.Random;

/** The MES dies, PostgreSQL lives on. */
class KilledServerPostgresIT extends KilledPostgresContract {

  @Override
  void kill(MesProcess mes, Random moments) throws Exception {
    mes.kill();
  }
}
