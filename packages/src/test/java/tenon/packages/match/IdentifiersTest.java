package tenon.packages.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

  @Test
  void theWorkedIdentifiersAreSoundAndTheirNeighboursAreNot() {
    assertThat(Identifiers.isLei("5493001KJTIIGC8Y1R12")).isTrue();
    assertThat(Identifiers.isLei("5493001KJTIIGC8Y1R13")).isFalse();
    assertThat(Identifiers.isGln("4012345000009")).isTrue();
    assertThat(Identifiers.isGs1("4006381333931")).isTrue();
    assertThat(Identifiers.isGs1("4006381333932")).isFalse();
    assertThat(Identifiers.isGs1("006141411234567890")).isTrue();
  }

  /** 91350100M000100Y43 is the example of GB 32100-2015. */
  @Test
  void theExampleOfTheStandardIsACreditCode() {
    assertThat(Identifiers.isCreditCode("91350100M000100Y43")).isTrue();
    assertThat(Identifiers.creditCheckCharacter("91350100M000100Y4")).isEqualTo('3');
  }

  @Test
  void everyChangeOfOneCharacterIsCaught() {
    String code = "91350100M000100Y43";
    for (int at = 0; at < code.length(); at++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        if (c != code.charAt(at)) {
          assertThat(Identifiers.isCreditCode(code.substring(0, at) + c + code.substring(at + 1)))
              .isFalse();
        }
      }
    }
  }

  @Test
  void whatIsNoCodeAtAllIsRefused() {
    for (String text : List.of("", "1", "９１３５０１００M000100Y43", "91350100M000100Y4I", "x")) {
      assertThat(Identifiers.isCreditCode(text)).isFalse();
      assertThat(Identifiers.isLei(text)).isFalse();
      assertThat(Identifiers.isGln(text)).isFalse();
    }
    assertThat(Identifiers.leiCheckDigits("5493001KJTIIGC8Y1R")).isEqualTo("12");
  }
}
