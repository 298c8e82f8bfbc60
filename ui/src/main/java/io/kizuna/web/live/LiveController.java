package io.kizuna.web.live;

import io.kizuna.web.Actor;
import io.kizuna.web.equipment.Staff;
import io.kizuna.web.equipment.TagId;
import java.util.List;
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

  /** A reader of one client gets the stream without values: equipment serves every client. */
  @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(@RequestParam(defaultValue = "") List<String> tags, Actor actor) {
    var ids = tags.stream().filter(t -> !t.isBlank()).limit(TAGS_MAX).map(TagId::of).toList();
    return streams.open(staff.is(actor) ? ids : List.of());
  }
}
