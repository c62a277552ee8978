package tenon.twin.site;

import java.util.Arrays;
import java.util.Random;

/** Random plans: periods of random length, random rates on some nodes, others left alone. */
final class RandomPlan {
  private final Random random;
  private final Network network;
  private final boolean[] planned;

  private RandomPlan(Network network, long seed) {
    this.network = network;
    random = new Random(seed);
    planned = new boolean[network.nodes];
    for (int node = 0; node < planned.length; node++) {
      planned[node] = random.nextDouble() < 0.8;
    }
  }

  static Planned of(Network network, int days, long seed) {
    return new RandomPlan(network, seed).draw(days);
  }

  private Planned draw(int days) {
    int[] firstDay = random.ints(2 + random.nextInt(5), 0, days).distinct().sorted().toArray();
    firstDay = firstDay.length == 1 ? new int[] {firstDay[0], days} : firstDay;
    int periods = firstDay.length - 1;
    double[][] links = new double[periods][network.links];
    double[][] recipes = new double[periods][network.chain.recipes().count()];
    double[][] inputs = new double[periods][network.inputs()];
    double[][] served = new double[periods][network.demands()];
    for (int period = 0; period < periods; period++) {
      for (int arc = 0; arc < network.links + recipes[period].length; arc++) {
        boolean link = network.isLink(arc);
        double rate = rate(network.head[arc], network.usualFlow(arc));
        (link ? links : recipes)[period][link ? arc : arc - network.links] = rate;
      }
      for (int input = 0; input < network.inputs(); input++) {
        int arc = network.inputArc[input];
        double usual = network.usualFlow(arc) * network.inputPerUnit[input];
        inputs[period][input] = rate(network.head[arc], usual);
      }
      for (int demand = 0; demand < network.demands(); demand++) {
        double mean = network.chain.demands().meanPerDay(demand);
        served[period][demand] = rate(network.demandNode[demand], mean);
      }
    }
    return new Planned(
        firstDay, links, recipes, inputs, served, days(network.links), days(recipes[0].length));
  }

  private double rate(int node, double usual) {
    if (!planned[node]) {
      return Double.NaN;
    }
    return random.nextDouble() < 0.2 ? 0 : (usual + 1) * 1.5 * random.nextDouble();
  }

  private double[] days(int rows) {
    double[] days = new double[rows];
    Arrays.setAll(days, _ -> random.nextInt(30));
    return days;
  }
}
