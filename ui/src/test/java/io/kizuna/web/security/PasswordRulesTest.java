package io.kizuna.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R36: forty passwords. */
class PasswordRulesTest {

  private static final List<String> OWN = List.of("tanaka.misaki", "Tanaka Misaki", "田中 美咲");

  private static void require(String password) {
    PasswordRules.require(password, OWN);
  }

  static List<String> good() {
    return List.of(
        "kettle orbit velvet nine",
        "Der Regen tanzt um vier",
        "violet-harbour-7-tin",
        "xq7Lw0pZr2vNc9T",
        "                hummingbird anvil",
        "seven quiet geese argue",
        "0f8b2d7c5a1e94f3",
        "静かな港に白い梟が三羽眠っている夜",
        "ふるいけやかわずとびこむみずのおとか",
        "🦉🧊🥣🪁🦔🧵🪺🫖🥁🪡🧶🪵🦩🫐🧿🪬",
        "c4rp3t!mag-enta_LOOP",
        "über-grün schläft Igel",
        "tr0mbone/glacier/fig",
        "No;sleep;till;gradient",
        "пятница туман чайник осень",
        "quokka.fjord.umbrella",
        "x".repeat(3) + "Qp9!vLm2#zRt7&",
        "lemon sofa engine drift",
        "a long sentence nobody else ever wrote about this freezer",
        "Kd83kdLPq02mdkEiw93".repeat(13));
  }

  @ParameterizedTest
  @MethodSource("good")
  void longAndUnexpectedIsWelcome(String password) {
    assertThatCode(() -> require(password)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "Tr0ub4dor&3",
        "14 characters!",
        "🦉🧊🥣🪁🦔🧵🪺🫖",
        "aaaaaaaaaaaaaaa",
        "abcdefghijklmnop",
        "123456789012345",
        "passwordpassword",
        "password12345678",
        "qwertyuiopasdfgh",
        "1qaz2wsx3edc4rfv",
        "tanaka.misaki.tanaka",
        "misakimisakimisaki",
        "adminadminadmin",
        "letmeinletmein1",
        "iloveyouiloveyou",
        "monkeymonkeymonkey",
        "qwerty123qwerty123"
      })
  void shortOrExpectedIsRefusedAndNeverRepeated(String password) {
    assertThatThrownBy(() -> require(password))
        .asInstanceOf(type(MesException.class))
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.PASSWORD_WEAK);
              if (password.length() > 3) {
                assertThat(e.getMessage() + e.refusal()).doesNotContain(password);
              }
            });
  }

  @org.junit.jupiter.api.Test
  void longerThanTheServerHashesIsRefused() {
    assertThatThrownBy(() -> require("kettle orbit velvet nine ".repeat(11)))
        .asInstanceOf(type(MesException.class))
        .satisfies(e -> assertThat(e.refusal().needed()).isEqualTo("15 to 256 characters"));
  }
}
