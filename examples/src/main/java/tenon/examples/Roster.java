package tenon.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is there: regions, trades, firms and their sites. */
final class Roster {
  private static final double SECOND_SITE = 0.1;
  private static final double STANDBY_RECIPE = 0.2;
  private static final double SITE_SPREAD_DEGREES = 0.16;

  private final Goods goods;
  private final Draws draws;
  private final Names names;
  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, Trade> trades = new LinkedHashMap<>();
  private final Map<String, Firm> firms = new LinkedHashMap<>();
  private final Map<String, Site> sites = new LinkedHashMap<>();

  Roster(Goods goods, Draws draws, List<Sheet.Row> tradeRows) {
    this.goods = goods;
    this.draws = draws;
    names = new Names(draws);
    Sheet.read("yangtze-ic/regions.txt").stream()
        .map(Region::of)
        .forEach(region -> regions.put(region.id(), region));
    tradeRows.stream()
        .map(row -> Trade.of(row, goods))
        .forEach(trade -> trades.put(trade.id(), trade));
    Sheet.read("yangtze-ic/leading.txt").forEach(this::addLeading);
    trades.values().forEach(trade -> addFirms(trade, Role.SPECIALISED, trade.specialised()));
    trades.values().forEach(trade -> addFirms(trade, Role.SUPPORTING, trade.supporting()));
    Sheet.read("yangtze-ic/externals.txt").forEach(this::addExternal);
    Sheet.read("yangtze-ic/markets.txt").forEach(this::addMarket);
  }

  Iterable<Region> regions() {
    return regions.values();
  }

  Iterable<Firm> firms() {
    return firms.values();
  }

  Iterable<Site> sites() {
    return sites.values();
  }

  /** How many sites a firm has. */
  long sitesOf(Firm firm) {
    return sites.values().stream().filter(site -> site.firm().equals(firm)).count();
  }

  Firm firm(String id) {
    return found(firms.get(id), id);
  }

  Site site(String id) {
    return found(sites.get(id), id);
  }

  Region region(String id) {
    return found(regions.get(id), id);
  }

  private void addLeading(Sheet.Row row) {
    Trade trade = found(trades.get(row.text("trade")), row.text("trade"));
    names.keep(row.text("name"), row.text("name_zh"));
    List<String> places = row.words("sites");
    Firm firm =
        new Firm(
            row.text("id"),
            row.text("name"),
            row.text("name_zh"),
            region(places.getFirst()),
            Role.LEADING,
            trade.sector(),
            trade.id(),
            trade.staff() * 1.2,
            trade.research() * 1.2);
    firms.put(firm.id(), firm);
    addSites(firm, trade, places, row.words("makes"), List.of());
  }

  private void addFirms(Trade trade, Role role, int count) {
    for (int nth = 0; nth < count; nth++) {
      String id = trade.id() + "-" + number(role, nth + 1);
      Region region = region(draws.pick("city", id, trade.lean()));
      Names.Name name = names.invent(id, region, trade);
      Firm firm =
          new Firm(
              id,
              name.english(),
              name.chinese(),
              region,
              role,
              trade.sector(),
              trade.id(),
              trade.staff(),
              trade.research() * (role == Role.SPECIALISED ? 1.4 : 0.8));
      firms.put(id, firm);
      List<String> places = new ArrayList<>(List.of(region.id()));
      boolean several = role == Role.SPECIALISED && trade.specialised() > 2;
      if (several && draws.chance("second site", id, SECOND_SITE)) {
        places.add(draws.pick("second city", id, trade.lean()));
      }
      addSites(
          firm,
          trade,
          places,
          ranged(trade.makes(), trade, id, nth),
          ranged(trade.sells(), trade, id, nth));
    }
  }

  private static String number(Role role, int nth) {
    return role == Role.SPECIALISED
        ? String.format(Locale.ROOT, "s%02d", nth)
        : String.format(Locale.ROOT, "p%03d", nth);
  }

  /** One product in turn, so that each has a maker, and some more. */
  private List<String> ranged(List<String> from, Trade trade, String firm, int nth) {
    if (from.isEmpty()) {
      return List.of();
    }
    List<String> products = new ArrayList<>(List.of(from.get(nth % from.size())));
    int more = draws.whole("range", firm, 0, trade.extra());
    draws.best("range of", firm, even(from), from.size()).stream()
        .filter(product -> !products.contains(product))
        .limit(more)
        .forEach(products::add);
    return products;
  }

  private static Map<String, Double> even(List<String> items) {
    Map<String, Double> weights = new LinkedHashMap<>();
    items.forEach(item -> weights.put(item, 1.0));
    return weights;
  }

  /** Several sites of a firm divide its products. */
  private void addSites(
      Firm firm, Trade trade, List<String> places, List<String> products, List<String> sold) {
    for (int nth = 0; nth < places.size(); nth++) {
      String id = firm.id() + "-" + (nth + 1);
      List<String> made = new ArrayList<>();
      for (int i = 0; i < Math.max(products.size(), products.isEmpty() ? 0 : places.size()); i++) {
        if (i % places.size() == nth) {
          made.add(products.get(i % products.size()));
        }
      }
      sites.put(id, site(id, firm, region(places.get(nth)), trade, made, sold));
    }
  }

  private Site site(
      String id, Firm firm, Region region, Trade trade, List<String> made, List<String> sold) {
    List<String> others =
        trade.makes().stream().filter(product -> !made.contains(product)).toList();
    boolean standby = !others.isEmpty() && draws.chance("standby recipe", id, STANDBY_RECIPE);
    return new Site(
        id,
        firm,
        region,
        trade.kind(),
        latitude(id, region),
        longitude(id, region),
        Math.rint(draws.within("days to recover", id, trade.ttr())),
        basis(id, firm.role()),
        Round.digits(draws.within("risk", id, trade.risk()) * region.hazard(), 2),
        List.copyOf(made),
        List.copyOf(sold),
        standby ? draws.pick("standby product", id, even(others)) : null);
  }

  private double latitude(String id, Region region) {
    double shift = draws.within("north", id, -SITE_SPREAD_DEGREES, SITE_SPREAD_DEGREES);
    return Round.decimals(region.latitude() + shift, 4);
  }

  private double longitude(String id, Region region) {
    double shift = draws.within("east", id, -SITE_SPREAD_DEGREES, SITE_SPREAD_DEGREES);
    return Round.decimals(region.longitude() + shift, 4);
  }

  /** The smaller the firm, the less is known of its recovery. */
  private String basis(String site, Role role) {
    double[] limits =
        switch (role) {
          case LEADING -> new double[] {0.4, 0.9, 1};
          case SPECIALISED -> new double[] {0.15, 0.6, 0.9};
          case SUPPORTING, MARKET -> new double[] {0.05, 0.2, 0.45};
          case EXTERNAL -> new double[] {0.05, 0.1, 0.6};
        };
    double point = draws.unit("basis", site);
    return point < limits[0]
        ? "observed"
        : point < limits[1] ? "declared" : point < limits[2] ? "modelled" : "assumed";
  }

  private void addExternal(Sheet.Row row) {
    names.keep(row.text("name"), row.text("name_zh"));
    Region region = region(row.text("region"));
    Firm firm =
        new Firm(
            row.text("id"),
            row.text("name"),
            row.text("name_zh"),
            region,
            Role.EXTERNAL,
            row.text("sector"),
            "",
            Double.NaN,
            Double.NaN);
    firms.put(firm.id(), firm);
    String id = firm.id() + "-1";
    sites.put(
        id,
        new Site(
            id,
            firm,
            region,
            "supplier",
            latitude(id, region),
            longitude(id, region),
            Math.rint(draws.within("days to recover", id, row.range("ttr"))),
            basis(id, Role.EXTERNAL),
            Round.digits(draws.within("risk", id, row.range("risk")) * region.hazard(), 2),
            row.words("makes").stream().map(product -> goods.product(product).id()).toList(),
            List.of(),
            null));
  }

  private void addMarket(Sheet.Row row) {
    names.keep(row.text("name"), row.text("name_zh"));
    Firm firm =
        new Firm(
            row.text("id"),
            row.text("name"),
            row.text("name_zh"),
            region(row.text("region")),
            Role.MARKET,
            "market",
            "",
            Double.NaN,
            Double.NaN);
    firms.put(firm.id(), firm);
    List<String> places = row.words("sites");
    for (int nth = 0; nth < places.size(); nth++) {
      String id = firm.id() + "-" + (nth + 1);
      Region region = region(places.get(nth));
      sites.put(
          id,
          new Site(
              id,
              firm,
              region,
              "store",
              latitude(id, region),
              longitude(id, region),
              Math.rint(draws.within("days to recover", id, 3, 10)),
              "assumed",
              Round.digits(draws.within("risk", id, 0.005, 0.015) * region.hazard(), 2),
              List.of(),
              List.of(),
              null));
    }
  }

  private static <T> T found(@Nullable T value, String id) {
    if (value == null) {
      throw new IllegalStateException("the catalogue does not know " + id);
    }
    return value;
  }
}
