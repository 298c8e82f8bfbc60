package io.kizuna.equipment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditTrail;
import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.ConnectionChanged;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.EquipmentCommands.Command;
import io.kizuna.equipment.EquipmentCommands.Confirmation;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDefinition.Band;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.testing.Databases;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EquipmentIT {

  private static final EquipmentId BRX = new EquipmentId("BRX-01");
  private static final PersonId KATO = new PersonId("kato");
  private static final RecordClock CLOCK = new RecordClock(Clock.systemUTC());

  private final List<AuditEvent> trail = new ArrayList<>();
  private final List<Object> published = new ArrayList<>();
  private final AuditTrail audit = trail::add;
  private HikariDataSource source;
  private JdbcClient jdbc;

  private void open(Databases db) {
    source = db.unsealed();
    jdbc = JdbcClient.create(source);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private static Equipment bioreactor(LocalDate calibrationDue) {
    return new Equipment(
        BRX,
        "rocking-bioreactor",
        new Text("Bioreactor 1", "バイオリアクター1"),
        "SUITE-A",
        calibrationDue);
  }

  @ParameterizedTest
  @EnumSource
  void registeredEquipmentIsFoundAndEveryChangeIsInTheTrail(Databases db) {
    open(db);
    var rows = new EquipmentRows(jdbc, audit, CLOCK);
    var first = bioreactor(LocalDate.of(2027, 3, 31));
    rows.register(first, KATO);
    rows.register(first, KATO); // again: nothing changes
    assertThat(rows.all()).containsExactly(first);
    assertThat(rows.byClass("rocking-bioreactor")).containsExactly(first);
    rows.register(bioreactor(null), KATO);
    assertThat(rows.require(BRX).calibrationDue()).isNull();
    assertThat(trail)
        .extracting(AuditEvent::action)
        .containsExactly("equipment.registered", "equipment.changed");
    assertThat(trail.get(1).changes()).containsOnlyKeys("calibrationDue");
    assertThatThrownBy(() -> rows.require(new EquipmentId("BRX-99")))
        .isInstanceOf(MesException.class)
        .hasMessageContaining("EQ-003");
  }

  @ParameterizedTest
  @EnumSource
  void connectionHasAStateAndAHistoryOfChanges(Databases db) {
    open(db);
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    var rows = new ConnectionRows(jdbc, transactions, published::add, CLOCK);
    assertThat(rows.of(BRX).state()).isEqualTo(State.CONNECTING);
    var certificate = new Certificate("ab12", "CN=simulator");
    rows.report(BRX, State.UNTRUSTED, "certificate not trusted", certificate);
    rows.report(BRX, State.UNTRUSTED, "certificate not trusted", certificate);
    rows.report(BRX, State.LIVE, null, certificate);
    assertThat(rows.of(BRX).state()).isEqualTo(State.LIVE);
    assertThat(rows.history(BRX, 10))
        .extracting(c -> c.state())
        .containsExactly(State.LIVE, State.UNTRUSTED);
    assertThat(rows.history(BRX, 10).get(1).certificate()).isEqualTo(certificate);
    assertThat(published).hasSize(2).allMatch(ConnectionChanged.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource
  void tagDefinitionsSurviveARestartAndAChangeIsInTheTrail(Databases db) {
    open(db);
    var directory = new EquipmentRows(jdbc, audit, CLOCK);
    directory.register(bioreactor(null), KATO);
    trail.clear();
    var tag = tag("37.5");
    new TagRows(jdbc, audit, directory).define("rocking-bioreactor", List.of(tag));
    var afterRestart = new TagRows(jdbc, audit, directory);
    assertThat(afterRestart.of(BRX)).containsExactly(tag);
    afterRestart.define("rocking-bioreactor", List.of(tag("37.50"))); // the same number
    assertThat(trail).hasSize(1);
    afterRestart.define("rocking-bioreactor", List.of(tag("37.6")));
    assertThat(trail).hasSize(2);
    assertThat(trail.get(0).changes()).containsKeys("T_PV.unit", "T_PV.silenceMsMax");
    assertThat(trail.get(1).changes())
        .isEqualTo(Map.of("T_PV.alertHigh", new AuditEvent.Change("37.5", "37.6")));
    assertThat(afterRestart.find(BRX, "T_PV").orElseThrow().alert().high())
        .isEqualByComparingTo("37.6");
    assertThat(afterRestart.of(new EquipmentId("NONE"))).isEmpty();
  }

  private static TagDefinition tag(String alertHigh) {
    return new TagDefinition(
        "T_PV",
        new Text("Temperature", "温度"),
        TagDefinition.Type.NUMBER,
        "Cel",
        2,
        new Band(new BigDecimal("36"), new BigDecimal("40")),
        new Band(new BigDecimal("36.5"), new BigDecimal(alertHigh)),
        Band.NONE,
        Duration.ofSeconds(5),
        Duration.ofMinutes(5),
        true,
        "nsu=urn:kizuna:simulator;s={device}.T_PV");
  }

  // RF16: what a device has confirmed is remembered, once.
  @ParameterizedTest
  @EnumSource
  void confirmedCommandIsRememberedOnce(Databases db) {
    open(db);
    var rows = new CommandRows(jdbc, audit, CLOCK);
    var command =
        new Command("batch:1", "k1", BRX, "B-1", "START_PROGRAM", "P", List.of(), Map.of());
    assertThat(rows.confirmed("k1")).isEmpty();
    rows.confirm(command, new Confirmation("run-1", "Execute"));
    rows.confirm(command, new Confirmation("run-2", "Execute"));
    assertThat(rows.confirmed("k1")).contains(new Confirmation("run-1", "Execute"));
  }
}
