package tenon.study.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;
import tenon.respond.Coverage;
import tenon.respond.playbook.Level;
import tenon.respond.playbook.Levels;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** Substitutes, the plan, and who must do what by when, in a few rows each. */
final class PlanBrief {
  private static final int SUBSTITUTES = 4;
  private static final int ORDERS = 5;
  private static final double HOURS_A_DAY = 24;

  private final PlanFacts facts;
  private final Words words;
  private final List<Order> orders;

  PlanBrief(PlanFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    // What saves nothing is nobody's duty.
    orders = new Orders(facts).all().stream().filter(order -> order.worth() > 0).toList();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, words.get("brief.substitutes")));
    blocks.add(facts.coverage().isEmpty() ? sources() : substitutes());
    blocks.add(new Block.Heading(2, words.get("brief.plan")));
    PlanSection section = new PlanSection(facts);
    blocks.add(new Block.Paragraph(section.effectTitle()));
    blocks.add(
        new Block.Paragraph(
            facts.plan().moves().isEmpty() ? words.get("plan.empty") : section.planTitle()));
    blocks.add(duties());
    return blocks;
  }

  /** Where nothing that is made is lost: who ships in place of whom. */
  private Block sources() {
    List<Order> stepping =
        orders.stream().filter(one -> one.standby() || !one.insteadOf().isEmpty()).toList();
    if (stepping.isEmpty()) {
      return new Block.Paragraph(words.get("coverage.empty"));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Order order : stepping.stream().limit(SUBSTITUTES).toList()) {
      rows.add(
          List.of(
              Cell.of(Labels.brief(order.product()) + order.inferred()),
              Cell.of(Labels.brief(order.fromSite())),
              Cell.of(Labels.brief(order.toSite())),
              Cell.of(Numbers.shown(order.plannedPerDay()), order.plannedPerDay()),
              Cell.of(order.unit())));
    }
    return new Block.Grid(
        "sources",
        words.get(
            "brief.sources",
            Numbers.count(stepping.size()),
            Numbers.count(stepping.stream().filter(Order::standby).count())),
        List.of(
            words.get("column.product"),
            words.get("column.from"),
            words.get("column.to"),
            words.get("column.planned") + " " + words.get("unit.per.day"),
            words.get("column.unit")),
        rows,
        List.of(words.get("brief.sheet", "plan")));
  }

  private Block substitutes() {
    String perDay = words.get("unit.per.day");
    List<List<Cell>> rows = new ArrayList<>();
    for (Coverage row : facts.coverage().stream().limit(SUBSTITUTES).toList()) {
      rows.add(
          List.of(
              Cell.of(Labels.brief(facts.product(row.productId())) + mark(row)),
              Cell.of(Labels.brief(facts.site(row.siteId()))),
              Cell.of(Numbers.shown(row.lostPerDay()), row.lostPerDay()),
              Cell.of(Integer.toString(row.makersElsewhere()), row.makersElsewhere()),
              Cell.of(Numbers.shown(row.coverablePerDay()), row.coverablePerDay()),
              Cell.of(Numbers.shown(row.deliveredPerDay()), row.deliveredPerDay()),
              Cell.of(words.get("gap." + PlanTables.word(row.gap())))));
    }
    return new Block.Grid(
        "substitutes",
        new PlanSection(facts).coverageTitle(),
        List.of(
            words.get("column.product"),
            words.get("column.site"),
            words.get("column.lost") + " " + perDay,
            words.get("column.makers"),
            words.get("column.coverable") + " " + perDay,
            words.get("column.delivered") + " " + perDay,
            words.get("column.why.gap")),
        rows,
        List.of(words.get("brief.sheet", "coverage")));
  }

  /** That the substitutes of a row come over links that nobody declared. */
  private String mark(Coverage row) {
    return facts.raisedByInference(row.productId()) ? words.get("inferred.mark") : "";
  }

  private Block duties() {
    List<List<Cell>> rows = new ArrayList<>();
    List<Duty> duties = new ArrayList<>();
    level().ifPresent(level -> duties.add(duty(level)));
    for (Order order : orders.subList(0, Math.min(ORDERS, orders.size()))) {
      duties.add(new Duty(order.firstDay(), order.fromFirm(), order.sentence()));
    }
    duties.sort(Comparator.comparingInt(Duty::day));
    for (Duty duty : duties) {
      String when = byWhen(duty.day(), date(duty.day()));
      rows.add(List.of(Cell.of(when), Cell.of(Labels.brief(duty.who())), Cell.of(duty.what())));
    }
    if (rows.isEmpty()) {
      return new Block.Paragraph(words.get("brief.duties.none"));
    }
    List<String> notes = new ArrayList<>();
    if (orders.size() > ORDERS) {
      notes.add(words.get("brief.more", Numbers.count(orders.size() - ORDERS)));
    }
    notes.add(words.get("brief.sheet", "plan"));
    return new Block.Grid(
        "duties",
        words.get("brief.duties"),
        List.of(words.get("brief.when"), words.get("brief.who"), words.get("brief.what")),
        rows,
        notes);
  }

  /** The response level that holds: the twin sees a chain break where somebody loses something. */
  private Optional<Level> level() {
    boolean breaks = facts.comparison().nothing().loss().mean() > 0;
    return Levels.published().holding(Set.of(), breaks);
  }

  /** Who has to do what, by which day. */
  private record Duty(int day, String who, String what) {}

  private Duty duty(Level level) {
    double day = onset() + level.withinHours() / HOURS_A_DAY;
    String what =
        words.get(
            "brief.level",
            Integer.toString(level.rank()),
            words.get("trigger." + level.trigger()),
            words.get("response." + level.response()),
            Numbers.shown(level.withinHours()));
    return new Duty((int) day, words.get("party." + level.responsible()), what);
  }

  private String byWhen(int day, @Nullable LocalDate date) {
    String number = words.get("brief.day", Numbers.count(day));
    return date == null ? number : words.get("brief.date", date.toString(), number);
  }

  private @Nullable LocalDate date(int day) {
    LocalDate start = facts.subject().recipe().date();
    return start == null ? null : start.plusDays(day);
  }

  private int onset() {
    return (int)
        facts.scenario().disruptions().stream()
            .map(Disruption::window)
            .mapToDouble(Disruption.Window::firstDay)
            .min()
            .orElse(0);
  }
}
