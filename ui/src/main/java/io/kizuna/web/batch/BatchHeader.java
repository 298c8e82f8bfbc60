package io.kizuna.web.batch;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.identity.BatchIdentity;
import io.kizuna.kernel.Text;

/** What the identity banner shows. */
public record BatchHeader(
    String id,
    String number,
    String coi,
    String shortCode,
    Text checkWord,
    int glyph,
    Product product,
    Client client,
    Batch.State state,
    String suite) {

  /** The product and the version of its master. */
  public record Product(String code, Text name, String version) {}

  /** The client the batch is made for. */
  public record Client(String id, Text name) {}

  static BatchHeader of(
      String id,
      String number,
      BatchIdentity identity,
      Product product,
      Client client,
      Batch.State state,
      String suite) {
    return new BatchHeader(
        id,
        number,
        identity.coi().value(),
        identity.shortCode(),
        identity.checkWord(),
        identity.glyph(),
        product,
        client,
        state,
        suite);
  }

  static BatchHeader of(Batches.Summary s, Client client) {
    return of(
        s.id().toString(),
        s.number(),
        s.identity(),
        new Product(s.product(), s.productName(), s.productVersion()),
        client,
        s.state(),
        s.suite());
  }

  static BatchHeader of(Batch b, Client client) {
    return of(
        b.id().toString(),
        b.number(),
        b.identity(),
        new Product(b.recipe().product(), b.recipe().name(), b.recipe().version()),
        client,
        b.state(),
        b.suite());
  }
}
