package tenon.study.composite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.structure.ChainStructure;
import tenon.assess.structure.UnitKind;
import tenon.assess.structure.UnitMeasures;
import tenon.assess.structure.UnitMeasures.Measured;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Resource;
import tenon.study.text.Refusal;

/** Fills indicators of a panel from a chain, and tells what the chain could not give. */
final class ChainIndicators {
  private static final int NAMED = 5;
  private static final String ONE_PERIOD = "all";

  private final ChainRequest asked;
  private final Chain chain;
  private final String file;
  private final UnitMeasures measures;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Computed> computed = new ArrayList<>();
  private final Map<List<String>, Gap> blanks = new LinkedHashMap<>();
  private final Map<String, Gap> lefts = new LinkedHashMap<>();
  private final List<String> replacements = new ArrayList<>();
  private int given;

  /**
   * A value that was computed, for the report.
   *
   * @param code indicator
   * @param wanted measure
   * @param scale factor to the unit of the indicator
   * @param units units that the chain gives it for
   * @param of units asked for
   */
  record Computed(String code, ChainRequest.Wanted wanted, double scale, int units, int of) {}

  /**
   * Measures of a chain.
   *
   * @param file what findings call the package
   */
  ChainIndicators(ChainRequest asked, Chain chain, String file) {
    this.asked = asked;
    this.chain = chain;
    this.file = file;
    measures = UnitMeasures.of(chain, asked.kind());
  }

  List<Finding> findings() {
    return findings;
  }

  List<Computed> computed() {
    return computed;
  }

  /**
   * The panel's values with those of the chain: where the chain gives a value it stands in place of
   * the one given.
   *
   * @param hierarchy rows of the hierarchy
   * @param given rows of the values given; none where the chain gives all
   */
  Columns joined(Columns hierarchy, Columns given) {
    Keys codes = hierarchy.dictionary("code");
    Map<String, Double> values = new LinkedHashMap<>();
    for (int row = 0; row < given.rows(); row++) {
      values.put(
          key(given.text("unit_id", row), given.text("period", row), given.text("code", row)),
          given.number("value", row));
    }
    if (check(codes)) {
      List<String> units = units(given);
      String period = period(given);
      asked
          .byCode()
          .forEach((code, wanted) -> fill(code, wanted, hierarchy, units, period, values));
      tell();
    }
    Columns.Builder builder = new Columns.Builder(Resource.INDICATORS);
    values.forEach(
        (key, value) -> {
          String[] parts = key.split("\n", -1);
          builder
              .row()
              .set("unit_id", parts[0])
              .set("period", parts[1])
              .set("code", parts[2])
              .set("value", value);
        });
    return builder.build();
  }

  private static String key(@Nullable String unit, @Nullable String period, @Nullable String code) {
    return unit + "\n" + period + "\n" + code;
  }

  private boolean check(Keys codes) {
    String known = String.join(", ", codes.stream().toList());
    List<String> sectors = ChainStructure.sectors(chain);
    asked
        .byCode()
        .forEach(
            (code, wanted) -> {
              if (codes.id(code) < 0) {
                findings.add(Refusal.of("chain-code", "from_chain", code, known));
              }
              for (String sector : wanted.choice().sectors()) {
                if (!sectors.contains(sector)) {
                  String all = String.join(", ", sectors);
                  findings.add(Refusal.of("chain-sector", "from_chain " + code, sector, all));
                }
              }
            });
    if (!asked.level().isEmpty() && level().isEmpty()) {
      String all =
          String.join(
              ", ",
              IntStream.range(0, chain.regions().count())
                  .mapToObj(chain.regions()::level)
                  .filter(level -> level != null)
                  .distinct()
                  .toList());
      findings.add(Refusal.of("chain-level", "level", asked.level(), all));
    }
    return findings.isEmpty();
  }

  private List<String> level() {
    return asked.kind() != UnitKind.REGIONS
        ? List.of()
        : IntStream.range(0, chain.regions().count())
            .filter(region -> asked.level().equals(chain.regions().level(region)))
            .mapToObj(chain.regions().keys()::key)
            .toList();
  }

  /** Those of the level; else those of the panel that the chain has; else those with sites. */
  private List<String> units(Columns given) {
    if (!asked.level().isEmpty()) {
      return level();
    }
    List<String> panel = given.dictionary("unit_id").stream().toList();
    if (panel.isEmpty()) {
      return directly();
    }
    List<String> strangers = panel.stream().filter(u -> measures.units().id(u) < 0).toList();
    if (!strangers.isEmpty()) {
      findings.add(
          Refusal.warning(
              "chain-unit", file, named(strangers), asked.kind().title().toLowerCase(Locale.ROOT)));
    }
    return panel.stream().filter(unit -> measures.units().id(unit) >= 0).toList();
  }

  /** Units that a site belongs to itself, not merely a region inside them. */
  private List<String> directly() {
    if (asked.kind() != UnitKind.REGIONS) {
      return measures.withSites();
    }
    return IntStream.range(0, chain.sites().count())
        .map(chain.sites()::region)
        .filter(region -> region >= 0)
        .distinct()
        .sorted()
        .mapToObj(chain.regions().keys()::key)
        .toList();
  }

  private String period(Columns given) {
    String last = given.dictionary("period").stream().max(String::compareTo).orElse(ONE_PERIOD);
    return asked.period().isEmpty() ? last : asked.period();
  }

  private void fill(
      String code,
      ChainRequest.Wanted wanted,
      Columns hierarchy,
      List<String> units,
      String period,
      Map<String, Double> values) {
    double scale = scale(code, wanted, hierarchy);
    List<String> blank = new ArrayList<>();
    int left = 0;
    int rows = 0;
    int replaced = 0;
    for (String unit : units) {
      Measured measured = measures.of(wanted.choice(), measures.units().id(unit));
      String key = key(unit, period, code);
      if (Double.isFinite(measured.value())) {
        left += measured.left();
        rows += measured.left() + measured.used();
        Double before = values.put(key, measured.value() * scale);
        replaced += before == null || before.isNaN() ? 0 : 1;
      } else {
        blank.add(unit);
        values.putIfAbsent(key, Double.NaN);
      }
    }
    computed.add(new Computed(code, wanted, scale, units.size() - blank.size(), units.size()));
    List<String> needs = wanted.choice().measure().needs();
    if (!blank.isEmpty()) {
      blanks.computeIfAbsent(blank, _ -> new Gap()).add(code, needs, units.size());
    }
    if (left > 0) {
      lefts.computeIfAbsent(left + " / " + rows, _ -> new Gap()).add(code, needs, rows);
    }
    if (replaced > 0) {
      replacements.add(code);
      given += replaced;
    }
  }

  private static double scale(String code, ChainRequest.Wanted wanted, Columns hierarchy) {
    if (!Double.isNaN(wanted.scale())) {
      return wanted.scale();
    }
    String unit = hierarchy.text("unit", hierarchy.dictionary("code").id(code));
    return "%".equals(unit) && wanted.choice().measure().isFraction() ? 100 : 1;
  }

  /** Tells what the chain could not give, measures that lack the same together. */
  private void tell() {
    blanks.forEach(
        (units, gap) ->
            findings.add(
                Refusal.warning(
                    "chain-blank",
                    file,
                    gap.codes(),
                    Integer.toString(units.size()),
                    Integer.toString(gap.all),
                    named(units),
                    gap.needs())));
    lefts.forEach(
        (rows, gap) ->
            findings.add(Refusal.warning("chain-left", file, gap.codes(), rows, gap.needs())));
    if (given > 0) {
      findings.add(
          Refusal.warning(
              "chain-replaced", file, String.join(", ", replacements), Integer.toString(given)));
    }
  }

  /** Indicators that lack the same. */
  private static final class Gap {
    private final Set<String> codes = new LinkedHashSet<>();
    private final Set<String> needs = new LinkedHashSet<>();
    private int all;

    void add(String code, List<String> made, int of) {
      codes.add(code);
      needs.addAll(made);
      all = of;
    }

    String codes() {
      return String.join(", ", codes);
    }

    String needs() {
      return String.join(", ", needs);
    }
  }

  private static String named(List<String> units) {
    String some = String.join(", ", units.subList(0, Math.min(NAMED, units.size())));
    return units.size() > NAMED ? some + ", …" : some;
  }
}
