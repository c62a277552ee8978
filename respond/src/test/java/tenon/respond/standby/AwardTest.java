package tenon.respond.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.respond.standby.Award.Weights;

/** Orders by hand, and a plain search over whole units as oracle. */
class AwardTest {
  private static final double EXACT = 1e-9;

  private static Offer offer(int site, double most, double rate, double ready, double cost) {
    return new Offer(site, "own", -1, most, rate, ready, 0, cost, Double.NaN, 0.05);
  }

  /** Both work at once: 100 at 10 a day and 50 at 5 a day are there on day 10, not 15. */
  @Test
  void timeSplitsAnOrderOverLinesThatWorkSideBySide() {
    Award award =
        Award.cooperation(
            List.of(offer(0, 200, 10, 0, 1), offer(1, 100, 5, 0, 1)), 150, new Weights(0, 1, 0, 0));
    assertThat(award.parts()).extracting(Award.Part::quantity).containsExactly(100.0, 50.0);
    assertThat(award.days()).isCloseTo(10, within(EXACT));
  }

  /** A changeover of 6 days: the other line makes 60 first, then both share what is left. */
  @Test
  void aChangeoverComesBeforeTheFirstUnit() {
    Award award =
        Award.cooperation(
            List.of(offer(0, 200, 10, 0, 1), offer(1, 280, 20, 6, 1)),
            120,
            new Weights(0, 1, 0, 0));
    // 10 t + 20 (t - 6) = 120 at t = 8.
    assertThat(award.days()).isCloseTo(8, within(EXACT));
    assertThat(award.parts())
        .extracting(part -> part.offer().site(), part -> Math.rint(part.quantity() * 1e6) / 1e6)
        .containsExactlyInAnyOrder(tuple(0, 80.0), tuple(1, 40.0));
  }

  @Test
  void costAloneFillsTheCheapestFirst() {
    Award award =
        Award.cooperation(
            List.of(offer(0, 100, 10, 0, 3), offer(1, 70, 10, 0, 2), offer(2, 50, 1, 9, 2)),
            160,
            new Weights(1, 0, 0, 0));
    assertThat(award.parts())
        .extracting(part -> part.offer().site(), Award.Part::quantity)
        .containsExactly(tuple(1, 70.0), tuple(2, 50.0), tuple(0, 40.0));
  }

  @Test
  void competitionTakesWhoCanDeliverAllElseWhoDeliversMost() {
    List<Offer> offers = List.of(offer(0, 100, 10, 0, 1), offer(1, 160, 8, 0, 9));
    Weights cost = new Weights(1, 0, 0, 0);
    assertThat(Award.competition(offers, 100, cost).parts().getFirst().offer().site()).isZero();
    assertThat(Award.competition(offers, 101, cost).parts().getFirst().offer().site()).isOne();
    assertThat(Award.competition(offers, 500, cost).given()).isEqualTo(160);
    assertThat(Award.competition(List.of(), 5, cost).parts()).isEmpty();
  }

  /** The dear one said no: its cost scales nothing any more. */
  @Test
  void whoDeclinedDoesNotMoveTheScale() {
    Weights weights = new Weights(1, 1, 0, 0);
    List<Offer> two = List.of(offer(0, 100, 10, 0, 2), offer(1, 100, 5, 0, 1));
    List<Offer> three = new ArrayList<>(two);
    three.add(offer(2, 100, 1, 0, 1000).declined());
    assertThat(Award.cooperation(three, 90, weights))
        .isEqualTo(Award.cooperation(two, 90, weights));
  }

  /** Unit by unit to whoever bears the next one easiest: the plain way, in steps of one unit. */
  @Test
  void cooperationIsAsGoodAsUnitByUnit() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Offer> offers = new ArrayList<>();
      for (int site = 0; site < 2 + random.nextInt(5); site++) {
        offers.add(
            new Offer(
                site,
                "own",
                -1,
                random.nextInt(60),
                random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : 1 + random.nextInt(9),
                random.nextInt(10),
                random.nextInt(4),
                1 + random.nextInt(9),
                random.nextInt(900),
                random.nextDouble() / 5));
      }
      Weights weights =
          new Weights(
              random.nextInt(3), 1 + random.nextInt(2), random.nextInt(3), random.nextInt(3));
      double quantity = 1 + random.nextInt(120);
      Award award = Award.cooperation(offers, quantity, weights);
      double all = offers.stream().mapToDouble(Offer::quantity).sum();
      assertThat(award.given()).as("seed " + seed).isCloseTo(Math.min(quantity, all), within(1e-6));
      assertThat(award.parts())
          .as("seed " + seed)
          .allSatisfy(
              part ->
                  assertThat(part.quantity())
                      .isBetween(0.0, part.offer().quantity() * (1 + EXACT)));
      double[] plain = plain(offers, (int) Math.round(award.given()), quantity, weights);
      double worst = 0;
      for (Award.Part part : award.parts()) {
        worst = Math.max(worst, part.burden());
      }
      // No unit of the award is borne harder than the hardest of the plain way.
      assertThat(worst).as("seed " + seed).isLessThanOrEqualTo(plain[0] + 1e-6);
      double sum =
          award.parts().stream().mapToDouble(part -> burden(part, offers, quantity, weights)).sum();
      assertThat(sum).as("seed " + seed).isLessThanOrEqualTo(plain[1] + 1e-6);
    }
  }

  private static double first(Offer offer, List<Offer> offers, double quantity, Weights weights) {
    double all = weights.cost() + weights.time() + weights.distance() + weights.risk();
    List<Offer> able = offers.stream().filter(one -> one.quantity() > 0).toList();
    double cost = able.stream().mapToDouble(Offer::costPerUnit).max().orElse(1);
    double far = able.stream().mapToDouble(Offer::distanceKm).max().orElse(1);
    double risk = able.stream().mapToDouble(Offer::risk).max().orElse(1);
    return (weights.cost() * offer.costPerUnit() / cost
            + weights.time() * (offer.readyDays() + offer.transitDays()) / days(able, quantity)
            + weights.distance() * (far > 0 ? offer.distanceKm() / far : 0)
            + weights.risk() * offer.risk() / risk)
        / all;
  }

  private static double days(List<Offer> able, double quantity) {
    return able.stream()
        .mapToDouble(one -> one.daysFor(Math.min(one.quantity(), quantity)))
        .max()
        .orElse(1);
  }

  private static double rise(Offer offer, List<Offer> offers, double quantity, Weights weights) {
    double all = weights.cost() + weights.time() + weights.distance() + weights.risk();
    List<Offer> able = offers.stream().filter(one -> one.quantity() > 0).toList();
    return weights.time() / all / days(able, quantity) / offer.ratePerDay();
  }

  private static double burden(
      Award.Part part, List<Offer> offers, double quantity, Weights weights) {
    double units = part.quantity();
    return units * first(part.offer(), offers, quantity, weights)
        + units * units / 2 * rise(part.offer(), offers, quantity, weights);
  }

  /** Greatest burden of a unit, and the sum over all, each unit borne as at its middle. */
  private static double[] plain(List<Offer> offers, int units, double quantity, Weights weights) {
    int[] given = new int[offers.size()];
    double worst = 0;
    double sum = 0;
    for (int unit = 0; unit < units; unit++) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int at = 0; at < given.length; at++) {
        Offer offer = offers.get(at);
        if (given[at] < offer.quantity()) {
          double next =
              first(offer, offers, quantity, weights)
                  + (given[at] + 0.5) * rise(offer, offers, quantity, weights);
          if (next < least) {
            least = next;
            best = at;
          }
        }
      }
      worst = Math.max(worst, least + 0.5 * rise(offers.get(best), offers, quantity, weights));
      sum += least;
      given[best]++;
    }
    return new double[] {worst, sum};
  }
}
