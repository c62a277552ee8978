package tenon.study.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Demands;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.packages.YamlObject;
import tenon.respond.design.Change;
import tenon.respond.design.Frontier;
import tenon.respond.design.Lever;
import tenon.respond.design.Pillar;
import tenon.study.text.Refusal;

/**
 * Levers, and how often scenarios come, from YAML.
 *
 * <pre>
 * notice_days: 3                # optional: days from the first hit to the decision, 0
 * horizon_years: 5              # needed where a lever is under development for years
 * scenarios:                    # optional: else all together come once a year, each alike
 *   - {scenario: packaging-outage, per_year: 0.05}   # or also, for cases to move it:
 *     # cause: fire, worth_years: 10, region: JP, chain: integrated_circuits
 * levers:
 *   - id: backup
 *     title: Backup line at the second packaging house
 *     pillar: operations        # layout, operations, technology, ecosystem
 *     cost_per_year: 2000000
 *     co2_kg_per_year: 0        # optional
 *     development: {years: 2, chance: 0.6}   # optional: is there after so long, if it succeeds
 *     changes:
 *       - {do: capacity, recipe: R, per_day: 100, activation_days: 5, extra_cost_per_unit: 1}
 *       - {do: stock, site: S, product: P, units: 5000}
 *       - {do: source, customer: S, supplier: T, product: P, per_day: 50, lead_time_days: 3}
 *       - {do: plant, recipe: R, site: NEW, region: G, per_day: 100, lead_time_days: 1}
 *       - {do: loop, region: G, lead_time_days: 1}
 *       - {do: substitute, site: S, product: P, by: Q, quantity: 1, per_day: 50}
 *       - {do: market, site: S, product: P, to: T, share: 0.3}
 *       - {do: ready, id: R, activation_days: 2}
 *       - {do: notice, days: 2}
 *       - {do: insurance, share: 0.3}
 *       - {do: credit, firm: F, amount: 1000000}
 *       - {do: early_payment, firm: F, days: 30}
 * </pre>
 *
 * @param levers in the order of the file
 * @param frequencies how often scenarios come; none where the file gives none
 * @param noticeDays days from the first hit to the decision
 * @param horizonYears years that choices are judged over; 1 where the file gives none
 */
record LeverFile(List<Lever> levers, Frequencies frequencies, int noticeDays, double horizonYears) {
  private static final double MOST = 1e15;
  private static final double MOST_DAYS = 1e5;
  private static final double MOST_YEARS = 100;
  private static final List<String> WORDS =
      List.of(
          "capacity",
          "stock",
          "source",
          "plant",
          "loop",
          "substitute",
          "market",
          "ready",
          "notice",
          "insurance",
          "credit",
          "early_payment");

  /** The levers, checked against the chain. */
  static Loaded<LeverFile> read(Path file, Chain chain) {
    return YamlObject.read(file, root -> new Reader(chain).file(root));
  }

  /** Reads one file. */
  private static final class Reader {
    private final Chain chain;
    private final Set<String> newSites = new HashSet<>();

    /** Sites and products that the sources of the lever now read supply. */
    private final Set<String> fresh = new HashSet<>();

    private Reader(Chain chain) {
      this.chain = chain;
    }

    private LeverFile file(YamlObject root) {
      root.allow(List.of("notice_days", "horizon_years", "scenarios", "levers"));
      double horizon = root.number("horizon_years", false, 0.01, MOST_YEARS);
      double notice = root.number("notice_days", false, 0, MOST_DAYS);
      Frequencies frequencies = Frequencies.of(root);
      List<Lever> levers = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      List<YamlObject> listed = root.objects("levers");
      for (YamlObject one : listed) {
        Lever lever = lever(one, horizon);
        if (lever != null) {
          levers.add(lever);
          if (!ids.add(lever.id())) {
            refuse(one, "id", "lever-twice");
          }
        }
      }
      if ((root.isSequence("levers") && listed.isEmpty()) || listed.size() > Frontier.MOST) {
        refuse(root, "levers", "lever-number");
      }
      return new LeverFile(
          levers,
          frequencies,
          Double.isNaN(notice) ? 0 : (int) notice,
          Double.isNaN(horizon) ? 1 : horizon);
    }

    private @Nullable Lever lever(YamlObject from, double horizon) {
      from.allow(
          List.of(
              "id",
              "title",
              "pillar",
              "cost_per_year",
              "co2_kg_per_year",
              "development",
              "changes"));
      String id = from.text("id", true);
      String title = from.text("title", false);
      String pillar =
          from.word("pillar", List.of("layout", "operations", "technology", "ecosystem"), true);
      double cost = from.number("cost_per_year", true, 0, MOST);
      double co2 = from.number("co2_kg_per_year", false, -MOST, MOST);
      double years = 0;
      double chance = 1;
      YamlObject development = from.has("development") ? from.object("development") : null;
      if (development != null) {
        development.allow(List.of("years", "chance"));
        years = development.number("years", true, 0, MOST_YEARS);
        chance = development.number("chance", true, 1e-9, 1);
        if (years > 0 && !(years < horizon)) {
          refuse(development, "years", Double.isNaN(horizon) ? "no-horizon" : "after-horizon");
        }
      }
      fresh.clear();
      for (YamlObject one : from.objects("changes")) {
        if ("source".equals(one.text("do", false))) {
          fresh.add(one.text("customer", false) + "\n" + one.text("product", false));
        }
      }
      List<Change> changes = new ArrayList<>();
      for (YamlObject one : from.objects("changes")) {
        Change change = change(one);
        if (change != null) {
          changes.add(change);
        }
      }
      if (from.isSequence("changes") && from.objects("changes").isEmpty() && !(Math.abs(co2) > 0)) {
        refuse(from, "changes", "lever-empty");
      }
      if (id == null || pillar == null || Double.isNaN(cost + years + chance)) {
        return null;
      }
      return new Lever(
          id,
          title == null ? id : title,
          Pillar.valueOf(pillar.toUpperCase(Locale.ROOT)),
          cost,
          Double.isNaN(co2) ? 0 : co2,
          changes,
          years,
          chance);
    }

    private @Nullable Change change(YamlObject from) {
      String word = from.word("do", WORDS, true);
      return word == null
          ? null
          : switch (word) {
            case "capacity" -> capacity(from);
            case "stock" -> {
              from.allow(List.of("do", "site", "product", "units"));
              yield new Change.Stock(
                  known(from, "site", chain.sites().keys()),
                  known(from, "product", chain.products().keys()),
                  from.number("units", true, 1e-9, MOST));
            }
            case "source" -> source(from);
            case "plant" -> plant(from);
            case "loop" -> {
              from.allow(
                  List.of("do", "region", "lead_time_days", "activation_days", "co2_kg_per_unit"));
              yield new Change.Loop(
                  known(from, "region", chain.regions().keys()),
                  days(from, "lead_time_days", true),
                  days(from, "activation_days", false),
                  amount(from, "co2_kg_per_unit"));
            }
            case "substitute" -> substitute(from);
            case "market" -> market(from);
            case "ready" -> ready(from);
            case "notice" -> {
              from.allow(List.of("do", "days"));
              yield new Change.Notice((int) from.number("days", true, 1, MOST_DAYS));
            }
            case "credit" -> {
              from.allow(List.of("do", "firm", "amount"));
              yield new Change.Credit(firm(from), from.number("amount", true, 1e-9, MOST));
            }
            case "early_payment" -> {
              from.allow(List.of("do", "firm", "days"));
              yield new Change.EarlyPayment(firm(from), from.number("days", true, 1e-9, MOST_DAYS));
            }
            default -> {
              from.allow(List.of("do", "share"));
              yield new Change.Insurance(from.number("share", true, 0, 1));
            }
          };
    }

    private Change capacity(YamlObject from) {
      from.allow(List.of("do", "recipe", "per_day", "activation_days", "extra_cost_per_unit"));
      return new Change.Capacity(
          known(from, "recipe", chain.recipes().keys()),
          from.number("per_day", true, 1e-9, MOST),
          days(from, "activation_days", false),
          amount(from, "extra_cost_per_unit"));
    }

    private Change source(YamlObject from) {
      from.allow(
          List.of(
              "do",
              "customer",
              "supplier",
              "product",
              "per_day",
              "lead_time_days",
              "activation_days",
              "freight_per_unit",
              "tariff",
              "co2_kg_per_unit"));
      double most = from.number("per_day", false, 1e-9, MOST);
      return new Change.Source(
          known(from, "customer", chain.sites().keys()),
          known(from, "supplier", chain.sites().keys()),
          known(from, "product", chain.products().keys()),
          Double.isNaN(most) ? Double.POSITIVE_INFINITY : most,
          days(from, "lead_time_days", true),
          days(from, "activation_days", false),
          amount(from, "freight_per_unit"),
          amount(from, "tariff"),
          amount(from, "co2_kg_per_unit"));
    }

    private Change plant(YamlObject from) {
      from.allow(
          List.of(
              "do",
              "recipe",
              "site",
              "region",
              "per_day",
              "lead_time_days",
              "activation_days",
              "extra_cost_per_unit",
              "co2_kg_per_unit"));
      String site = from.text("site", true);
      if (site != null && (chain.sites().keys().id(site) >= 0 || !newSites.add(site))) {
        refuse(from, "site", "site-there");
      }
      return new Change.Plant(
          known(from, "recipe", chain.recipes().keys()),
          site == null ? "" : site,
          known(from, "region", chain.regions().keys()),
          from.number("per_day", true, 1e-9, MOST),
          days(from, "lead_time_days", true),
          days(from, "activation_days", false),
          amount(from, "extra_cost_per_unit"),
          amount(from, "co2_kg_per_unit"));
    }

    private Change substitute(YamlObject from) {
      from.allow(
          List.of(
              "do",
              "site",
              "product",
              "by",
              "quantity",
              "per_day",
              "activation_days",
              "extra_cost_per_unit"));
      String site = known(from, "site", chain.sites().keys());
      String by = known(from, "by", chain.products().keys());
      if (chain.sites().keys().id(site) >= 0
          && chain.products().keys().id(by) >= 0
          && !fresh.contains(site + "\n" + by)
          && !has(site, by, true)) {
        refuse(from, "by", "lever-not-there");
      }
      double each = from.number("quantity", false, 1e-9, MOST);
      double most = from.number("per_day", false, 1e-9, MOST);
      return new Change.Substitute(
          site,
          known(from, "product", chain.products().keys()),
          by,
          Double.isNaN(each) ? 1 : each,
          Double.isNaN(most) ? Double.POSITIVE_INFINITY : most,
          days(from, "activation_days", false),
          amount(from, "extra_cost_per_unit"));
    }

    private Change market(YamlObject from) {
      from.allow(List.of("do", "site", "product", "to", "share"));
      String site = known(from, "site", chain.sites().keys());
      String product = known(from, "product", chain.products().keys());
      String to = known(from, "to", chain.sites().keys());
      boolean sound = !site.isEmpty() && !product.isEmpty() && !to.isEmpty();
      if (sound && !asked(site, product)) {
        refuse(from, "site", "lever-no-demand");
      }
      if (sound && (to.equals(site) || !has(to, product, false))) {
        refuse(from, "to", "lever-not-there");
      }
      return new Change.Market(site, product, to, from.number("share", true, 1e-9, 1));
    }

    private boolean asked(String site, String product) {
      Demands demands = chain.demands();
      for (int row = 0; row < demands.count(); row++) {
        if (chain.sites().keys().key(demands.site(row)).equals(site)
            && chain.products().keys().key(demands.product(row)).equals(product)) {
          return true;
        }
      }
      return false;
    }

    /** Whether a site makes a product or is sent it, usually or also on standby. */
    private boolean has(String siteId, String productId, boolean standby) {
      int site = chain.sites().keys().id(siteId);
      int product = chain.products().keys().id(productId);
      for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
        if (chain.recipes().site(recipe) == site
            && chain.recipes().product(recipe) == product
            && (standby || !chain.recipes().standby(recipe))) {
          return true;
        }
      }
      for (int link = 0; link < chain.links().count(); link++) {
        if (chain.links().customer(link) == site
            && chain.links().product(link) == product
            && !chain.links().closed(link)
            && (standby || !chain.links().standby(link))) {
          return true;
        }
      }
      return false;
    }

    private Change ready(YamlObject from) {
      from.allow(List.of("do", "id", "activation_days"));
      String id = from.text("id", true);
      if (id != null) {
        int recipe = chain.recipes().keys().id(id);
        int link = chain.links().keys().id(id);
        boolean standby =
            recipe >= 0
                ? chain.recipes().standby(recipe)
                : link >= 0 && chain.links().standby(link);
        if (!standby) {
          refuse(from, "id", "no-standby");
        }
      }
      return new Change.Ready(id == null ? "" : id, days(from, "activation_days", true));
    }

    private static String known(YamlObject from, String key, Keys keys) {
      String id = from.text(key, true);
      if (id != null && keys.id(id) < 0) {
        refuse(from, key, "lever-unknown");
      }
      return id == null ? "" : id;
    }

    /** A firm whose fixed cost is known, as money is turned into days by it. */
    private String firm(YamlObject from) {
      String id = known(from, "firm", chain.firms().keys());
      int firm = chain.firms().keys().id(id);
      if (firm >= 0 && Double.isNaN(chain.firms().fixedCostPerDay(firm))) {
        refuse(from, "firm", "lever-fixed-cost");
      }
      return id;
    }

    private static double days(YamlObject from, String key, boolean required) {
      double days = from.number(key, required, 0, MOST_DAYS);
      return Double.isNaN(days) ? 0 : days;
    }

    private static double amount(YamlObject from, String key) {
      double amount = from.number(key, false, 0, MOST);
      return Double.isNaN(amount) ? 0 : amount;
    }

    private static void refuse(YamlObject from, String key, String code) {
      from.refuse(
          key, code, Message.of(Refusal.BUNDLE, code), Message.of(Refusal.BUNDLE, code + ".mend"));
    }
  }
}
