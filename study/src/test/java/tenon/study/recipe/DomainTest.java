package tenon.study.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DomainTest {

  /** Nobody counts so many digits. */
  private static final Pattern LONG = Pattern.compile("\\d{9,}");

  @Test
  void everySettingSaysWhatItTakesInBothLanguages() {
    for (Setting setting : Setting.values()) {
      String english = setting.domain().mend().in(Locale.ENGLISH);
      String chinese = setting.domain().mend().in(Locale.SIMPLIFIED_CHINESE);
      assertThat(english).as(setting.key()).startsWith("Write ").doesNotContainPattern(LONG);
      assertThat(chinese).as(setting.key()).startsWith("请填写").doesNotContainPattern(LONG);
    }
  }

  @Test
  void aRangeWithoutEndSaysItsLeastAlone() {
    double endless = Double.POSITIVE_INFINITY;
    assertThat(mend(0, false, endless, false)).isEqualTo("Write a number of at least 0.");
    assertThat(mend(0, true, endless, false)).isEqualTo("Write a number above 0.");
    assertThat(mend(1, false, endless, true)).isEqualTo("Write a whole number of at least 1.");
    assertThat(mend(1, false, 1e9, true)).isEqualTo("Write a whole number from 1 to 1e9.");
  }

  @Test
  void aRangeWithoutEndTakesFiniteNumbersAlone() {
    var domain = new Domain.Numeric(0, true, Double.POSITIVE_INFINITY, false);
    assertThat(domain.canonical("1e-3")).isEqualTo("0.001");
    assertThat(domain.canonical("0")).isNull();
    assertThat(domain.canonical("1e999")).isNull();
    assertThat(domain.canonical("inf")).isNull();
  }

  private static String mend(double low, boolean above, double high, boolean whole) {
    return new Domain.Numeric(low, above, high, whole).mend().in(Locale.ENGLISH);
  }
}
