package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Message WHAT = Message.of("tenon.model.findings", "more", "7", "x");
  private static final Message MEND = Message.of("tenon.model.findings", "more.mend");

  @Test
  void placeValueFaultAndMendMakeOneLine() {
    assertThat(finding("sites.csv", 4, "region_id", "Shenzen").text(Locale.ENGLISH))
        .isEqualTo(
            "sites.csv:4 [region_id] \"Shenzen\" has 7 more findings of the kind x. "
                + "Mend those shown, then check again.");
  }

  @Test
  void unknownPartsOfThePlaceAreLeftOut() {
    assertThat(finding("sites.csv", 0, null, null).place()).isEqualTo("sites.csv");
    assertThat(finding("sites.csv", 3, null, null).place()).isEqualTo("sites.csv:3");
    assertThat(finding("sites.csv", 0, "kind", null).place()).isEqualTo("sites.csv [kind]");
    assertThat(finding("", 0, null, null).text(Locale.ENGLISH)).startsWith("has 7 more");
  }

  @Test
  void valuesStayOnOneLineAndAreCut() {
    assertThat(finding("a.csv", 1, null, "x\ny\u0000").text(Locale.ENGLISH))
        .startsWith("a.csv:1 \"x\\u000ay\\u0000\" ");
    assertThat(finding("a.csv", 1, null, "z".repeat(500)).text(Locale.ENGLISH))
        .startsWith("a.csv:1 \"" + "z".repeat(80) + "…\" ");
  }

  @Test
  void linesAreNotNegative() {
    assertThatThrownBy(() -> finding("a.csv", -1, null, null)).hasMessageContaining("-1");
  }

  @Test
  void sentencesAreWordedInTheLanguageOfTheReader() {
    assertThat(WHAT.in(Locale.ENGLISH)).isEqualTo("has 7 more findings of the kind x.");
    assertThat(WHAT.in(Locale.SIMPLIFIED_CHINESE)).contains("还有 7 处");
    assertThat(WHAT.in(Locale.GERMAN)).isEqualTo(WHAT.in(Locale.ENGLISH));
  }

  @Test
  void theLanguageOfTheMachineDoesNotShowThrough() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      ResourceBundle.clearCache(Message.class.getClassLoader());
      assertThat(WHAT.in(Locale.ENGLISH)).isEqualTo("has 7 more findings of the kind x.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyKeyExistsInBothLanguages() {
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle english =
        ResourceBundle.getBundle("tenon.model.findings", Locale.ENGLISH, control);
    ResourceBundle chinese =
        ResourceBundle.getBundle("tenon.model.findings", Locale.CHINESE, control);
    assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
    for (String key : english.keySet()) {
      assertThat(chinese.getString(key)).as(key).isNotEqualTo(english.getString(key));
    }
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
  }

  private static Finding finding(
      String file, long line, @Nullable String column, @Nullable String value) {
    return new Finding(Severity.ERROR, "code", file, line, column, value, WHAT, MEND);
  }
}
