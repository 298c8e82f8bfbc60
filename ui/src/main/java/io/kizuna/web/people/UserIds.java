package io.kizuna.web.people;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import java.util.Locale;
import java.util.regex.Pattern;

/** User ids of new people: typed on tablets, printed in records, never changed. */
final class UserIds {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

  private UserIds() {}

  /**
   * @throws MesException INPUT_INVALID.
   */
  static PersonId of(String typed) {
    String id = typed.strip().toLowerCase(Locale.ROOT);
    if (FORM.matcher(id).matches()) return new PersonId(id);
    throw new MesException(
        ErrorCode.INPUT_INVALID,
        "A user id is short and plain.",
        typed.strip(),
        "2 to 40 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter",
        null);
  }
}
