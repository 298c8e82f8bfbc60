package io.kizuna.personnel;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Roles one person never holds together (R41): whoever gives rights changes no record, whoever
 * judges a batch neither makes it nor writes its recipe, and a client's reader only reads.
 */
public final class SeparationOfDuty {

  private static final Set<Role> ALONE = EnumSet.of(Role.ADMINISTRATOR, Role.CLIENT_READER);

  /** Quality is independent of production (GMP part I, 2.9; EU GMP Annex 11, 12). */
  private static final Set<Role> NOT_QUALITY =
      EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.PROCESS_ENGINEER);

  private SeparationOfDuty() {}

  /** Whether one person may hold exactly these roles. */
  public static boolean allows(Set<Role> roles) {
    if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) return false;
    return !roles.contains(Role.QA) || roles.stream().noneMatch(NOT_QUALITY::contains);
  }

  /**
   * @throws MesException ROLES_APART if one person must not hold all of them.
   */
  public static void require(Set<Role> roles) {
    if (allows(roles)) return;
    throw new MesException(
        ErrorCode.ROLES_APART,
        "One person must not hold these roles together.",
        String.join(", ", roles.stream().sorted().map(Role::name).toList()),
        "administrators and client readers hold no other role, QA none of production or of recipes",
        null);
  }
}
