package tenon.study.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A formula as a tree, from which the forms for browsers and for Word are made. */
sealed interface Maths {

  /** How a symbol is set. */
  enum Kind {
    VARIABLE,
    UPRIGHT,
    BOLD,
    NUMBER,
    OPERATOR,
    WORDS,
    SPACE
  }

  record Symbol(String text, Kind kind) implements Maths {}

  record Row(List<Maths> parts) implements Maths {
    public Row {
      parts = List.copyOf(parts);
    }
  }

  record Fraction(Maths over, Maths under) implements Maths {}

  record Root(Maths body, @Nullable Maths degree) implements Maths {}

  /**
   * Something with an index, an exponent or both.
   *
   * @param limits whether they stand below and above, as with a sum
   */
  record Scripts(Maths base, @Nullable Maths sub, @Nullable Maths sup, boolean limits)
      implements Maths {}

  record Accent(Maths base, String mark) implements Maths {}

  /** Brackets that grow with what they hold; an empty one is not drawn. */
  record Fence(String left, Maths body, String right) implements Maths {}

  /**
   * Cells in lines.
   *
   * @param left whether columns stand to the left, as in cases, and not in the middle
   */
  record Cells(List<List<Maths>> rows, boolean left) implements Maths {
    public Cells {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
