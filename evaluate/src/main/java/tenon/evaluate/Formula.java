package tenon.evaluate;

import java.util.List;
import tenon.model.Loaded;

/**
 * What is regressed on what: {@code outcome ~ terms | fixed effects | endogenous ~ instruments},
 * the last two parts optional.
 *
 * <p>A term is a product of factors joined by {@code :}; {@code a*b} stands for {@code a + b +
 * a:b}; {@code 1} for no regressor at all. A fixed effect is a column or a combination of columns
 * joined by {@code ^}. Names that are not words are written between backquotes.
 *
 * @param text the formula as it was written
 * @param outcome what is explained
 * @param terms regressors, in the order written; of collinear ones the later drops
 * @param fixedEffects absorbed effects, in the order written
 * @param endogenous regressors that are instrumented; empty without instruments
 * @param instruments terms that instrument them
 */
public record Formula(
    String text,
    Factor outcome,
    List<Term> terms,
    List<FixedEffect> fixedEffects,
    List<Term> endogenous,
    List<Term> instruments) {

  /** A product of factors. */
  public record Term(List<Factor> factors) {
    public Term {
      factors = List.copyOf(factors);
    }
  }

  /** An absorbed effect: one level for each combination of values of its columns. */
  public record FixedEffect(List<String> columns, int at) {
    public FixedEffect {
      columns = List.copyOf(columns);
    }

    /** The columns joined by {@code ^}. */
    public String name() {
      return String.join("^", columns);
    }
  }

  public Formula {
    terms = List.copyOf(terms);
    fixedEffects = List.copyOf(fixedEffects);
    endogenous = List.copyOf(endogenous);
    instruments = List.copyOf(instruments);
  }

  /** Reads a formula; tells every fault with its place. */
  public static Loaded<Formula> parse(String text) {
    return new FormulaParser(text).parse();
  }

  /**
   * A formula that the program itself wrote.
   *
   * @throws IllegalArgumentException if it has a fault
   */
  public static Formula of(String text) {
    return switch (parse(text)) {
      case Loaded.Ready<Formula>(Formula formula, var _) -> formula;
      case Loaded.Rejected<Formula>(var findings) ->
          throw new IllegalArgumentException(findings.getFirst().text(java.util.Locale.ENGLISH));
    };
  }
}
