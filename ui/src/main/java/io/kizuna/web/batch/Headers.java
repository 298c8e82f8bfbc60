package io.kizuna.web.batch;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.Text;
import io.kizuna.site.Site;
import org.springframework.stereotype.Component;

/** Makes headers: adds the client's name, which batches know only by id. */
@Component
public class Headers {

  private final Site site;

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
    Text name =
        site.clients().stream()
            .filter(c -> c.id().equals(id))
            .map(Site.Client::name)
            .findFirst()
            .orElse(Text.same(id));
    return new BatchHeader.Client(id, name);
  }
}
