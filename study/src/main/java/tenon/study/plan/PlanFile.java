package tenon.study.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Severity;
import tenon.packages.FlatTable;
import tenon.packages.Nearest;
import tenon.study.text.Refusal;
import tenon.twin.site.Assumptions;
import tenon.twin.site.Planned;

/**
 * Reads a plan as {@code plan.csv} of {@code tenon plan} tells one, changed or written by hand: a
 * row for each flow that is another than usual, at one rate from its first day to its last.
 *
 * <p>Columns: {@code link_or_recipe_id}; {@code first_day} and {@code last_day}, whole, the first
 * day of the scenario being 0, both included; {@code planned_per_day}, units, of a recipe good
 * units, finite and at least 0. {@code what} ({@code ship_more}, {@code make_less}, ...) tells a
 * link from a recipe of the same name; the other columns of plan.csv may stay and are not read.
 *
 * <p>At a node of which a row names a source, the sources that no row names go on as usual, and
 * what the node's policy orders beyond the sum is shared in the same proportion; other nodes go by
 * their own rule, and so do all on days without any row. Standby sources open after their
 * activation days, counted from the day on which the first disruption strikes: a row that begins
 * before is carried out from then on, one that ends before is refused.
 */
public final class PlanFile {
  private static final List<String> NEEDED =
      List.of("link_or_recipe_id", "first_day", "last_day", "planned_per_day");

  /** A row: {@code arc} counts links, then recipes. */
  private record Flow(int row, int arc, int first, int after, double rate) {}

  private final FlatTable table;
  private final Chain chain;
  private final int decision;
  private final int days;
  private final List<Finding> faults = new ArrayList<>();
  private final Map<String, double[]> numbers = new HashMap<>();

  private PlanFile(FlatTable table, Chain chain, int decision, int days) {
    this.table = table;
    this.chain = chain;
    this.decision = decision;
    this.days = days;
  }

  /**
   * Reads a plan.
   *
   * @param decision day from which standby sources are activated
   * @param days days of the scenario; what a row plans beyond them is left out
   * @return the plan, or every fault of the file
   */
  public static Loaded<Planned> read(Path file, Chain chain, int decision, int days) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var warnings) ->
          new PlanFile(table, chain, decision, days).planned(warnings);
    };
  }

  private Loaded<Planned> planned(List<Finding> warnings) {
    for (String needed : NEEDED) {
      if (!table.has(needed)) {
        faults.add(table.unknown(needed));
      }
    }
    for (String name : table.names()) {
      if (!PlanTables.COLUMNS.contains(name)) {
        fault("plan-column", 1L, name, null, String.join(", ", PlanTables.COLUMNS));
      }
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    List<Flow> flows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      Flow flow = flow(row);
      if (flow != null) {
        flows.add(flow);
      }
    }
    overlaps(flows);
    if (faults.isEmpty()) {
      return new Loaded.Ready<>(rates(flows), warnings);
    }
    List<Finding> all = new ArrayList<>(warnings);
    all.addAll(faults);
    return new Loaded.Rejected<>(all);
  }

  private @Nullable Flow flow(int row) {
    int before = faults.size();
    int arc = arc(row);
    int first = day(row, "first_day", 0);
    int last = day(row, "last_day", Math.max(0, first));
    double rate = number(row, "planned_per_day");
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      fault("plan-rate", row, "planned_per_day");
    }
    if (arc >= 0 && rate > 0 && last >= 0) {
      double opens = opens(arc);
      if (last < opens) {
        fault("plan-early", row, "last_day", Integer.toString((int) Math.ceil(opens)));
      }
    }
    return faults.size() > before ? null : new Flow(row, arc, first, last + 1, rate);
  }

  private int arc(int row) {
    String id = text(row, "link_or_recipe_id");
    String what = table.has("what") ? text(row, "what") : "";
    Keys links = chain.links().keys();
    Keys recipes = chain.recipes().keys();
    int link = what.startsWith("make") ? -1 : links.id(id);
    int recipe = what.startsWith("ship") ? -1 : recipes.id(id);
    if (link >= 0 && recipe >= 0) {
      fault("plan-both", row, "link_or_recipe_id");
      return -1;
    }
    if (link < 0 && recipe < 0) {
      List<String> known = new ArrayList<>();
      for (Keys keys : List.of(links, recipes)) {
        for (int i = 0; i < keys.count(); i++) {
          known.add(keys.key(i));
        }
      }
      String nearest = Nearest.of(id, known);
      fault("plan-flow", row, "link_or_recipe_id", nearest == null ? known.getFirst() : nearest);
      return -1;
    }
    return link >= 0 ? link : links.count() + recipe;
  }

  private int day(int row, String column, int least) {
    double day = number(row, column);
    if (!(day >= least && day == Math.rint(day) && day <= 1e6)) {
      fault("plan-day", row, column, Integer.toString(least));
      return -1;
    }
    return (int) day;
  }

  /** Day on which a source may first be used: 0 where it is active. */
  private double opens(int arc) {
    int recipe = arc - chain.links().count();
    boolean standby = recipe < 0 ? chain.links().standby(arc) : chain.recipes().standby(recipe);
    double stated =
        recipe < 0 ? chain.links().activationDays(arc) : chain.recipes().activationDays(recipe);
    double takes = Double.isNaN(stated) ? Assumptions.standard().activationDays() : stated;
    return standby ? decision + takes : 0;
  }

  private void overlaps(List<Flow> flows) {
    List<Flow> sorted = new ArrayList<>(flows);
    sorted.sort(
        Comparator.comparingInt(Flow::arc)
            .thenComparingInt(Flow::first)
            .thenComparingInt(Flow::row));
    for (int i = 1; i < sorted.size(); i++) {
      Flow one = sorted.get(i - 1);
      Flow two = sorted.get(i);
      if (one.arc() == two.arc() && two.first() < one.after()) {
        fault("plan-overlap", two.row(), "first_day", Long.toString(table.line(one.row())));
      }
    }
  }

  private Planned rates(List<Flow> flows) {
    TreeSet<Integer> turns = new TreeSet<>(List.of(0, days));
    for (Flow flow : flows) {
      turns.add(Math.min(days, flow.first()));
      turns.add(Math.min(days, flow.after()));
    }
    int[] firstDay = turns.stream().mapToInt(Integer::intValue).toArray();
    int periods = firstDay.length - 1;
    double[][] link = unplanned(periods, chain.links().count());
    double[][] recipe = unplanned(periods, chain.recipes().count());
    double[] linkOpens = new double[chain.links().count()];
    double[] recipeOpens = new double[chain.recipes().count()];
    Arrays.fill(linkOpens, Double.POSITIVE_INFINITY);
    Arrays.fill(recipeOpens, Double.POSITIVE_INFINITY);
    for (Flow flow : flows) {
      int made = flow.arc() - linkOpens.length;
      for (int period = 0; period < periods; period++) {
        if (firstDay[period] >= flow.first() && firstDay[period] < flow.after()) {
          if (made < 0) {
            link[period][flow.arc()] = flow.rate();
          } else {
            recipe[period][made] = flow.rate();
          }
        }
      }
      if (flow.rate() > 0 && made < 0) {
        linkOpens[flow.arc()] = opens(flow.arc());
      } else if (flow.rate() > 0) {
        recipeOpens[made] = opens(flow.arc());
      }
    }
    return new Planned(
        firstDay,
        link,
        recipe,
        unplanned(periods, chain.inputs().count()),
        unplanned(periods, chain.demands().count()),
        linkOpens,
        recipeOpens);
  }

  private static double[][] unplanned(int periods, int rows) {
    double[][] rates = new double[periods][rows];
    for (double[] period : rates) {
      Arrays.fill(period, Double.NaN);
    }
    return rates;
  }

  private String text(int row, String column) {
    return table.texts(column).get(row);
  }

  private double number(int row, String column) {
    return numbers.computeIfAbsent(column, this::numbers)[row];
  }

  /** A column as numbers; NaN where a cell is blank or none. */
  private double[] numbers(String column) {
    if (table.isNumeric(column)) {
      return table.numbers(column);
    }
    return table.texts(column).stream().mapToDouble(PlanFile::parsed).toArray();
  }

  private static double parsed(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private void fault(String code, int row, String column, String... arguments) {
    fault(code, table.line(row), column, text(row, column), arguments);
  }

  private void fault(
      String code, long line, String column, @Nullable String value, String... arguments) {
    faults.add(
        new Finding(
            Severity.ERROR,
            code,
            table.file(),
            line,
            column,
            value,
            Message.of(Refusal.BUNDLE, code, arguments),
            Message.of(Refusal.BUNDLE, code + ".mend", arguments)));
  }
}
