package tenon.study.cascade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tenon.model.Message;
import tenon.study.chart.NetworkChart;
import tenon.study.chart.NetworkChart.Flow;
import tenon.study.chart.NetworkChart.Knot;
import tenon.twin.firm.Communities;
import tenon.twin.firm.FirmNetwork;

/**
 * A network of firms in few knots, so that a picture stays readable however large it is: up to 60
 * firms each their own; of more, those that weigh most by themselves and all others by community,
 * small communities together.
 */
final class NetworkView {
  private static final String BUNDLE = "tenon.study.cascade.words";
  private static final int EACH = 60;
  private static final int NAMED = 20;
  private static final int COMMUNITIES = 30;

  /** From 1 to 0.5, 0.2, 0.1. */
  private static final List<BigDecimal> STEPS =
      List.of(new BigDecimal("0.5"), new BigDecimal("0.4"), new BigDecimal("0.5"));

  private final FirmSource.Firms firms;
  private final FirmNetwork network;
  private final int[] knot;
  private final List<String> names = new ArrayList<>();
  private final double[] size;

  /**
   * Joins the firms.
   *
   * @param weight by firm: those with the most are drawn by themselves
   */
  NetworkView(FirmSource.Firms firms, Communities communities, double[] weight, Locale locale) {
    this.firms = firms;
    network = firms.network();
    int n = network.firms();
    knot = new int[n];
    Arrays.fill(knot, -1);
    IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer firm) -> -weight[firm]))
        .limit(n <= EACH ? n : NAMED)
        .forEach(
            firm -> {
              knot[firm] = names.size();
              names.add(firms.firms().key(firm));
            });
    join(communities, locale);
    size = sums(network::output);
  }

  private void join(Communities communities, Locale locale) {
    double[] output = new double[communities.groups()];
    for (int firm = 0; firm < knot.length; firm++) {
      output[communities.group(firm)] += knot[firm] < 0 ? network.output(firm) + 1e-12 : 0;
    }
    int[] place = new int[output.length];
    Arrays.fill(place, -1);
    int alone = names.size();
    int drawn = 0;
    List<Integer> order =
        IntStream.range(0, output.length)
            .boxed()
            .filter(group -> output[group] > 0)
            .sorted(Comparator.comparingDouble((Integer group) -> -output[group]))
            .toList();
    for (int group : order) {
      place[group] = alone + Math.min(drawn++, COMMUNITIES - 1);
    }
    Map<Integer, Map<Integer, Double>> sectors = new TreeMap<>();
    int[] count = new int[alone + Math.min(drawn, COMMUNITIES)];
    for (int firm = 0; firm < knot.length; firm++) {
      if (knot[firm] < 0) {
        knot[firm] = place[communities.group(firm)];
        count[knot[firm]]++;
        sectors
            .computeIfAbsent(knot[firm], key -> new TreeMap<>())
            .merge(network.sector(firm), network.output(firm), Double::sum);
      }
    }
    for (int at = alone; at < count.length; at++) {
      boolean rest = order.size() > COMMUNITIES && at == count.length - 1;
      int most =
          sectors.getOrDefault(at, Map.of()).entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse(0);
      names.add(
          Message.of(
                  BUNDLE,
                  rest ? "network.rest" : "network.group",
                  firms.sectors().key(most),
                  Integer.toString(count[at]))
              .in(locale));
    }
  }

  private double[] sums(IntToDoubleFunction amount) {
    double[] sums = new double[names.size()];
    for (int firm = 0; firm < knot.length; firm++) {
      sums[knot[firm]] += amount.applyAsDouble(firm);
    }
    return sums;
  }

  /** A value of no knot. */
  double[] unknown() {
    double[] unknown = new double[names.size()];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }

  /** Greatest value of any firm of each knot. */
  double[] greatest(double[] value) {
    double[] most = new double[names.size()];
    for (int firm = 0; firm < knot.length; firm++) {
      most[knot[firm]] = Math.max(most[knot[firm]], value[firm]);
    }
    return most;
  }

  /** Share of the output of each knot that is of the firms told; of their number without output. */
  double[] share(boolean[] told) {
    double[] part = sums(firm -> told[firm] ? network.output(firm) : 0);
    double[] some = sums(firm -> told[firm] ? 1 : 0);
    double[] all = sums(firm -> 1);
    for (int at = 0; at < part.length; at++) {
      part[at] = size[at] > 0 ? part[at] / size[at] : some[at] / all[at];
    }
    return part;
  }

  /**
   * What the darkest colour stands for, so that losses of a large network, which are small shares,
   * are told apart: the least of 1, 0.5, 0.2, 0.1 and so on that is not below any value.
   */
  static double scale(double[] value) {
    double most = 0;
    for (double each : value) {
      most = Double.isNaN(each) ? most : Math.max(most, each);
    }
    BigDecimal scale = BigDecimal.ONE;
    for (int nth = 0; most > 0 && nth < 2 * Double.MAX_EXPONENT; nth++) {
      BigDecimal next = scale.multiply(STEPS.get(nth % STEPS.size()));
      if (next.doubleValue() < most) {
        break;
      }
      scale = next;
    }
    return scale.doubleValue();
  }

  /** The picture, coloured by values from 0 to their {@link #scale}. */
  String draw(String unit, double[] value) {
    List<Knot> knots = new ArrayList<>();
    for (int at = 0; at < value.length; at++) {
      knots.add(new Knot(names.get(at), size[at], Math.clamp(value[at], 0, 1)));
    }
    double[][] amounts = new double[names.size()][names.size()];
    for (int firm = 0; firm < knot.length; firm++) {
      for (int sale = network.firstSale(firm); sale < network.firstSale(firm + 1); sale++) {
        amounts[knot[firm]][knot[network.customer(sale)]] += network.saleAmount(sale);
      }
    }
    List<Flow> flows = new ArrayList<>();
    for (int from = 0; from < amounts.length; from++) {
      for (int to = 0; to < amounts.length; to++) {
        if (amounts[from][to] > 0) {
          flows.add(new Flow(from, to, amounts[from][to]));
        }
      }
    }
    return NetworkChart.of(unit, knots, flows, scale(value));
  }
}
