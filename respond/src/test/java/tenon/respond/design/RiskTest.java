package tenon.respond.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked examples by hand. */
class RiskTest {
  private static final double[] LOSSES = {0, 10, 20, 50, 100};
  private static final double[] PROBABILITIES = {0.5, 0.2, 0.15, 0.1, 0.05};

  @Test
  void theTailMeanCountsTheEdgeInPart() {
    Risk risk = Risk.of(LOSSES, PROBABILITIES, 0.9);
    assertThat(risk.mean()).isCloseTo(15, within(1e-12));
    assertThat(risk.valueAtRisk()).isEqualTo(50);
    assertThat(risk.tailMean()).isCloseTo(75, within(1e-9));
    assertThat(Risk.of(LOSSES, PROBABILITIES, 0.95).tailMean()).isCloseTo(100, within(1e-9));
    assertThat(Risk.of(LOSSES, PROBABILITIES, 0.5).tailMean()).isCloseTo(30, within(1e-9));
  }

  @Test
  void equallyProbableLossesAreTheSameAsTheirProbabilities() {
    double[] losses = {7, 1, 4, 4, 9, 0, 2, 12};
    double[] each = new double[8];
    java.util.Arrays.fill(each, 0.125);
    for (double alpha : new double[] {0, 0.3, 0.75, 0.9}) {
      Risk equal = Risk.of(losses, alpha);
      Risk general = Risk.of(losses, each, alpha);
      assertThat(equal.tailMean()).isCloseTo(general.tailMean(), within(1e-12));
      assertThat(equal.valueAtRisk()).isEqualTo(general.valueAtRisk());
    }
  }

  @Test
  void capacityIsHeldTwiceWhereTheTailCounts() {
    double[][] available = {{1, 1}, {0, 1}, {1, 0}, {0, 0}};
    double[] probability = {0.85, 0.08, 0.05, 0.02};
    double[] expected = {214, 345.2, 482, 664.4};
    double[] lambdas = {0, 0.2, 0.5, 0.9};
    for (int i = 0; i < lambdas.length; i++) {
      CapacityDesign design =
          CapacityDesign.of(
              new double[] {1, 1.3}, available, probability, 100, 12, lambdas[i], 0.95);
      assertThat(design.objective()).isCloseTo(expected[i], within(1e-6));
      double cost = design.capacity()[0] + 1.3 * design.capacity()[1];
      assertThat(cost + design.risk().weighted(lambdas[i])).isCloseTo(expected[i], within(1e-6));
    }
  }

  @Test
  void buyingTheBestPerCostCanMissTheBestChoice() {
    double[] loss = {100, 100};
    double[] cost = {3, 5, 5};
    double[][] effect = {{0.6, 0}, {0.75, 0}, {0, 0.75}};
    assertThat(ControlChoice.greedy(10, loss, cost, effect).controls()).isEqualTo(List.of(0, 2));
    ControlChoice best = ControlChoice.within(10, loss, cost, effect);
    assertThat(best.controls()).isEqualTo(List.of(1, 2));
    assertThat(best.annualLoss()).isCloseTo(50, within(1e-12));
    assertThat(best.spend()).isEqualTo(10);
  }
}
