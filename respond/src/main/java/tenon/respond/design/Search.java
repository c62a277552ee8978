package tenon.respond.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenon.model.Progress;

/**
 * Looks for the best choices: at all of them where there are few levers, else by adding, dropping
 * and swapping levers until nothing is better, from none and from all of them.
 */
final class Search {
  /** One-sided 95 % points of Student's t for 1 to 30 degrees of freedom, then the normal's. */
  private static final double[] STUDENT = {
    6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812, 1.796, 1.782, 1.771,
    1.761, 1.753, 1.746, 1.740, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706,
    1.703, 1.701, 1.699, 1.697
  };

  /** An improvement below this share is none: it keeps ties from turning in circles. */
  private static final double BETTER = 1e-9;

  private final List<Lever> levers;
  private final List<Hazard> hazards;
  private final DesignSpec spec;
  private final Outcomes outcomes;
  private final Progress progress;
  private final Draws sample;
  private final Draws anew;
  private final List<Draws> batches = new ArrayList<>();
  private final Map<Integer, Design> designs = new LinkedHashMap<>();

  /**
   * Outcomes where levers that are there need not be used: of a plan with all of them and of the
   * plans known without some, the one that loses least. So more levers never lose more.
   */
  private final Map<Integer, Outcome[]> best = new HashMap<>();

  private final boolean exact;
  private final int all;

  Search(
      List<Lever> levers,
      List<Hazard> hazards,
      DesignSpec spec,
      Outcomes outcomes,
      Progress progress) {
    this.levers = levers;
    this.hazards = hazards;
    this.spec = spec;
    this.outcomes = outcomes;
    this.progress = progress;
    exact = levers.size() <= spec.mostExact();
    all = (1 << levers.size()) - 1;
    sample = drawn(spec.draws(), "sample", 0);
    anew = drawn(spec.outOfSample(), "out of sample", 0);
    for (int batch = 0; batch < spec.batches(); batch++) {
      batches.add(drawn(spec.draws(), "batch", batch));
    }
  }

  private Draws drawn(int years, String purpose, long batch) {
    return Draws.of(hazards, levers, spec.horizonYears(), years, purpose, spec.seed(), batch);
  }

  Frontier frontier() {
    if (exact) {
      List<Integer> sets = new ArrayList<>();
      for (int set = 0; set <= all; set++) {
        sets.add(set);
      }
      outcomes.prepare(sets, progress);
      sets.forEach(this::design);
    } else {
      for (double lambda : spec.lambdas()) {
        climb(0, lambda);
        climb(all, lambda);
      }
    }
    List<FrontierPoint> points = new ArrayList<>();
    List<LeverValue> values = new ArrayList<>();
    for (double lambda : spec.lambdas()) {
      int best = best(lambda);
      points.add(point(best, lambda));
      for (int lever = 0; lever < levers.size(); lever++) {
        values.add(value(best, lever, lambda));
      }
    }
    List<LeverShare> shares = shares(points);
    List<Design> pareto = pareto();
    List<Design> others = new ArrayList<>(byCost());
    others.removeAll(pareto);
    return new Frontier(
        points, pareto, others, values, shares, exact, outcomes.inMoney(), outcomes.planned());
  }

  private double cost(int set) {
    return Design.members(set).stream().mapToDouble(i -> levers.get(i).costPerYear()).sum();
  }

  private double objective(int set, double lambda) {
    return design(set).objective(lambda);
  }

  /** The least objective among what was looked at; of equal ones the cheapest. */
  private int best(double lambda) {
    int best = 0;
    double least = objective(0, lambda);
    for (int set : new TreeSet<>(designs.keySet())) {
      double value = objective(set, lambda);
      double nothing = BETTER * (1 + Math.abs(least));
      boolean tie = Math.abs(value - least) <= nothing && cost(set) < cost(best);
      if (value < least - nothing || tie) {
        best = set;
        least = value;
      }
    }
    return best;
  }

  private void climb(int start, double lambda) {
    int now = start;
    while (true) {
      List<Integer> near = neighbours(now);
      Set<Integer> there = new TreeSet<>();
      near.forEach(set -> there.addAll(sample.present(set).keySet()));
      outcomes.prepare(List.copyOf(there), progress);
      int next = now;
      for (int set : near) {
        double least = objective(next, lambda);
        if (objective(set, lambda) < least - BETTER * (1 + Math.abs(least))) {
          next = set;
        }
      }
      if (next == now) {
        return;
      }
      now = next;
    }
  }

  private List<Integer> neighbours(int set) {
    List<Integer> near = new ArrayList<>();
    near.add(set);
    for (int one = 0; one < levers.size(); one++) {
      near.add(set ^ 1 << one);
      for (int other = one + 1; other < levers.size(); other++) {
        boolean swap = (set >> one & 1) != (set >> other & 1);
        if (swap) {
          near.add(set ^ 1 << one ^ 1 << other);
        }
      }
    }
    return near;
  }

  private Design design(int set) {
    return designs.computeIfAbsent(set, this::judged);
  }

  private Outcome[] outcomes(int set) {
    Outcome[] known = best.get(set);
    if (known != null) {
      return known;
    }
    Outcome[] least = outcomes.of(set).clone();
    for (int lever : Design.members(set)) {
      Outcome[] fewer = exact ? outcomes(set & ~(1 << lever)) : best.get(set & ~(1 << lever));
      for (int k = 0; fewer != null && k < least.length; k++) {
        least[k] = fewer[k].loss() < least[k].loss() ? fewer[k] : least[k];
      }
    }
    best.put(set, least);
    return least;
  }

  private Design judged(int set) {
    Outcome[] without = outcomes(0);
    double co2 = 0;
    double often = hazards.stream().mapToDouble(Hazard::perYear).sum();
    double served = 0;
    double concentration = 0;
    for (Map.Entry<Integer, Double> there : sample.present(set).entrySet()) {
      double part = there.getValue();
      Outcome[] with = outcomes(there.getKey());
      for (int lever : Design.members(there.getKey())) {
        co2 += part * levers.get(lever).co2PerYear();
      }
      for (int k = 0; k < with.length; k++) {
        double perYear = hazards.get(k).perYear();
        co2 += part * perYear * (with[k].co2() - without[k].co2());
        served += part * perYear / often * with[k].served();
        concentration += part * perYear / often * with[k].concentration();
      }
    }
    return new Design(
        Design.members(set),
        cost(set),
        sample.risk(set, this::outcomes, spec.alpha()),
        anew.risk(set, this::outcomes, spec.alpha()),
        served,
        co2,
        concentration);
  }

  /**
   * On each batch of years the candidate's value less the least value of any choice looked at is at
   * least what it loses against the true best, in the mean (Mak, Morton and Wood 1999).
   */
  private FrontierPoint point(int set, double lambda) {
    Design design = design(set);
    double[] gaps = new double[batches.size()];
    for (int batch = 0; batch < gaps.length; batch++) {
      double least = Double.POSITIVE_INFINITY;
      for (int other : designs.keySet()) {
        least = Math.min(least, on(batches.get(batch), other, lambda));
      }
      gaps[batch] = on(batches.get(batch), set, lambda) - least;
    }
    double mean = 0;
    for (double gap : gaps) {
      mean += gap / gaps.length;
    }
    double squares = 0;
    for (double gap : gaps) {
      squares += (gap - mean) * (gap - mean);
    }
    double error = Math.sqrt(squares / (gaps.length - 1) / gaps.length);
    double t = gaps.length - 1 <= STUDENT.length ? STUDENT[gaps.length - 2] : 1.645;
    double objective = design.objective(lambda);
    // With all levers at the price of none: no choice loses less, so none is better.
    double bound = exact ? objective : design(all).risk().weighted(lambda);
    return new FrontierPoint(
        lambda,
        design,
        objective,
        design.costPerYear() + design.outOfSample().weighted(lambda),
        bound,
        mean,
        mean + t * error);
  }

  private double on(Draws draws, int set, double lambda) {
    return cost(set) + draws.risk(set, this::outcomes, spec.alpha()).weighted(lambda);
  }

  private LeverValue value(int set, int lever, double lambda) {
    int bit = 1 << lever;
    double averted =
        design(set & ~bit).risk().weighted(lambda) - design(set | bit).risk().weighted(lambda);
    double alone = design(0).risk().weighted(lambda) - design(bit).risk().weighted(lambda);
    return new LeverValue(
        lambda, lever, (set & bit) != 0, averted, averted - levers.get(lever).costPerYear(), alone);
  }

  private List<LeverShare> shares(List<FrontierPoint> points) {
    List<LeverShare> shares = new ArrayList<>();
    if (points.stream().allMatch(point -> point.design().levers().isEmpty())) {
      return shares;
    }
    ValueShares values = outcomes.shares();
    for (FrontierPoint point : points) {
      int set = 0;
      for (int lever : point.design().levers()) {
        set |= 1 << lever;
      }
      double[] with = byFirm(set, point.lambda(), values);
      for (int lever : point.design().levers()) {
        double[] without = byFirm(set & ~(1 << lever), point.lambda(), values);
        double[] averted = new double[with.length];
        Arrays.setAll(averted, firm -> without[firm] - with[firm]);
        shares.addAll(split(point.lambda(), lever, averted));
      }
    }
    return shares;
  }

  /** A lever that is chosen pays for all together, up to rounding. */
  private List<LeverShare> split(double lambda, int lever, double[] averted) {
    double cost = Math.min(levers.get(lever).costPerYear(), Arrays.stream(averted).sum());
    CostSplit split = CostSplit.of(averted, Math.max(0, cost));
    boolean joint = Arrays.stream(averted).allMatch(part -> part < cost);
    List<LeverShare> shares = new ArrayList<>();
    for (int firm = 0; firm < averted.length; firm++) {
      if (averted[firm] != 0) {
        boolean alone = averted[firm] >= cost;
        shares.add(
            new LeverShare(
                lambda,
                lever,
                firm,
                averted[firm],
                split.pays()[firm],
                split.nucleolus()[firm],
                alone,
                joint,
                split.exact()));
      }
    }
    return shares;
  }

  /** Each firm's part of the weighted risk with a choice of levers. */
  private double[] byFirm(int set, double lambda, ValueShares values) {
    double[] parts = new double[values.firms()];
    sample
        .weights(set, this::outcomes, spec.alpha(), lambda)
        .forEach(
            (there, weights) -> {
              Outcome[] losses = outcomes(there);
              for (int k = 0; k < losses.length; k++) {
                double[] byFirm = values.of(losses[k]);
                for (int firm = 0; firm < parts.length; firm++) {
                  parts[firm] += weights[k] * byFirm[firm];
                }
              }
            });
    return parts;
  }

  private List<Design> byCost() {
    return designs.values().stream()
        .sorted(
            Comparator.comparingDouble(Design::costPerYear)
                .thenComparingDouble(one -> one.risk().tailMean())
                .thenComparing(one -> one.levers().toString()))
        .toList();
  }

  private List<Design> pareto() {
    List<Design> front = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    for (Design design : byCost()) {
      boolean first = front.isEmpty();
      if (first || design.risk().tailMean() < least - BETTER * (1 + Math.abs(least))) {
        front.add(design);
        least = design.risk().tailMean();
      }
    }
    return front;
  }
}
