package io.kizuna.personnel;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import java.util.Set;

/**
 * Somebody who works with the system.
 *
 * @param clients clients whose batches the person may see; empty means every client.
 */
public record Person(PersonId id, Text name, Set<Role> roles, Set<String> clients, boolean active) {

  /** Whether the person holds {@code role}. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Whether the person may see batches of {@code client}. */
  public boolean maySee(String client) {
    return clients.isEmpty() || clients.contains(client);
  }
}
