package io.kizuna.demonstration;

import io.kizuna.MesApplication;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.equipment.RegisterEquipment;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The server with the demonstration's people, as a process of its own that a test may kill. */
public final class DemonstrationServer {

  /** More batches than a site has check words for. */
  public static final int BIOREACTORS = 100;

  private DemonstrationServer() {}

  /** The n-th bioreactor, from 1: one for every batch, because it holds one. */
  public static String bioreactor(int n) {
    return "BRX-T" + n;
  }

  /** Starts it; arguments as for the product. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(MesApplication.class, DemonstrationData.class, Bioreactors.class)
        .run(args);
  }

  /** Registers what a site with many suites has. */
  static class Bioreactors {

    @Bean
    ApplicationRunner registerBioreactors(EquipmentDirectory known, RegisterEquipment equipment) {
      return args -> {
        for (int n = 1; n <= BIOREACTORS; n++) {
          var id = new EquipmentId(bioreactor(n));
          if (known.byId(id).isPresent()) return; // state survives a kill
          var unit =
              new Equipment(id, "rocking-bioreactor", Text.same(id.value()), "suite-1", null);
          equipment.register(unit, PersonId.system("test"));
        }
      };
    }
  }
}
