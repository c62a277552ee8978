package tenon.study.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tenon.study.document.Maths.Fence;
import tenon.study.document.Maths.Kind;
import tenon.study.document.Maths.Row;
import tenon.study.document.Maths.Scripts;
import tenon.study.document.Maths.Symbol;

/**
 * The parts of a formula side by side: brackets and bars that belong together become one part, so
 * that an exponent stands on all that they hold, and names of functions get room beside them.
 * Office programs read a bracket without its fellow, or a bar, as something else.
 */
final class MathsRow {
  private static final String OPENING = "([{⌊⌈⟨";
  private static final String CLOSING = ")]}⌋⌉⟩";
  private static final String BAR = "|";

  /** What a single bar is: a condition. */
  private static final Maths CONDITION = new Symbol("∣", Kind.OPERATOR);

  private static final Maths ROOM = new Symbol("0.17em", Kind.SPACE);

  private MathsRow() {}

  static Maths of(List<Maths> parts) {
    List<Maths> set = spaced(bars(brackets(parts)));
    return set.size() == 1 ? set.getFirst() : new Row(set);
  }

  private static String sign(Maths part) {
    return part instanceof Symbol(var text, var kind) && kind == Kind.OPERATOR ? text : "";
  }

  /** A closing bracket may carry scripts. */
  private static String closing(Maths part) {
    return part instanceof Scripts(var base, _, _, _) ? sign(base) : sign(part);
  }

  private static Maths closed(String left, List<Maths> body, Maths last) {
    Fence fence = new Fence(left, MathsRow.of(body), closing(last));
    return last instanceof Scripts(_, var sub, var sup, var limits)
        ? new Scripts(fence, sub, sup, limits)
        : fence;
  }

  /** Pairs brackets; those without a fellow of their kind stay signs. */
  private static List<Maths> brackets(List<Maths> parts) {
    Deque<List<Maths>> open = new ArrayDeque<>();
    open.push(new ArrayList<>());
    Deque<String> lefts = new ArrayDeque<>();
    for (Maths part : parts) {
      String left = sign(part);
      int kind = left.isEmpty() ? -1 : OPENING.indexOf(left);
      String right = closing(part);
      int fellow = right.isEmpty() ? -1 : CLOSING.indexOf(right);
      if (kind >= 0) {
        lefts.push(left);
        open.push(new ArrayList<>());
      } else if (fellow >= 0 && !lefts.isEmpty() && OPENING.indexOf(lefts.element()) == fellow) {
        Maths closed = closed(lefts.pop(), open.pop(), part);
        open.element().add(closed);
      } else {
        open.element().add(part);
      }
    }
    while (!lefts.isEmpty()) {
      List<Maths> rest = open.pop();
      open.element().add(new Symbol(lefts.pop(), Kind.OPERATOR));
      open.element().addAll(rest);
    }
    return open.element();
  }

  /** Pairs bars in their order; one that is left over is a condition. */
  private static List<Maths> bars(List<Maths> parts) {
    long count = parts.stream().filter(part -> closing(part).equals(BAR)).count();
    List<Maths> set = new ArrayList<>();
    List<Maths> body = set;
    long left = count - count % 2;
    for (Maths part : parts) {
      if (!closing(part).equals(BAR)) {
        body.add(part);
      } else if (left == 0) {
        body.add(part instanceof Symbol ? CONDITION : part);
      } else if (left % 2 == 0) {
        body = new ArrayList<>();
        left--;
      } else {
        set.add(closed(BAR, body, part));
        body = set;
        left--;
      }
    }
    return set;
  }

  private static List<Maths> spaced(List<Maths> parts) {
    List<Maths> set = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Maths part = parts.get(i);
      boolean function = isFunction(part);
      if (function && i > 0 && isAmount(parts.get(i - 1))) {
        set.add(ROOM);
      }
      set.add(part);
      if (function && i + 1 < parts.size() && isAmount(parts.get(i + 1))) {
        set.add(ROOM);
      }
    }
    return set;
  }

  private static boolean isFunction(Maths part) {
    Maths base = part instanceof Scripts(var body, _, _, _) ? body : part;
    return base instanceof Symbol(var text, var kind)
        && kind == Kind.UPRIGHT
        && text.codePointCount(0, text.length()) > 1;
  }

  /** Letters, numbers, fractions and roots; not brackets, signs or rooms. */
  private static boolean isAmount(Maths part) {
    return switch (part) {
      case Symbol(_, var kind) -> kind != Kind.OPERATOR && kind != Kind.SPACE;
      case Scripts(var base, _, _, _) -> isAmount(base);
      case Fence _ -> false;
      default -> true;
    };
  }
}
