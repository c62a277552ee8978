package tenon.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Progress;

/**
 * Expected losses of sites while single numbers of the chain are tried at other values.
 *
 * <p>The programmes are those of {@link Exposure}, without times to survive and without intervals:
 * one loss programme a site. What is tried is kept apart in the network, so that each trial moves
 * bounds of a programme that stands, and the dual simplex goes on from the basis before it;
 * building the changed chain anew costs a solve from scratch each time. As there, an ordinary day
 * of the changed chain comes first, and outages are measured against what it serves.
 *
 * <p>Trials are cut into parts that do not depend on the number of threads, each with a programme
 * of its own, so that the result is the same to the bit for any number of threads. It agrees with
 * {@link Exposure} on the changed chain to the precision of the solver, about 10<sup>-7</sup>.
 */
public final class Trials {
  private static final int SITES = 128;
  private static final int TRIALS = 8;
  private static final String TASK = "ask";

  private final double[] marginPerUnit;
  private final Network network;
  private final List<Recovery> recoveries;
  private final List<Trial.Spot> spots;
  private final int[] activityOf;
  private final ExposureSpec spec;

  /**
   * Expected losses of all sites.
   *
   * @param priorities money a year, by row of the site
   * @param findings every default that filled a blank, and the demands that the undisturbed chain
   *     cannot serve
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  public record Base(double[] priorities, List<Finding> findings) {}

  private Trials(Chain chain, ExposureSpec spec, List<Trial.Spot> spots, Blanks blanks) {
    this.spec = spec;
    this.spots = spots;
    recoveries =
        IntStream.range(0, chain.sites().count())
            .mapToObj(site -> Recovery.of(chain.sites(), site, spec, blanks))
            .toList();
    marginPerUnit = Margins.of(chain, blanks);
    network = NetworkBuilder.build(chain, spec, blanks, spots);
    activityOf = new int[spots.size()];
    Arrays.fill(activityOf, -1);
    for (int a = 0; a < network.activities.size(); a++) {
      int tag = network.activities.get(a).tag;
      if (tag != Activity.NO_TAG) {
        activityOf[tag] = a;
      }
    }
  }

  /** Expected losses of all sites of the chain as it is. */
  public static Base base(Chain chain, ExposureSpec spec, Progress progress) {
    Blanks blanks = new Blanks();
    Trials trials = new Trials(chain, spec, List.of(), blanks);
    Findings findings = new Findings();
    Undisturbed undisturbed = new Undisturbed(trials.network, trials.marginPerUnit);
    blanks.tell(findings);
    undisturbed.tell(chain, findings);
    // Neighbours in the length of the outage share most of their basis.
    List<Integer> sites =
        trials.recoveries.stream()
            .filter(recovery -> !undisturbed.doesWithout(recovery.site()))
            .sorted(Comparator.comparingDouble(Recovery::days).thenComparingInt(Recovery::site))
            .map(Recovery::site)
            .toList();
    List<List<Trial>> parts = new ArrayList<>();
    for (int from = 0; from < sites.size(); from += SITES) {
      List<Integer> part = sites.subList(from, Math.min(from + SITES, sites.size()));
      parts.add(List.of(new Trial(new Trial.Nowhere(), 0, part)));
    }
    double[] priorities = new double[chain.sites().count()];
    List<double[]> all = trials.run(parts, progress);
    for (int part = 0; part < all.size(); part++) {
      List<Integer> rows = parts.get(part).getFirst().sites();
      for (int n = 0; n < rows.size(); n++) {
        priorities[rows.get(n)] = all.get(part)[n];
      }
    }
    return new Base(priorities, findings.list());
  }

  /**
   * Expected losses in each trial.
   *
   * @param progress hears of parts of the trials done, as {@code ask}
   * @return money a year, by trial and by its sites
   */
  public static List<double[]> of(
      Chain chain, ExposureSpec spec, List<Trial> trials, Progress progress) {
    List<Trial.Spot> spots = trials.stream().map(Trial::spot).distinct().toList();
    List<List<Trial>> parts = new ArrayList<>();
    for (int from = 0; from < trials.size(); from += TRIALS) {
      parts.add(trials.subList(from, Math.min(from + TRIALS, trials.size())));
    }
    return new Trials(chain, spec, spots, new Blanks()).run(parts, progress);
  }

  private List<double[]> run(List<List<Trial>> parts, Progress progress) {
    List<double[]> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(spec.threads())) {
      List<Future<List<double[]>>> running = new ArrayList<>();
      for (List<Trial> part : parts) {
        running.add(threads.submit(() -> part(part)));
      }
      try {
        for (int n = 0; n < running.size(); n++) {
          done.addAll(running.get(n).get());
          progress.report(TASK, n + 1L, parts.size());
        }
      } catch (ExecutionException failure) {
        threads.shutdownNow();
        throw new IllegalStateException("trials failed: " + failure.getMessage(), failure);
      } catch (InterruptedException stop) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("trials were interrupted", stop);
      }
    }
    return done;
  }

  private List<double[]> part(List<Trial> trials) {
    List<double[]> done = new ArrayList<>();
    double[] weight = Outages.marginWeights(network, marginPerUnit);
    try (Programme programme = new Programme(network, weight)) {
      for (Trial trial : trials) {
        done.add(new Run(programme, weight, trial).priorities());
      }
    }
    return done;
  }

  /** One trial on a programme, which is afterwards as it was. */
  private final class Run {
    private final Programme programme;
    private final Trial trial;
    private final int activity;
    private final double[] served;
    private final double[] level;

    Run(Programme programme, double[] weight, Trial trial) {
      this.programme = programme;
      this.trial = trial;
      int tag = spots.indexOf(trial.spot());
      activity = tag < 0 ? -1 : activityOf[tag];
      programme.demand(network.perDay);
      programme.start(-1, false);
      limit(0);
      OrdinaryDay day = new OrdinaryDay(programme, network, weight);
      served = day.served;
      level = day.level;
      programme.demand(served);
    }

    double[] priorities() {
      double[] priorities = new double[trial.sites().size()];
      for (int n = 0; n < priorities.length; n++) {
        Recovery recovery = recoveries.get(trial.sites().get(n));
        double days =
            trial.spot().equals(new Trial.Recovering(recovery.site()))
                ? trial.value()
                : recovery.days();
        double lost = days > 0 && !doesWithout(recovery.site()) ? lost(recovery.site(), days) : 0;
        priorities[n] = recovery.probabilityPerYear() * lost;
      }
      if (activity >= 0) {
        programme.limit(activity, network.activities.get(activity).capacity);
      }
      programme.demand(network.perDay);
      return priorities;
    }

    /** The tried value as a limit of the activity, while s = 1/days. */
    private void limit(double s) {
      if (activity >= 0) {
        double value = trial.value();
        Activity tried = network.activities.get(activity);
        if (trial.spot() instanceof Trial.Stock) {
          value *= s;
        } else if (tried.standby() && value < Double.POSITIVE_INFINITY) {
          value *= Math.max(0, 1 - tried.activationDays * s);
        }
        programme.limit(activity, value);
      }
    }

    private boolean doesWithout(int site) {
      for (int nth = 0; nth < network.shutCount(site); nth++) {
        if (level[network.shut(site, nth)] > 0) {
          return false;
        }
      }
      return true;
    }

    private double lost(int site, double days) {
      programme.start(days, false);
      limit(1 / days);
      programme.shut(site);
      Programme.Optimum optimum = programme.solve(1 / days);
      double lost = 0;
      for (int j = 0; j < served.length; j++) {
        double units = optimum.lossPerDay(j);
        lost += units <= Outages.NOISE * served[j] ? 0 : units * days * marginPerUnit[j];
      }
      programme.reopen(site);
      return lost;
    }
  }
}
