package io.kizuna.web.processdata;

import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.processdata.RawReadings;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.processdata.ReadHistorian.Bucket;
import io.kizuna.processdata.ReadHistorian.Gap;
import io.kizuna.processdata.Reading;
import io.kizuna.web.Actor;
import io.kizuna.web.equipment.Staff;
import io.kizuna.web.equipment.TagId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trends: readings of tags, reduced on the server, with their gaps. */
@RestController
class ReadingsController {

  /** Lanes of one page; more cannot be read anyway. */
  private static final int TAGS_MAX = 20;

  private static final Duration SPAN_DEFAULT = Duration.ofHours(1);

  private final ReadHistorian historian;
  private final RawReadings raw;
  private final TagDirectory tags;
  private final RecordClock clock;
  private final Staff staff;

  ReadingsController(
      ReadHistorian historian, RawReadings raw, TagDirectory tags, RecordClock clock, Staff staff) {
    this.historian = historian;
    this.raw = raw;
    this.tags = tags;
    this.clock = clock;
    this.staff = staff;
  }

  record BucketView(
      Instant t,
      @Nullable String min,
      @Nullable String max,
      @Nullable String first,
      @Nullable String last,
      int bad) {}

  record RawView(Instant t, @Nullable String v, Reading.Quality q) {}

  record GapView(Instant from, @Nullable Instant to, String reason) {}

  record Lane(
      String tag,
      Text name,
      @Nullable String unit,
      int decimals,
      @Nullable String low,
      @Nullable String high,
      Instant from,
      Instant to,
      @Nullable List<BucketView> buckets,
      @Nullable List<RawView> raw,
      List<GapView> gaps) {}

  record Lanes(List<Lane> lanes) {}

  /** One lane for each tag asked for, in that order. */
  @GetMapping("/api/readings")
  Lanes readings(
      @RequestParam List<String> tag,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "600") @Min(1) @Max(10_000) int buckets,
      Actor actor) {
    staff.require(actor);
    if (tag.size() > TAGS_MAX) {
      throw new MesException(
          ErrorCode.QUERY_INVALID,
          "One question has at most " + TAGS_MAX + " tags.",
          String.valueOf(tag.size()),
          null,
          null);
    }
    var end = to == null ? clock.now() : to;
    var begin = from == null ? end.minus(SPAN_DEFAULT) : from;
    return new Lanes(tag.stream().map(t -> lane(TagId.of(t), begin, end, buckets)).toList());
  }

  private Lane lane(TagId id, Instant from, Instant to, int buckets) {
    TagDefinition tag =
        tags.find(id.equipment(), id.tag()).orElseThrow(() -> TagId.unknown(id.toString()));
    var series = historian.series(id.equipment(), id.tag(), from, to, buckets);
    var few = raw.raw(id.equipment(), id.tag(), from, to, buckets + 1);
    boolean all = few.size() <= buckets;
    var band = TagId.shown(tag);
    return new Lane(
        id.toString(),
        tag.name(),
        tag.unit(),
        tag.decimals(),
        TagId.plain(band.low()),
        TagId.plain(band.high()),
        from,
        to,
        all ? null : series.buckets().stream().map(ReadingsController::view).toList(),
        all ? few.stream().map(ReadingsController::view).toList() : null,
        series.gaps().stream().map(ReadingsController::view).toList());
  }

  private static BucketView view(Bucket b) {
    return new BucketView(
        b.start(),
        TagId.number(b.min()),
        TagId.number(b.max()),
        TagId.number(b.first()),
        TagId.number(b.last()),
        b.bad());
  }

  private static RawView view(Reading r) {
    return new RawView(r.sourceTime(), TagId.number(r), r.quality());
  }

  private static GapView view(Gap g) {
    return new GapView(g.from(), g.to(), g.reason());
  }
}
