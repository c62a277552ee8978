package tenon.packages.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Makes formulas ready for the columns of a table. */
final class Compiler {
  private final List<String> heads;
  private final Functions functions;
  private final BiConsumer<String, String> refuse;

  /** Aggregates of a group with the formula inside each; null where there are no groups. */
  private List<Slot> slots = new ArrayList<>();

  private final boolean grouped;
  private final List<String> keys;

  /** One aggregate: what it takes of a row, and how a new one is made. */
  record Slot(Eval inner, Supplier<Aggregate> fresh) {}

  private Compiler(
      List<String> heads,
      boolean grouped,
      List<String> keys,
      Functions functions,
      BiConsumer<String, String> refuse) {
    this.heads = heads;
    this.grouped = grouped;
    this.keys = keys;
    this.functions = functions;
    this.refuse = refuse;
  }

  /**
   * For the rows of a table.
   *
   * @param refuse hears the code and the value of what is wrong
   */
  static Compiler rows(List<String> heads, Functions functions, BiConsumer<String, String> refuse) {
    return new Compiler(heads, false, List.of(), functions, refuse);
  }

  /** For groups: the row that a formula sees has the keys, then the aggregates. */
  static Compiler groups(
      List<String> heads,
      List<String> keys,
      Functions functions,
      BiConsumer<String, String> refuse) {
    return new Compiler(heads, true, keys, functions, refuse);
  }

  /** Adds aggregates to those of other formulas over the same groups. */
  void offset(List<Slot> shared) {
    slots = shared;
  }

  Eval compile(Formula formula) {
    return compile(formula, grouped);
  }

  private Eval compile(Formula formula, boolean ofGroup) {
    return switch (formula) {
      case Formula.Literal literal -> {
        Object value = literal.value();
        yield row -> value;
      }
      case Formula.Column(String name) -> column(name, ofGroup ? keys : heads);
      case Formula.Call call -> call(call, ofGroup);
    };
  }

  private Eval column(String name, List<String> known) {
    int at = known.indexOf(name);
    if (at < 0) {
      refuse.accept("mapping-formula-column", name);
      return row -> null;
    }
    return row -> row.cell(at);
  }

  private Eval call(Formula.Call call, boolean ofGroup) {
    String name = call.name();
    int count = call.arguments().size();
    if (ofGroup && Aggregate.KNOWN.contains(name) && count <= 1) {
      return aggregate(call);
    }
    boolean operator =
        !Character.isLetter(name.charAt(0)) || List.of("or", "and", "not").contains(name);
    String wanted = Functions.KNOWN.get(name);
    if (!operator && wanted == null) {
      refuse.accept(
          Aggregate.KNOWN.contains(name) ? "mapping-aggregate" : "mapping-function", name);
      return row -> null;
    }
    if (wanted != null && !fits(count, wanted)) {
      refuse.accept("mapping-arguments", name);
      return row -> null;
    }
    List<Eval> all = new ArrayList<>();
    for (Formula argument : call.arguments()) {
      all.add(compile(argument, ofGroup));
    }
    try {
      return functions.make(name, all, call.arguments());
    } catch (Values.Fault fault) {
      refuse.accept(fault.code(), fault.value());
      return row -> null;
    }
  }

  private static boolean fits(int count, String wanted) {
    return wanted.endsWith("+")
        ? count >= Integer.parseInt(wanted.substring(0, wanted.length() - 1))
        : count == Integer.parseInt(wanted);
  }

  private Eval aggregate(Formula.Call call) {
    String name = call.name();
    if (call.arguments().isEmpty() && !name.equals("count")) {
      refuse.accept("mapping-arguments", name);
      return row -> null;
    }
    Eval inner =
        call.arguments().isEmpty() ? row -> true : compile(call.arguments().getFirst(), false);
    int at = keys.size() + slots.size();
    slots.add(new Slot(inner, () -> Aggregate.of(name)));
    return row -> row.cell(at);
  }
}
