package tenon.study.standby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Links;
import tenon.packages.DataPackage;
import tenon.respond.standby.Alternative;
import tenon.respond.standby.Maker;
import tenon.respond.standby.SecondSource;
import tenon.respond.standby.StandbyEntry;
import tenon.respond.standby.StandbyLibrary;
import tenon.study.document.Document;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Money;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words, tables and JSON of a standby library. */
final class StandbyAnswer {
  private static final int SHOWN = 12;
  private static final int WORTHS = 5;
  private static final List<String> HEADER =
      List.of(
          "product_id",
          "site_id",
          "lost_per_day",
          "coverable_per_day",
          "alternative_site_id",
          "alternative_product_id",
          "substitute",
          "standby",
          "spare_per_day",
          "coverage",
          "activation_days",
          "changeover_days",
          "cost_difference",
          "tariff",
          "tariff_difference",
          "linked_share",
          "region_id",
          "jurisdiction",
          "technologies",
          "evidence",
          "confidence",
          "last_answer",
          "shared_exposures",
          "spare_counted_for",
          "score",
          "inferred");

  private final Asked asked;
  private final DataPackage data;
  private final Chain chain;
  private final Search search;
  private final List<StandbyEntry> entries;
  private final List<SecondSource> worths;
  private final Words words;

  /** Alternatives of each entry before the search narrowed them. */
  private final Map<List<Integer>, Integer> others = new HashMap<>();

  /** For how many lost products at sites the spare capacity of each maker is counted. */
  private final Map<List<Object>, Integer> claims = new LinkedHashMap<>();

  StandbyAnswer(
      Asked asked,
      DataPackage data,
      Search search,
      List<StandbyEntry> whole,
      List<StandbyEntry> entries,
      List<SecondSource> worths) {
    this.asked = asked;
    this.data = data;
    chain = data.chain();
    this.search = search;
    this.entries = entries;
    this.worths = worths;
    words = new Words(asked.locale());
    for (StandbyEntry entry : whole) {
      others.put(lost(entry), entry.alternatives().size());
    }
    for (StandbyEntry entry : entries) {
      entry.alternatives().forEach(one -> claims.merge(place(one.maker()), 1, Integer::sum));
    }
  }

  private static List<Integer> lost(StandbyEntry entry) {
    return List.of(entry.maker().site(), entry.maker().product());
  }

  private static List<Object> place(Maker maker) {
    return List.of(maker.site(), maker.product(), maker.standby());
  }

  /** How many could stand in that the search leaves out. */
  int leftOut(StandbyEntry entry) {
    return others.getOrDefault(lost(entry), 0) - entry.alternatives().size();
  }

  boolean nobody(StandbyEntry entry) {
    return entry.isUncovered() && leftOut(entry) == 0;
  }

  private long uncovered() {
    return entries.stream().filter(this::nobody).count();
  }

  private double lostPerDay() {
    return entries.stream().mapToDouble(StandbyEntry::lostPerDay).sum();
  }

  private double coverablePerDay() {
    return entries.stream().mapToDouble(StandbyEntry::coverablePerDay).sum();
  }

  private double share() {
    return lostPerDay() == 0 ? 0 : coverablePerDay() / lostPerDay();
  }

  /** How much can be covered; who is asked for in vain. */
  String sum() {
    if (entries.isEmpty()) {
      return words.get("standby.none");
    }
    return words.get(
        search.narrows() ? "standby.sum.narrowed" : "standby.sum",
        Numbers.count(entries.size()),
        Numbers.count(uncovered()),
        Numbers.percentFine(share()),
        Numbers.count(entries.stream().filter(StandbyEntry::isUncovered).count() - uncovered()));
  }

  /** What a reader must know of the sum. */
  List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    long several = claims.values().stream().filter(count -> count > 1).count();
    if (several > 0) {
      cautions.add(words.get("standby.once", Numbers.count(several), Numbers.count(claims.size())));
    }
    long untold =
        entries.stream()
            .flatMap(entry -> entry.alternatives().stream())
            .map(Alternative::maker)
            .filter(maker -> !maker.capacityTold())
            .map(StandbyAnswer::place)
            .distinct()
            .count();
    if (untold > 0) {
      cautions.add(words.get("standby.untold", Numbers.count(untold)));
    }
    long units =
        entries.stream()
            .map(entry -> chain.products().unit(entry.maker().product()))
            .map(String::valueOf)
            .distinct()
            .count();
    if (units > 1) {
      cautions.add(words.get("standby.units", Numbers.count(units)));
    }
    return cautions;
  }

  List<String> lines(StandbyLibrary library) {
    List<String> lines = new ArrayList<>();
    lines.add(sum());
    cautions().forEach(caution -> lines.add("  " + caution));
    if (entries.isEmpty()) {
      why(library, lines);
    }
    entries.stream().limit(SHOWN).forEach(entry -> lines.add("  " + line(entry)));
    if (!worths.isEmpty()) {
      boolean any = dearest().findAny().isPresent();
      lines.add(
          words.get(
              any ? "standby.worths" : "standby.worthless",
              Numbers.shown(asked.number("activation-days"))));
      dearest().limit(WORTHS).forEach(at -> lines.add("  " + worthLine(at)));
    }
    return lines;
  }

  /** Where nothing was found: who makes the product, or what the site makes. */
  private void why(StandbyLibrary library, List<String> lines) {
    int product = chain.products().keys().id(asked.text("product"));
    int site = chain.sites().keys().id(asked.text("site"));
    if (product >= 0) {
      List<String> makers =
          library.makers(product).stream().map(maker -> site(maker.site())).distinct().toList();
      lines.add("  " + words.get("standby.makers", asked.text("product"), listed(makers, SHOWN)));
    }
    if (site >= 0) {
      List<String> made =
          IntStream.range(0, chain.products().count())
              .filter(one -> library.makers(one).stream().anyMatch(maker -> maker.site() == site))
              .mapToObj(this::product)
              .toList();
      lines.add("  " + words.get("standby.made", asked.text("site"), listed(made, SHOWN)));
    }
  }

  private static String listed(List<String> names, int most) {
    if (names.isEmpty()) {
      return "-";
    }
    String some = String.join(", ", names.stream().limit(most).toList());
    return names.size() > most ? some + ", ..." : some;
  }

  private String site(int site) {
    return chain.sites().keys().key(site);
  }

  private String product(int product) {
    return chain.products().keys().key(product);
  }

  private String line(StandbyEntry entry) {
    String product = product(entry.maker().product());
    String site = site(entry.maker().site());
    if (entry.isUncovered()) {
      return words.get(
          nobody(entry) ? "standby.nobody" : "standby.narrowed",
          product,
          site,
          Numbers.shown(entry.lostPerDay()),
          Integer.toString(leftOut(entry)));
    }
    Alternative best = entry.alternatives().getFirst();
    return words.get(
        "standby.best",
        product,
        site,
        Integer.toString(entry.alternatives().size()),
        Numbers.percentFine(covered(entry)),
        site(best.maker().site()) + (inferred(best.maker()) ? words.get("inferred.mark") : ""),
        best.shared().isEmpty() ? "-" : listed(best.shared(), 4));
  }

  static double covered(StandbyEntry entry) {
    return entry.lostPerDay() == 0 ? 0 : entry.coverablePerDay() / entry.lostPerDay();
  }

  /** Positions of the entries by worth, the greatest first. */
  private java.util.stream.Stream<Integer> dearest() {
    Comparator<Integer> byWorth =
        Comparator.comparingDouble((Integer at) -> worth(at).worthPerYear()).reversed();
    return IntStream.range(0, worths.size())
        .boxed()
        .filter(at -> worth(at).worthPerYear() > 0)
        .sorted(byWorth);
  }

  private SecondSource worth(int at) {
    return worths.get(at);
  }

  private String worthLine(int at) {
    SecondSource worth = worth(at);
    Money money = new Money(words, data.info().currency());
    Maker lost = entries.get(at).maker();
    return words.get(
        "standby.worth",
        product(lost.product()),
        site(lost.site()),
        money.text(worth.worthPerYear()),
        money.text(worth.lostMargin()),
        money.text(worth.lostMarginWith()),
        Numbers.shown(worth.probabilityPerYear()));
  }

  /** Whether all that is known of a maker's deliveries was inferred. */
  static boolean inferred(Maker maker) {
    return !maker.evidence().isEmpty() && maker.evidence().stream().allMatch(Links::inferred);
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("entries");
    for (int at = 0; at < entries.size(); at++) {
      array.add(node(entries.get(at), at));
    }
    root.put("products", entries.size());
    root.put("uncovered", uncovered());
    root.set("lost_per_day", Json.exact(lostPerDay()));
    root.set("coverable_per_day", Json.exact(coverablePerDay()));
    root.set("coverable_share", Json.exact(share()));
    root.put("alternatives", claims.size());
    root.put(
        "alternatives_counted_for_several",
        claims.values().stream().filter(count -> count > 1).count());
    return root;
  }

  private ObjectNode node(StandbyEntry entry, int at) {
    ObjectNode node = Json.object();
    node.put("product_id", product(entry.maker().product()));
    node.put("site_id", site(entry.maker().site()));
    node.set("lost_per_day", Json.exact(entry.lostPerDay()));
    node.set("spare_per_day", Json.exact(entry.sparePerDay()));
    node.set("coverable_per_day", Json.exact(entry.coverablePerDay()));
    node.put("uncovered", nobody(entry));
    node.put("left_out_by_search", leftOut(entry));
    if (!worths.isEmpty()) {
      ObjectNode told = node.putObject("second_source");
      told.set("lost_margin", Json.exact(worth(at).lostMargin()));
      told.set("lost_margin_with", Json.exact(worth(at).lostMarginWith()));
      told.set("probability_per_year", Json.exact(worth(at).probabilityPerYear()));
      told.set("worth_per_year", Json.exact(worth(at).worthPerYear()));
    }
    ArrayNode array = node.putArray("alternatives");
    entry.alternatives().forEach(one -> array.add(node(one)));
    return node;
  }

  private ObjectNode node(Alternative one) {
    Maker maker = one.maker();
    int region = chain.sites().region(maker.site());
    ObjectNode node = Json.object();
    node.put("site_id", site(maker.site()));
    node.put("product_id", product(maker.product()));
    node.put("firm_id", chain.firms().keys().key(chain.sites().firm(maker.site())));
    node.put("region_id", chain.regions().keys().key(region));
    node.put("jurisdiction", Search.jurisdiction(chain, region));
    node.put("substitute", one.substitute());
    node.set("replaces_per_unit", Json.exact(one.replaces()));
    node.put("standby", maker.standby());
    node.set("capacity_per_day", Json.exact(maker.capacityPerDay()));
    node.put("capacity_told", maker.capacityTold());
    node.set("spare_per_day", Json.exact(maker.sparePerDay()));
    node.set("coverage", Json.exact(one.coverage()));
    node.set("activation_days", Json.exact(maker.activationDays()));
    node.set("changeover_days", Json.exact(maker.changeoverDays()));
    node.set("cost_difference", Json.exact(one.costDifference()));
    node.set("tariff", Json.exact(maker.tariff()));
    node.set("tariff_difference", Json.exact(one.tariffDifference()));
    node.set("linked_share", Json.exact(one.linked()));
    node.set("evidence", Json.array(maker.evidence()));
    node.set("confidence", Json.exact(maker.confidence()));
    node.put("last_answer", maker.answer());
    node.put("inferred", inferred(maker));
    node.set("technologies", Json.array(maker.technologies()));
    node.set("shared_exposures", Json.array(one.shared()));
    node.put("spare_counted_for", claims.getOrDefault(place(maker), 0));
    node.set("score", Json.exact(one.score()));
    return node;
  }

  List<Table> tables() {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> uncovered = new ArrayList<>();
    for (int at = 0; at < entries.size(); at++) {
      StandbyEntry entry = entries.get(at);
      entry.alternatives().forEach(one -> rows.add(row(entry, one)));
      if (entry.isUncovered()) {
        uncovered.add(
            List.of(
                product(entry.maker().product()),
                site(entry.maker().site()),
                Numbers.exactCell(entry.lostPerDay()),
                Integer.toString(leftOut(entry)),
                worths.isEmpty() ? "" : Numbers.exactCell(worth(at).worthPerYear())));
      }
    }
    List<Table> tables = new ArrayList<>();
    tables.add(new Table("standby.csv", HEADER, rows));
    tables.add(
        new Table(
            "uncovered.csv",
            List.of(
                "product_id", "site_id", "lost_per_day", "left_out_by_search", "worth_per_year"),
            uncovered));
    if (!worths.isEmpty()) {
      tables.add(worthTable());
    }
    return tables;
  }

  private Table worthTable() {
    List<List<String>> rows =
        dearest()
            .map(
                at ->
                    List.of(
                        product(entries.get(at).maker().product()),
                        site(entries.get(at).maker().site()),
                        Numbers.exactCell(worth(at).probabilityPerYear()),
                        Numbers.exactCell(worth(at).lostMargin()),
                        Numbers.exactCell(worth(at).lostMarginWith()),
                        Numbers.exactCell(worth(at).worthPerYear())))
            .toList();
    List<String> header =
        List.of(
            "product_id",
            "site_id",
            "probability_per_year",
            "lost_margin",
            "lost_margin_with",
            "worth_per_year");
    return new Table("worth.csv", header, rows);
  }

  private List<String> row(StandbyEntry entry, Alternative one) {
    Maker maker = one.maker();
    int region = chain.sites().region(maker.site());
    return List.of(
        product(entry.maker().product()),
        site(entry.maker().site()),
        Numbers.exactCell(entry.lostPerDay()),
        Numbers.exactCell(entry.coverablePerDay()),
        site(maker.site()),
        product(maker.product()),
        Boolean.toString(one.substitute()),
        Boolean.toString(maker.standby()),
        Numbers.exactCell(maker.sparePerDay()),
        Numbers.exactCell(one.coverage()),
        Numbers.exactCell(maker.activationDays()),
        Numbers.exactCell(maker.changeoverDays()),
        Numbers.exactCell(one.costDifference()),
        Numbers.exactCell(maker.tariff()),
        Numbers.exactCell(one.tariffDifference()),
        Numbers.exactCell(one.linked()),
        chain.regions().keys().key(region),
        Search.jurisdiction(chain, region),
        String.join("; ", maker.technologies()),
        String.join("; ", maker.evidence()),
        Numbers.exactCell(maker.confidence()),
        maker.answer(),
        String.join("; ", one.shared()),
        Integer.toString(claims.getOrDefault(place(maker), 0)),
        Numbers.exactCell(one.score()),
        Boolean.toString(inferred(maker)));
  }

  Document document() {
    StandbyReport report = new StandbyReport(data, words);
    report.head(sum(), cautions());
    report.shares(entries);
    if (!worths.isEmpty()) {
      report.worths(
          dearest().map(at -> entries.get(at)).toList(),
          dearest().map(worths::get).toList(),
          asked.number("activation-days"));
    }
    report.uncovered(entries.stream().filter(StandbyEntry::isUncovered).toList(), this::leftOut);
    report.best(entries.stream().filter(entry -> !entry.isUncovered()).toList());
    return report.document();
  }
}
