package tenon.study.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tenon.model.Disruption;
import tenon.respond.Activation;
import tenon.respond.Move;
import tenon.respond.Period;
import tenon.study.chart.BandChart;
import tenon.study.chart.GanttChart;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;

/**
 * The plan as two pictures: what changes when, and what goes where instead of what. What is worth
 * most is drawn one by one, the others summed, so that nothing of a great plan is left out.
 */
final class PlanPictures {
  private static final int RISING_ROWS = 14;
  private static final int FALLING_ROWS = 8;

  /** Sites named for what rises there, and of the others for what falls. */
  private static final int RISING_SITES = 7;

  private static final int FALLING_SITES = 4;
  private static final int MORE = 0;
  private static final int STANDBY = 1;
  private static final int LESS = 2;
  private static final int WAITING = 3;

  /** Goods of unknown value may not exceed this share of the flows, else units are drawn. */
  private static final double UNKNOWN_VALUE = 0.1;

  /** What changes over one link or recipe. */
  private record Change(String rowId, List<Move> moves) {
    boolean rises() {
      return moves.stream().anyMatch(Move::isIncrease);
    }

    double worth() {
      return moves.stream().mapToDouble(Move::worth).sum();
    }

    double units() {
      return moves.stream().mapToDouble(move -> Math.abs(PlanPictures.units(move))).sum();
    }

    int firstDay() {
      return moves.stream().mapToInt(Move::firstDay).min().orElse(0);
    }
  }

  private final PlanFacts facts;
  private final Words words;
  private final PlanWords sentences;
  private final List<Change> changes;
  private final List<Change> rising;
  private final List<Change> falling;

  PlanPictures(PlanFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    sentences = new PlanWords(facts);
    Map<String, List<Move>> byRow = new LinkedHashMap<>();
    for (Move move : facts.plan().moves()) {
      byRow.computeIfAbsent(move.rowId(), row -> new ArrayList<>()).add(move);
    }
    Comparator<Change> gravest =
        Comparator.comparingDouble(Change::worth)
            .thenComparingDouble(Change::units)
            .reversed()
            .thenComparing(Change::rowId);
    changes =
        byRow.entrySet().stream()
            .map(row -> new Change(row.getKey(), List.copyOf(row.getValue())))
            .sorted(gravest)
            .toList();
    rising = changes.stream().filter(Change::rises).toList();
    falling = changes.stream().filter(change -> !change.rises()).toList();
  }

  private static double units(Move move) {
    return move.changePerDay() * (move.firstDayAfter() - move.firstDay());
  }

  String ganttTitle() {
    int shown = Math.min(RISING_ROWS, rising.size()) + Math.min(FALLING_ROWS, falling.size());
    return shown == changes.size()
        ? words.get("gantt.title.all", Numbers.count(shown))
        : words.get("gantt.title", Numbers.count(shown), Numbers.count(changes.size()));
  }

  /** What changes when. */
  String gantt() {
    List<GanttChart.Row> rows = new ArrayList<>();
    add(rows, rising, RISING_ROWS, MORE, "gantt.rest.more");
    add(rows, falling, FALLING_ROWS, LESS, "gantt.rest.less");
    List<GanttChart.Stretch> broken =
        facts.scenario().disruptions().stream()
            .map(Disruption::window)
            .map(window -> new GanttChart.Stretch(window.firstDay(), window.firstDayAfter()))
            .distinct()
            .toList();
    return GanttChart.of(
        words.get("axis.day"),
        facts.plan().horizonDays(),
        List.of(
            words.get("deed.more"),
            words.get("deed.standby"),
            words.get("deed.less"),
            words.get("deed.waiting")),
        broken,
        words.get("gantt.broken"),
        facts.plan().decisionDay(),
        words.get("gantt.decision", Numbers.count(facts.plan().decisionDay())),
        rows);
  }

  /** The gravest changes by the day on which they begin, and a row that counts the others. */
  private void add(
      List<GanttChart.Row> rows, List<Change> sorted, int most, int kind, String rest) {
    sorted.stream()
        .limit(most)
        .sorted(Comparator.comparingInt(Change::firstDay))
        .map(this::row)
        .forEach(rows::add);
    List<Change> others = sorted.stream().skip(most).toList();
    if (!others.isEmpty()) {
      rows.add(
          new GanttChart.Row(
              words.get(rest, Numbers.count(others.size())),
              List.of(words.get("gantt.rest.sub")),
              counts(others, kind)));
    }
  }

  private GanttChart.Row row(Change change) {
    Move first = change.moves().getFirst();
    boolean made = first.fromSiteId().equals(first.toSiteId());
    List<String> sub =
        made
            ? List.of(words.get("gantt.made", facts.site(first.fromSiteId())))
            : List.of(facts.site(first.fromSiteId()), facts.site(first.toSiteId()));
    List<GanttChart.Span> spans = new ArrayList<>();
    for (Activation activation : facts.plan().activations()) {
      if (activation.rowId().equals(change.rowId())
          && activation.opensDay() > activation.decisionDay()) {
        spans.add(
            new GanttChart.Span(
                activation.decisionDay(),
                Math.min(activation.opensDay(), facts.plan().horizonDays()),
                WAITING,
                "",
                words.get("gantt.opens", Numbers.count(activation.opensDay()))));
      }
    }
    for (Move move : change.moves()) {
      spans.add(
          new GanttChart.Span(
              move.firstDay(),
              move.firstDayAfter(),
              kind(move),
              Numbers.shown(move.usualPerDay()) + "→" + Numbers.shown(move.plannedPerDay()),
              sentences.move(move)));
    }
    return new GanttChart.Row(facts.product(first.productId()), sub, spans);
  }

  private static int kind(Move move) {
    return move.isIncrease() ? move.standby() ? STANDBY : MORE : LESS;
  }

  /** How many of the changes are under way in each period, of the kind of the row. */
  private List<GanttChart.Span> counts(List<Change> others, int kind) {
    List<GanttChart.Span> spans = new ArrayList<>();
    for (Period period : facts.plan().periods()) {
      long count =
          others.stream()
              .filter(
                  change -> change.moves().stream().anyMatch(move -> covers(move, period, kind)))
              .count();
      if (count > 0) {
        String number = Numbers.count(count);
        String tip =
            words.get(
                "gantt.rest.tip",
                number,
                Numbers.count(period.firstDay()),
                Numbers.count(period.firstDayAfter() - 1L));
        spans.add(
            new GanttChart.Span(period.firstDay(), period.firstDayAfter(), kind, number, tip));
      }
    }
    return spans;
  }

  private static boolean covers(Move move, Period period, int kind) {
    return move.isIncrease() == (kind == MORE)
        && move.firstDay() <= period.firstDay()
        && move.firstDayAfter() >= period.firstDayAfter();
  }

  /** Whether anything is shipped differently. */
  boolean flows() {
    return shipped().findAny().isPresent();
  }

  private Stream<Move> shipped() {
    return facts.plan().moves().stream()
        .filter(move -> move.kind() == Move.Kind.SHIP_MORE || move.kind() == Move.Kind.SHIP_LESS);
  }

  String flowsTitle() {
    double more = shipped().filter(Move::isIncrease).mapToDouble(this::amount).sum();
    double less = shipped().filter(move -> !move.isIncrease()).mapToDouble(this::amount).sum();
    return words.get("flows.title", amount(more), amount(less));
  }

  String flowsNote() {
    return words.get("flows.note", words.get(byValue() ? "flows.by.value" : "flows.by.units"));
  }

  private String amount(double amount) {
    return byValue() ? facts.subject().money().text(amount) : unitText(amount);
  }

  private String unitText(double amount) {
    Scale scale = Scale.of(amount, words);
    return (Numbers.shown(scale.of(amount)) + " " + scale.name() + " " + units())
        .replaceAll(" {2,}", " ")
        .strip();
  }

  /** The unit of all that is shipped differently; a word for units where there are several. */
  private String units() {
    List<String> all = shipped().map(move -> facts.unit(move.productId())).distinct().toList();
    return all.size() == 1 ? all.getFirst() : words.get("flows.units");
  }

  private boolean byValue() {
    long unknown = shipped().filter(move -> !Double.isFinite(value(move))).count();
    return unknown <= UNKNOWN_VALUE * shipped().count();
  }

  /** Money for one unit, or NaN. */
  private double value(Move move) {
    double value =
        facts.chain().products().unitValue(facts.chain().products().keys().id(move.productId()));
    return Double.isNaN(value)
        ? facts.chain().links().pricePerUnit(facts.chain().links().keys().id(move.rowId()))
        : value;
  }

  /** How much a move changes over all its days: money, or units. */
  private double amount(Move move) {
    double units = Math.abs(units(move));
    double value = byValue() ? value(move) : 1;
    return Double.isFinite(value) ? units * value : 0;
  }

  /** What goes where instead of what. */
  String bands() {
    List<String> customers = ranked(true);
    List<String> suppliers = ranked(false);
    Set<String> namedCustomers = Set.copyOf(first(customers));
    Set<String> namedSuppliers = Set.copyOf(first(suppliers));
    Map<List<String>, double[]> amounts = new TreeMap<>(Comparator.comparing(List::toString));
    shipped()
        .forEach(
            move -> {
              String from = namedSuppliers.contains(move.fromSiteId()) ? move.fromSiteId() : "";
              String to = namedCustomers.contains(move.toSiteId()) ? move.toSiteId() : "";
              amounts
                      .computeIfAbsent(List.of(from, to), pair -> new double[LESS + 1])[
                      kind(move)] +=
                  amount(move);
            });
    List<String> left = places(suppliers, namedSuppliers, amounts, 0);
    List<String> right = places(customers, namedCustomers, amounts, 1);
    List<BandChart.Band> bands = new ArrayList<>();
    int otherSuppliers = suppliers.size() - namedSuppliers.size();
    int otherCustomers = customers.size() - namedCustomers.size();
    amounts.forEach(
        (pair, kinds) -> {
          for (int kind = 0; kind < kinds.length; kind++) {
            if (kinds[kind] > 0) {
              String tip =
                  words.get(
                      "flows.tip." + (kind == LESS ? "less" : "more"),
                      name(pair.get(0), otherSuppliers),
                      name(pair.get(1), otherCustomers),
                      amount(kinds[kind]));
              bands.add(
                  new BandChart.Band(
                      left.indexOf(pair.get(0)),
                      right.indexOf(pair.get(1)),
                      kinds[kind],
                      kind,
                      tip));
            }
          }
        });
    Scale scale =
        Scale.of(bands.stream().mapToDouble(BandChart.Band::amount).max().orElse(0), words);
    return BandChart.of(
        byValue() ? facts.subject().money().unit(scale) : (scale.name() + " " + units()).strip(),
        words.get("flows.from"),
        words.get("flows.to"),
        List.of(words.get("deed.more"), words.get("deed.standby"), words.get("deed.less")),
        drawn(left, otherSuppliers, amounts, 0, scale),
        drawn(right, otherCustomers, amounts, 1, scale),
        bands);
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(RISING_SITES + FALLING_SITES, all.size()));
  }

  /** Sites at one end of what is shipped differently: where most rises, then where most falls. */
  private List<String> ranked(boolean customers) {
    Map<String, double[]> sums = new TreeMap<>();
    shipped()
        .forEach(
            move ->
                sums.computeIfAbsent(
                            customers ? move.toSiteId() : move.fromSiteId(), site -> new double[2])[
                        move.isIncrease() ? 0 : 1] +=
                    amount(move));
    List<String> byRise = sorted(sums, 0);
    List<String> ranked =
        new ArrayList<>(
            byRise.stream().limit(RISING_SITES).takeWhile(site -> sum(sums, site, 0) > 0).toList());
    sorted(sums, 1).stream().filter(site -> !ranked.contains(site)).toList().forEach(ranked::add);
    return ranked;
  }

  private static double sum(Map<String, double[]> sums, String site, int kind) {
    double[] both = sums.get(site);
    return both == null ? 0 : both[kind];
  }

  private static List<String> sorted(Map<String, double[]> sums, int kind) {
    return sums.keySet().stream()
        .sorted(
            Comparator.comparingDouble((String site) -> -sum(sums, site, kind))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The named sites in their order, and all others as one. */
  private static List<String> places(
      List<String> ranked, Set<String> named, Map<List<String>, double[]> amounts, int end) {
    List<String> places = new ArrayList<>(ranked.stream().filter(named::contains).toList());
    if (amounts.keySet().stream().anyMatch(pair -> pair.get(end).isEmpty())) {
      places.add("");
    }
    return places;
  }

  private String name(String siteId, int others) {
    return siteId.isEmpty() ? words.get("flows.others", Numbers.count(others)) : facts.site(siteId);
  }

  private List<BandChart.Place> drawn(
      List<String> sites, int others, Map<List<String>, double[]> amounts, int end, Scale scale) {
    List<BandChart.Place> places = new ArrayList<>();
    for (String site : sites) {
      double more = 0;
      double less = 0;
      for (Map.Entry<List<String>, double[]> pair : amounts.entrySet()) {
        if (pair.getKey().get(end).equals(site)) {
          more += pair.getValue()[MORE] + pair.getValue()[STANDBY];
          less += pair.getValue()[LESS];
        }
      }
      List<String> note = new ArrayList<>();
      if (more > 0) {
        note.add("+" + scale.text(more));
      }
      if (less > 0) {
        note.add("−" + scale.text(less));
      }
      places.add(new BandChart.Place(name(site, others), String.join("  ", note)));
    }
    return places;
  }
}
