package io.kizuna.web.batch;

import io.kizuna.batch.Batches;
import io.kizuna.batch.OrderBatch;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.recipe.RecipeVersion;
import io.kizuna.site.Site;
import io.kizuna.web.Actor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders: a planner begins a batch. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

  private final OrderBatch orders;
  private final Batches batches;
  private final RecipeLibrary recipes;
  private final EquipmentDirectory equipment;
  private final Site site;

  OrderController(
      OrderBatch orders,
      Batches batches,
      RecipeLibrary recipes,
      EquipmentDirectory equipment,
      Site site) {
    this.orders = orders;
    this.batches = batches;
    this.recipes = recipes;
    this.equipment = equipment;
    this.site = site;
  }

  record EquipmentNeed(String role, String equipmentClass, Text name) {}

  record OrderProduct(String code, String version, Text name, List<EquipmentNeed> equipment) {}

  /**
   * @param busy number of the batch a unit that holds one batch is bound to.
   */
  record OrderUnit(
      String id, String equipmentClass, Text name, String suite, @Nullable String busy) {}

  record OrderOptions(
      List<OrderProduct> products,
      List<Site.Client> clients,
      List<Site.Suite> suites,
      List<OrderUnit> units) {}

  @GetMapping("/options")
  OrderOptions options(Actor actor) {
    return new OrderOptions(
        recipes.versions().stream()
            .filter(v -> v.state() == RecipeVersion.State.EFFECTIVE)
            .map(this::product)
            .toList(),
        site.clients(),
        site.suites(),
        units());
  }

  private List<OrderUnit> units() {
    var inUse = batches.inUse();
    return equipment.all().stream()
        .map(
            e -> {
              var user = e.holdsOneBatch() ? inUse.get(e.id()) : null;
              String busy = user == null ? null : user.number();
              return new OrderUnit(e.id().value(), e.equipmentClass(), e.name(), e.suite(), busy);
            })
        .toList();
  }

  private OrderProduct product(RecipeVersion v) {
    return new OrderProduct(
        v.product(),
        v.version(),
        v.name(),
        recipes.recipe(v.id()).equipment().stream()
            .map(e -> new EquipmentNeed(e.role(), e.equipmentClass(), e.name()))
            .toList());
  }

  record Order(
      @NotBlank @Size(max = 80) String product,
      @NotBlank @Size(max = 40) String client,
      @NotBlank @Size(max = 40) String suite,
      @NotBlank @Size(max = 60) String patientToken,
      @NotBlank @Size(max = 20) String bodyWeightKg,
      Map<String, String> equipment) {}

  record Ordered(
      String batchId, String number, String coi, String shortCode, Text checkWord, int glyph) {}

  @PutMapping("/{requestId}")
  Ordered order(@PathVariable UUID requestId, @RequestBody Order o, Actor actor) {
    var units = new HashMap<String, EquipmentId>();
    o.equipment().forEach((role, unit) -> units.put(role, new EquipmentId(unit)));
    var id =
        orders.order(
            new OrderBatch.Command(
                requestId,
                o.product().strip(),
                o.client().strip(),
                o.suite().strip(),
                o.patientToken().strip(),
                weight(o.bodyWeightKg().strip()),
                units,
                actor.id()));
    var batch = batches.get(id);
    return new Ordered(
        id.toString(),
        batch.number(),
        batch.identity().coi().value(),
        batch.identity().shortCode(),
        batch.identity().checkWord(),
        batch.identity().glyph());
  }

  private static BigDecimal weight(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new MesException(
          ErrorCode.ORDER_INVALID, "Body weight in kg.", text, "a number such as 70.5", null);
    }
  }
}
