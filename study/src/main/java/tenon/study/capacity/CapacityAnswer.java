package tenon.study.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Chain;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.respond.ServiceLimit;
import tenon.respond.ServiceLimit.Demand;
import tenon.respond.ServiceLimit.Limit;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.InferredMark;
import tenon.study.text.Labels;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** Words, tables and JSON of what a chain can serve. */
final class CapacityAnswer {
  private static final int SHOWN = 30;
  private static final int BARS = 12;
  private static final int LINES = 5;

  /** Share of what is asked that rounding may leave short. */
  private static final double ROUNDING = 1e-6;

  private final ServiceLimit limit;
  private final Chain chain;
  private final PackageInfo info;
  private final Words words;
  private final Names names;
  private final Money money;
  private final InferredMark mark;

  CapacityAnswer(DataPackage data, ServiceLimit limit, Locale locale) {
    this.limit = limit;
    chain = data.chain();
    info = data.info();
    words = new Words(locale);
    names = new Names(chain, words);
    money = new Money(words, info.currency());
    mark = new InferredMark(chain, words);
  }

  boolean nothingShort() {
    return limit.asked() - limit.servedWithStandby() <= ROUNDING * limit.asked();
  }

  private List<Demand> shortDemands() {
    return limit.demands().stream()
        .filter(demand -> demand.shortage() > ROUNDING * demand.asked())
        .toList();
  }

  private String sentence() {
    return words.get(
        "capacity.answer",
        Numbers.shown(limit.asked()),
        unit(),
        Numbers.shown(limit.served()),
        Numbers.shown(limit.servedWithStandby()),
        Numbers.percentFine(limit.servedWithStandby() / limit.asked()),
        Numbers.shown(Math.max(0, limit.asked() - limit.servedWithStandby())),
        Numbers.count(shortDemands().size()),
        Numbers.count(limit.demands().size()));
  }

  /** The unit of all that is asked for; a word for units where there are several. */
  private String unit() {
    List<String> units =
        limit.demands().stream().map(demand -> unit(demand.productId())).distinct().toList();
    return units.size() == 1 ? units.getFirst() : words.get("flows.units");
  }

  private String unit(String productId) {
    return names.unit(chain.products().keys().id(productId));
  }

  private String site(String id) {
    return names.site(chain.sites().keys().id(id));
  }

  private String product(String id) {
    return names.product(chain.products().keys().id(id));
  }

  private String worth(Limit bound) {
    return limit.inMoney()
        ? money.text(bound.worth())
        : words.get("loss.units", Numbers.shown(bound.worth()));
  }

  private String limitLine(Limit bound) {
    return words.get(
        bound.link() ? "capacity.link" : "capacity.recipe",
        product(bound.productId()),
        site(bound.siteId()),
        bound.rowId() + mark(bound),
        Numbers.shown(bound.capacity()),
        unit(bound.productId()),
        worth(bound));
  }

  /** That a capacity is of a link which nobody declared; empty else. */
  private String mark(Limit bound) {
    return bound.link() ? mark.of(bound.rowId()) : "";
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(sentence());
    limit.limits().stream().limit(LINES).map(this::limitLine).forEach(lines::add);
    return List.copyOf(lines);
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("in_money", limit.inMoney());
    root.set("asked_per_day", Json.number(limit.asked()));
    root.set("served_active_per_day", Json.number(limit.served()));
    root.set("served_with_standby_per_day", Json.number(limit.servedWithStandby()));
    root.set("short_per_day", Json.number(limit.asked() - limit.servedWithStandby()));
    root.put("demands", limit.demands().size());
    root.put("demands_short", shortDemands().size());
    root.put("capacities_binding", limit.limits().size());
    return root;
  }

  List<Table> tables() {
    List<List<String>> demands = new ArrayList<>();
    for (Demand demand : limit.demands()) {
      demands.add(
          List.of(
              demand.siteId(),
              demand.productId(),
              Numbers.cell(demand.asked()),
              Numbers.cell(demand.served()),
              Numbers.cell(demand.servedWithStandby()),
              Numbers.cell(demand.shortage())));
    }
    List<List<String>> limits = new ArrayList<>();
    for (Limit bound : limit.limits()) {
      limits.add(
          List.of(
              bound.link() ? "link" : "recipe",
              bound.rowId(),
              bound.siteId(),
              bound.productId(),
              Numbers.cell(bound.capacity()),
              Numbers.cell(bound.worth()),
              bound.link() ? Boolean.toString(!mark(bound).isEmpty()) : ""));
    }
    return List.of(
        new Table(
            "shortfall.csv",
            List.of(
                "site_id",
                "product_id",
                "asked_per_day",
                "served_active_per_day",
                "served_with_standby_per_day",
                "short_per_day"),
            demands),
        new Table(
            "limits.csv",
            List.of(
                "kind",
                "link_or_recipe_id",
                "site_id",
                "product_id",
                "capacity_per_day",
                "served_more_per_unit",
                "inferred"),
            limits));
  }

  Document document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(sentence()));
    List<Demand> lacking = shortDemands();
    if (!lacking.isEmpty()) {
      blocks.add(bars(lacking));
      blocks.add(shortfall(lacking));
    }
    if (!limit.limits().isEmpty()) {
      blocks.add(limits());
    }
    blocks.add(new Block.Paragraph(words.get("capacity.note")));
    return new Document(
        words.get("capacity.title"),
        Labels.inOneLanguage(info.title(), words.chinese()),
        words.locale(),
        blocks);
  }

  /** What stays short by customer, the greatest first. */
  private Block bars(List<Demand> lacking) {
    Map<String, Double> bySite = new TreeMap<>();
    lacking.forEach(demand -> bySite.merge(demand.siteId(), demand.shortage(), Double::sum));
    List<Bar> bars =
        bySite.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(BARS)
            .map(row -> Bar.of(site(row.getKey()), row.getValue()))
            .toList();
    return new Block.Figure(
        "shortfall",
        words.get("capacity.bars", Numbers.count(bars.size()), Numbers.count(bySite.size())),
        BarChart.horizontal(Axis.of(words.get("capacity.axis", unit())), bars),
        List.of());
  }

  private Block shortfall(List<Demand> lacking) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Demand demand : lacking.stream().limit(SHOWN).toList()) {
      rows.add(
          List.of(
              Cell.of(site(demand.siteId())),
              Cell.of(product(demand.productId())),
              number(demand.asked()),
              number(demand.served()),
              number(demand.servedWithStandby()),
              number(demand.shortage()),
              Cell.of(unit(demand.productId()))));
    }
    return new Block.Grid(
        "demands",
        words.get("capacity.demands", Numbers.count(rows.size()), Numbers.count(lacking.size())),
        words.list("capacity.demands.columns"),
        rows,
        List.of());
  }

  private Block limits() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Limit bound : limit.limits().stream().limit(SHOWN).toList()) {
      rows.add(
          List.of(
              Cell.of(
                  words.get(bound.link() ? "capacity.kind.link" : "capacity.kind.recipe")
                      + mark(bound)),
              Cell.of(site(bound.siteId())),
              Cell.of(product(bound.productId())),
              number(bound.capacity()),
              Cell.of(worth(bound), bound.worth())));
    }
    return new Block.Grid(
        "limits",
        words.get(
            "capacity.limits", Numbers.count(rows.size()), Numbers.count(limit.limits().size())),
        words.list("capacity.limits.columns"),
        rows,
        List.of());
  }

  private static Cell number(double value) {
    return Cell.of(Numbers.shown(value), value);
  }
}
