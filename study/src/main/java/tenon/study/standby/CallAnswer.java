package tenon.study.standby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.model.Chain;
import tenon.packages.DataPackage;
import tenon.respond.standby.Award;
import tenon.respond.standby.Offer;
import tenon.study.chart.GanttChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.InferredMark;
import tenon.study.text.Labels;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words, table, JSON and report of a call. */
final class CallAnswer {
  private static final int ROWS = 14;
  private static final int SHOWN = 40;
  private static final int MAKES = 0;
  private static final int GETS_READY = 3;
  private static final int COULD_MAKE = 2;
  private static final int TRAVELS = 1;
  private static final List<String> HEADER =
      List.of(
          "site_id",
          "line",
          "answer",
          "possible",
          "given",
          "ready_days",
          "rate_per_day",
          "transit_days",
          "days",
          "cost_per_unit",
          "distance_km",
          "risk",
          "burden",
          "link_id",
          "inferred");

  private final Asked asked;
  private final DataPackage data;
  private final Chain chain;
  private final CallTables tables;
  private final Award one;
  private final Award split;
  private final Award award;
  private final boolean toOne;
  private final double quantity;
  private final Words words;
  private final Names names;
  private final Money money;
  private final InferredMark mark;

  CallAnswer(Asked asked, DataPackage data, CallTables tables, Award one, Award split) {
    this.asked = asked;
    this.data = data;
    chain = data.chain();
    this.tables = tables;
    this.one = one;
    this.split = split;
    toOne = asked.text("mode").equals("competition");
    award = toOne ? one : split;
    quantity = asked.number("quantity");
    words = new Words(asked.locale());
    names = new Names(chain, words);
    money = new Money(words, data.info().currency());
    mark = new InferredMark(chain, words);
  }

  boolean met() {
    return award.given() >= quantity * (1 - 1e-9);
  }

  private double given(Offer offer) {
    return award.parts().stream()
        .filter(part -> part.offer().equals(offer))
        .mapToDouble(Award.Part::quantity)
        .sum();
  }

  private double burden(Offer offer) {
    return award.parts().stream()
        .filter(part -> part.offer().equals(offer))
        .mapToDouble(Award.Part::burden)
        .findFirst()
        .orElse(Double.NaN);
  }

  private double days(Offer offer) {
    double given = given(offer);
    return offer.daysFor(given > 0 ? given : Math.min(quantity, offer.quantity()));
  }

  private String unit() {
    return names.unit(chain.products().keys().id(asked.text("product")));
  }

  private String who(Award.Part part) {
    String line = part.offer().line();
    return chain.sites().keys().key(part.offer().site())
        + (line.equals("own") ? "" : " " + words.get("call.with", words.get("call.line." + line)))
        + " "
        + Numbers.shown(part.quantity())
        + mark.of(part.offer().link());
  }

  private String sum() {
    String text =
        words.get(
            met() ? "call.done" : "call.short",
            Numbers.shown(award.given()),
            Numbers.shown(quantity),
            Numbers.shown(asked.number("due")),
            String.join(", ", award.parts().stream().map(this::who).toList()),
            Numbers.shown(award.days()));
    return award.parts().isEmpty() ? words.get("call.none", Numbers.shown(quantity)) : text;
  }

  /** What the other way of giving the order would come to. */
  private String other() {
    Award other = toOne ? split : one;
    if (other.parts().isEmpty() || other.equals(award)) {
      return "";
    }
    return words.get(
        toOne ? "call.if.split" : "call.if.one",
        Integer.toString(other.parts().size()),
        Numbers.shown(other.given()),
        Numbers.shown(other.days()),
        chain.sites().keys().key(other.parts().getFirst().offer().site()));
  }

  /** How many offers rest on a guess of the days of transport. */
  private String unlinked() {
    long count =
        asked.text("to").isEmpty()
            ? 0
            : tables.offers().stream().filter(offer -> offer.link() < 0).count();
    return count == 0 ? "" : words.get("call.unlinked", Numbers.count(count), asked.text("to"));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(sum());
    for (String more : List.of(other(), unlinked())) {
      if (!more.isEmpty()) {
        lines.add("  " + more);
      }
    }
    return lines;
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("product_id", asked.text("product"));
    root.set("quantity", Json.exact(quantity));
    root.set("given", Json.exact(award.given()));
    root.set("short", Json.exact(quantity - award.given()));
    root.put("mode", asked.text("mode"));
    root.set("days", Json.exact(award.days()));
    for (boolean alone : new boolean[] {true, false}) {
      Award way = alone ? one : split;
      ObjectNode node = root.putObject(alone ? "competition" : "cooperation");
      node.set("given", Json.exact(way.given()));
      node.put("sites", way.parts().size());
      node.set("days", Json.exact(way.days()));
      node.set("cost", Json.exact(way.cost()));
    }
    ArrayNode array = root.putArray("offers");
    for (Offer offer : tables.offers()) {
      ObjectNode node = array.addObject();
      node.put("site_id", chain.sites().keys().key(offer.site()));
      node.put("line", offer.line());
      node.put("answer", tables.answer(offer));
      node.set("possible", Json.exact(offer.quantity()));
      node.set("given", Json.exact(given(offer)));
      node.set("ready_days", Json.exact(offer.readyDays()));
      node.set("rate_per_day", Json.exact(offer.ratePerDay()));
      node.set("days", Json.exact(days(offer)));
      node.set("cost_per_unit", Json.exact(offer.costPerUnit()));
      node.set("distance_km", Json.exact(offer.distanceKm()));
      node.set("risk", Json.exact(offer.risk()));
      node.put("inferred", inferred(offer));
    }
    root.set("cost", Json.exact(award.cost()));
    return root;
  }

  private boolean inferred(Offer offer) {
    return !mark.of(offer.link()).isEmpty();
  }

  Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (Offer offer : tables.offers()) {
      rows.add(
          List.of(
              chain.sites().keys().key(offer.site()),
              offer.line(),
              tables.answer(offer),
              Numbers.exactCell(offer.quantity()),
              Numbers.exactCell(given(offer)),
              Numbers.exactCell(offer.readyDays()),
              Numbers.exactCell(offer.ratePerDay()),
              Numbers.exactCell(offer.transitDays()),
              Numbers.exactCell(days(offer)),
              Numbers.exactCell(offer.costPerUnit()),
              Numbers.exactCell(offer.distanceKm()),
              Numbers.exactCell(offer.risk()),
              Numbers.exactCell(burden(offer)),
              offer.link() < 0 ? "" : chain.links().keys().key(offer.link()),
              Boolean.toString(inferred(offer))));
    }
    return new Table("offers.csv", HEADER, rows);
  }

  Document document() {
    List<Block> blocks = new ArrayList<>();
    String banner = mark.banner();
    for (String text : List.of(banner, sum(), other(), unlinked())) {
      if (!text.isEmpty()) {
        blocks.add(new Block.Paragraph(text));
      }
    }
    List<Offer> ranked =
        tables.offers().stream()
            .sorted(
                Comparator.comparingDouble(this::given)
                    .reversed()
                    .thenComparing(Comparator.comparingDouble(Offer::quantity).reversed()))
            .toList();
    if (ranked.stream().anyMatch(offer -> offer.quantity() > 0)) {
      blocks.add(schedule(ranked));
    }
    blocks.add(ways());
    if (!ranked.isEmpty()) {
      blocks.add(grid(ranked));
    }
    String product = names.product(chain.products().keys().id(asked.text("product")));
    return new Document(
        words.get("call.title", Numbers.shown(quantity), unit(), product),
        Labels.inOneLanguage(data.info().title(), words.chinese()),
        words.locale(),
        blocks);
  }

  private Block schedule(List<Offer> ranked) {
    double due = asked.number("due");
    List<GanttChart.Row> rows = new ArrayList<>();
    double last = due;
    for (Offer offer : ranked.stream().filter(one -> one.quantity() > 0).limit(ROWS).toList()) {
      double made = days(offer) - offer.transitDays();
      double there = days(offer);
      last = Math.max(last, there);
      double given = given(offer);
      String amount =
          given > 0
              ? words.get("call.given", Numbers.shown(given))
              : words.get("call.possible", Numbers.shown(offer.quantity()));
      List<GanttChart.Span> spans = new ArrayList<>();
      span(spans, 0, offer.readyDays(), GETS_READY, "");
      span(spans, offer.readyDays(), made, given > 0 ? MAKES : COULD_MAKE, amount);
      span(spans, made, there, TRAVELS, "");
      rows.add(
          new GanttChart.Row(
              names.site(offer.site()),
              List.of(words.get("call.line." + offer.line()) + " · " + amount),
              spans));
    }
    return new Block.Figure(
        "schedule",
        words.get(
            "call.schedule",
            Numbers.count(award.parts().size()),
            Numbers.shown(award.days()),
            Numbers.shown(due)),
        GanttChart.of(
            words.get("call.axis"),
            Math.max(1, last * 1.05),
            words.list("call.kinds"),
            List.of(),
            "",
            due,
            words.get("call.due"),
            rows),
        List.of(words.get("call.schedule.note")));
  }

  private static void span(
      List<GanttChart.Span> spans, double from, double to, int kind, String label) {
    if (to > from) {
      String tip =
          Numbers.shown(from) + "–" + Numbers.shown(to) + (label.isEmpty() ? "" : ": " + label);
      spans.add(new GanttChart.Span(from, to, kind, label, tip));
    }
  }

  /** To one beside split over several. */
  private Block ways() {
    List<List<Cell>> rows = new ArrayList<>();
    for (boolean alone : new boolean[] {true, false}) {
      Award way = alone ? one : split;
      rows.add(
          List.of(
              Cell.of(words.get(alone ? "call.one" : "call.split")),
              Cell.of(Integer.toString(way.parts().size()), way.parts().size()),
              number(way.given()),
              number(quantity - way.given()),
              number(way.days()),
              way.parts().isEmpty() || Double.isNaN(way.cost())
                  ? Cell.of("-")
                  : Cell.of(money.text(way.cost()), way.cost())));
    }
    return new Block.Grid(
        "ways", words.get("call.ways"), words.list("call.ways.columns"), rows, List.of());
  }

  private Block grid(List<Offer> ranked) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Offer offer : ranked.stream().limit(SHOWN).toList()) {
      String answer = tables.answer(offer);
      rows.add(
          List.of(
              Cell.of(
                  words.get(
                      "standby.at",
                      names.site(offer.site()) + mark.of(offer.link()),
                      words.get("call.line." + offer.line()))),
              Cell.of(words.get("call.answer." + answer.replace(' ', '_'))),
              number(offer.quantity()),
              number(given(offer)),
              number(offer.readyDays()),
              number(offer.transitDays()),
              number(days(offer)),
              Double.isNaN(offer.costPerUnit())
                  ? Cell.of("-")
                  : Cell.of(money.text(offer.costPerUnit()), offer.costPerUnit()),
              number(offer.distanceKm()),
              number(offer.risk()),
              number(burden(offer))));
    }
    return new Block.Grid(
        "offers",
        words.get("call.offers", Numbers.count(rows.size()), Numbers.count(ranked.size())),
        words.list("call.offers.columns"),
        rows,
        List.of(words.get("call.offers.note")));
  }

  private static Cell number(double value) {
    return Double.isNaN(value) ? Cell.of("-") : Cell.of(Numbers.shown(value), value);
  }
}
