package tenon.study.composite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.assess.Template;
import tenon.assess.Templates;
import tenon.assess.structure.UnitKind;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;
import tenon.packages.PackageReader;
import tenon.study.corpus.TextCounts;
import tenon.study.corpus.TextMethod;
import tenon.study.text.Names;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.study.workbook.TableFile;

/**
 * A panel of indicators with its hierarchy: a package; a wide table (one row a unit and period, one
 * column an indicator) or a long one (unit_id, period, code, value) with a table of the hierarchy
 * in the columns of a package, or in those of COINr's iMeta. Indicators may come from a chain and
 * from documents as well.
 *
 * @param panel values and hierarchy
 * @param labels columns of a wide table that are no indicators, or what a package says of its
 *     units, by name and unit: groups
 * @param numbers columns of numbers of a wide table that are no indicators, by name, then unit and
 *     period: outside drivers and outcomes
 * @param places latitude and longitude of units, degrees; those unknown are left out
 * @param files the files it was read from
 * @param chain the chain of its units, or null
 * @param home package of the chain, where its scenarios lie, or null
 * @param kind what its units are in the chain
 * @param computed indicators that the chain gave
 * @param texts what was counted in documents, or null
 * @param template the ready hierarchy, or null where the study or package brings its own
 */
record IndexData(
    Panel panel,
    Map<String, Map<String, String>> labels,
    Map<String, Map<String, Double>> numbers,
    Map<String, double[]> places,
    List<Path> files,
    @Nullable Chain chain,
    @Nullable Path home,
    UnitKind kind,
    List<ChainIndicators.Computed> computed,
    @Nullable TextCounts texts,
    @Nullable Template template) {
  private static final String ONE_PERIOD = "all";

  /** A column of numbers that is no indicator, by unit and period; NaN where unknown. */
  double[][] outside(String column, Keys units, Keys periods) {
    Map<String, Double> known = numbers.getOrDefault(column, Map.of());
    double[][] values = new double[units.count()][periods.count()];
    for (int unit = 0; unit < values.length; unit++) {
      for (int period = 0; period < values[unit].length; period++) {
        String key = units.key(unit) + "\n" + periods.key(period);
        values[unit][period] = known.getOrDefault(key, Double.NaN);
      }
    }
    return values;
  }

  /** What a unit is called in a language: as its package or table says, else its key. */
  String name(String unit, Words words) {
    Chain known = chain;
    if (known != null) {
      String named = new Names(known, words).unit(unit);
      if (!named.equals(unit)) {
        return named;
      }
    }
    List<String> columns =
        words.chinese() ? List.of("name_zh", "name", "uName") : List.of("name", "uName");
    return columns.stream()
        .map(column -> labels.getOrDefault(column, Map.of()).getOrDefault(unit, ""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(unit);
  }

  /** How a table is read. */
  record Columning(String unit, String period) {}

  /** Reads the data that a study file speaks of. */
  static Loaded<IndexData> read(Path data, IndexConfig.Source source) {
    List<Finding> findings = new ArrayList<>();
    IndexData read = new Reading(source, findings).data(data);
    return read == null || findings.stream().anyMatch(Finding::isError)
        ? new Loaded.Rejected<>(findings)
        : new Loaded.Ready<>(read, findings);
  }

  /** What is read on the way. */
  private static final class Reading {
    private final IndexConfig.Source source;
    private final List<Finding> findings;
    private final List<Path> files = new ArrayList<>();
    private @Nullable Path home;

    Reading(IndexConfig.Source source, List<Finding> findings) {
      this.source = source;
      this.findings = findings;
    }

    private boolean failed() {
      return findings.stream().anyMatch(Finding::isError);
    }

    private <T> @Nullable T ready(Loaded<T> loaded) {
      findings.addAll(loaded.findings());
      return loaded instanceof Loaded.Ready<T>(T value, var _) ? value : null;
    }

    private @Nullable DataPackage ofPackage(Path path) {
      DataPackage read = ready(PackageReader.read(path));
      if (read != null) {
        files.addAll(PackageReader.files(path));
      }
      return read;
    }

    private @Nullable FlatTable table(Path path) {
      files.add(TableFile.file(path));
      return ready(TableFile.read(path));
    }

    @Nullable IndexData data(Path data) {
      boolean whole = Files.isDirectory(data) || data.toString().endsWith("datapackage.json");
      DataPackage own = whole ? ofPackage(data) : null;
      FlatTable table = whole ? null : table(data);
      Path other = source.chain();
      DataPackage named = other == null ? null : ofPackage(other);
      Columns tree = tree(own, String.valueOf(data.getFileName()));
      TextCounts texts = texts();
      if (failed() || tree == null) {
        return null;
      }
      IndexTable cells =
          table == null
              ? null
              : new IndexTable(
                  table,
                  tree.dictionary("code"),
                  source.columning(),
                  source.wanted() != null || source.texts() != null,
                  findings);
      Columns given = cells == null ? given(own, tree.dictionary("code")) : cells.read();
      DataPackage linked = named == null ? own : named;
      Chain chain = linked == null ? null : linked.chain();
      home = other != null ? other : whole ? data : null;
      return failed() ? null : joined(tree, given, cells, chain, texts);
    }

    private IndexData joined(
        Columns tree,
        Columns given,
        @Nullable IndexTable cells,
        @Nullable Chain chain,
        @Nullable TextCounts texts) {
      ChainRequest wanted = source.wanted();
      Columns joined = given;
      List<ChainIndicators.Computed> computed = List.of();
      if (wanted != null && !wanted.byCode().isEmpty()) {
        if (chain == null || chain.sites().count() == 0) {
          findings.add(Refusal.of("chain-none", "from_chain", null));
        } else {
          ChainIndicators from = new ChainIndicators(wanted, chain, "from_chain");
          joined = from.joined(tree, joined);
          findings.addAll(from.findings());
          computed = from.computed();
        }
      }
      TextRequest counted = source.texts();
      if (texts != null && counted != null) {
        joined = TextIndicators.joined(counted, texts, tree, joined, findings);
      }
      if (joined.rows() == 0 && !failed()) {
        findings.add(Refusal.of("no-values", "indicators", null));
      }
      UnitKind kind = wanted == null ? UnitKind.REGIONS : wanted.kind();
      IndexTable wide = cells != null && !cells.isLong() ? cells : null;
      Map<String, Map<String, String>> labels = new LinkedHashMap<>();
      Map<String, double[]> places = new LinkedHashMap<>();
      if (chain != null) {
        labels.putAll(UnitFacts.labels(chain, kind));
        places.putAll(UnitFacts.places(chain, kind));
      }
      Map<String, Map<String, Double>> numbers = wide == null ? Map.of() : wide.numbers();
      if (wide != null) {
        labels.putAll(wide.labels());
        places.putAll(UnitFacts.places(numbers));
      }
      String ready = source.template();
      return new IndexData(
          Panel.of(Map.of(Resource.HIERARCHY, tree, Resource.INDICATORS, joined)),
          labels,
          numbers,
          places,
          files,
          chain,
          home,
          kind,
          computed,
          texts,
          ready == null ? null : Templates.named(ready));
    }

    /** The rows of a package whose codes the hierarchy has. */
    private static Columns given(@Nullable DataPackage own, Keys codes) {
      Columns.Builder builder = new Columns.Builder(Resource.INDICATORS);
      Columns rows =
          own == null
              ? Columns.empty(Resource.INDICATORS)
              : own.tables().getOrDefault(Resource.INDICATORS, Columns.empty(Resource.INDICATORS));
      for (int row = 0; row < rows.rows(); row++) {
        String code = rows.text("code", row);
        if (code != null && codes.id(code) >= 0) {
          builder
              .row()
              .set("unit_id", rows.text("unit_id", row))
              .set("period", rows.text("period", row))
              .set("code", code)
              .set("value", rows.number("value", row));
        }
      }
      return builder.build();
    }

    /** The hierarchy that the study names, or else that of the package. */
    private @Nullable Columns tree(@Nullable DataPackage own, String data) {
      Path hierarchy = source.hierarchy();
      String template = source.template();
      if (template != null) {
        return Templates.named(template).hierarchy();
      }
      if (hierarchy != null) {
        FlatTable nodes = table(hierarchy);
        return nodes == null ? null : Nodes.of(nodes, findings);
      }
      Columns inside = own == null ? null : own.tables().get(Resource.HIERARCHY);
      if (inside == null || inside.rows() == 0) {
        if (!failed()) {
          findings.add(Refusal.of("hierarchy-missing", data, null));
        }
        return null;
      }
      return inside;
    }

    private @Nullable TextCounts texts() {
      TextRequest counted = source.texts();
      if (counted == null) {
        return null;
      }
      files.add(counted.dictionary());
      TextCounts counts =
          ready(TextMethod.counts(counted.documents(), counted.dictionary(), counted.name()));
      if (counts != null) {
        files.addAll(counts.files());
      }
      return counts;
    }
  }

  /** Reads the values of a table. */
  private static final class IndexTable {
    private final FlatTable table;
    private final Keys codes;
    private final String unit;
    private final String period;
    private final boolean supplied;
    private final List<Finding> faults;

    IndexTable(
        FlatTable table, Keys codes, Columning columning, boolean supplied, List<Finding> faults) {
      this.supplied = supplied;
      this.table = table;
      this.codes = codes;
      this.faults = faults;
      unit = named(columning.unit(), List.of("unit_id", "uCode", "unit", "province", "id"));
      period = named(columning.period(), List.of("period", "Time", "year"));
      if (unit.isEmpty() || !table.has(unit)) {
        faults.add(table.unknown(unit.isEmpty() ? "unit_id" : unit));
      }
      if (!period.isEmpty() && !table.has(period)) {
        faults.add(table.unknown(period));
      }
    }

    boolean isLong() {
      return table.has("code") && table.has("value");
    }

    Columns read() {
      return !faults.isEmpty() && faults.stream().anyMatch(Finding::isError)
          ? Columns.empty(Resource.INDICATORS)
          : isLong() ? ofLong() : ofWide();
    }

    private String named(String given, List<String> usual) {
      return given.isEmpty() ? usual.stream().filter(table::has).findFirst().orElse("") : given;
    }

    private String period(int row) {
      return period.isEmpty() ? ONE_PERIOD : table.texts(period).get(row);
    }

    Columns ofLong() {
      Columns.Builder builder = new Columns.Builder(Resource.INDICATORS);
      faults.addAll(table.noNumbers("value"));
      if (faults.stream().anyMatch(Finding::isError)) {
        return builder.build();
      }
      List<String> code = table.texts("code");
      double[] value = table.numbers("value");
      Set<String> seen = new LinkedHashSet<>();
      for (int row = 0; row < table.rows(); row++) {
        if (codes.id(code.get(row)) < 0) {
          unknown(row, code.get(row));
        } else if (!seen.add(
            table.texts(unit).get(row) + "\n" + period(row) + "\n" + code.get(row))) {
          twice(row);
        } else {
          add(builder, row, code.get(row), value[row]);
        }
      }
      return builder.build();
    }

    Columns ofWide() {
      Columns.Builder builder = new Columns.Builder(Resource.INDICATORS);
      List<String> indicators = table.names().stream().filter(name -> codes.id(name) >= 0).toList();
      if (indicators.isEmpty() && !supplied) {
        faults.add(Refusal.of("no-indicators", table.file(), null));
      }
      indicators.forEach(name -> faults.addAll(table.noNumbers(name)));
      if (faults.stream().anyMatch(Finding::isError)) {
        return builder.build();
      }
      Set<String> seen = new LinkedHashSet<>();
      double[][] numbers = indicators.stream().map(table::numbers).toArray(double[][]::new);
      for (int row = 0; row < table.rows(); row++) {
        if (!seen.add(table.texts(unit).get(row) + "\n" + period(row))) {
          twice(row);
        }
        for (int k = 0; k < numbers.length; k++) {
          add(builder, row, indicators.get(k), numbers[k][row]);
        }
      }
      return builder.build();
    }

    private void add(Columns.Builder builder, int row, String code, double value) {
      builder
          .row()
          .set("unit_id", table.texts(unit).get(row))
          .set("period", period(row))
          .set("code", code)
          .set("value", value);
    }

    private void unknown(int row, String code) {
      faults.add(Refusal.of("code-unknown", table.place(row), code));
    }

    private void twice(int row) {
      faults.add(Refusal.of("twice", table.place(row), table.texts(unit).get(row), period(row)));
    }

    /** Every other column of numbers by unit and period. */
    Map<String, Map<String, Double>> numbers() {
      Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();
      List<String> units = table.texts(unit);
      for (String name : table.names()) {
        boolean other = codes.id(name) < 0 && !name.equals(unit) && !name.equals(period);
        if (other && table.isNumeric(name)) {
          Map<String, Double> known = new LinkedHashMap<>();
          double[] cells = table.numbers(name);
          for (int row = 0; row < cells.length; row++) {
            known.put(units.get(row) + "\n" + period(row), cells[row]);
          }
          numbers.put(name, known);
        }
      }
      return numbers;
    }

    /** Every other column by unit: what groups may be made of. */
    Map<String, Map<String, String>> labels() {
      Map<String, Map<String, String>> labels = new LinkedHashMap<>();
      List<String> units = table.texts(unit);
      for (String name : table.names()) {
        if (codes.id(name) < 0 && !name.equals(unit) && !name.equals(period)) {
          Map<String, String> byUnit = new LinkedHashMap<>();
          List<String> texts = table.texts(name);
          for (int row = 0; row < table.rows(); row++) {
            byUnit.put(units.get(row), texts.get(row));
          }
          labels.put(name, byUnit);
        }
      }
      return labels;
    }
  }
}
