package tenon.packages.scms;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenon.model.Message;

class WordingTest {
  private static final ResourceBundle.Control ALONE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Test
  void everySentenceStandsInBothLanguagesWithTheSameArguments() {
    ResourceBundle english = ResourceBundle.getBundle(Remarks.BUNDLE, Locale.ENGLISH, ALONE);
    ResourceBundle chinese = ResourceBundle.getBundle(Remarks.BUNDLE, Locale.CHINESE, ALONE);

    assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
    // A bundle knows the keys of its parent too, so it is the sentences that must differ.
    for (String key : new TreeSet<>(english.keySet())) {
      assertThat(chinese.getString(key)).as(key).isNotEqualTo(english.getString(key));
      int arguments = new MessageFormat(english.getString(key), Locale.ROOT).getFormats().length;
      for (int i = 0; i < arguments; i++) {
        String place = "{" + i + "}";
        boolean used = english.getString(key).contains(place);
        assertThat(chinese.getString(key).contains(place)).as(key + " " + place).isEqualTo(used);
      }
    }
    assertThat(english.keySet()).hasSameSizeAs(chinese.keySet());
  }

  @Test
  void everyFindingHasAMend() {
    ResourceBundle english = ResourceBundle.getBundle(Remarks.BUNDLE, Locale.ENGLISH, ALONE);

    assertThat(english.keySet())
        .filteredOn(key -> key.startsWith("scms-") && !key.endsWith(".mend"))
        .isNotEmpty()
        .allMatch(key -> english.containsKey(key + ".mend"));
  }

  @Test
  void aSentenceReadsInChinese() {
    Message message = Message.of(Remarks.BUNDLE, "scms-left-out-cells", "2", "17");

    assertThat(message.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("本行有 2 个单元格，而标题行有 17 个；已略过本行。");
  }
}
