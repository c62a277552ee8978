package tenon.study.standby;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Links;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.respond.cases.Case;
import tenon.respond.standby.Alternative;
import tenon.respond.standby.Maker;
import tenon.respond.standby.SecondSource;
import tenon.respond.standby.StandbyEntry;
import tenon.respond.standby.StandbyLibrary;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.playbook.CaseLibrary;
import tenon.study.text.InferredMark;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.twin.ExposureSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon standby PKG --product P}: who else could make what a site makes. */
public final class StandbyMethod {
  /** Name of the command. */
  public static final String NAME = "standby";

  private static final int SHOWN = 12;
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
          "region_id",
          "jurisdiction",
          "evidence",
          "shared_exposures",
          "spare_counted_for",
          "score",
          "inferred");

  private final Asked asked;
  private final Chain chain;
  private final Search search;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<List<String>> uncovered = new ArrayList<>();

  /** For how many lost products at sites the spare capacity of each maker is counted. */
  private final Map<List<Integer>, Integer> claims = new HashMap<>();

  private final List<String> lines = new ArrayList<>();

  private StandbyMethod(Asked asked, Chain chain, Search search) {
    this.asked = asked;
    this.chain = chain;
    this.search = search;
  }

  /** The method. */
  public static Method method() {
    return new Method(
        NAME,
        NAME,
        "PKG",
        List.of(
            MethodOption.text("product"),
            MethodOption.text("site"),
            MethodOption.text("capability"),
            MethodOption.number("min-capacity", 0, 1e15, "0"),
            MethodOption.number("within-days", 0, 1e6, ""),
            MethodOption.text("region"),
            MethodOption.text("jurisdiction"),
            MethodOption.text("technology"),
            MethodOption.text("evidence"),
            MethodOption.text("history"),
            MethodOption.text("cases"),
            MethodOption.flag("worth"),
            MethodOption.number("activation-days", 0, 1e5, "30")),
        (asked, progress) -> run(asked));
  }

  private static Loaded<Answer> run(Asked asked) throws IOException {
    return switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          run(asked, data.chain(), InferredMark.among(warnings));
    };
  }

  private static Loaded<Answer> run(Asked asked, Chain chain, List<Finding> inferred)
      throws IOException {
    List<Finding> faults = new ArrayList<>(inferred);
    known(asked.text("product"), chain.products().keys(), "products.csv", faults);
    known(asked.text("site"), chain.sites().keys(), "sites.csv", faults);
    known(asked.text("region"), chain.regions().keys(), "regions.csv", faults);
    Loaded<History> history = History.read(asked.path("history"), chain);
    faults.addAll(history.findings());
    Path library = asked.path("cases");
    Loaded<List<Case>> cases =
        library == null ? new Loaded.Ready<>(List.of(), List.of()) : CaseLibrary.read(library);
    faults.addAll(cases.findings());
    if (!(history instanceof Loaded.Ready<History>(var past, var _))
        || !(cases instanceof Loaded.Ready<List<Case>>(var told, var _))
        || faults.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(faults);
    }
    return new Loaded.Ready<>(
        new StandbyMethod(asked, chain, new Search(asked, chain, past.with(told, chain, faults)))
            .answer(),
        faults);
  }

  /** Tells an id that is asked for and not there, with some that are. */
  static void known(String id, Keys keys, String file, List<Finding> faults) {
    if (!id.isEmpty() && keys.id(id) < 0) {
      faults.add(
          Refusal.of(
              "standby-unknown", file, id, String.join(", ", keys.stream().limit(8).toList())));
    }
  }

  private Answer answer() throws IOException {
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("entries");
    double lost = 0;
    double coverable = 0;
    int none = 0;
    int shown = 0;
    Words words = new Words(asked.locale());
    List<StandbyEntry> entries =
        search.history().added(chain, StandbyLibrary.of(chain).entries()).stream()
            .filter(search::wants)
            .map(search::narrowed)
            .sorted(java.util.Comparator.comparing(StandbyEntry::isUncovered).reversed())
            .toList();
    for (StandbyEntry entry : entries) {
      for (Alternative one : entry.alternatives()) {
        claims.merge(place(one.maker()), 1, Integer::sum);
      }
    }
    for (StandbyEntry entry : entries) {
      lost += entry.lostPerDay();
      coverable += entry.coverablePerDay();
      none += entry.isUncovered() ? 1 : 0;
      array.add(node(entry));
      if (shown++ < SHOWN) {
        lines.add("  " + line(words, entry));
      }
    }
    double share = lost == 0 ? 0 : coverable / lost;
    root.put("products", entries.size());
    root.put("uncovered", none);
    root.set("lost_per_day", Json.exact(lost));
    root.set("coverable_per_day", Json.exact(coverable));
    root.set("coverable_share", Json.exact(share));
    long several = claims.values().stream().filter(count -> count > 1).count();
    root.put("alternatives", claims.size());
    root.put("alternatives_counted_for_several", several);
    if (several > 0) {
      lines.addFirst(
          words.get("standby.once", Numbers.count(several), Numbers.count(claims.size())));
    }
    lines.addFirst(
        words.get(
            "standby.sum",
            Numbers.count(entries.size()),
            Numbers.count(none),
            Numbers.percentFine(share)));
    return new Answer(
        NAME,
        lines,
        root,
        List.of(
            new Table("standby.csv", HEADER, rows),
            new Table(
                "uncovered.csv",
                List.of("product_id", "site_id", "lost_per_day", "worth_per_year"),
                uncovered)),
        null,
        inputs(),
        asked.settings(),
        true);
  }

  private List<Path> inputs() throws IOException {
    List<Path> files = new ArrayList<>(PackageReader.files(asked.source()));
    Path library = asked.path("cases");
    if (library != null) {
      files.addAll(CaseLibrary.files(library));
    }
    Path history = asked.path("history");
    if (history != null) {
      files.add(history);
    }
    return files;
  }

  private String line(Words words, StandbyEntry entry) {
    String product = chain.products().keys().key(entry.maker().product());
    String site = chain.sites().keys().key(entry.maker().site());
    if (entry.isUncovered()) {
      return words.get("standby.nobody", product, site, Numbers.shown(entry.lostPerDay()));
    }
    Alternative best = entry.alternatives().getFirst();
    return words.get(
        "standby.best",
        product,
        site,
        Integer.toString(entry.alternatives().size()),
        Numbers.percentFine(
            entry.lostPerDay() == 0 ? 0 : entry.coverablePerDay() / entry.lostPerDay()),
        chain.sites().keys().key(best.maker().site())
            + (inferred(best.maker()) ? words.get("inferred.mark") : ""),
        best.shared().isEmpty() ? "-" : String.join(", ", best.shared()));
  }

  /** Whether all that is known of a maker's deliveries was inferred. */
  private static boolean inferred(Maker maker) {
    return !maker.evidence().isEmpty() && maker.evidence().stream().allMatch(Links::inferred);
  }

  /** Who makes what, as a key. */
  private static List<Integer> place(Maker maker) {
    return List.of(maker.site(), maker.product());
  }

  private ObjectNode node(StandbyEntry entry) {
    Maker lost = entry.maker();
    String product = chain.products().keys().key(lost.product());
    String site = chain.sites().keys().key(lost.site());
    ObjectNode node = Json.object();
    node.put("product_id", product);
    node.put("site_id", site);
    node.set("lost_per_day", Json.exact(entry.lostPerDay()));
    node.set("spare_per_day", Json.exact(entry.sparePerDay()));
    node.set("coverable_per_day", Json.exact(entry.coverablePerDay()));
    node.put("uncovered", entry.isUncovered());
    double worth = worth(lost, node);
    if (entry.isUncovered()) {
      uncovered.add(
          List.of(product, site, Numbers.exactCell(entry.lostPerDay()), Numbers.exactCell(worth)));
    }
    ArrayNode array = node.putArray("alternatives");
    for (Alternative one : entry.alternatives()) {
      array.add(node(one));
      row(product, site, entry, one);
    }
    return node;
  }

  /** Only where it is asked for: two exposures each. */
  private double worth(Maker lost, ObjectNode node) {
    if (!asked.flag("worth")) {
      return Double.NaN;
    }
    SecondSource source =
        SecondSource.of(
            chain,
            lost.site(),
            lost.product(),
            asked.number("activation-days"),
            ExposureSpec.standard().withThreads(asked.threads()));
    ObjectNode told = node.putObject("second_source");
    told.set("lost_margin", Json.exact(source.lostMargin()));
    told.set("lost_margin_with", Json.exact(source.lostMarginWith()));
    told.set("worth_per_year", Json.exact(source.worthPerYear()));
    return source.worthPerYear();
  }

  private ObjectNode node(Alternative one) {
    Maker maker = one.maker();
    int region = chain.sites().region(maker.site());
    ObjectNode node = Json.object();
    node.put("site_id", chain.sites().keys().key(maker.site()));
    node.put("product_id", chain.products().keys().key(maker.product()));
    node.put("firm_id", chain.firms().keys().key(chain.sites().firm(maker.site())));
    node.put("region_id", chain.regions().keys().key(region));
    node.put("jurisdiction", jurisdiction(chain, region));
    node.put("substitute", one.substitute());
    node.put("standby", maker.standby());
    node.set("capacity_per_day", Json.exact(maker.capacityPerDay()));
    node.set("spare_per_day", Json.exact(maker.sparePerDay()));
    node.set("coverage", Json.exact(one.coverage()));
    node.set("activation_days", Json.exact(maker.activationDays()));
    node.set("changeover_days", Json.exact(maker.changeoverDays()));
    node.set("cost_difference", Json.exact(one.costDifference()));
    node.set("tariff", Json.exact(maker.tariff()));
    node.set("evidence", Json.array(maker.evidence()));
    node.put("inferred", inferred(maker));
    node.set("technologies", Json.array(maker.technologies()));
    node.set("shared_exposures", Json.array(one.shared()));
    node.put("spare_counted_for", claims.getOrDefault(place(maker), 0));
    node.set("score", Json.exact(one.score()));
    return node;
  }

  private void row(String product, String site, StandbyEntry entry, Alternative one) {
    Maker maker = one.maker();
    int region = chain.sites().region(maker.site());
    rows.add(
        List.of(
            product,
            site,
            Numbers.exactCell(entry.lostPerDay()),
            Numbers.exactCell(entry.coverablePerDay()),
            chain.sites().keys().key(maker.site()),
            chain.products().keys().key(maker.product()),
            Boolean.toString(one.substitute()),
            Boolean.toString(maker.standby()),
            Numbers.exactCell(maker.sparePerDay()),
            Numbers.exactCell(one.coverage()),
            Numbers.exactCell(maker.activationDays()),
            Numbers.exactCell(maker.changeoverDays()),
            Numbers.exactCell(one.costDifference()),
            Numbers.exactCell(maker.tariff()),
            chain.regions().keys().key(region),
            jurisdiction(chain, region),
            String.join("; ", maker.evidence()),
            String.join("; ", one.shared()),
            Integer.toString(claims.getOrDefault(place(maker), 0)),
            Numbers.exactCell(one.score()),
            Boolean.toString(inferred(maker))));
  }

  /** Law of a region or of the nearest that contains it; empty where none is told. */
  static String jurisdiction(Chain chain, int region) {
    for (int at = region; at >= 0; at = chain.regions().parent(at)) {
      String law = chain.regions().jurisdiction(at);
      if (law != null) {
        return law;
      }
    }
    return "";
  }

  /** What is looked for. */
  private record Search(Asked asked, Chain chain, History history) {

    boolean wants(StandbyEntry entry) {
      return is("product", chain.products().keys().key(entry.maker().product()))
          && is("site", chain.sites().keys().key(entry.maker().site()));
    }

    private boolean is(String option, String id) {
      return asked.text(option).isEmpty() || asked.text(option).equals(id);
    }

    StandbyEntry narrowed(StandbyEntry entry) {
      List<Alternative> left =
          entry.alternatives().stream().filter(one -> suits(one.maker())).toList();
      return new StandbyEntry(entry.maker(), entry.lostPerDay(), left);
    }

    private boolean suits(Maker maker) {
      int region = chain.sites().region(maker.site());
      double days = asked.number("within-days");
      return maker.sparePerDay() >= asked.number("min-capacity")
          && (Double.isNaN(days) || maker.activationDays() <= days)
          && (asked.text("region").isEmpty() || within(region, asked.text("region")))
          && is("jurisdiction", jurisdiction(chain, region))
          && has("technology", maker.technologies())
          && has("evidence", maker.evidence())
          && has("capability", capabilities(maker.site()));
    }

    private boolean within(int region, String wanted) {
      for (int at = region; at >= 0; at = chain.regions().parent(at)) {
        if (chain.regions().keys().key(at).equals(wanted)) {
          return true;
        }
      }
      return false;
    }

    private boolean has(String option, List<String> texts) {
      String wanted = asked.text(option).toLowerCase(Locale.ROOT);
      return wanted.isEmpty()
          || texts.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Everything that a site makes, and the trade and role of its firm. */
    private List<String> capabilities(int site) {
      List<String> found = new ArrayList<>();
      for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
        if (chain.recipes().site(recipe) == site) {
          int product = chain.recipes().product(recipe);
          found.add(chain.products().keys().key(product));
          add(found, chain.products().name(product));
        }
      }
      int firm = chain.sites().firm(site);
      add(found, chain.firms().sector(firm));
      add(found, chain.firms().role(firm));
      return found;
    }

    private static void add(List<String> list, @Nullable String text) {
      if (text != null) {
        list.add(text);
      }
    }
  }
}
