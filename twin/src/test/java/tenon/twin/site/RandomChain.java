package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Scenario;
import tenon.model.Share;

/**
 * Random chains of three tiers with all that the engine knows: recipes, substitutes, standby
 * sources, drawn lead times, capacities, every policy, lost sales, now and then a cycle; and a
 * random scenario on each.
 */
public final class RandomChain {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> sites = new ArrayList<>();
  private final List<String> links = new ArrayList<>();

  public RandomChain(long seed) {
    random = new Random(seed);
    int raws = 2 + random.nextInt(3);
    int plants = 1 + random.nextInt(3);
    int shops = 1 + random.nextInt(3);
    for (int raw = 0; raw < raws; raw++) {
      supplier("Raw" + raw, "ore" + raw % 3);
    }
    for (int plant = 0; plant < plants; plant++) {
      plant(plant, raws);
    }
    for (int shop = 0; shop < shops; shop++) {
      shop(shop, plants);
    }
    if (chance(0.2)) {
      line("Shop0 -> Plant0: part, share .3, lead %d", random.nextInt(2));
    }
  }

  /** The lines of {@link DrawnChain}. */
  public String text() {
    return text.toString();
  }

  private void supplier(String site, String product) {
    sites.add(site);
    line("%s in land of Diggers", site);
    if (chance(0.5)) {
      line(
          "%s makes %s, cap %d, cycle %d%s",
          site, product, number(5, 60), number(0, 3), maybeStock(site, product));
    }
  }

  private void plant(int plant, int raws) {
    String site = "Plant" + plant;
    sites.add(site);
    String first = "ore" + random.nextInt(Math.min(3, raws));
    String second = "ore" + random.nextInt(Math.min(3, raws));
    boolean two = !first.equals(second);
    String inputs = "1 " + first + (two ? chance(0.5) ? "|" + second : " + 2 " + second : "");
    line(
        "%s makes part: %s, cap %d, cycle %d, yield .8", site, inputs, number(5, 40), number(0, 2));
    if (chance(0.3)) {
      line(
          "%s makes part: 2 %s?, id spare%d, cap 10, standby %d", site, first, plant, number(0, 4));
    }
    maybeStock(site, "part");
    for (int raw = 0; raw < raws; raw++) {
      String product = "ore" + raw % 3;
      if (product.equals(first) || product.equals(second)) {
        link("Raw" + raw, site, product);
      }
    }
    maybeStock(site, first);
  }

  private void shop(int shop, int plants) {
    String site = "Shop" + shop;
    sites.add(site);
    for (int plant = 0; plant < plants; plant++) {
      link("Plant" + plant, site, "part");
    }
    maybeStock(site, "part");
    String[] laws = {
      "normal", "gamma", "poisson", "lognormal", "deterministic", "negative_binomial"
    };
    line(
        "%s sells part: %d, sd %d, law %s%s%s",
        site,
        number(1, 12),
        number(1, 5),
        laws[random.nextInt(laws.length)],
        chance(0.5) ? ", lost 2" : "",
        ", margin 3");
  }

  private void link(String from, String to, String product) {
    String id = from + ">" + to + ":" + product;
    links.add(id);
    line(
        "%s -> %s: %s, lead %d%s%s%s",
        from,
        to,
        product,
        number(0, 4),
        chance(0.3) ? ", sd 1.5" : "",
        chance(0.3) ? ", cap " + number(3, 20) : "",
        chance(0.2) ? ", standby " + number(0, 5) : "");
  }

  private String maybeStock(String site, String product) {
    String[] policies = {"base_stock", "s_S", "R_Q"};
    if (chance(0.6)) {
      int point = number(3, 40);
      line(
          "%s holds %s: %d, reorder %s, upto %s, policy %s",
          site,
          product,
          number(0, 60),
          // No round numbers: a position that meets a level exactly would be decided by rounding.
          point + random.nextDouble(),
          point + number(2, 30) + random.nextDouble(),
          policies[random.nextInt(policies.length)]);
    }
    return "";
  }

  /** A scenario on the chain; each call draws another. */
  public Scenario scenario(int days) {
    List<Disruption> disruptions = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      disruptions.add(disruption(days));
    }
    return new Scenario("random", new Days(days), disruptions);
  }

  private Disruption disruption(int days) {
    Window window = window(days);
    Target target = target();
    return switch (random.nextInt(6)) {
      case 0 -> new Disruption.CapacityLoss(target, window, new Share(random.nextInt(5) / 4.0));
      case 1 -> new Disruption.LinkClosure(target, window);
      case 2 -> new Disruption.DemandChange(target, window, random.nextInt(4) / 1.5);
      case 3 -> new Disruption.Delay(target, window, new Days(random.nextInt(5)));
      case 4 -> new Disruption.StockLoss(target, window, new Share(random.nextInt(5) / 4.0));
      default -> new Disruption.OrderPause(target, window);
    };
  }

  private Window window(int days) {
    Days start = new Days(random.nextInt(days));
    Days duration = new Days(1 + random.nextInt(days / 2));
    Disruption.Recovery shape = List.of(Disruption.Recovery.values()).get(random.nextInt(3));
    return shape == Disruption.Recovery.STEP
        ? new Window(start, duration)
        : new Window(start, duration, shape, new Days(1 + random.nextInt(10)));
  }

  private Target target() {
    return switch (random.nextInt(4)) {
      case 0 -> new Target(Target.Kind.LINK, links.get(random.nextInt(links.size())));
      case 1 -> new Target(Target.Kind.PRODUCT, "part");
      case 2 -> new Target(Target.Kind.REGION, "land");
      default -> new Target(Target.Kind.SITE, sites.get(random.nextInt(sites.size())));
    };
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private int number(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would cost a dependency
  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
