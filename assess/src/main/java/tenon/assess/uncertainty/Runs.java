package tenon.assess.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tenon.assess.Notes;
import tenon.assess.Scores;
import tenon.assess.Weighting;
import tenon.assess.Weights;
import tenon.assess.pipeline.Aggregating;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.DataSet;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;
import tenon.model.Findings;

/**
 * Runs many pipelines that differ in a few choices. Runs with the same steps share their data: they
 * are taken one group after the other, and a group goes on from the last step that it has in common
 * with the group before, so that each step is taken once for all runs that begin alike and memory
 * holds one path of data sets. Weights and logarithms are made once in a group; what is left for a
 * run is to gather and to rank. Runs of a group are cut into pieces of a fixed size for the
 * threads, and each writes its own row.
 *
 * <p>Choices are told apart by identity: runs take them from the lists of alternatives, and to
 * compare sets of weights by their contents would cost more than to run them.
 */
final class Runs {
  private static final int PIECE = 32;

  /**
   * What the runs came to, by run and cell of the panel; units screened out are unknown and have
   * rank 0. Rows are missing after an error.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Outcomes(double[][] scores, int[][] ranks) {}

  private final Pipeline pipeline;
  private final List<PipelineSpec> specs;
  private final int node;
  private final Findings findings;
  private final Outcomes outcomes;

  /** Weights that depend on no values, made once for all groups. */
  private final IdentityHashMap<Weighting, Weights> lasting = new IdentityHashMap<>();

  private final List<Step> path = new ArrayList<>();
  private final List<DataSet> data = new ArrayList<>();

  private Runs(Pipeline pipeline, List<PipelineSpec> specs, int node, Findings findings) {
    this.pipeline = pipeline;
    this.specs = specs;
    this.node = node;
    this.findings = findings;
    outcomes = new Outcomes(new double[specs.size()][], new int[specs.size()][]);
  }

  /** Runs all; scores and ranks are those of one node. */
  static Outcomes of(
      Pipeline pipeline, List<PipelineSpec> specs, int node, int threads, Findings findings) {
    Runs work = new Runs(pipeline, specs, node, findings);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (List<Integer> group : work.groups()) {
        work.group(group, pool);
        if (findings.hasErrors()) {
          break;
        }
      }
    }
    return work.outcomes;
  }

  /**
   * Runs with the same steps, and groups with a common beginning one after the other; steps in the
   * order in which they were first met.
   */
  private List<List<Integer>> groups() {
    IdentityHashMap<Step, Integer> met = new IdentityHashMap<>();
    Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
    for (int run = 0; run < specs.size(); run++) {
      List<Integer> steps = new ArrayList<>();
      for (Step step : specs.get(run).steps()) {
        steps.add(met.computeIfAbsent(step, _ -> met.size()));
      }
      groups.computeIfAbsent(steps, _ -> new ArrayList<>()).add(run);
    }
    List<List<Integer>> order = new ArrayList<>(groups.keySet());
    order.sort(Runs::compare);
    return order.stream().map(steps -> groups.getOrDefault(steps, List.of())).toList();
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int compared = Integer.compare(one.get(i), other.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private DataSet prepared(List<Step> steps) {
    int common = 0;
    while (common < Math.min(path.size(), steps.size())
        && path.get(common).equals(steps.get(common))) {
      common++;
    }
    path.subList(common, path.size()).clear();
    data.subList(common, data.size()).clear();
    for (Step step : steps.subList(common, steps.size())) {
      DataSet before = data.isEmpty() ? pipeline.raw() : data.getLast();
      path.add(step);
      data.add(pipeline.apply(step, before, findings).data());
    }
    return data.isEmpty() ? pipeline.raw() : data.getLast();
  }

  private void group(List<Integer> runs, ExecutorService pool) {
    DataSet prepared = prepared(specs.get(runs.getFirst()).steps());
    Notes notes = Notes.about(Notes.INDICATORS, findings);
    IdentityHashMap<Weighting, Weights> own = new IdentityHashMap<>();
    IdentityHashMap<List<Aggregator>, Aggregating> gathers = new IdentityHashMap<>();
    List<Run> ready = new ArrayList<>();
    for (int run : runs) {
      PipelineSpec spec = specs.get(run);
      Weights weights =
          (spec.weighting().looksAtValues() ? own : lasting)
              .computeIfAbsent(spec.weighting(), w -> pipeline.weigh(w, prepared, findings));
      Aggregating gather =
          gathers.computeIfAbsent(spec.aggregators(), _ -> new Aggregating(prepared, spec, notes));
      ready.add(new Run(run, gather, weights));
    }
    if (findings.hasErrors()) {
      return;
    }
    int[] cells = cells(prepared);
    List<Future<?>> running = new ArrayList<>();
    for (int from = 0; from < ready.size(); from += PIECE) {
      List<Run> piece = ready.subList(from, Math.min(from + PIECE, ready.size()));
      running.add(pool.submit(() -> piece.forEach(run -> take(run, cells))));
    }
    running.forEach(Runs::join);
  }

  private record Run(int number, Aggregating gather, Weights weights) {}

  private void take(Run run, int[] cells) {
    double[] scores = spread(run.gather().gather(run.weights(), node), cells);
    outcomes.scores()[run.number()] = scores;
    outcomes.ranks()[run.number()] = Scores.ranks(scores, pipeline.raw().periods().count());
  }

  private static void join(Future<?> piece) {
    try {
      piece.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for runs.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run failed.", e.getCause());
    }
  }

  /** Cell of the panel by cell of the data set. */
  private int[] cells(DataSet prepared) {
    int periods = prepared.periods().count();
    int[] cells = new int[prepared.width()];
    for (int cell = 0; cell < cells.length; cell++) {
      int unit = pipeline.raw().units().id(prepared.units().key(cell / periods));
      cells[cell] = unit * periods + cell % periods;
    }
    return cells;
  }

  private double[] spread(double[] column, int[] cells) {
    double[] spread = new double[pipeline.raw().width()];
    if (column.length < spread.length) {
      Arrays.fill(spread, Double.NaN);
    }
    for (int cell = 0; cell < cells.length; cell++) {
      spread[cells[cell]] = column[cell];
    }
    return spread;
  }
}
