package tenon.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tenon.model.Interval;

class NumbersTest {
  private final Words english = new Words(Locale.ENGLISH);
  private final Words chinese = new Words(Locale.CHINESE);

  @Test
  void cellsAreExactToTenDigitsAndNeverInPowersOfTen() {
    assertThat(Numbers.cell(12345678901234.0)).isEqualTo("12345678900000");
    assertThat(Numbers.cell(1e-7)).isEqualTo("0.0000001");
    assertThat(Numbers.cell(2699.9999999998)).isEqualTo("2700");
    assertThat(Numbers.cell(0)).isEqualTo("0");
    assertThat(Numbers.cell(Double.NaN)).isEmpty();
    assertThat(Numbers.cell(Double.POSITIVE_INFINITY)).isEqualTo("inf");
    assertThat(Numbers.cell(new Interval(0.5, Double.POSITIVE_INFINITY))).isEqualTo("0.5..inf");
  }

  @Test
  void readersSeeFewDigits() {
    assertThat(Numbers.shown(349_548)).isEqualTo("349,500");
    assertThat(Numbers.shown(12.3456)).isEqualTo("12.3");
    assertThat(Numbers.shown(0.00123456)).isEqualTo("0.00123");
    assertThat(Numbers.days(65)).isEqualTo("65.0");
    assertThat(Numbers.probability(0.043)).isEqualTo("4.3%");
    assertThat(Numbers.probability(0.00012)).isEqualTo("0.012%");
  }

  @Test
  void sharesNeverReadAsNoneOrAllUnlessTheyAre() {
    assertThat(Numbers.percent(0.9999)).isEqualTo(">99%");
    assertThat(Numbers.percent(0.0001)).isEqualTo("<1%");
    assertThat(Numbers.percent(1)).isEqualTo("100%");
    assertThat(Numbers.percent(0)).isEqualTo("0%");
  }

  @Test
  void moneyIsScaledAsTheLanguageCounts() {
    assertThat(new Money(english, "CNY").text(123_456_789)).isEqualTo("CNY 123 million");
    assertThat(new Money(chinese, "CNY").text(123_456_789)).isEqualTo("1.23 亿元");
    assertThat(new Money(english, "CHF").text(12)).isEqualTo("CHF 12");
    assertThat(new Money(english, null).text(12)).isEqualTo("money 12");
  }

  @Test
  void aColumnLinesUpAndTellsWhatIsTooSmallForIt() {
    Scale scale = Scale.of(12_345_678, english);
    assertThat(scale.text(12_345_678)).isEqualTo("12.35");
    assertThat(scale.text(50_000)).isEqualTo("0.05");
    assertThat(scale.text(50)).isEqualTo("<0.01");
    assertThat(scale.text(0)).isEqualTo("0");
  }

  @Test
  void labelsBreakAtSpacesAndAreCutWhereTheyDoNotFit() {
    assertThat(Labels.lines("Northern Precision Ceramics", 10, 2))
        .containsExactly("Northern Precision", "Ceramics");
    assertThat(Labels.lines("Northern Precision Ceramics and Porcelain", 10, 2))
        .containsExactly("Northern Precision", "Ceramics and Por…");
    assertThat(Labels.lines("苏洵垚精密陶瓷系统", 5, 2)).containsExactly("苏洵垚精密", "陶瓷系统");
    assertThat(Labels.lines("  ", 5, 2)).isEmpty();
    assertThat(Labels.opening("One sentence. Another one\nand more", 20))
        .isEqualTo("One sentence.");
    assertThat(Labels.opening("Short.\nMore.", 20)).isEqualTo("Short.");
  }
}
