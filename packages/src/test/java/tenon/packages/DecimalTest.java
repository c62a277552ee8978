package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "-0", "1", "007", "+5", ".5", "5.", "-.25", "0.1", "123456789012345678901234567890",
        "9007199254740992", "9007199254740993", "9007199254740993e22", "1e22", "1e23", "1e-22",
        "1e-23", "2.2250738585072011e-308", "4.9e-324", "1e-400", "1.7976931348623157e308", "1e400",
        "-1E+05", "0e999999999999", "1e-999999999999", "0.000000000000000000000000000001",
        "100000000000000000000000", "8.5e15", "999999999999999.9", "72057594037927945"
      })
  void agreesWithTheJdk(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e5.5", "1.2.3", "1,5", " 1", "1 ", "--1",
        "0x10", "1f", "1d", "NaN", "Infinity", "inf", "１２", "1_000", "1e5e5"
      })
  void whatIsNoPlainDecimalIsNone(String text) {
    assertThat(parse(text)).isNaN();
  }

  @Test
  void agreesWithTheJdkOnRandomDecimals() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 1_000; i++) {
        String text = decimal(random);
        if (parse(text) != Double.parseDouble(text)) {
          fail("seed %d: %s gives %s", seed, text, parse(text));
        }
      }
    }
  }

  @Test
  void agreesWithTheJdkOnWhatTheJdkPrints() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        boolean same =
            parse(Double.toString(number)) == number && parse(CsvCell.number(number)) == number;
        if (!same) {
          fail(number + " does not come back");
        }
      }
    }
  }

  private static String decimal(SplittableRandom random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
    int digits = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 18);
    int point = random.nextInt(digits + 1);
    for (int i = 0; i < digits; i++) {
      if (i == point) {
        text.append('.');
      }
      text.append(random.nextInt(3) == 0 ? '0' : (char) ('0' + random.nextInt(10)));
    }
    if (random.nextInt(3) == 0) {
      text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-330, 330));
    }
    return text.toString();
  }

  private static double parse(String text) {
    char[] buffer = ("9" + text + "9").toCharArray();
    return Decimal.parse(buffer, 1, text.length());
  }
}
