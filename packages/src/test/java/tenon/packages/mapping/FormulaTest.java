package tenon.packages.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas come to. */
class FormulaTest {
  private static final List<String> HEADS = List.of("a", "b", "数量", "Unit (kg)");

  private static @Nullable Object value(String formula, @Nullable Object... cells)
      throws Formula.Broken {
    List<String> refused = new ArrayList<>();
    Eval eval =
        Compiler.rows(HEADS, new Functions(), (code, what) -> refused.add(code + " " + what))
            .compile(Formula.parse(formula));
    if (!refused.isEmpty()) {
      return refused.getFirst();
    }
    try {
      return eval.of(new Eval.Row(7, java.util.Arrays.copyOf(cells, HEADS.size())));
    } catch (Values.Fault fault) {
      return fault.code() + " " + fault.value();
    }
  }

  /** By hand; {@code |} stands for the end of the list. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1 + 2 * 3 - 4 / 2 | 5",
        "(1 + 2) * -3 | -9",
        "a & '-' & b | x-3",
        "b * [Unit (kg)] | 7.5",
        "if(b > 2 and not (a = 'y'), 'big', 'small') | big",
        "[数量] + 1 | ''",
        "coalesce([数量], b, 9) | 3",
        "in(a, 'w', 'x') | true",
        "capture('See DN-304 (ID#:10589)', '.*ID#:(\\d+).*') | 10589",
        "matches('ab12', '[a-z]+[0-9]+') | true",
        "days(date('31.12.2025', 'dmy'), date('2026年3月1日')) | 60",
        "date('3/4/26', 'mdy') | 2026-03-04",
        "maybe_date('soon') | ''",
        "date('soon') | mapping-no-date soon",
        "maybe_number('1,234.5') | 1234.5",
        "a * 2 | mapping-no-number x",
        "1 / 0 | ''",
        "round(2.345, 1) | 2.3",
        "min(b, 2, 9) & '/' & max(b, 2) | 2/3",
        "line() | 7",
        "country('Viet Nam') | VN",
        "country_name('CN', 'zh') | 中国",
        "id('k', 'Ärzte & Co. Nord', 12) | arzte-co",
        "'it''s' | it's",
        "cc + 1 | mapping-formula-column cc",
        "wurst(1) | mapping-function wurst",
        "sum(b) | mapping-aggregate sum",
        "if(1, 2) | mapping-arguments if",
        "capture(a, '(') | mapping-pattern (",
        "capture(a, 'x', 1) | mapping-group 1",
        "date(a, 'ydm') | mapping-order ydm",
        "matches('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '(.*a){15}') |"
            + " mapping-pattern-slow aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
      })
  void valuesByHand(String formula, String expected) throws Formula.Broken {
    String wanted = expected.equals("''") ? "" : expected;
    assertThat(Values.text(value(formula, "x", "3", "", "2.5"))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1 + | 4",
        "(1 + 2 | 7",
        "'open | 1",
        "1 2 | 3",
        "f(1, | 5",
        "[a | 1",
        "# | 1",
        "1.2.3 | 1"
      })
  void aBrokenFormulaNamesTheCharacter(String formula, int at) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .isInstanceOfSatisfying(
            Formula.Broken.class, broken -> assertThat(broken.at()).isEqualTo(at));
  }

  @Test
  void endlessParenthesesAreRefusedBeforeTheStackEnds() {
    assertThatThrownBy(() -> Formula.parse("(".repeat(3_000))).isInstanceOf(Formula.Broken.class);
    assertThatThrownBy(() -> Formula.parse("1+".repeat(3_000) + "1"))
        .isInstanceOf(Formula.Broken.class);
  }

  /** Random trees of + - * with their values, written with and without needless parentheses. */
  @Test
  void randomArithmeticAgreesWithATree() throws Formula.Broken {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Tree tree = tree(random, 4);
      assertThat(value(tree.text)).as("seed %d: %s", seed, tree.text).isEqualTo(tree.value);
    }
  }

  private record Tree(String text, double value) {}

  private static Tree tree(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      int number = random.nextInt(9);
      return new Tree(Integer.toString(number), number);
    }
    Tree left = tree(random, depth - 1);
    Tree right = tree(random, depth - 1);
    return switch (random.nextInt(3)) {
      case 0 -> new Tree("(" + left.text + " + " + right.text + ")", left.value + right.value);
      case 1 -> new Tree("(" + left.text + "-" + right.text + ")", left.value - right.value);
      default -> new Tree("(" + left.text + ")*(" + right.text + ")", left.value * right.value);
    };
  }
}
