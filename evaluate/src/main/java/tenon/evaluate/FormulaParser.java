package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Formula.FixedEffect;
import tenon.evaluate.Formula.Term;
import tenon.evaluate.FormulaTokens.Kind;
import tenon.evaluate.FormulaTokens.Token;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Reads a {@link Formula} by recursive descent. After a fault it goes on behind the next {@code +}
 * or {@code |}, so that later faults are told as well.
 */
final class FormulaParser {

  /** Thrown inside one term, told there. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final String text;
  private final Findings findings = new Findings();
  private final Notes notes = Notes.about(Notes.FORMULA, findings);
  private final List<Token> tokens;
  private int next;

  FormulaParser(String text) {
    this.text = text;
    tokens = FormulaTokens.of(text, notes);
  }

  Loaded<Formula> parse() {
    Factor outcome = outcome();
    List<Term> terms = terms();
    List<FixedEffect> effects = new ArrayList<>();
    if (peek().is("|") && !isInstrumented(next + 1)) {
      next++;
      effects = effects();
    }
    List<Term> endogenous = new ArrayList<>();
    List<Term> instruments = new ArrayList<>();
    if (peek().is("|")) {
      next++;
      endogenous = terms();
      expect("~");
      instruments = terms();
    }
    if (peek().kind() != Kind.END) {
      unexpected();
    }
    if (findings.hasErrors() || outcome == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    return new Loaded.Ready<>(
        new Formula(text, outcome, terms, effects, endogenous, instruments), findings.list());
  }

  private Token peek() {
    return tokens.get(next);
  }

  private @Nullable Factor outcome() {
    try {
      Factor outcome = factor();
      if (!(outcome instanceof Factor.Indicators)) {
        require("~");
        return outcome;
      }
      notes.error("formula-outcome", null, text, Integer.toString(outcome.at()));
    } catch (Fault told) {
      skipTo("~");
    }
    if (peek().is("~")) {
      next++;
    }
    return null;
  }

  /** Whether the part that begins at a token holds a tilde before it ends. */
  private boolean isInstrumented(int from) {
    for (int i = from; i < tokens.size() && !tokens.get(i).is("|"); i++) {
      if (tokens.get(i).is("~")) {
        return true;
      }
    }
    return false;
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    do {
      try {
        add(terms);
      } catch (Fault told) {
        skipTo("+");
      }
    } while (takes("+"));
    return terms;
  }

  /** Adds the terms of a product: one where joined by colons, all subsets of parts at stars. */
  private void add(List<Term> terms) throws Fault {
    if (peek().kind() == Kind.NUMBER && (peek().text().equals("1") || peek().text().equals("0"))) {
      next++;
      return;
    }
    List<Term> crossed = new ArrayList<>(List.of(product()));
    while (takes("*")) {
      Term by = product();
      int before = crossed.size();
      crossed.add(by);
      for (int i = 0; i < before; i++) {
        List<Factor> factors = new ArrayList<>(crossed.get(i).factors());
        factors.addAll(by.factors());
        crossed.add(new Term(factors));
      }
    }
    crossed.sort((a, b) -> Integer.compare(a.factors().size(), b.factors().size()));
    terms.addAll(crossed);
  }

  private Term product() throws Fault {
    List<Factor> factors = new ArrayList<>(List.of(factor()));
    while (takes(":")) {
      factors.add(factor());
    }
    return new Term(factors);
  }

  private Factor factor() throws Fault {
    Token name = name();
    if (!peek().is("(")) {
      return new Factor.Variable(name.text(), name.at());
    }
    next++;
    Factor factor =
        switch (name.text()) {
          case "i" -> indicators(name.at());
          case "l", "f" -> lag(name);
          case "I" -> comparison(name.at());
          default -> {
            notes.error("formula-function", null, name.text(), Integer.toString(name.at()));
            throw new Fault();
          }
        };
    require(")");
    return factor;
  }

  private Factor indicators(int at) throws Fault {
    String column = name().text();
    String by = null;
    List<String> references = new ArrayList<>();
    while (takes(",")) {
      boolean named = peek().kind() == Kind.NAME && peek().text().equals("ref");
      if (named && tokens.get(next + 1).is("=")) {
        next += 2;
        references(references);
      } else if (peek().kind() == Kind.NAME && by == null && !peek().text().equals("c")) {
        by = name().text();
      } else {
        references(references);
      }
    }
    return new Factor.Indicators(column, by, references, at);
  }

  /** A value or {@code c(value, ...)}. */
  private void references(List<String> references) throws Fault {
    if (peek().kind() == Kind.NAME && peek().text().equals("c") && tokens.get(next + 1).is("(")) {
      next += 2;
      do {
        references.add(value());
      } while (takes(","));
      require(")");
    } else {
      references.add(value());
    }
  }

  private String value() throws Fault {
    return peek().kind() == Kind.NAME ? name().text() : Observations.label(number());
  }

  private Factor lag(Token function) throws Fault {
    String column = name().text();
    int periods = 1;
    if (takes(",")) {
      Token at = peek();
      double number = number();
      if (number != Math.rint(number) || Math.abs(number) > 1e6) {
        notes.error("formula-lag", null, at.text(), Integer.toString(at.at()));
        throw new Fault();
      }
      periods = (int) number;
    }
    boolean lead = function.text().equals("f");
    return new Factor.Lag(column, lead ? -periods : periods, function.at());
  }

  private Factor comparison(int at) throws Fault {
    String column = name().text();
    for (Factor.Relation relation : Factor.Relation.values()) {
      if (takes(relation.sign())) {
        return new Factor.Comparison(column, relation, number(), at);
      }
    }
    unexpected();
    throw new Fault();
  }

  private double number() throws Fault {
    boolean negative = takes("-");
    Token token = peek();
    if (token.kind() == Kind.NUMBER) {
      try {
        double value = Double.parseDouble(token.text());
        next++;
        return negative ? -value : value;
      } catch (NumberFormatException notOne) {
        // Told below with its place, as any other misplaced token.
      }
    }
    notes.error("formula-number", null, shown(token), Integer.toString(token.at()));
    throw new Fault();
  }

  private List<FixedEffect> effects() {
    List<FixedEffect> effects = new ArrayList<>();
    do {
      try {
        if (peek().kind() == Kind.NUMBER && peek().text().equals("0")) {
          next++;
        } else {
          Token first = name();
          List<String> columns = new ArrayList<>(List.of(first.text()));
          while (takes("^")) {
            columns.add(name().text());
          }
          effects.add(new FixedEffect(columns, first.at()));
        }
      } catch (Fault told) {
        skipTo("+");
      }
    } while (takes("+"));
    return effects;
  }

  private Token name() throws Fault {
    Token token = peek();
    if (token.kind() != Kind.NAME) {
      notes.error("formula-name", null, shown(token), Integer.toString(token.at()));
      throw new Fault();
    }
    next++;
    return token;
  }

  private boolean takes(String sign) {
    boolean there = peek().is(sign);
    next += there ? 1 : 0;
    return there;
  }

  private void require(String sign) throws Fault {
    if (!takes(sign)) {
      notes.error("formula-expected", null, shown(peek()), Integer.toString(peek().at()), sign);
      throw new Fault();
    }
  }

  private void expect(String sign) {
    try {
      require(sign);
    } catch (Fault told) {
      skipTo("|");
    }
  }

  private void unexpected() {
    notes.error("formula-unexpected", null, shown(peek()), Integer.toString(peek().at()));
  }

  private String shown(Token token) {
    return token.kind() == Kind.END ? text : token.text();
  }

  /** Goes on at the next such sign, or before the next part. */
  private void skipTo(String sign) {
    while (peek().kind() != Kind.END && !peek().is(sign) && !peek().is("|") && !peek().is("~")) {
      next++;
    }
  }
}
