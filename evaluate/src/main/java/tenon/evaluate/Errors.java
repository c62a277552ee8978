package tenon.evaluate;

import java.util.List;

/** How the standard errors of a regression are computed. */
public sealed interface Errors {

  /** What stands under a table, for example {@code clustered by id}. */
  String title();

  /** Independent errors of one variance. */
  record Iid() implements Errors {
    @Override
    public String title() {
      return "iid";
    }
  }

  /** Independent errors of unequal variance. */
  record Robust(Kind kind) implements Errors {
    /**
     * HC1 scales by n / (n - K); HC2 and HC3 divide squared residuals by (1 - h) and (1 -
     * h)<sup>2</sup> with the leverage h of the whole model, absorbed effects included.
     */
    public enum Kind {
      HC1,
      HC2,
      HC3
    }

    @Override
    public String title() {
      return "heteroskedasticity-robust (" + kind + ")";
    }
  }

  /**
   * Errors correlated within clusters of one to four variables, joined by inclusion and exclusion.
   *
   * @param variables a column or columns joined by {@code ^}, each
   * @param ownCounts whether each term of a multi-way sum is scaled by its own number of clusters,
   *     not by the least
   */
  record Clustered(List<String> variables, boolean ownCounts) implements Errors {
    public Clustered {
      variables = List.copyOf(variables);
      if (variables.isEmpty() || variables.size() > 4) {
        throw new IllegalArgumentException(
            variables.size() + " cluster variables; give one to four");
      }
    }

    /** Every term scaled by the least number of clusters. */
    public static Clustered by(String... variables) {
      return new Clustered(List.of(variables), false);
    }

    @Override
    public String title() {
      return "clustered by " + String.join(" and ", variables);
    }
  }

  /**
   * Newey and West 1987 within each unit of a panel: weights 1 - l / (L + 1) on the lags l.
   *
   * @param lags L, or -1 for the whole part of T<sup>1/4</sup>
   */
  record NeweyWest(String unit, String period, int lags) implements Errors {
    @Override
    public String title() {
      return "Newey-West within " + unit;
    }
  }

  /**
   * Driscoll and Kraay 1998: Newey-West on the sums of scores by period, robust to correlation
   * across units. Wants many periods.
   *
   * @param lags as for Newey-West
   */
  record DriscollKraay(String period, int lags) implements Errors {
    @Override
    public String title() {
      return "Driscoll-Kraay by " + period;
    }
  }
}
