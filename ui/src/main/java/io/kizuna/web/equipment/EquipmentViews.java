package io.kizuna.web.equipment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kizuna.batch.Batches;
import io.kizuna.equipment.Connection;
import io.kizuna.equipment.Connections;
import io.kizuna.equipment.Equipment;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Text;
import io.kizuna.processdata.LiveValues;
import io.kizuna.processdata.LiveValues.LiveValue;
import io.kizuna.processdata.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Equipment as pages show it. */
@Component
class EquipmentViews {

  /** Tags every tag map has under these names. */
  private static final String STATE = "STATE";

  private static final String PROGRAM = "PROGRAM_ID";

  private static final int HISTORY = 50;

  private final TagDirectory tags;
  private final Connections connections;
  private final LiveValues values;
  private final Batches batches;

  EquipmentViews(TagDirectory tags, Connections connections, LiveValues values, Batches batches) {
    this.tags = tags;
    this.connections = connections;
    this.values = values;
    this.batches = batches;
  }

  /**
   * @param certificate thumbprint of what the device showed.
   */
  record ConnectionView(
      Connection.State state,
      Instant since,
      @Nullable String reason,
      @Nullable String certificate) {}

  record BatchInUse(String id, String number, String shortCode) {}

  record EquipmentView(
      String id,
      @JsonProperty("class") String equipmentClass,
      Text name,
      String suite,
      @Nullable String state,
      @Nullable String program,
      ConnectionView connection,
      @Nullable LocalDate calibrationDue,
      @Nullable BatchInUse batch,
      @Nullable List<TagView> tags,
      @Nullable List<ConnectionChange> history) {}

  record TagView(
      String id,
      Text name,
      String tag,
      @Nullable String unit,
      int decimals,
      @Nullable String low,
      @Nullable String high,
      @Nullable String alarmLow,
      @Nullable String alarmHigh,
      @Nullable String value,
      @Nullable String text,
      Reading.@Nullable Quality quality,
      @Nullable Instant sourceTime,
      @Nullable Instant receivedAt,
      boolean stale,
      String node) {}

  record ConnectionChange(Connection.State state, Instant at, @Nullable String reason) {}

  List<EquipmentView> lines(List<Equipment> all) {
    var inUse = batches.inUse();
    return all.stream().map(e -> view(e, inUse.get(e.id()), null, null)).toList();
  }

  EquipmentView whole(Equipment e) {
    var history =
        connections.history(e.id(), HISTORY).stream()
            .map(c -> new ConnectionChange(c.state(), c.since(), c.reason()))
            .toList();
    var user = batches.using(e.id()).stream().findFirst().orElse(null);
    return view(e, user, tags.of(e.id()).stream().map(t -> tag(e.id(), t)).toList(), history);
  }

  private EquipmentView view(
      Equipment e,
      Batches.@Nullable Summary user,
      @Nullable List<TagView> tagViews,
      @Nullable List<ConnectionChange> history) {
    return new EquipmentView(
        e.id().value(),
        e.equipmentClass(),
        e.name(),
        e.suite(),
        text(e.id(), STATE),
        text(e.id(), PROGRAM),
        connection(connections.of(e.id())),
        e.calibrationDue(),
        user == null
            ? null
            : new BatchInUse(user.id().toString(), user.number(), user.identity().shortCode()),
        tagViews,
        history);
  }

  private @Nullable String text(EquipmentId id, String tag) {
    return values.of(id, tag).map(LiveValue::reading).map(Reading::text).orElse(null);
  }

  static ConnectionView connection(Connection c) {
    var certificate = c.certificate();
    return new ConnectionView(
        c.state(), c.since(), c.reason(), certificate == null ? null : certificate.thumbprint());
  }

  private TagView tag(EquipmentId id, TagDefinition t) {
    var live = values.of(id, t.tag()).orElse(null);
    var reading = live == null ? null : live.reading();
    var shown = TagId.shown(t);
    var alarm = TagId.alarm(t);
    return new TagView(
        new TagId(id, t.tag()).toString(),
        t.name(),
        t.tag(),
        t.unit(),
        t.decimals(),
        TagId.plain(shown.low()),
        TagId.plain(shown.high()),
        TagId.plain(alarm.low()),
        TagId.plain(alarm.high()),
        reading == null ? null : TagId.number(reading),
        reading == null ? null : reading.text(),
        reading == null ? null : reading.quality(),
        reading == null ? null : reading.sourceTime(),
        reading == null ? null : reading.receivedAt(),
        live == null || live.stale(),
        t.node().replace("{device}", id.value()));
  }
}
