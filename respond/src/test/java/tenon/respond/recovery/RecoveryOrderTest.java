package tenon.respond.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.SimulationSpec;

/**
 * Shops that make and sell one thing each, hold nothing and wait for nobody: a day of one costs its
 * margin and the price of a lost sale, and the losses add up. Then the order by loss per crew day
 * is optimal for one crew (Smith 1956), and the loss is a sum by hand.
 */
class RecoveryOrderTest {
  /** Loss of a day and days of repair of each shop. */
  private record Shop(int lossPerDay, int repairDays) {}

  @Test
  void oneCrewGoesByLossPerCrewDay() {
    List<Shop> shops = List.of(new Shop(10, 10), new Shop(30, 5), new Shop(8, 2), new Shop(5, 9));
    RecoveryOrder found = of(shops, 1, 6);
    // Rates 1, 6, 4, 0.56: second, third, first, fourth.
    assertThat(found.exact()).isTrue();
    assertThat(found.best().order()).containsExactly(1, 2, 0, 3);
    assertThat(found.best().endDay()).containsExactly(5 + 17, 5 + 5, 5 + 7, 5 + 26);
    assertThat(found.lossBest().loss().mean())
        .isCloseTo(10 * 17 + 30 * 5 + 8 * 7 + 5 * 26, within(1e-9));
    assertThat(found.lossFirst().loss().mean())
        .isCloseTo(10 * 10 + 30 * 15 + 8 * 17 + 5 * 26, within(1e-9));
    assertThat(found.saved().mean()).isCloseTo(816 - 506, within(1e-9));
  }

  @Test
  void theLocalSearchFindsWhatSmithsRuleGives() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 3; trial++) {
      List<Shop> shops = shops(random, 7);
      RecoveryOrder found = of(shops, 1, 3);
      assertThat(found.exact()).isFalse();
      List<Integer> smith =
          IntStream.range(0, shops.size())
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      place ->
                          -1.0 * shops.get(place).lossPerDay() / shops.get(place).repairDays()))
              .toList();
      assertThat(found.lossBest().loss().mean()).isCloseTo(byHand(shops, smith, 1), within(1e-6));
    }
  }

  @Test
  void withTwoCrewsNoOrderIsBetter() {
    SplittableRandom random = new SplittableRandom(11);
    List<Shop> shops = shops(random, 5);
    RecoveryOrder found = of(shops, 2, 6);
    double least = Double.POSITIVE_INFINITY;
    for (List<Integer> order : orders(shops.size())) {
      least = Math.min(least, byHand(shops, order, 2));
    }
    assertThat(found.lossBest().loss().mean()).isCloseTo(least, within(1e-6));
    assertThat(found.evaluations()).isLessThanOrEqualTo(120);
  }

  private static List<Shop> shops(SplittableRandom random, int count) {
    return IntStream.range(0, count)
        .mapToObj(none -> new Shop(random.nextInt(2, 40), random.nextInt(1, 9)))
        .toList();
  }

  private static RecoveryOrder of(List<Shop> shops, int crews, int exactUpTo) {
    StringBuilder text = new StringBuilder();
    List<Disruption> damages = new ArrayList<>();
    for (int i = 0; i < shops.size(); i++) {
      text.append("Mine -> Shop%d: ore, lead 0\nShop%d holds ore: 0, upto 0\n".formatted(i, i));
      text.append("Shop%d makes pin%d: 1 ore, cap 1\n".formatted(i, i));
      text.append("Shop%d holds pin%d: 0, upto 0\n".formatted(i, i));
      text.append(
          "Shop%d sells pin%d: 1, lost 1, margin %d\n"
              .formatted(i, i, shops.get(i).lossPerDay() - 1));
      damages.add(
          new CapacityLoss(
              new Target(Target.Kind.SITE, "Shop" + i),
              new Window(new Days(5), new Days(shops.get(i).repairDays())),
              new Share(1)));
    }
    Chain chain = DrawnChain.of(text.toString());
    Scenario scenario = new Scenario("damage", new Days(90), damages);
    SimulationSpec spec = SimulationSpec.of(1, 1);
    return RecoveryOrder.of(
        chain,
        scenario,
        new RecoveryOrder.Spec(Means.crews(crews), exactUpTo, 2000, spec, spec),
        Progress.NONE);
  }

  /** Plain: every crew takes the next in turn when it is free. */
  private static double byHand(List<Shop> shops, List<Integer> order, int crews) {
    double[] busy = new double[crews];
    double loss = 0;
    for (int place : order) {
      int crew = crews == 2 && busy[1] < busy[0] ? 1 : 0;
      busy[crew] += shops.get(place).repairDays();
      loss += busy[crew] * shops.get(place).lossPerDay();
    }
    return loss;
  }

  private static List<List<Integer>> orders(int count) {
    List<List<Integer>> orders = List.of(List.of());
    for (int next = 0; next < count; next++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> order : orders) {
        for (int at = 0; at <= order.size(); at++) {
          List<Integer> one = new ArrayList<>(order);
          one.add(at, next);
          longer.add(one);
        }
      }
      orders = longer;
    }
    return orders;
  }
}
