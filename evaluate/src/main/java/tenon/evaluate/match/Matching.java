package tenon.evaluate.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.algebra.Logit;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Matches controls to treated rows on the propensity score of a logit. Treated rows whose
 * propensity lies outside that of all controls are off the common support and left out. Every
 * treated row spreads a weight of 1 over its controls.
 */
public final class Matching {
  private final Observations data;
  private final MatchingSpec spec;
  private final Notes notes;
  private final int[] rows;
  private final boolean[] treated;
  private final double[][] x;

  private Matching(Observations data, MatchingSpec spec, Notes notes) {
    this.data = data;
    this.spec = spec;
    this.notes = notes;
    double[] group = data.numbers(spec.treatment());
    List<Integer> complete = new ArrayList<>();
    for (int row = 0; row < data.rows(); row++) {
      boolean known = group[row] == 0 || group[row] == 1;
      for (String covariate : spec.covariates()) {
        known &= Double.isFinite(data.number(covariate, row));
      }
      if (known) {
        complete.add(row);
      }
    }
    rows = complete.stream().mapToInt(Integer::intValue).toArray();
    treated = new boolean[rows.length];
    x = new double[rows.length][spec.covariates().size() + 1];
    for (int i = 0; i < rows.length; i++) {
      treated[i] = group[rows[i]] == 1;
      x[i][0] = 1;
      for (int j = 1; j < x[i].length; j++) {
        x[i][j] = data.number(spec.covariates().get(j - 1), rows[i]);
      }
    }
  }

  /** Matches; rows with an unknown covariate or a treatment that is neither 0 nor 1 stay out. */
  public static Loaded<MatchingResult> match(Observations data, MatchingSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    List<String> needed = new ArrayList<>(spec.covariates());
    needed.add(spec.treatment());
    for (String name : needed) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
      } else if (data.isText(name)) {
        notes.error("column-texts", null, name);
      }
    }
    MatchingResult result =
        findings.hasErrors() ? null : new Matching(data, spec, notes).match(findings);
    return result == null
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(result, findings.list());
  }

  private @Nullable MatchingResult match(Findings findings) {
    int count = 0;
    for (boolean one : treated) {
      count += one ? 1 : 0;
    }
    if (count == 0 || count == treated.length) {
      notes.error("no-treatment-variation", spec.treatment(), null);
      return null;
    }
    Logit logit = Logit.fit(x, treated);
    if (!logit.converged()) {
      notes.error("propensity-separates", spec.treatment(), null);
      return null;
    }
    double[] p = logit.probabilities();
    boolean[] off = offSupport(p);
    double[] weights = weights(p, off);
    int unmatched = 0;
    int onSupport = 0;
    double[] byRow = new double[data.rows()];
    Arrays.fill(byRow, Double.NaN);
    for (int i = 0; i < rows.length; i++) {
      onSupport += off[i] ? 0 : 1;
      unmatched += treated[i] && weights[i] == 0 ? 1 : 0;
      byRow[rows[i]] = weights[i] > 0 ? weights[i] : Double.NaN;
    }
    if (unmatched > 0) {
      notes.warn(
          "unmatched",
          spec.treatment(),
          null,
          Integer.toString(unmatched),
          Integer.toString(count));
    }
    return new MatchingResult(
        logit,
        logit.pseudoRSquared(treated),
        byRow,
        onSupport,
        new BalanceTable(spec.covariates(), x, treated, weights).rows(),
        findings.list());
  }

  private boolean[] offSupport(double[] p) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < p.length; i++) {
      if (!treated[i]) {
        low = Math.min(low, p[i]);
        high = Math.max(high, p[i]);
      }
    }
    boolean[] off = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      off[i] = treated[i] && (p[i] < low || p[i] > high);
    }
    return off;
  }

  private double[] weights(double[] p, boolean[] off) {
    Integer[] controls = new Integer[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (!treated[i]) {
        controls[count++] = i;
      }
    }
    Integer[] sorted = Arrays.copyOf(controls, count);
    Arrays.sort(sorted, (a, b) -> Double.compare(p[a], p[b]));
    int[] byPropensity = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (treated[i] && !off[i]) {
        boolean found =
            switch (spec.rule()) {
              case MatchingSpec.Kernel(double bandwidth) ->
                  spreadByKernel(p, i, byPropensity, bandwidth, weights);
              case MatchingSpec.Nearest(int wanted, double caliper) ->
                  spreadToNearest(p, i, byPropensity, wanted, caliper, weights);
            };
        weights[i] = found ? 1 : 0;
      }
    }
    return weights;
  }

  /** Place of the first control whose propensity is not below a value. */
  private static int firstFrom(double[] p, int[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (p[sorted[middle]] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean spreadByKernel(
      double[] p, int i, int[] sorted, double h, double[] weights) {
    double sum = 0;
    int from = firstFrom(p, sorted, p[i] - h);
    for (int at = from; at < sorted.length && p[sorted[at]] < p[i] + h; at++) {
      sum += kernel((p[sorted[at]] - p[i]) / h);
    }
    for (int at = from; sum > 0 && at < sorted.length && p[sorted[at]] < p[i] + h; at++) {
      weights[sorted[at]] += kernel((p[sorted[at]] - p[i]) / h) / sum;
    }
    return sum > 0;
  }

  private static double kernel(double u) {
    return Math.max(0, 1 - u * u);
  }

  private static boolean spreadToNearest(
      double[] p, int i, int[] sorted, int wanted, double caliper, double[] weights) {
    int right = firstFrom(p, sorted, p[i]);
    int left = right - 1;
    int[] found = new int[wanted];
    int count = 0;
    while (count < wanted && (left >= 0 || right < sorted.length)) {
      double below = left < 0 ? Double.POSITIVE_INFINITY : p[i] - p[sorted[left]];
      double above = right == sorted.length ? Double.POSITIVE_INFINITY : p[sorted[right]] - p[i];
      if (Math.min(below, above) > caliper) {
        break;
      }
      boolean earlier =
          below < above
              || (below == above && right < sorted.length && sorted[left] < sorted[right]);
      found[count++] = earlier ? sorted[left--] : sorted[right++];
    }
    for (int nth = 0; nth < count; nth++) {
      weights[found[nth]] += 1.0 / count;
    }
    return count > 0;
  }
}
