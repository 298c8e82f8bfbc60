package io.kizuna.web.people;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.security.AccessLinkUse;
import io.kizuna.web.security.AccessLinks;
import io.kizuna.web.security.PasswordRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For people who cannot log in yet: a link lets them set their password. Tokens stay in bodies. */
@RestController
@RequestMapping("/api/access-links")
class AccessLinkController {

  private final AccessLinks links;
  private final AccessLinkUse use;
  private final PersonNames names;

  AccessLinkController(AccessLinks links, AccessLinkUse use, PersonNames names) {
    this.links = links;
    this.use = use;
    this.names = names;
  }

  record Token(@NotBlank @Size(max = 100) String token) {

    /** Never prints the secret. */
    @Override
    public String toString() {
      return "Token";
    }
  }

  /**
   * @param person whose password the link sets; absent if it makes the first administrator.
   */
  record AccessLinkView(
      @Nullable PersonRef person, Instant expiresAt, int passwordMin, int passwordMax) {}

  record NewAdministrator(
      @NotBlank @Size(max = 64) String user,
      @NotBlank @Size(max = 120) String nameEn,
      @NotBlank @Size(max = 120) String nameJa) {}

  /**
   * @param administrator only with the link of a fresh installation, and then needed.
   */
  record NewPassword(
      @NotBlank @Size(max = 100) String token,
      @NotBlank @Size(max = 1000) String password,
      @Nullable NewAdministrator administrator) {

    /** Never prints a secret. */
    @Override
    public String toString() {
      return "NewPassword[administrator=" + administrator + "]";
    }
  }

  record AccessLinkUsed(String user) {}

  @PostMapping("/views")
  AccessLinkView view(@RequestBody Token body) {
    var opened = links.open(body.token());
    return new AccessLinkView(
        names.ofNullable(opened.person() == null ? null : opened.person().value()),
        opened.expiresAt(),
        PasswordRules.LENGTH_MIN,
        PasswordRules.LENGTH_MAX);
  }

  @PostMapping("/uses")
  AccessLinkUsed use(@RequestBody NewPassword body) {
    PersonId person = links.open(body.token()).person();
    if (person != null) {
      use.setPassword(body.token(), person, body.password());
      return new AccessLinkUsed(person.value());
    }
    var a = body.administrator();
    if (a == null) {
      throw new MesException(
          ErrorCode.INPUT_INVALID,
          "The link of a fresh installation makes its first administrator.",
          null,
          "user id and names",
          null);
    }
    PersonId user = UserIds.of(a.user());
    use.setUp(
        body.token(), user, new Text(a.nameEn().strip(), a.nameJa().strip()), body.password());
    return new AccessLinkUsed(user.value());
  }
}
