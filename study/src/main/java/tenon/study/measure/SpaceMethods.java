package tenon.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.assess.spatial.Durbin;
import tenon.assess.spatial.GetisOrd;
import tenon.assess.spatial.LocalMoran;
import tenon.assess.spatial.Moran;
import tenon.assess.spatial.SpatialWeights;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Autocorrelation and spillovers between units. */
final class SpaceMethods {
  private SpaceMethods() {}

  /** Moran's I, Geary's C, Getis and Ord's G, and each unit's part. */
  static Loaded<Answer> moran(Asked asked) {
    return switch (TableFile.read(asked.source())) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> moran(asked, table);
    };
  }

  private static Loaded<Answer> moran(Asked asked, FlatTable table) {
    String id = id(asked, table);
    String value = asked.text("value");
    if (value.isEmpty()) {
      value =
          table.names().stream()
              .filter(name -> !name.equals(id))
              .filter(name -> table.isNumeric(name) || !table.spoilt(name).isEmpty())
              .findFirst()
              .orElse("value");
    }
    List<Finding> faults = new ArrayList<>();
    for (String name : List.of(id, value)) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    if (!faults.isEmpty() || !table.isNumeric(value)) {
      faults.addAll(table.has(value) ? table.noNumbers(value) : List.of());
      return new Loaded.Rejected<>(faults);
    }
    faults.addAll(table.spoilt(value));
    double[] x = table.numbers(value);
    List<String> units = table.texts(id);
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < x.length; row++) {
      if (!seen.add(units.get(row))) {
        faults.add(Refusal.of("unit-twice", table.place(row), units.get(row)));
      }
    }
    unknowns(table, value, x, units, faults);
    if (x.length < 4) {
      faults.add(Refusal.of("moran-small", table.file(), Integer.toString(x.length)));
    }
    if (Arrays.stream(x).distinct().count() < 2) {
      faults.add(Refusal.of("constant-value", table.file(), value));
    }
    Loaded<SpatialWeights> weights = Neighbours.of(asked, units, table);
    if (weights instanceof Loaded.Rejected<SpatialWeights>(var errors)) {
      faults.addAll(errors);
    }
    return faults.isEmpty() && weights instanceof Loaded.Ready<SpatialWeights>(var w, var warnings)
        ? new Loaded.Ready<>(moran(asked, units, x, w), warnings)
        : new Loaded.Rejected<>(faults);
  }

  static String id(Asked asked, FlatTable table) {
    return asked.text("id").isEmpty() ? table.names().getFirst() : asked.text("id");
  }

  private static void unknowns(
      FlatTable table, String value, double[] x, List<String> units, List<Finding> faults) {
    for (int row = 0; row < x.length; row++) {
      if (Double.isNaN(x[row])) {
        faults.add(Refusal.of("value-unknown", table.place(row), units.get(row), value));
      }
    }
  }

  private static Answer moran(Asked asked, List<String> units, double[] x, SpatialWeights w) {
    Answering answer = new Answering(asked, "moran");
    int permutations = asked.whole("permutations", 999);
    Moran random = Moran.of(x, w, Moran.Assumption.RANDOMISATION);
    answer.put("n", x.length);
    answer.put("I", random.statistic());
    put(answer.root.putObject("randomisation"), random);
    put(answer.root.putObject("normality"), Moran.of(x, w, Moran.Assumption.NORMALITY));
    if (permutations > 0) {
      put(answer.root.putObject("permutation"), Moran.permuted(x, w, permutations, asked.seed()));
    }
    Moran geary = Moran.geary(x, w);
    put(answer.root.putObject("geary"), geary);
    Words words = new Words(asked.locale());
    answer.line(
        words.get(
            "measure.moran",
            Answering.shown(random.statistic()),
            Answering.shown(random.z()),
            Answering.shown(random.p())));
    answer.line("Geary C", geary.statistic(), geary.z(), geary.p());
    if (Arrays.stream(x).allMatch(value -> value > 0)) {
      GetisOrd g = GetisOrd.of(x, w);
      put(
          answer.root.putObject("getis_g"),
          new Moran(g.statistic(), g.expectation(), g.variance(), g.z(), g.p()));
      answer.line("Getis-Ord G", g.statistic(), g.z(), g.p());
    }
    local(answer, units, LocalMoran.of(x, w, permutations, asked.seed()));
    return answer.done();
  }

  private static void put(ObjectNode node, Moran moran) {
    node.set("statistic", Json.exact(moran.statistic()));
    node.set("expectation", Json.exact(moran.expectation()));
    node.set("variance", Json.exact(moran.variance()));
    node.set("z", Json.exact(moran.z()));
    node.set("p", Json.exact(moran.p()));
  }

  private static void local(Answering answer, List<String> units, List<LocalMoran> parts) {
    ArrayNode array = answer.root.putArray("local");
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < parts.size(); unit++) {
      LocalMoran part = parts.get(unit);
      ObjectNode node = array.addObject();
      node.put("unit", units.get(unit));
      node.set("Ii", Json.exact(part.statistic()));
      node.set("EIi", Json.exact(part.expectation()));
      node.set("VarIi", Json.exact(part.variance()));
      node.set("z", Json.exact(part.z()));
      node.set("p", Json.exact(part.p()));
      node.set("p_permutation", Json.exact(part.permutationP()));
      node.put("quadrant", WeightMethods.lower(part.quadrant()));
      rows.add(
          List.of(
              units.get(unit),
              Numbers.exactCell(part.statistic()),
              Numbers.exactCell(part.expectation()),
              Numbers.exactCell(part.variance()),
              Numbers.exactCell(part.z()),
              Numbers.exactCell(part.p()),
              Numbers.exactCell(part.permutationP()),
              WeightMethods.lower(part.quadrant())));
    }
    answer.table(
        new Table(
            "local_moran.csv",
            List.of("unit", "Ii", "EIi", "VarIi", "z", "p", "p_permutation", "quadrant"),
            rows));
  }

  /** Spatial Durbin model across units or, with a column of periods, in a balanced panel. */
  static Loaded<Answer> durbin(Asked asked) {
    return switch (TableFile.read(asked.source())) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> durbin(asked, table);
    };
  }

  private static Loaded<Answer> durbin(Asked asked, FlatTable table) {
    String id = id(asked, table);
    String time = asked.text("time");
    String y = asked.text("y").isEmpty() ? "y" : asked.text("y");
    List<String> x = asked.texts("x");
    List<Finding> faults = new ArrayList<>();
    if (x.isEmpty()) {
      faults.addAll(DataMatrix.spoilt(table, List.of(id, time, y)::contains));
      x =
          table.names().stream()
              .filter(table::isNumeric)
              .filter(name -> !name.equals(id) && !name.equals(time) && !name.equals(y))
              .toList();
    }
    List<String> needed = new ArrayList<>(x);
    needed.add(y);
    for (String name : needed) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      } else {
        faults.addAll(table.isNumeric(name) ? table.spoilt(name) : table.noNumbers(name));
        if (table.isNumeric(name) && table.has(id)) {
          unknowns(table, name, table.numbers(name), table.texts(id), faults);
        }
      }
    }
    if (!table.has(id)) {
      faults.add(table.unknown(id));
    }
    if (!time.isEmpty() && !table.has(time)) {
      faults.add(table.unknown(time));
    }
    if (table.has(y)
        && table.isNumeric(y)
        && Arrays.stream(table.numbers(y)).distinct().count() < 2) {
      faults.add(Refusal.of("constant-value", table.file(), y));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return time.isEmpty()
        ? acrossUnits(asked, table, id, y, x)
        : inPanel(asked, table, id, time, y, x);
  }

  private static Loaded<Answer> acrossUnits(
      Asked asked, FlatTable table, String id, String y, List<String> x) {
    Loaded<SpatialWeights> loaded = Neighbours.of(asked, table.texts(id), table);
    if (!(loaded instanceof Loaded.Ready<SpatialWeights>(var w, var warnings))) {
      return new Loaded.Rejected<>(loaded.findings());
    }
    double[][] columns = x.stream().map(table::numbers).toArray(double[][]::new);
    return fitted(asked, table, Durbin.acrossUnits(table.numbers(y), columns, x, w), warnings);
  }

  private static Loaded<Answer> inPanel(
      Asked asked, FlatTable table, String id, String time, String y, List<String> x) {
    List<double[][]> columns = new ArrayList<>();
    List<String> units = List.of();
    List<String> all = new ArrayList<>(List.of(y));
    all.addAll(x);
    for (String name : all) {
      Loaded<Series> series = Series.of(table, id, time, name, List.of());
      if (!(series instanceof Loaded.Ready<Series>(var read, var _))) {
        return new Loaded.Rejected<>(series.findings());
      }
      for (double[] line : read.values()) {
        if (Arrays.stream(line).anyMatch(Double::isNaN)) {
          return new Loaded.Rejected<>(List.of(Refusal.of("panel-unbalanced", table.file(), name)));
        }
      }
      units = read.units();
      columns.add(read.values());
    }
    Loaded<SpatialWeights> loaded = Neighbours.of(asked, units, table);
    if (!(loaded instanceof Loaded.Ready<SpatialWeights>(var w, var warnings))) {
      return new Loaded.Rejected<>(loaded.findings());
    }
    Durbin fit =
        Durbin.inPanel(
            columns.getFirst(),
            columns.subList(1, columns.size()).toArray(double[][][]::new),
            x,
            w,
            asked.flag("period-effects"));
    return fitted(asked, table, fit, warnings);
  }

  private static Loaded<Answer> fitted(
      Asked asked, FlatTable table, @Nullable Durbin fit, List<Finding> warnings) {
    if (fit == null) {
      return new Loaded.Rejected<>(List.of(Refusal.of("sdm-collinear", table.file(), null)));
    }
    Answering answer = new Answering(asked, "sdm");
    ArrayNode terms = answer.root.putArray("terms");
    List<List<String>> rows = new ArrayList<>();
    for (Durbin.Term term : fit.terms()) {
      ObjectNode node = terms.addObject();
      node.put("name", term.name());
      node.set("estimate", Json.exact(term.value()));
      node.set("std_error", Json.exact(term.standardError()));
      node.set("p", Json.exact(term.p()));
      rows.add(
          List.of(
              term.name(),
              Numbers.exactCell(term.value()),
              Numbers.exactCell(term.standardError()),
              Numbers.exactCell(term.p())));
      answer.line(term.name(), term.value(), term.standardError(), term.p());
    }
    ArrayNode effects = answer.root.putArray("effects");
    List<List<String>> effectRows = new ArrayList<>();
    for (Durbin.Effect effect : fit.effects()) {
      ObjectNode node = effects.addObject();
      node.put("name", effect.name());
      node.set("direct", Json.exact(effect.direct()));
      node.set("indirect", Json.exact(effect.indirect()));
      node.set("total", Json.exact(effect.total()));
      node.set("direct_se", Json.exact(effect.directError()));
      node.set("indirect_se", Json.exact(effect.indirectError()));
      node.set("total_se", Json.exact(effect.totalError()));
      effectRows.add(
          List.of(
              effect.name(),
              Numbers.exactCell(effect.direct()),
              Numbers.exactCell(effect.indirect()),
              Numbers.exactCell(effect.total()),
              Numbers.exactCell(effect.directError()),
              Numbers.exactCell(effect.indirectError()),
              Numbers.exactCell(effect.totalError())));
      answer.line(effect.name(), effect.direct(), effect.indirect(), effect.total());
    }
    answer.put("sigma2", fit.sigmaSquared()).put("log_likelihood", fit.logLikelihood());
    answer.table(new Table("terms.csv", List.of("name", "estimate", "std_error", "p"), rows));
    answer.table(
        new Table(
            "effects.csv",
            List.of("name", "direct", "indirect", "total", "direct_se", "indirect_se", "total_se"),
            effectRows));
    return new Loaded.Ready<>(answer.done(), warnings);
  }
}
