package tenon.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.spatial.SpatialWeights;
import tenon.assess.statistics.Convergence;
import tenon.assess.statistics.Markov;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.node.ObjectNode;

/** How units move and draw together over time. */
final class DynamicsMethods {
  private DynamicsMethods() {}

  /** Moves between quantile classes; with neighbours also by their class. */
  static Loaded<Answer> markov(Asked asked) {
    return onSeries(
        asked,
        (series, faults) -> {
          if (series.periods().size() < 2) {
            faults.add(Refusal.of("one-period", DataMatrix.file(asked.source()), null));
            return null;
          }
          int classes = asked.whole("classes", 5);
          if (series.units().size() < classes) {
            faults.add(
                Refusal.of(
                    "few-units",
                    DataMatrix.file(asked.source()),
                    Integer.toString(series.units().size()),
                    Integer.toString(classes)));
            return null;
          }
          boolean pooled = asked.flag("pooled");
          Markov markov = Markov.of(series.values(), classes, pooled);
          Answering answer = new Answering(asked, "markov");
          answer.put("k", classes);
          answer.matrix("transitions", counts(markov));
          answer.matrix("P", shares(markov));
          double[] steady = markov.steady();
          answer.put("steady_state", steady);
          if (Double.isNaN(steady[0])) {
            faults.add(Refusal.warning("no-steady", DataMatrix.file(asked.source()), null));
          }
          double[][] p = shares(markov);
          for (int from = 0; from < classes; from++) {
            answer.line(Integer.toString(from + 1), p[from]);
          }
          answer.table("transitions.csv", "class", numbers(classes), numbers(classes), turned(p));
          boolean spatial = Neighbours.given(asked);
          return spatial && !spatial(asked, series, classes, answer, faults) ? null : answer.done();
        });
  }

  private static boolean spatial(
      Asked asked, Series series, int classes, Answering answer, List<Finding> faults) {
    Loaded<FlatTable> table = TableFile.read(asked.source());
    Loaded<SpatialWeights> loaded =
        table instanceof Loaded.Ready<FlatTable>(var read, var _)
            ? Neighbours.of(asked, series.units(), read)
            : new Loaded.Rejected<>(table.findings());
    faults.addAll(loaded.findings());
    if (!(loaded instanceof Loaded.Ready<SpatialWeights>(var raw, var _))) {
      return false;
    }
    SpatialWeights weights = raw.rowStandardised();
    double[][] lags = new double[series.units().size()][series.periods().size()];
    for (int t = 0; t < series.periods().size(); t++) {
      double[] lag = weights.lag(series.period(t));
      for (int u = 0; u < lag.length; u++) {
        lags[u][t] = lag[u];
      }
    }
    Markov markov = Markov.spatial(series.values(), lags, classes, asked.flag("pooled"));
    ObjectNode node = answer.root.putObject("spatial");
    var transitions = node.putArray("transitions");
    var p = node.putArray("P");
    for (int condition = 0; condition < markov.conditions(); condition++) {
      var count = transitions.addArray();
      var share = p.addArray();
      for (int from = 0; from < classes; from++) {
        double[] counts = new double[classes];
        double[] shares = new double[classes];
        for (int to = 0; to < classes; to++) {
          counts[to] = markov.count(condition, from, to);
          shares[to] = markov.probability(condition, from, to);
        }
        count.add(Json.exact(counts));
        share.add(Json.exact(shares));
      }
    }
    Markov.Test test = markov.homogeneity();
    ObjectNode homogeneity = node.putObject("homogeneity");
    homogeneity.set("chi2", Json.exact(test.chiSquared()));
    homogeneity.put("df", test.degreesOfFreedom());
    homogeneity.set("p", Json.exact(test.p()));
    answer.line(
        new Words(asked.locale())
            .get(
                "measure.markov",
                Answering.shown(test.chiSquared()),
                Integer.toString(test.degreesOfFreedom()),
                Answering.shown(test.p())));
    return true;
  }

  private static double[][] counts(Markov markov) {
    int n = markov.classes();
    double[][] counts = new double[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        counts[from][to] = markov.count(from, to);
      }
    }
    return counts;
  }

  private static double[][] shares(Markov markov) {
    int n = markov.classes();
    double[][] shares = new double[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        shares[from][to] = markov.probability(from, to);
      }
    }
    return shares;
  }

  private static double[][] turned(double[][] rows) {
    double[][] columns = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  /** Sigma and beta convergence. */
  static Loaded<Answer> convergence(Asked asked) {
    return onSeries(
        asked,
        (series, faults) -> {
          if (series.periods().size() < 2) {
            faults.add(Refusal.of("one-period", DataMatrix.file(asked.source()), null));
          }
          if (series.units().size() < 2) {
            String unit = series.units().isEmpty() ? "" : series.units().getFirst();
            faults.add(Refusal.of("one-unit", DataMatrix.file(asked.source()), unit));
          }
          for (int u = 0; u < series.units().size(); u++) {
            for (int t = 0; t < series.periods().size(); t++) {
              if (series.values()[u][t] <= 0) {
                faults.add(
                    Refusal.of(
                        "log-below-zero",
                        DataMatrix.file(asked.source()),
                        Double.toString(series.values()[u][t]),
                        series.units().get(u),
                        series.periods().get(t)));
              }
            }
          }
          return faults.isEmpty() ? convergence(asked, series, faults) : null;
        });
  }

  private static Answer convergence(Asked asked, Series series, List<Finding> faults) {
    Words words = new Words(asked.locale());
    Answering answer = new Answering(asked, "convergence");
    double[] cv = Convergence.coefficientOfVariation(series.values());
    double[] log = Convergence.logDeviation(series.values());
    ObjectNode sigma = answer.root.putObject("sigma_cv");
    ObjectNode logs = answer.root.putObject("sigma_sdlog");
    for (int t = 0; t < cv.length; t++) {
      sigma.set(series.periods().get(t), Json.exact(cv[t]));
      logs.set(series.periods().get(t), Json.exact(log[t]));
    }
    Convergence.Beta across = Convergence.acrossUnits(series.values());
    beta(asked, answer, "beta_cross", across, faults);
    boolean complete =
        Arrays.stream(series.values()).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    if (complete && series.periods().size() > 2) {
      beta(
          asked,
          answer,
          "panel_unit_fe",
          Convergence.inPanel(series.values(), Convergence.Effects.UNIT),
          faults);
      beta(
          asked,
          answer,
          "panel_two_way_fe",
          Convergence.inPanel(series.values(), Convergence.Effects.UNIT_AND_PERIOD),
          faults);
    } else {
      faults.add(Refusal.warning("beta-panel", DataMatrix.file(asked.source()), null));
    }
    if (across != null) {
      answer.line(
          words.get(
              "measure.beta",
              Answering.shown(across.beta()),
              Answering.shown(across.betaP()),
              Answering.shown(across.speedPerPeriod()),
              Answering.shown(across.halfLife())));
    }
    answer.line(
        words.get(
            "measure.sigma",
            series.periods().getFirst(),
            Answering.shown(cv[0]),
            series.periods().getLast(),
            Answering.shown(cv[cv.length - 1])));
    answer.table("sigma.csv", "period", series.periods(), List.of("cv", "sd_log"), cv, log);
    return answer.done();
  }

  private static void beta(
      Asked asked,
      Answering answer,
      String key,
      Convergence.@Nullable Beta beta,
      List<Finding> findings) {
    String file = DataMatrix.file(asked.source());
    if (beta == null) {
      answer.root.putNull(key);
      findings.add(Refusal.warning("beta-none", file, key));
      return;
    }
    if (!Double.isFinite(beta.speedPerPeriod())) {
      findings.add(Refusal.warning("beta-fast", file, key, Answering.shown(beta.beta())));
    }
    ObjectNode node = answer.root.putObject(key);
    node.set("const", Json.exact(beta.constant()));
    node.set("const_se", Json.exact(beta.constantError()));
    node.set("beta", Json.exact(beta.beta()));
    node.set("beta_se", Json.exact(beta.betaError()));
    node.set("beta_p", Json.exact(beta.betaP()));
    node.set("r2", Json.exact(beta.rSquared()));
    node.set("speed", Json.exact(beta.speedPerPeriod()));
    node.set("half_life", Json.exact(beta.halfLife()));
  }

  /** Works on a series; null after an error was added. */
  private interface Work {
    @Nullable Answer of(Series series, List<Finding> faults);
  }

  private static Loaded<Answer> onSeries(Asked asked, Work work) {
    return switch (Series.read(asked)) {
      case Loaded.Rejected<Series>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Series>(var series, var warnings) -> {
        List<Finding> findings = new ArrayList<>(warnings);
        Answer answer = work.of(series, findings);
        yield answer == null || findings.stream().anyMatch(Finding::isError)
            ? new Loaded.Rejected<>(findings)
            : new Loaded.Ready<>(answer, findings);
      }
    };
  }
}
