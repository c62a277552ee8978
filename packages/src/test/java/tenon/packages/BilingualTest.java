package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Message;

class BilingualTest {

  /** Whatever the bundles of imports assume can be told in both languages. */
  @ParameterizedTest
  @CsvSource({
    "scms.findings, assumption.",
    "willems.findings, assumption.",
    "inputoutput.words, assume-",
    "place.words, filled",
    "trade.words, national",
    "trade.words, days",
    "trade.words, quantity",
    "trade.words, no-margin",
  })
  void everySentenceComesApartAgain(String bundle, String start) {
    String name = "tenon.packages." + bundle;
    var keys =
        ResourceBundle.getBundle(name, Locale.ROOT).keySet().stream()
            .filter(key -> key.startsWith(start))
            .toList();
    assertThat(keys).isNotEmpty();
    for (String key : keys) {
      Message message = Message.of(name, key, "12", "3", "0.95 / 0", "x", "y", "z", "u");
      String both = Bilingual.of(message);
      assertThat(Bilingual.in(both, false)).as(key).isEqualTo(message.in(Locale.ENGLISH));
      assertThat(Bilingual.in(both, true)).as(key).isEqualTo(message.in(Locale.SIMPLIFIED_CHINESE));
    }
  }

  @Test
  void whatIsInOneLanguageStaysWhole() {
    for (String text : new String[] {"", "One. / Two.", "只有中文。", "A name / 名称", "1. / 2"}) {
      assertThat(Bilingual.in(text, true)).isEqualTo(text);
      assertThat(Bilingual.in(text, false)).isEqualTo(text);
    }
  }

  @Test
  void whatIsNoSentenceIsRefused() {
    Message title = Message.of("tenon.packages.inputoutput.words", "title", "flows.csv");
    assertThatThrownBy(() -> Bilingual.of(title)).hasMessageContaining("end it with a stop");
  }
}
