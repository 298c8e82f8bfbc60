package io.kizuna.site;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import java.util.List;

/** Inbound port: the clients and suites of this site. */
public interface Site {

  /** A company that orders batches. */
  record Client(String id, Text name) {}

  /** A suite of rooms in which batches are made. */
  record Suite(String id, Text name) {}

  List<Client> clients();

  List<Suite> suites();

  void addClient(Client client, PersonId by);

  void addSuite(Suite suite, PersonId by);
}
