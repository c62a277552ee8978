package tenon.evaluate.space;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Effects on neighbours: the regression with one more indicator for each ring, 1 where the unit is
 * not treated and the nearest unit treated by then lies in the ring. Units beyond the last ring are
 * what all are compared with, so that the effect on the treated is rid of spillovers as far as the
 * rings reach.
 */
public final class SpilloverRings {
  private SpilloverRings() {}

  /**
   * The regression with rings.
   *
   * @param fit the regression; a ring's coefficient is the effect on units in it
   * @param rings by distance, from the nearest
   */
  public record Result(Fit fit, List<Ring> rings) {
    public Result {
      rings = List.copyOf(rings);
    }
  }

  /**
   * One ring.
   *
   * @param name of its coefficient
   * @param from inner edge, km
   * @param to outer edge, km
   * @param units units ever in it
   * @param rows rows in it
   */
  public record Ring(String name, double from, double to, int units, int rows) {}

  /**
   * Estimates the effects.
   *
   * @param base the regression without rings
   * @param treatment column that is 1 where treated
   * @param edges outer edges of the rings, km, rising
   */
  public static Loaded<Result> estimate(
      Observations data,
      RegressionSpec base,
      SpaceColumns columns,
      String treatment,
      List<Double> edges) {
    Findings findings = new Findings();
    Positions positions =
        Positions.of(data, columns, treatment, Notes.about(Notes.ESTIMATE, findings));
    if (positions == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    Observations with = data;
    List<Ring> rings = new ArrayList<>();
    double from = 0;
    for (double to : edges) {
      String name = "ring " + Observations.label(from) + "-" + Observations.label(to) + " km";
      double[] in = new double[data.rows()];
      boolean[] ever = new boolean[positions.since.length];
      int rows = 0;
      for (int row = 0; row < in.length; row++) {
        int u = positions.units.code(row);
        if (u < 0 || positions.since[u] <= data.number(columns.period(), row)) {
          continue;
        }
        double nearest = positions.nearest(u, data.number(columns.period(), row));
        if (nearest > from && nearest <= to) {
          in[row] = 1;
          ever[u] = true;
          rows++;
        }
      }
      int units = 0;
      for (boolean one : ever) {
        units += one ? 1 : 0;
      }
      rings.add(new Ring(name, from, to, units, rows));
      with = with.with(name, in);
      from = to;
    }
    Loaded<Fit> loaded = Regression.fit(with, base.withFormula(formula(base, rings)));
    loaded.findings().forEach(findings::add);
    return switch (loaded) {
      case Loaded.Rejected<Fit> _ -> new Loaded.Rejected<>(findings.list());
      case Loaded.Ready<Fit>(Fit fit, var _) -> {
        if (fit.number(treatment) < 0) {
          Notes.about(Notes.ESTIMATE, findings)
              .error("placebo-treatment", null, treatment, String.join(", ", fit.names()));
          yield new Loaded.Rejected<>(findings.list());
        }
        yield new Loaded.Ready<>(new Result(fit, rings), findings.list());
      }
    };
  }

  /** The formula with rings behind its terms. */
  private static Formula formula(RegressionSpec base, List<Ring> rings) {
    String text = base.formula().text();
    int bar = text.indexOf('|');
    StringBuilder formula = new StringBuilder(bar < 0 ? text : text.substring(0, bar));
    rings.forEach(ring -> formula.append(" + `").append(ring.name()).append('`'));
    return Formula.of(formula + (bar < 0 ? "" : " " + text.substring(bar)));
  }
}
