package io.kizuna.record;

import io.kizuna.MesApplication;
import io.kizuna.demonstration.DemonstrationData;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * The whole server with the real engine and the shipped recipe; no device is connected. One server
 * per database serves every contract: a leaf only names its database.
 */
@SpringBootTest(
    classes = MesApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {
      "kizuna.equipment.pki=target/pki",
      "kizuna.seal.key=target/seal/records.pem",
      "kizuna.seal.create=true",
      "kizuna.demonstration.simulator-certificate=target/none.der",
      "kizuna.engine.jobs=false",
      "spring.main.allow-bean-definition-overriding=true"
    })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({
  TestClock.Configuration.class,
  Bench.class,
  Desk.class,
  DemonstrationData.class,
  StatementCount.Configuration.class
})
abstract class ServerContract {

  @Autowired Bench bench;

  @AfterEach
  void endBatches() {
    bench.endAll();
  }
}
