package io.kizuna.web.batch;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

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
import io.swagger.v3.oas.annotations.media.Schema;
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

  record OrderUnit(String id, String equipmentClass, Text name, String suite) {}

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
        equipment.all().stream()
            .map(e -> new OrderUnit(e.id().value(), e.equipmentClass(), e.name(), e.suite()))
            .toList());
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
      @Schema(requiredMode = REQUIRED) @Nullable String product,
      @Schema(requiredMode = REQUIRED) @Nullable String client,
      @Schema(requiredMode = REQUIRED) @Nullable String suite,
      @Schema(requiredMode = REQUIRED) @Nullable String patientToken,
      @Schema(requiredMode = REQUIRED) @Nullable String bodyWeightKg,
      @Schema(requiredMode = REQUIRED) @Nullable Map<String, String> equipment) {}

  record Ordered(
      String batchId, String number, String coi, String shortCode, Text checkWord, int glyph) {}

  @PutMapping("/{requestId}")
  Ordered order(@PathVariable UUID requestId, @RequestBody Order o, Actor actor) {
    var units = new HashMap<String, EquipmentId>();
    if (o.equipment() != null) {
      o.equipment().forEach((role, unit) -> units.put(role, new EquipmentId(unit)));
    }
    var id =
        orders.order(
            new OrderBatch.Command(
                requestId,
                given("product", o.product()),
                given("client", o.client()),
                given("suite", o.suite()),
                given("patientToken", o.patientToken()),
                weight(given("bodyWeightKg", o.bodyWeightKg())),
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

  private static String given(String field, @Nullable String value) {
    if (value != null && !value.isBlank()) return value.strip();
    throw new MesException(
        ErrorCode.ORDER_INVALID, "An order needs every field.", null, field, null);
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
