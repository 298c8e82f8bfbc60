package io.kizuna.web.live;

import io.kizuna.web.Actor;
import io.kizuna.web.equipment.Staff;
import io.kizuna.web.equipment.TagId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-Sent Events: values, connection, work, heartbeat. */
@RestController
class LiveController {

  /** One page shows fewer; more would make every turn long. */
  private static final int TAGS_MAX = 200;

  private final LiveStreams streams;
  private final Staff staff;

  LiveController(LiveStreams streams, Staff staff) {
    this.streams = streams;
    this.staff = staff;
  }

  /** The data of each event by its name; {@code work} carries nothing: the worklist changed. */
  record LiveEvents(
      List<LiveStream.TagValue> values,
      LiveStreams.ConnectionEvent connection,
      Map<String, String> work,
      LiveStream.Heartbeat heartbeat) {}

  /** A reader of one client gets the stream without values: equipment serves every client. */
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = LiveEvents.class)))
  @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(@RequestParam(defaultValue = "") List<String> tags, Actor actor) {
    var ids = tags.stream().filter(t -> !t.isBlank()).limit(TAGS_MAX).map(TagId::of).toList();
    return streams.open(actor.id(), staff.is(actor) ? ids : List.of());
  }
}
