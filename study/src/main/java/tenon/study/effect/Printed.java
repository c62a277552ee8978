package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.evaluate.Fit;
import tenon.evaluate.did.Effect;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Estimates as they are printed, tabulated and handed on. */
final class Printed {
  static final double LEVEL = .95;
  private static final double ONE_STAR = .1;
  private static final double TWO_STARS = .05;
  private static final double THREE_STARS = .01;

  private Printed() {}

  /** A number for reading: four significant digits. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : Numbers.cell(value);
    }
    double size = Math.abs(value);
    return size != 0 && (size < 1e-4 || size >= 1e7)
        ? String.format(Locale.ROOT, "%.3e", value)
        : String.format(Locale.ROOT, size >= 1000 ? "%.1f" : size >= 10 ? "%.3f" : "%.4f", value);
  }

  /** Stars by custom: at 10, 5 and 1 %. */
  static String stars(double p) {
    return p < THREE_STARS ? "***" : p < TWO_STARS ? "**" : p < ONE_STAR ? "*" : "";
  }

  /** An estimate as a line: name, estimate with stars, standard error, p. */
  static String line(String name, double estimate, double error, double p) {
    return String.format(
        Locale.ROOT,
        "  %-28s %12s%-3s (%s)  p %s",
        name,
        number(estimate),
        stars(p),
        number(error),
        pValue(p));
  }

  private static String pValue(double p) {
    if (Double.isNaN(p)) {
      return "= ?";
    }
    return p < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", p);
  }

  /** The fit's coefficients for other programs, all digits. */
  static ArrayNode coefficients(Fit fit) {
    ArrayNode array = Json.array();
    for (String name : fit.names()) {
      ObjectNode node = array.addObject();
      node.put("name", name);
      node.set("estimate", Json.exact(fit.coefficient(name)));
      node.set("std_error", Json.exact(fit.standardError(name)));
      node.set("t", Json.exact(fit.t(name)));
      node.set("p", Json.exact(fit.p(name)));
      node.set("ci_low", Json.exact(fit.low(name, LEVEL)));
      node.set("ci_high", Json.exact(fit.high(name, LEVEL)));
    }
    return array;
  }

  /** The fit's coefficients as a table. */
  static Table table(String file, Fit fit) {
    List<List<String>> rows = new ArrayList<>();
    for (String name : fit.names()) {
      rows.add(
          List.of(
              name,
              Numbers.exactCell(fit.coefficient(name)),
              Numbers.exactCell(fit.standardError(name)),
              Numbers.exactCell(fit.t(name)),
              Numbers.exactCell(fit.p(name)),
              Numbers.exactCell(fit.low(name, LEVEL)),
              Numbers.exactCell(fit.high(name, LEVEL))));
    }
    return new Table(
        file, List.of("name", "estimate", "std_error", "t", "p", "ci_low", "ci_high"), rows);
  }

  /** The fit's coefficients as lines, the first so many of them. */
  static List<String> lines(Fit fit, int most) {
    return fit.names().stream()
        .limit(most)
        .map(name -> line(name, fit.coefficient(name), fit.standardError(name), fit.p(name)))
        .toList();
  }

  /** An effect for other programs. */
  static ObjectNode effect(String key, Effect effect) {
    ObjectNode node = Json.object();
    if (!key.isEmpty()) {
      node.set(key, Json.exact(effect.at()));
    }
    node.set("estimate", Json.exact(effect.estimate()));
    node.set("std_error", Json.exact(effect.standardError()));
    node.set("p", Json.exact(effect.p()));
    node.set("ci_low", Json.exact(effect.low()));
    node.set("ci_high", Json.exact(effect.high()));
    return node;
  }

  static ArrayNode effects(String key, List<Effect> effects) {
    ArrayNode array = Json.array();
    effects.forEach(effect -> array.add(effect(key, effect)));
    return array;
  }

  /** Effects as a table. */
  static Table effects(String file, String key, List<Effect> effects) {
    List<List<String>> rows = new ArrayList<>();
    for (Effect effect : effects) {
      rows.add(
          List.of(
              Numbers.exactCell(effect.at()),
              Numbers.exactCell(effect.estimate()),
              Numbers.exactCell(effect.standardError()),
              Numbers.exactCell(effect.p()),
              Numbers.exactCell(effect.low()),
              Numbers.exactCell(effect.high())));
    }
    return new Table(file, List.of(key, "estimate", "std_error", "p", "ci_low", "ci_high"), rows);
  }

  static List<String> effectLines(List<Effect> effects) {
    return effects.stream()
        .map(
            effect ->
                line(
                    Numbers.exactCell(effect.at()),
                    effect.estimate(),
                    effect.standardError(),
                    effect.p()))
        .toList();
  }

  /** The effect on all treated. */
  static String overall(Effect effect, Words words) {
    return line(words.get("effect.att"), effect.estimate(), effect.standardError(), effect.p());
  }
}
