package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tenon.model.Chain;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.SiteNode;
import tenon.model.node.Station;

/** Random lines for the sites of a chain: batches, set-ups, breakdowns, scrap, full queues. */
final class RandomLines {
  private RandomLines() {}

  static Chain on(Chain chain, long seed) {
    Random random = new Random(seed);
    List<SiteNode> nodes = new ArrayList<>();
    for (int site = 0; site < chain.sites().count(); site++) {
      if (random.nextDouble() < 0.6) {
        nodes.add(node(chain, chain.sites().keys().key(site), random));
      }
    }
    return chain.with(nodes);
  }

  private static SiteNode node(Chain chain, String site, Random random) {
    List<SiteNode.Product> products = new ArrayList<>();
    double[] lots = {1, 2.5, 5};
    double lot = lots[random.nextInt(3)];
    if (random.nextBoolean()) {
      for (int product = 0; product < chain.products().count(); product++) {
        String name = chain.products().keys().key(product);
        products.add(new SiteNode.Product(name, lots[random.nextInt(3)]));
      }
    }
    List<Station> stations = new ArrayList<>();
    for (int at = 1 + random.nextInt(3); at > 0; at--) {
      stations.add(station("S" + at, random));
    }
    Law arrivals = random.nextBoolean() ? Law.exponential(1) : Law.fixed(1);
    return new SiteNode(
        site,
        "nodes/" + site + ".yaml",
        "hour",
        8,
        random.nextInt(3) == 0,
        products,
        lot,
        NodeSpec.of(arrivals, stations, 100, 2));
  }

  private static Station station(String name, Random random) {
    int machines = 1 + random.nextInt(3);
    boolean batches = random.nextInt(4) == 0;
    int least = batches ? 1 + random.nextInt(2) : 1;
    int most = batches ? least + random.nextInt(3) : 1;
    double mean = machines * most * (0.1 + random.nextDouble());
    Law[] laws = {Law.fixed(mean), Law.exponential(mean), Law.erlang(mean, 2)};
    boolean full = random.nextInt(3) == 0;
    return new Station(
        name,
        machines,
        laws[random.nextInt(3)],
        least,
        most,
        full ? least + random.nextInt(3) : Integer.MAX_VALUE,
        batches || random.nextBoolean() ? null : Law.fixed(0.2),
        random.nextBoolean()
            ? null
            : new Station.Breakdown(Law.exponential(10), Law.exponential(1)),
        random.nextInt(3) == 0 ? 0.9 : 1,
        mean / most);
  }
}
