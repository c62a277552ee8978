package tenon.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One factor of a term of a {@link Formula}. Each knows the place of its first character in the
 * formula, counted from 1.
 */
public sealed interface Factor {

  /** Place of the first character, from 1. */
  int at();

  /** Columns that the factor reads. */
  List<String> columns();

  /** A column as it stands; a column of texts means one indicator for each text but the first. */
  record Variable(String name, int at) implements Factor {
    @Override
    public List<String> columns() {
      return List.of(name);
    }
  }

  /**
   * {@code i(name, by, ref = c(...))}: one indicator for each value of a column but the reference
   * values, multiplied by the column {@code by} where there is one.
   *
   * @param references reference values as they are written
   */
  record Indicators(String name, @Nullable String by, List<String> references, int at)
      implements Factor {
    public Indicators {
      references = List.copyOf(references);
    }

    @Override
    public List<String> columns() {
      return by == null ? List.of(name) : List.of(name, by);
    }
  }

  /**
   * {@code l(name, periods)} or, for {@code f(name, periods)}, the same with negative periods: the
   * value of the same unit so many periods earlier; unknown where that period is not there.
   */
  record Lag(String name, int periods, int at) implements Factor {
    @Override
    public List<String> columns() {
      return List.of(name);
    }
  }

  /** {@code I(name >= number)} and its like: 1 where it holds, 0 where not. */
  record Comparison(String name, Relation relation, double number, int at) implements Factor {
    @Override
    public List<String> columns() {
      return List.of(name);
    }
  }

  /** How a column is compared with a number. */
  enum Relation {
    AT_LEAST(">="),
    AT_MOST("<="),
    EQUAL("=="),
    UNEQUAL("!="),
    ABOVE(">"),
    BELOW("<");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean holds(double value, double number) {
      return switch (this) {
        case AT_LEAST -> value >= number;
        case AT_MOST -> value <= number;
        case EQUAL -> value == number;
        case UNEQUAL -> value != number;
        case ABOVE -> value > number;
        case BELOW -> value < number;
      };
    }
  }
}
