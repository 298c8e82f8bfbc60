package io.kizuna.web.batch;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.Text;
import io.kizuna.site.Site;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes headers: adds the client's name, which batches know only by id. */
@Component
public class Headers {

  private final Site site;
  private volatile Map<String, Text> known = Map.of();

  Headers(Site site) {
    this.site = site;
  }

  public BatchHeader of(Batches.Summary summary) {
    return BatchHeader.of(summary, client(summary.client()));
  }

  public BatchHeader of(Batch batch) {
    return BatchHeader.of(batch, client(batch.client()));
  }

  private BatchHeader.Client client(String id) {
    Text name = known.get(id);
    if (name == null) {
      // Ids are never reused, so a name once read stays right; an unknown id reads them all anew.
      known = site.clients().stream().collect(Collectors.toMap(Site.Client::id, Site.Client::name));
      name = known.getOrDefault(id, Text.same(id));
    }
    return new BatchHeader.Client(id, name);
  }
}
