package tenon.respond;

import java.util.ArrayList;
import java.util.List;
import tenon.numeric.Engine;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;
import tenon.twin.site.Rules;

/**
 * The first objective once more, slowly and plainly: every day a period, every node of the chain, a
 * column for every stock, lead times counted out day by day, solved from scratch by another engine.
 * It shares the rules of the scenario and the usual flows with the plan, and nothing else.
 */
final class PlainDailyProgramme {
  private final Setting setting;
  private final Rules rules;
  private final LinearProgramBuilder builder = LinearProgram.minimise().engine(Engine.CLP);
  private final int days;
  private final boolean reacts;
  private final int[][] flow;
  private final int[][] use;

  PlainDailyProgramme(Setting setting, boolean reacts) {
    this.setting = setting;
    this.reacts = reacts;
    rules = setting.rules;
    days = rules.days();
    flow = new int[rules.arcs()][days];
    use = new int[rules.chain().inputs().count()][days];
  }

  /** Least weighted loss, with waiting, in money. */
  double loss() {
    for (int arc = 0; arc < rules.arcs(); arc++) {
      for (int day = 0; day < days; day++) {
        double usual = setting.usual.flow(arc);
        double limit = setting.limitPerDay(arc, day);
        boolean own = reacts && day >= setting.decisionDay;
        flow[arc][day] = builder.column(0, own ? limit : Math.min(limit, usual), 0);
        for (int[] group : rules.groups(arc)) {
          recipe(arc, group, day);
        }
      }
    }
    double offset = 0;
    for (int node = 0; node < rules.nodes(); node++) {
      offset += node(node);
    }
    try (LinearProgram program = builder.build()) {
      Solution solution = program.solve();
      return solution.objective() + offset;
    }
  }

  private void recipe(int arc, int[] group, int day) {
    List<Integer> columns = new ArrayList<>();
    for (int input : group) {
      use[input][day] = builder.column(0, Double.POSITIVE_INFINITY, 0);
      columns.add(use[input][day]);
    }
    if (!rules.essential(group[0])) {
      double price = 1e-4 * setting.worth.perDay / setting.scale(arc);
      columns.add(builder.column(0, Double.POSITIVE_INFINITY, price));
    }
    columns.add(flow[arc][day]);
    double[] ones = new double[columns.size()];
    java.util.Arrays.fill(ones, 1);
    ones[ones.length - 1] = -1;
    builder.row(0, 0, columns.stream().mapToInt(Integer::intValue).toArray(), ones);
  }

  private double node(int node) {
    double offset = 0;
    double[] constant = new double[days];
    List<List<Integer>> columns = new ArrayList<>();
    List<List<Double>> units = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      columns.add(new ArrayList<>());
      units.add(new ArrayList<>());
    }
    for (int arc : rules.into(node)) {
      for (int day = 0; day < Math.min(days, rules.leadDays(arc)); day++) {
        constant[day] += setting.usual.flow(arc) * kept(arc, 0, day);
      }
      for (int day = 0; day < days; day++) {
        int arrives = day + rules.leadDays(arc) + rules.longerDays(arc, day);
        if (arrives < days) {
          columns.get(arrives).add(flow[arc][day]);
          units.get(arrives).add(kept(arc, day + 1, arrives));
        }
      }
    }
    int before = -1;
    for (int day = 0; day < days; day++) {
      List<Integer> at = columns.get(day);
      List<Double> by = units.get(day);
      List<Integer> out = new ArrayList<>();
      List<Double> per = new ArrayList<>();
      for (int link : rules.out(node)) {
        out.add(flow[link][day]);
        per.add(-1.0);
      }
      for (int input : rules.uses(node)) {
        out.add(use[input][day]);
        per.add(-rules.inputPerUnit(input));
      }
      for (int demand : rules.demandsAt(node)) {
        offset += demand(demand, day, out, per);
      }
      double pass = rules.passLimitPerDay(node, day);
      if (Double.isFinite(pass) && !out.isEmpty()) {
        row(out, per, -pass, Double.POSITIVE_INFINITY);
      }
      at.addAll(out);
      by.addAll(per);
      double kept = rules.stockKept(node, day);
      double given = constant[day] + (day == 0 ? kept * rules.startStock(node) : 0);
      int stock = builder.column(0, Double.POSITIVE_INFINITY, 0);
      at.add(stock);
      by.add(-1.0);
      if (before >= 0) {
        at.add(before);
        by.add(kept);
      }
      before = stock;
      row(at, by, -given, -given);
    }
    return offset;
  }

  private double kept(int arc, int from, int until) {
    double kept = 1;
    for (int day = from; day <= until; day++) {
      kept *= rules.wayKept(arc, day);
    }
    return kept;
  }

  private int waitingBefore;

  private double demand(int demand, int day, List<Integer> out, List<Double> per) {
    double asked = setting.usual.served(demand) * rules.demandFactor(demand, day);
    double weight = setting.worth.weight(demand);
    out.add(0);
    per.add(-1.0);
    if (rules.lost(demand)) {
      out.set(out.size() - 1, builder.column(0, asked, -weight));
      return weight * asked;
    }
    int served = builder.column(0, Double.POSITIVE_INFINITY, 0);
    out.set(out.size() - 1, served);
    double price = weight * (setting.worth.waitingPerDay + (day == days - 1 ? 1 : 0));
    int waiting = builder.column(0, Double.POSITIVE_INFINITY, price);
    if (day == 0) {
      builder.row(asked, asked, new int[] {waiting, served}, new double[] {1, 1});
    } else {
      builder.row(
          asked, asked, new int[] {waiting, served, waitingBefore}, new double[] {1, 1, -1});
    }
    waitingBefore = waiting;
    return 0;
  }

  private void row(List<Integer> at, List<Double> by, double least, double most) {
    builder.row(
        least,
        most,
        at.stream().mapToInt(Integer::intValue).toArray(),
        by.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
