package io.kizuna.demonstration;

import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.RegisterEquipment;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.material.Lot;
import io.kizuna.material.Lots;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.ApproveRecipe;
import io.kizuna.recipe.ImportRecipe;
import io.kizuna.recipe.RecipeRejected;
import io.kizuna.recipe.RecipeVersion;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.site.Site;
import io.kizuna.web.security.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seeds people, clients, suites, lots, equipment and the shipped recipe, once. */
@Component
@Profile("demonstration")
class FirstLook implements ApplicationRunner {

  /** One password for all demonstration people; the README says so. */
  static final String PASSWORD = "kizuna-demo";

  private static final Logger log = LoggerFactory.getLogger(FirstLook.class);
  private static final PersonId BY = PersonId.system("first-look");
  private static final String RECIPES = "classpath*:recipes/*/*/";

  private final People people;
  private final Credentials credentials;
  private final Site site;
  private final Lots lots;
  private final RegisterEquipment equipment;
  private final ImportRecipe importRecipe;
  private final ApproveRecipe approveRecipe;
  private final Signing signing;
  private final RecordClock clock;
  private final TransactionTemplate transaction;
  private final Path simulatorCertificate;
  private final Path pki;

  FirstLook(
      People people,
      Credentials credentials,
      Site site,
      Lots lots,
      RegisterEquipment equipment,
      ImportRecipe importRecipe,
      ApproveRecipe approveRecipe,
      Signing signing,
      RecordClock clock,
      TransactionTemplate transaction,
      @Value("${kizuna.demonstration.simulator-certificate}") Path simulatorCertificate,
      @Value("${kizuna.equipment.pki}") Path pki) {
    this.people = people;
    this.credentials = credentials;
    this.site = site;
    this.lots = lots;
    this.equipment = equipment;
    this.importRecipe = importRecipe;
    this.approveRecipe = approveRecipe;
    this.signing = signing;
    this.clock = clock;
    this.transaction = transaction;
    this.simulatorCertificate = simulatorCertificate;
    this.pki = pki;
  }

  @Override
  public void run(ApplicationArguments args) throws IOException {
    trustSimulator();
    if (!people.all().isEmpty()) return; // state survives a restart
    people();
    transaction.executeWithoutResult(status -> site());
    transaction.executeWithoutResult(status -> lots());
    transaction.executeWithoutResult(status -> equipment());
    recipe("car-t-lv", "1.0");
    log.info("first look seeded: demonstration people, master data and recipe car-t-lv 1.0");
  }

  /** Puts the simulator's certificate, read from its own folder, on the trust list; no other. */
  private void trustSimulator() throws IOException {
    if (!Files.exists(simulatorCertificate)) return;
    Path trusted = Files.createDirectories(pki.resolve("trusted"));
    Files.copy(
        simulatorCertificate,
        trusted.resolve("simulator.der"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void people() {
    person("tanaka", "Tanaka Misaki", "田中 美咲", Role.OPERATOR, Role.LOGISTICS, Role.QC_ANALYST);
    person("sato", "Sato Kenta", "佐藤 健太", Role.OPERATOR, Role.LOGISTICS, Role.QC_ANALYST);
    person("kobayashi", "Kobayashi Naoki", "小林 直樹", Role.SUPERVISOR);
    person("suzuki", "Suzuki Yoko", "鈴木 陽子", Role.QA);
    person("watanabe", "Watanabe Makoto", "渡辺 誠", Role.QA);
    person("yamamoto", "Yamamoto Rin", "山本 凛", Role.PROCESS_ENGINEER);
    person("kato", "Kato Daichi", "加藤 大地", Role.EQUIPMENT_ENGINEER);
    person("ito", "Ito Haruka", "伊藤 遥", Role.PLANNER);
    person("mori", "Mori Shun", "森 駿", Role.ADMINISTRATOR);
    add("client-a", "Reader of Client A", "A社 閲覧者", Set.of("client-a"), Role.CLIENT_READER);
  }

  private void person(String id, String en, String ja, Role... roles) {
    add(id, en, ja, Set.of(), roles);
  }

  private void add(String id, String en, String ja, Set<String> clients, Role... roles) {
    var person = new PersonId(id);
    people.add(new Person(person, new Text(en, ja), Set.of(roles), clients, true), BY);
    credentials.set(person, PASSWORD);
  }

  private void site() {
    site.addClient(new Site.Client("client-a", new Text("Aoba Therapeutics", "青葉セラピューティクス")), BY);
    site.addClient(new Site.Client("client-b", new Text("Birch Bio", "バーチバイオ")), BY);
    site.addSuite(new Site.Suite("suite-1", new Text("Suite 1", "第1スイート")), BY);
    site.addSuite(new Site.Suite("suite-2", new Text("Suite 2", "第2スイート")), BY);
  }

  private void lots() {
    lot(
        "LV-2611-07",
        "lv-vector",
        Lot.Status.RELEASED,
        365,
        Map.of("titre", "2.5", "fill_volume", "1.0"));
    lot(
        "LV-2604-02",
        "lv-vector",
        Lot.Status.RELEASED,
        -30,
        Map.of("titre", "2.4", "fill_volume", "1.0"));
    lot(
        "LV-2611-09",
        "lv-vector",
        Lot.Status.QUARANTINE,
        365,
        Map.of("titre", "2.6", "fill_volume", "1.0"));
    lot("MED-2611-01", "culture-medium", Lot.Status.RELEASED, 90, Map.of());
    lot("IL2-2609-03", "cytokine", Lot.Status.RELEASED, 300, Map.of());
    lot("BAG-2608-11", "expansion-bag", Lot.Status.RELEASED, 700, Map.of());
    lot("CRYO-2610-05", "cryomedium", Lot.Status.RELEASED, 400, Map.of());
    lot("EVA-2607-21", "cryobag", Lot.Status.RELEASED, 700, Map.of());
  }

  private void lot(
      String code, String material, Lot.Status status, int days, Map<String, String> attributes) {
    var expires = clock.now().plus(Duration.ofDays(days));
    lots.add(new Lot(code, material, status, expires, attributes), BY);
  }

  private void equipment() {
    unit("BRX-01", "rocking-bioreactor", "Rocking bioreactor 1", "揺動型バイオリアクター 1", "suite-1");
    unit("BRX-02", "rocking-bioreactor", "Rocking bioreactor 2", "揺動型バイオリアクター 2", "suite-2");
    unit("INC-01", "co2-incubator", "CO2 incubator 1", "CO2インキュベーター 1", "suite-1");
    unit("INC-02", "co2-incubator", "CO2 incubator 2", "CO2インキュベーター 2", "suite-2");
    unit("CRF-01", "controlled-rate-freezer", "Controlled-rate freezer", "プログラムフリーザー", "suite-1");
    unit("LNF-01", "ln2-freezer", "LN2 freezer 1", "液体窒素保存容器 1", "suite-1");
    unit("LNF-02", "ln2-freezer", "LN2 freezer 2", "液体窒素保存容器 2", "suite-2");
    unit("CTR-01", "cell-counter", "Cell counter", "セルカウンター", "suite-1");
  }

  private void unit(String id, String equipmentClass, String en, String ja, String suite) {
    var due = clock.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(180);
    equipment.register(
        new Equipment(new EquipmentId(id), equipmentClass, new Text(en, ja), suite, due), BY);
  }

  private void recipe(String product, String version) throws IOException {
    byte[] zip = zip(RECIPES.replaceFirst("\\*/\\*", product + "/" + version) + "*.*");
    var imported = imported(zip);
    transaction.executeWithoutResult(
        status -> {
          String chain = "recipe:" + imported.id();
          var content =
              Map.of(
                  "purpose",
                  "approve",
                  "product",
                  product,
                  "version",
                  version,
                  "packageHash",
                  imported.packageHash());
          var challenge =
              signing.challenge("first-look", chain, chain + ":approve", Meaning.APPROVED, content);
          var qa = new PersonId("watanabe");
          var signature = signing.sign(challenge, qa, "en");
          approveRecipe.approve(imported.id(), qa, signature.id());
        });
    log.info("recipe {} {} imported and approved", product, version);
  }

  private RecipeVersion imported(byte[] zip) {
    try {
      return importRecipe.importPackage(zip, new PersonId("yamamoto"));
    } catch (RecipeRejected e) {
      e.faults().forEach(f -> log.error("shipped recipe: {}", f));
      throw e;
    }
  }

  private static byte[] zip(String pattern) throws IOException {
    Resource[] files = new PathMatchingResourcePatternResolver().getResources(pattern);
    List<Resource> sorted =
        Arrays.stream(files).sorted(Comparator.comparing(FirstLook::name)).toList();
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Resource file : sorted) {
        zip.putNextEntry(new ZipEntry(name(file)));
        zip.write(file.getContentAsByteArray());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String name(Resource file) {
    return java.util.Objects.requireNonNull(file.getFilename());
  }
}
