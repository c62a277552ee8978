package tenon.twin.firm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tenon.model.Progress;

/**
 * What the cut of a link costs: the customer loses that supply, the supplier that sale, and the
 * losses travel on from both. The link is carved out as a firm of its own at each end (of the
 * supplier's sector towards the customer, of the customer's towards the supplier), and these two
 * firms, which weigh nothing in the measure, are closed. So under replacement the loss counts by
 * the link's share of what its sector makes.
 */
public final class CriticalLinks {
  private static final String TASK = "critical-links";

  private CriticalLinks() {}

  /**
   * A link and what its cut costs.
   *
   * @param amount value of the link, money
   * @param esri share of all output lost when it is cut
   */
  public record LinkLoss(
      int supplier, int customer, double amount, double esri, double esriDown, double esriUp) {}

  /**
   * Cuts the greatest links one after another.
   *
   * @param count number of links to cut, the greatest amounts first
   * @param progress hears of the links cut, as {@code critical-links}
   * @return costliest first; equal ones by supplier, then customer
   */
  public static List<LinkLoss> greatest(
      FirmNetwork network, CascadeSpec spec, int count, Progress progress) {
    int[] sales =
        IntStream.range(0, network.links())
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(network::saleAmount).reversed())
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    return cut(network, spec, sales, progress);
  }

  /**
   * Cuts given links one after another.
   *
   * @param sales links, as numbered by {@link FirmNetwork#firstSale}
   */
  public static List<LinkLoss> cut(
      FirmNetwork network, CascadeSpec spec, int[] sales, Progress progress) {
    LinkLoss[] losses = new LinkLoss[sales.length];
    AtomicLong done = new AtomicLong();
    List<Runnable> tasks = new ArrayList<>();
    int[] supplierOf = suppliers(network);
    for (int at = 0; at < sales.length; at++) {
      int place = at;
      tasks.add(
          () -> {
            losses[place] = cut(network, spec, supplierOf, sales[place]);
            progress.report(TASK, done.incrementAndGet(), sales.length);
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(spec.threads())) {
      Work.all(threads, tasks);
    }
    return Arrays.stream(losses)
        .sorted(
            Comparator.comparingDouble(LinkLoss::esri)
                .reversed()
                .thenComparingInt(LinkLoss::supplier)
                .thenComparingInt(LinkLoss::customer))
        .toList();
  }

  private static int[] suppliers(FirmNetwork network) {
    int[] supplierOf = new int[network.links()];
    for (int firm = 0; firm < network.firms(); firm++) {
      Arrays.fill(supplierOf, network.firstSale(firm), network.firstSale(firm + 1), firm);
    }
    return supplierOf;
  }

  private static LinkLoss cut(FirmNetwork network, CascadeSpec spec, int[] supplierOf, int sale) {
    FirmNetwork carved = carve(network, supplierOf, sale);
    int firms = network.firms();
    double[] weight = Arrays.copyOf(Cascade.weights(network), firms + 2);
    double[] lost = new double[firms + 2];
    lost[firms] = 1;
    lost[firms + 1] = 1;
    Outcome outcome = Cascade.runner(carved, spec, weight, null).run(lost);
    return new LinkLoss(
        supplierOf[sale],
        network.customer(sale),
        network.saleAmount(sale),
        outcome.esri,
        outcome.esriDown,
        outcome.esriUp);
  }

  /** The network with the link replaced by one from, and one to, a firm that is the link alone. */
  private static FirmNetwork carve(FirmNetwork network, int[] supplierOf, int sale) {
    int firms = network.firms();
    int links = network.links();
    int[] sector = Arrays.copyOf(network.sectorOfFirms(), firms + 2);
    sector[firms] = network.sector(supplierOf[sale]);
    sector[firms + 1] = network.sector(network.customer(sale));
    int[] from = Arrays.copyOf(supplierOf, links + 1);
    int[] to = Arrays.copyOf(network.sales.customer, links + 1);
    double[] amount = Arrays.copyOf(network.sales.amount, links + 1);
    from[links] = supplierOf[sale];
    to[links] = firms + 1;
    amount[links] = amount[sale];
    from[sale] = firms;
    return FirmNetwork.of(sector, network.sectors(), network.essentialClasses(), from, to, amount);
  }
}
