package tenon.respond;

import java.util.Arrays;
import tenon.twin.site.Rules;

/** Weighs the objectives of a programme against each other, and brings each near 1. */
final class Weighing {
  /** Share of the mean cost that a change against the usual flow weighs. */
  private static final double NERVOUS = 1e-3;

  /** Of equal losses the later one is chosen: weight beside a change, at the end of the horizon. */
  private static final double EARLY = 0.1;

  /**
   * Price of a day's use less at the end, on hand or under way, beside the mean cost: dear enough
   * that stock after the horizon is used to save losses alone.
   */
  private static final double END = 10;

  private final Programme programme;
  private final Setting setting;
  private final Rules rules;
  private final Columns columns;

  Weighing(Programme programme) {
    this.programme = programme;
    setting = programme.setting;
    rules = programme.rules;
    columns = programme.columns;
  }

  /** Weighs all; money that a unit of the cost stands for afterwards. */
  double weigh() {
    blend();
    double unit = bringCostsNearOne();
    bringNearOne(columns.co2);
    bringNearOne(columns.share);
    bringNearOne(columns.change);
    weighEnd();
    double nervous = unit > 0 ? NERVOUS : 1;
    for (int period = 0; period < programme.timeline.periods(); period++) {
      weighChanges(period, nervous * programme.timeline.days(period));
    }
    return unit > 0 ? unit : 1;
  }

  /** Adds further goals to the first objective where they are weighed against it. */
  private void blend() {
    if (!setting.goals.weighted()) {
      return;
    }
    for (Goals.Goal goal : setting.goals.order()) {
      double weight = setting.goals.against(goal) / setting.worth.perDay;
      double[] by = columns.objective(goal);
      for (int column = 0; column < columns.count && goal != Goals.Goal.SHORTFALL; column++) {
        columns.loss[column] += weight * by[column];
      }
    }
  }

  /** The mean cost of a column that has one; 0 where none has. */
  private double bringCostsNearOne() {
    double sum = 0;
    int count = 0;
    for (int column = 0; column < columns.count; column++) {
      boolean flows = columns.cost[column] > 0 && !columns.aside[column];
      sum += flows ? columns.cost[column] : 0;
      count += flows ? 1 : 0;
    }
    double unit = count > 0 ? sum / count : 1;
    for (int column = 0; column < columns.count; column++) {
      columns.cost[column] /= unit;
    }
    return count > 0 ? unit : 0;
  }

  private void bringNearOne(double[] objective) {
    double mean =
        Arrays.stream(objective, 0, columns.count).filter(one -> one > 0).average().orElse(1);
    for (int column = 0; column < columns.count; column++) {
      objective[column] /= mean;
    }
  }

  private void weighEnd() {
    for (int node = 0; node < rules.nodes(); node++) {
      columns.weigh(programme.at.endShort[node], END);
      columns.weigh(programme.at.pipelineShort[node], END);
    }
  }

  private void weighChanges(int period, double change) {
    Layout at = programme.at;
    for (int arc = 0; arc < rules.arcs(); arc++) {
      columns.weigh(at.base[arc][period], -change);
      columns.weigh(at.extra[arc][period], change);
      for (int[] group : rules.groups(arc)) {
        for (int input : group) {
          boolean unusual = setting.usual.input(input) == 0;
          columns.weigh(at.with[input][period], unusual ? change : 0);
        }
      }
    }
    double late = EARLY * change * programme.timeline.start(period) / rules.days();
    for (int demand = 0; demand < rules.demands(); demand++) {
      columns.weigh(at.served[demand][period], late);
      columns.weigh(at.catchUp[demand][period], late);
    }
  }
}
