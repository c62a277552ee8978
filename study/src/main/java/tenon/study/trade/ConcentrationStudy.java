package tenon.study.trade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenon.assess.structure.Concentration;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.packages.Notice;
import tenon.packages.trade.Countries;
import tenon.packages.trade.TradeFile;
import tenon.packages.trade.TradeSums;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.sector.ImportDependence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon trade concentration}: how imports of each product depend on few suppliers. */
public final class ConcentrationStudy {
  private static final String FINDINGS = "tenon.packages.trade.findings";
  private static final String WORDS = "tenon.study.sources";
  private static final List<String> HEADER =
      List.of(
          "product",
          "year",
          "imports",
          "suppliers",
          "hhi",
          "cr3",
          "effective_suppliers",
          "greatest_supplier",
          "greatest_share",
          "within",
          "exports",
          "cdi1",
          "cdi2",
          "cdi3",
          "dependent",
          "crma_65_breach",
          "world_export_hhi",
          "geodep_dependent");
  private static final List<String> PARTNERS =
      List.of("product", "year", "partner", "partner_name", "value", "share");

  private final Question question;
  private final Countries countries;
  private final TradeSums sums;
  private final boolean bloc;
  private final Locale locale;

  /**
   * What is asked.
   *
   * @param countries the economy: one country, or the members of a bloc
   * @param products products wanted; empty for all
   * @param year year wanted; 0 for all
   * @param exports whether a file of the Chinese customs without a column for it holds exports
   */
  public record Question(
      Path file, List<String> countries, Set<String> products, int year, boolean exports) {}

  private ConcentrationStudy(
      Question question, Countries countries, TradeSums sums, boolean bloc, Locale locale) {
    this.question = question;
    this.countries = countries;
    this.sums = sums;
    this.bloc = bloc;
    this.locale = locale;
  }

  /** The answer, or every fault of the file. */
  public static Loaded<Answer> run(Question question, Locale locale, Progress progress) {
    Findings findings = new Findings();
    Notice notice = Notice.about(FINDINGS, question.file());
    Countries countries = new Countries();
    Set<String> members = new TreeSet<>();
    for (String country : question.countries()) {
      if (!countries.knows(country)) {
        findings.add(notice.warning("trade-country-unknown", 0, null, country));
      }
      members.add(countries.code(country));
    }
    TradeSums sums = new TradeSums(members, question.products());
    TradeFile.read(question.file(), question.exports(), countries, findings, progress, sums);
    boolean any =
        sums.byProduct().entrySet().stream()
            .anyMatch(
                entry -> wanted(question, entry.getKey()) && !entry.getValue().imports().isEmpty());
    if (!findings.hasErrors() && !any) {
      Set<Integer> years = new TreeSet<>();
      sums.byProduct().keySet().forEach(key -> years.add(key.year()));
      findings.add(
          notice.error(
              "trade-no-imports",
              0,
              null,
              null,
              String.join(", ", members),
              TradeSums.list(years)));
    }
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(
            new ConcentrationStudy(question, countries, sums, members.size() > 1, locale).answer(),
            findings.list());
  }

  private static boolean wanted(Question question, TradeSums.Key key) {
    return question.year() == 0 || question.year() == key.year();
  }

  private Answer answer() {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> partners = new ArrayList<>();
    ArrayNode products = Json.array();
    int dependent = 0;
    for (Map.Entry<TradeSums.Key, TradeSums.Sums> entry : sums.byProduct().entrySet()) {
      if (wanted(question, entry.getKey()) && !entry.getValue().imports().isEmpty()) {
        ImportDependence measured = measured(entry.getValue());
        dependent += measured.isDependent() ? 1 : 0;
        rows.add(row(entry.getKey(), entry.getValue(), measured));
        partners(entry.getKey(), entry.getValue(), partners);
        put(products.addObject(), entry.getKey(), entry.getValue(), measured);
      }
    }
    ObjectNode root = Json.object();
    root.set("country", Json.array(question.countries()));
    root.put("dependent", dependent);
    root.set("products", products);
    List<String> lines =
        List.of(
            say("trade.measured", Numbers.count(rows.size())),
            say(bloc ? "trade.dependent" : "trade.dependent.alone", Numbers.count(dependent)));
    return new Answer(
        "trade concentration",
        lines,
        root,
        List.of(
            new Table("concentration.csv", HEADER, rows),
            new Table("partners.csv", PARTNERS, partners)),
        null,
        List.of(question.file()),
        settings(),
        true);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("country", String.join(",", question.countries()));
    settings.put("product", String.join(",", new TreeSet<>(question.products())));
    settings.put("year", question.year() == 0 ? "all" : Integer.toString(question.year()));
    return settings;
  }

  private static double[] imports(TradeSums.Sums sums) {
    return sums.imports().values().stream().mapToDouble(flow -> flow[0]).toArray();
  }

  private ImportDependence measured(TradeSums.Sums of) {
    return ImportDependence.of(imports(of), bloc ? of.within() : Double.NaN, of.exports());
  }

  /** Whether two of the three years up to this one are over the bars; NaN years count as not. */
  private boolean overYears(TradeSums.Key key) {
    List<double[]> years = new ArrayList<>();
    for (int year = key.year() - 2; year <= key.year(); year++) {
      TradeSums.Sums of = sums.of(new TradeSums.Key(year, key.product()));
      if (of != null && !of.imports().isEmpty()) {
        ImportDependence measured = measured(of);
        double world = Concentration.herfindahl(of.worldExports());
        years.add(new double[] {measured.hhi(), world, measured.cdi3()});
      }
    }
    return ImportDependence.dependsByYears(years);
  }

  private static String greatest(TradeSums.Sums of) {
    return of.imports().entrySet().stream()
        .max(Comparator.comparingDouble(entry -> entry.getValue()[0]))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private List<String> row(TradeSums.Key key, TradeSums.Sums of, ImportDependence measured) {
    double[] imports = imports(of);
    return List.of(
        key.product(),
        Integer.toString(key.year()),
        Numbers.exactCell(Arrays.stream(imports).sum()),
        Integer.toString(imports.length),
        Numbers.exactCell(measured.hhi()),
        Numbers.exactCell(measured.cr3()),
        Numbers.exactCell(measured.effectiveSuppliers()),
        greatest(of),
        Numbers.exactCell(Concentration.greatest(imports(of), 1)),
        bloc ? Numbers.exactCell(of.within()) : "",
        Numbers.exactCell(of.exports()),
        Numbers.exactCell(measured.hhi()),
        Numbers.exactCell(measured.cdi2()),
        Numbers.exactCell(measured.cdi3()),
        Boolean.toString(measured.isDependent()),
        Boolean.toString(ImportDependence.breachesCriticalShare(imports(of))),
        Numbers.exactCell(Concentration.herfindahl(of.worldExports())),
        Boolean.toString(overYears(key)));
  }

  private void put(
      ObjectNode node, TradeSums.Key key, TradeSums.Sums of, ImportDependence measured) {
    node.put("product", key.product());
    node.put("year", key.year());
    node.set("hhi", Json.exact(measured.hhi()));
    node.set("hhi_10000", Json.exact(measured.hhi() * 10_000));
    node.set("cr3", Json.exact(measured.cr3()));
    node.set("cdi", Json.exact(new double[] {measured.hhi(), measured.cdi2(), measured.cdi3()}));
    node.put("dependent", measured.isDependent());
    node.set("effective_suppliers", Json.exact(measured.effectiveSuppliers()));
    node.put("crma_65_breach", ImportDependence.breachesCriticalShare(imports(of)));
    node.put("greatest_supplier", greatest(of));
    node.set("greatest_share", Json.exact(Concentration.greatest(imports(of), 1)));
    node.set("world_export_hhi", Json.exact(Concentration.herfindahl(of.worldExports())));
    node.put("geodep_dependent", overYears(key));
  }

  private void partners(TradeSums.Key key, TradeSums.Sums of, List<List<String>> rows) {
    double all = Arrays.stream(imports(of)).sum();
    of.imports().entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, double[]> entry) -> entry.getValue()[0])
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry ->
                rows.add(
                    List.of(
                        key.product(),
                        Integer.toString(key.year()),
                        entry.getKey(),
                        countries.name(entry.getKey(), locale),
                        Numbers.exactCell(entry.getValue()[0]),
                        Numbers.exactCell(entry.getValue()[0] / all))));
  }

  private String say(String key, String... arguments) {
    return Message.of(WORDS, key, arguments).in(locale);
  }
}
