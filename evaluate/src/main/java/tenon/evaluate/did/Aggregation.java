package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;
import tenon.evaluate.did.CallawaySantAnna.Cell;
import tenon.model.Findings;
import tenon.numeric.Laws;

/**
 * Means of effects by cohort and period with their influence functions, section 3 of Callaway and
 * Sant'Anna 2021. A mean weighted by cohort shares has the influence &Sigma; w psi + &Sigma; att
 * d(w), since the shares are estimated too.
 */
final class Aggregation {

  /** A mean with its influence. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Mean(double at, double estimate, double[] influence) {}

  private final CallawaySantAnnaSpec spec;
  private final List<Cell> cells;
  private final double[] cohorts;
  private final int n;
  private Effect exactOverall = new Effect(Double.NaN, Double.NaN, Double.NaN);

  Aggregation(CallawaySantAnnaSpec spec, List<Cell> cells, double[] cohorts) {
    this.spec = spec;
    this.cells = cells;
    this.cohorts = cohorts;
    n = cohorts.length;
  }

  CallawaySantAnnaResult result(Findings findings) {
    List<Cell> after = cells.stream().filter(cell -> cell.period() >= cell.cohort()).toList();
    List<GroupTime> shown = new ArrayList<>();
    List<Mean> all = new ArrayList<>();
    for (Cell cell : cells) {
      Mean mean = new Mean(Double.NaN, cell.estimate(), cell.influence());
      all.add(mean);
      shown.add(new GroupTime(cell.cohort(), cell.period(), cell.estimate(), error(mean)));
    }
    CallawaySantAnnaResult.Aggregate byCohort = byCohort(after);
    List<Cell> before = cells.stream().filter(cell -> cell.period() < cell.cohort()).toList();
    Cholesky variance = Cholesky.of(covariance(before), 1e-10);
    double[] effects = before.stream().mapToDouble(Cell::estimate).toArray();
    double wald = before.isEmpty() ? Double.NaN : Matrices.dot(effects, variance.solve(effects));
    return new CallawaySantAnnaResult(
        shown,
        band(all, "cells"),
        wald,
        variance.rank(),
        before.isEmpty() ? Double.NaN : Laws.chiSquaredUpper(wald, variance.rank()),
        effect(byShare(after, Double.NaN)),
        dynamic(),
        byCohort,
        exactOverall,
        byPeriod(after),
        n,
        findings.list());
  }

  private double[][] covariance(List<Cell> of) {
    double[][] v = new double[of.size()][of.size()];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        v[i][j] = Matrices.dot(of.get(i).influence(), of.get(j).influence()) / n / n;
      }
    }
    return v;
  }

  private CallawaySantAnnaResult.Aggregate dynamic() {
    List<Mean> means = along(cells, cell -> cell.period() - cell.cohort());
    return aggregate(
        means, plain(means.stream().filter(mean -> mean.at() >= 0).toList()), "dynamic");
  }

  private CallawaySantAnnaResult.Aggregate byPeriod(List<Cell> after) {
    List<Mean> means = along(after, Cell::period);
    return aggregate(means, plain(means), "period");
  }

  private CallawaySantAnnaResult.Aggregate byCohort(List<Cell> after) {
    List<Mean> means = new ArrayList<>();
    List<Cell> asCells = new ArrayList<>();
    for (double cohort : distinct(after, Cell::cohort)) {
      List<Mean> own = new ArrayList<>();
      for (Cell cell : after) {
        if (cell.cohort() == cohort) {
          own.add(new Mean(cohort, cell.estimate(), cell.influence()));
        }
      }
      Mean mean = plain(own);
      means.add(new Mean(cohort, mean.estimate(), mean.influence()));
      asCells.add(new Cell(cohort, cohort, mean.estimate(), mean.influence()));
    }
    exactOverall = effect(byShare(asCells, Double.NaN));
    return aggregate(means, asDid(asCells), "cohort");
  }

  /**
   * The mean over cohorts with the standard error of the package did (2.1.2), to which published
   * tables keep: it takes the k-th share to be that of the cohort of the k-th cell.
   */
  private Mean asDid(List<Cell> of) {
    Mean mean = byShare(of, Double.NaN);
    double[] influence = mean.influence().clone();
    double total = of.stream().mapToDouble(this::share).sum();
    for (int k = 0; k < of.size(); k++) {
      double part = (of.get(k).estimate() - mean.estimate()) / total;
      for (int i = 0; i < n; i++) {
        double right = cohorts[i] == of.get(k).cohort() ? 1 : 0;
        double taken = cohorts[i] == cells.get(k).cohort() ? 1 : 0;
        influence[i] += (taken - right) * part;
      }
    }
    return new Mean(Double.NaN, mean.estimate(), influence);
  }

  private double share(Cell cell) {
    return Arrays.stream(cohorts).filter(g -> g == cell.cohort()).count() / (double) n;
  }

  private List<Mean> along(List<Cell> of, ToDoubleFunction<Cell> line) {
    List<Mean> means = new ArrayList<>();
    for (double at : distinct(of, line)) {
      means.add(byShare(of.stream().filter(c -> line.applyAsDouble(c) == at).toList(), at));
    }
    return means;
  }

  private static Set<Double> distinct(List<Cell> of, ToDoubleFunction<Cell> line) {
    TreeSet<Double> distinct = new TreeSet<>();
    of.forEach(cell -> distinct.add(line.applyAsDouble(cell)));
    return distinct;
  }

  /** The mean weighted by the shares of the cells' cohorts, with the influence of the shares. */
  private Mean byShare(List<Cell> of, double at) {
    double[] share = new double[of.size()];
    double total = 0;
    for (int c = 0; c < share.length; c++) {
      share[c] = share(of.get(c));
      total += share[c];
    }
    double estimate = 0;
    for (int c = 0; c < share.length; c++) {
      estimate += share[c] / total * of.get(c).estimate();
    }
    double[] influence = new double[n];
    for (int c = 0; c < share.length; c++) {
      Cell cell = of.get(c);
      for (int i = 0; i < n; i++) {
        double moved = (cohorts[i] == cell.cohort() ? 1 : 0) - share[c];
        influence[i] +=
            share[c] / total * cell.influence()[i] + moved * (cell.estimate() - estimate) / total;
      }
    }
    return new Mean(at, estimate, influence);
  }

  private Mean plain(List<Mean> of) {
    double estimate = 0;
    double[] influence = new double[n];
    for (Mean mean : of) {
      estimate += mean.estimate() / of.size();
      for (int i = 0; i < n; i++) {
        influence[i] += mean.influence()[i] / of.size();
      }
    }
    return new Mean(Double.NaN, of.isEmpty() ? Double.NaN : estimate, influence);
  }

  private CallawaySantAnnaResult.Aggregate aggregate(List<Mean> means, Mean overall, String key) {
    return new CallawaySantAnnaResult.Aggregate(
        effect(overall), means.stream().map(this::effect).toList(), band(means, key));
  }

  private Effect effect(Mean mean) {
    return new Effect(mean.at(), mean.estimate(), error(mean));
  }

  private double error(Mean mean) {
    return Math.sqrt(Matrices.dot(mean.influence(), mean.influence())) / n;
  }

  private double band(List<Mean> means, String key) {
    if (spec.draws() == 0) {
      return Double.NaN;
    }
    double[][] influence = means.stream().map(Mean::influence).toArray(double[][]::new);
    return UniformBand.critical(influence, spec.draws(), spec.seed(), key);
  }
}
