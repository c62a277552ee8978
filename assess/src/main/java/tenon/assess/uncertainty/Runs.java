package tenon.assess.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tenon.assess.Notes;
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
 * with the group before, so that memory holds one path of data sets. Weights and logarithms are
 * made once in a group; what is left for a run is to gather. Runs of a group are cut into pieces of
 * a fixed size for the threads, and each writes its own row.
 */
final class Runs {
  private static final int PIECE = 32;

  private final Pipeline pipeline;
  private final Findings findings;
  private final int node;
  private final double[][] scores;

  private final List<Step> path = new ArrayList<>();
  private final List<DataSet> data = new ArrayList<>();

  private Runs(Pipeline pipeline, Findings findings, int node, int runs) {
    this.pipeline = pipeline;
    this.findings = findings;
    this.node = node;
    scores = new double[runs][];
  }

  /** Scores of a node by run and cell of the panel; units screened out are unknown. */
  static double[][] scores(
      Pipeline pipeline, List<PipelineSpec> specs, int node, int threads, Findings findings) {
    Runs work = new Runs(pipeline, findings, node, specs.size());
    Map<List<Step>, List<Integer>> groups = new HashMap<>();
    List<List<Step>> order = new ArrayList<>();
    for (int run = 0; run < specs.size(); run++) {
      groups
          .computeIfAbsent(
              specs.get(run).steps(),
              steps -> {
                order.add(steps);
                return new ArrayList<>();
              })
          .add(run);
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (List<Step> steps : neighbours(order)) {
        work.group(steps, groups.getOrDefault(steps, List.of()), specs, pool);
        if (findings.hasErrors()) {
          break;
        }
      }
    }
    return work.scores;
  }

  /** Groups with a common beginning one after the other, each step in the order first met. */
  private static List<List<Step>> neighbours(List<List<Step>> order) {
    Map<Step, Integer> met = new HashMap<>();
    order.forEach(steps -> steps.forEach(step -> met.putIfAbsent(step, met.size())));
    List<List<Step>> sorted = new ArrayList<>(order);
    sorted.sort(
        (one, other) -> {
          for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int first = met.getOrDefault(one.get(i), 0);
            int compared = Integer.compare(first, met.getOrDefault(other.get(i), 0));
            if (compared != 0) {
              return compared;
            }
          }
          return Integer.compare(one.size(), other.size());
        });
    return sorted;
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

  private void group(
      List<Step> steps, List<Integer> runs, List<PipelineSpec> specs, ExecutorService pool) {
    DataSet prepared = prepared(steps);
    Notes notes = Notes.about(Notes.INDICATORS, findings);
    Map<Weighting, Weights> weights = new HashMap<>();
    Map<List<Aggregator>, Aggregating> gathers = new HashMap<>();
    for (int run : runs) {
      PipelineSpec spec = specs.get(run);
      weights.computeIfAbsent(spec.weighting(), w -> pipeline.weigh(w, prepared, findings));
      gathers.computeIfAbsent(spec.aggregators(), _ -> new Aggregating(prepared, spec, notes));
    }
    if (findings.hasErrors()) {
      return;
    }
    int[] cells = cells(prepared);
    List<Future<?>> running = new ArrayList<>();
    for (int from = 0; from < runs.size(); from += PIECE) {
      List<Integer> piece = runs.subList(from, Math.min(from + PIECE, runs.size()));
      running.add(
          pool.submit(
              () -> {
                for (int run : piece) {
                  Aggregating gather = gathers.get(specs.get(run).aggregators());
                  Weights own = weights.get(specs.get(run).weighting());
                  if (gather != null && own != null) {
                    scores[run] = spread(gather.gather(own)[node], cells);
                  }
                }
              }));
    }
    running.forEach(Runs::join);
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
