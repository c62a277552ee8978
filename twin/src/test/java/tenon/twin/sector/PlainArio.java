package tenon.twin.sector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.model.IndustryTable;

/**
 * The adaptive regional input-output model as its formulas stand on the page of the method: whole
 * matrices, no sums carried on, stocks of 90 days, capital of four years' value added, a year of
 * 365 steps of a day. Slow on purpose, and written apart from the model under test.
 */
public final class PlainArio {
  private static final double PSI = 0.8;
  private static final double COVER = 90;
  private static final double RESTORED = 60;
  private static final double TAU = 365;
  private static final double MOST = 1.25;
  private static final double REST = 1e-5;

  private final IndustryTable table;
  private final boolean alternative;
  private final boolean rounding;
  private final List<ArioEvent> events;
  private final int n;
  private final int sectors;
  private final int[] sectorOf;

  /** Days, then industries. */
  public final List<double[]> production = new ArrayList<>();

  public final List<double[]> capacity = new ArrayList<>();
  public final List<double[]> overproduction = new ArrayList<>();

  /** Days, then final uses. */
  public final List<double[]> unmet = new ArrayList<>();

  public PlainArio(
      IndustryTable table, boolean alternative, boolean rounding, List<ArioEvent> events) {
    this.table = table;
    this.alternative = alternative;
    this.rounding = rounding;
    this.events = events;
    n = table.count();
    sectors = table.sectors().size();
    sectorOf = new int[n];
    for (int i = 0; i < n; i++) {
      sectorOf[i] = table.sectors().indexOf(table.industries().get(i).sector());
    }
  }

  /** Adds up, for a customer, what the makers of a sector send. */
  private double bySector(double[][] flow, int sector, int customer) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += sectorOf[i] == sector ? flow[i][customer] : 0;
    }
    return sum;
  }

  private static boolean close(double one, double other) {
    return Math.abs(one - other) <= 1e-8 + 1e-5 * Math.abs(other);
  }

  /** Runs all days. */
  public PlainArio run(int steps) {
    int uses = table.finalUses().size();
    double[] usual = new double[n];
    double[] capital = new double[n];
    double[][] flow = new double[n][n];
    double[][] used = new double[n][uses];
    double[][] needs = new double[sectors][n];
    double[][] stock = new double[sectors][n];
    for (int i = 0; i < n; i++) {
      usual[i] = table.output(i) / 365;
      double bought = 0;
      for (int j = 0; j < n; j++) {
        bought += table.intermediate(j, i);
        flow[i][j] = table.intermediate(i, j) / 365;
      }
      for (int f = 0; f < uses; f++) {
        used[i][f] = table.finalDemand(i, f) / 365;
      }
      capital[i] = 4 * Math.max(0, table.output(i) - bought);
    }
    for (int s = 0; s < sectors; s++) {
      for (int j = 0; j < n; j++) {
        needs[s][j] = bySector(flow, s, j) / usual[j];
        stock[s][j] = COVER * usual[j] * needs[s][j];
      }
    }
    // What is to be rebuilt, by event, supplier and owner.
    double[][][] broken = new double[events.size()][n][n];
    for (int e = 0; e < events.size(); e++) {
      if (events.get(e).end() instanceof ArioEvent.Rebuild rule) {
        for (int i = 0; i < n; i++) {
          double share = rule.shares().getOrDefault(table.industries().get(i).sector(), 0.0);
          for (int j = 0; j < n; j++) {
            double all = bySector(flow, sectorOf[i], j);
            double part = all == 0 ? 0 : flow[i][j] / all;
            broken[e][i][j] = part * share * events.get(e).lost()[j] * rule.factor();
          }
        }
      }
    }
    double[][] orders = copy(flow);
    double[] over = new double[n];
    Arrays.fill(over, 1);
    double[] made = usual.clone();
    for (int t = 0; t < steps; t++) {
      double[] lost = new double[n];
      double[][][] asked = new double[events.size()][n][n];
      for (int e = 0; e < events.size(); e++) {
        ArioEvent event = events.get(e);
        if (event.end() instanceof ArioEvent.Recovery recovery && t >= event.occurrence()) {
          double since = t - event.occurrence() - event.duration() - 1;
          double left = since <= 0 ? 1 : Math.max(0, 1 - since / recovery.tau());
          for (int j = 0; j < n; j++) {
            lost[j] += left * event.lost()[j];
          }
        } else if (event.end() instanceof ArioEvent.Rebuild rule) {
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
              lost[j] += t >= event.occurrence() ? broken[e][i][j] / rule.factor() : 0;
              boolean open = t >= event.occurrence() + event.duration();
              asked[e][i][j] = open ? broken[e][i][j] / rule.tau() : 0;
            }
          }
        }
      }
      double[] demand = new double[n];
      double[] cap = new double[n];
      double[] wanted = new double[n];
      double[] served = new double[n];
      for (int i = 0; i < n; i++) {
        demand[i] = sum(orders[i]) + sum(used[i]);
        for (double[][] each : asked) {
          demand[i] += sum(each[i]);
        }
        if (t > 1) {
          double z = (demand[i] - made[i]) / demand[i];
          over[i] += (MOST - over[i]) * z / TAU + (z == 0 ? (1 - over[i]) / TAU : 0);
          over[i] = Math.max(1, over[i]);
        }
        double share = capital[i] == 0 ? 0 : Math.min(1, lost[i] / capital[i]);
        cap[i] = usual[i] * (1 - share) * over[i];
        wanted[i] = Math.min(demand[i], cap[i]);
      }
      made = new double[n];
      for (int j = 0; j < n; j++) {
        double least = 1;
        for (int s = 0; s < sectors; s++) {
          double yearly = needs[s][j] * usual[j] * 365;
          double floor = PSI * COVER * wanted[j] * needs[s][j];
          if (yearly > 1e-5 * usual[j] && floor > 0) {
            least = Math.min(least, stock[s][j] / floor);
          }
        }
        made[j] = wanted[j] * Math.max(0, least);
        served[j] = made[j] / demand[j];
      }
      double[] missing = new double[uses];
      double[][] sent = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int f = 0; f < uses; f++) {
          missing[f] += used[i][f] - used[i][f] * served[i];
        }
        for (int j = 0; j < n; j++) {
          sent[i][j] = orders[i][j] * served[i];
        }
      }
      boolean moved = !rounding;
      for (int s = 0; s < sectors; s++) {
        for (int j = 0; j < n; j++) {
          moved |= !close(bySector(sent, s, j), made[j] * needs[s][j]);
        }
      }
      for (int s = 0; moved && s < sectors; s++) {
        for (int j = 0; j < n; j++) {
          stock[s][j] += bySector(sent, s, j) - made[j] * needs[s][j];
        }
      }
      for (int e = 0; e < events.size(); e++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            double got = asked[e][i][j] * served[i];
            broken[e][i][j] -= got;
            asked[e][i][j] -= got;
            if (rounding && t >= events.get(e).occurrence() + events.get(e).duration()) {
              broken[e][i][j] = broken[e][i][j] < REST ? 0 : broken[e][i][j];
            }
          }
        }
      }
      production.add(made.clone());
      capacity.add(cap);
      overproduction.add(over.clone());
      unmet.add(missing);
      orders = orders(flow, usual, needs, stock, orders, used, asked, cap, made);
    }
    return this;
  }

  private double[][] orders(
      double[][] flow,
      double[] usual,
      double[][] needs,
      double[][] stock,
      double[][] before,
      double[][] used,
      double[][][] asked,
      double[] cap,
      double[] made) {
    double[] wanted = new double[n];
    for (int i = 0; i < n; i++) {
      double demand = sum(before[i]) + sum(used[i]);
      for (double[][] each : asked) {
        demand += sum(each[i]);
      }
      wanted[i] = Math.min(demand, cap[i]);
    }
    boolean full = rounding;
    for (int s = 0; s < sectors; s++) {
      for (int j = 0; j < n; j++) {
        full &= close(stock[s][j], wanted[j] * needs[s][j] * COVER);
      }
    }
    double[][] weight = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        weight[i][j] = flow[i][j] * (alternative ? cap[i] / usual[i] : 1);
      }
    }
    double[][] orders = new double[n][n];
    for (int i = 0; i < n; i++) {
      int s = sectorOf[i];
      for (int j = 0; j < n; j++) {
        double gap = full ? 0 : Math.max(0, COVER * wanted[j] * needs[s][j] - stock[s][j]);
        double all = bySector(weight, s, j);
        double share = all == 0 ? 0 : weight[i][j] / all;
        orders[i][j] = share * (gap / RESTORED + made[j] * needs[s][j]);
      }
    }
    return orders;
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  private static double sum(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    return sum;
  }
}
