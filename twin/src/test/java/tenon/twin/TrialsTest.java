package tenon.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Progress;
import tenon.model.Resource;

/** Trials on a programme that stands, against the exposure of the chain that is built anew. */
final class TrialsTest {
  private static ExposureSpec spec() {
    return ExposureSpec.standard().withThreads(2);
  }

  private static double[] plain(Chain chain) {
    return Exposure.assess(chain, spec(), Progress.NONE).sites().stream()
        .mapToDouble(SiteExposure::priority)
        .toArray();
  }

  private record Case(Trial trial, Chain changed) {}

  private static List<Case> cases(Chain chain, Random random) {
    List<Integer> all = IntStream.range(0, chain.sites().count()).boxed().toList();
    List<Case> cases = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      int link = random.nextInt(chain.links().count());
      if (!chain.links().closed(link)) {
        cases.add(
            new Case(
                new Trial(new Trial.Link(link), 0, all),
                ChainEdit.of(chain).set(Resource.SOURCING, link, "status", "closed").chain()));
      }
      int recipe = random.nextInt(chain.recipes().count());
      if (!chain.recipes().standby(recipe)
          || !(chain.recipes().capacityPerDay(recipe) < Double.POSITIVE_INFINITY)) {
        double value = random.nextInt(20);
        cases.add(
            new Case(
                new Trial(new Trial.Recipe(recipe), value, all),
                ChainEdit.of(chain)
                    .set(Resource.RECIPES, recipe, "capacity_per_day", value)
                    .chain()));
      }
      int site = random.nextInt(chain.sites().count());
      double days = random.nextInt(50);
      cases.add(
          new Case(
              new Trial(new Trial.Recovering(site), days, all),
              ChainEdit.of(chain).set(Resource.SITES, site, "ttr_days", days).chain()));
      int supplier = chain.links().supplier(link);
      int product = chain.links().product(link);
      boolean stocked =
          IntStream.range(0, chain.stocks().count())
              .anyMatch(
                  s -> chain.stocks().site(s) == supplier && chain.stocks().product(s) == product);
      if (!stocked) {
        double units = random.nextInt(100);
        String siteKey = chain.sites().keys().key(supplier);
        String productKey = chain.products().keys().key(product);
        cases.add(
            new Case(
                new Trial(new Trial.Stock(supplier, product), units, all),
                ChainEdit.of(chain)
                    .add(
                        Resource.STOCKS,
                        b ->
                            b.set("site_id", siteKey)
                                .set("product_id", productKey)
                                .set("on_hand", units))
                    .chain()));
      }
    }
    return cases;
  }

  @Test
  void trialsAgreeWithTheChangedChainBuiltAnew() {
    int compared = 0;
    for (long seed = 0; seed < 150; seed++) {
      Chain chain = ChainText.chain(RandomChains.draw(seed));
      List<Case> cases = cases(chain, new Random(seed));
      assertThat(Trials.base(chain, spec(), Progress.NONE).priorities())
          .as("seed " + seed)
          .containsExactly(plain(chain), within(1e-6));
      List<double[]> tried =
          Trials.of(chain, spec(), cases.stream().map(Case::trial).toList(), Progress.NONE);
      for (int n = 0; n < cases.size(); n++) {
        double[] expected = plain(cases.get(n).changed());
        for (int site = 0; site < expected.length; site++) {
          assertThat(tried.get(n)[site])
              .as("seed " + seed + ", " + cases.get(n).trial() + ", site " + site)
              .isCloseTo(expected[site], within(1e-6 * Math.max(1, expected[site])));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  /**
   * Chains that cannot serve all demand, every unit of which earns the same, so that many ways of
   * going short cost the same: who does is told by the demands alone, whatever was solved before.
   */
  @Test
  void whoGoesShortDoesNotHangOnTheWayThere() {
    for (long seed = 0; seed < 60; seed++) {
      Chain chain = equalMargins(ChainText.chain(RandomChains.draw(seed)));
      List<Case> cases = cases(chain, new Random(seed));
      List<double[]> tried =
          Trials.of(chain, spec(), cases.stream().map(Case::trial).toList(), Progress.NONE);
      for (int n = 0; n < cases.size(); n++) {
        double[] expected = plain(cases.get(n).changed());
        for (int site = 0; site < expected.length; site++) {
          assertThat(tried.get(n)[site])
              .as("seed " + seed + ", " + cases.get(n).trial() + ", site " + site)
              .isCloseTo(expected[site], within(1e-6 * Math.max(1, expected[site])));
        }
      }
    }
  }

  /** The chain with demand beyond its capacity, every unit of which earns one. */
  private static Chain equalMargins(Chain chain) {
    ChainEdit edit = ChainEdit.of(chain);
    for (int product = 0; product < chain.products().count(); product++) {
      edit = edit.set(Resource.PRODUCTS, product, "margin_per_unit", 1.0);
    }
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      double more = 3 * chain.demands().meanPerDay(demand);
      edit = edit.set(Resource.DEMAND, demand, "mean_per_day", more);
    }
    return edit.chain();
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    Chain chain = ChainText.chain(RandomChains.draw(3));
    List<Trial> trials =
        IntStream.range(0, 4)
            .boxed()
            .flatMap(seed -> cases(chain, new Random(seed)).stream())
            .map(Case::trial)
            .toList();
    List<double[]> one = Trials.of(chain, spec().withThreads(1), trials, Progress.NONE);
    List<double[]> five = Trials.of(chain, spec().withThreads(5), trials, Progress.NONE);
    for (int n = 0; n < one.size(); n++) {
      assertThat(five.get(n)).containsExactly(one.get(n));
    }
  }
}
