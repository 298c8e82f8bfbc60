package io.kizuna.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R41: every pair of roles, and what more roles add to it. */
class SeparationOfDutyTest {

  private static boolean apart(Role a, Role b) {
    if (a == b) return false;
    var alone = EnumSet.of(Role.ADMINISTRATOR, Role.CLIENT_READER);
    if (alone.contains(a) || alone.contains(b)) return true;
    var production = EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.PROCESS_ENGINEER);
    return (a == Role.QA && production.contains(b)) || (b == Role.QA && production.contains(a));
  }

  @Test
  void everyPairIsJudged() {
    int refused = 0;
    for (Role a : Role.values()) {
      for (Role b : Role.values()) {
        boolean allowed = SeparationOfDuty.allows(EnumSet.of(a, b));
        assertThat(allowed).as("%s with %s", a, b).isEqualTo(!apart(a, b));
        if (!allowed) refused++;
      }
    }
    assertThat(refused).isEqualTo(2 * (9 + 8 + 3));
  }

  @Test
  void moreRolesNeverMakeAForbiddenPairGood() {
    for (int bits = 1; bits < 1 << Role.values().length; bits++) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) if ((bits >> role.ordinal() & 1) == 1) roles.add(role);
      boolean pairs =
          roles.stream()
              .allMatch(
                  a -> roles.stream().allMatch(b -> SeparationOfDuty.allows(EnumSet.of(a, b))));
      assertThat(SeparationOfDuty.allows(roles)).as("%s", roles).isEqualTo(pairs);
    }
  }
}
