package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  @Test
  void sharesSumToAThousandAndNobodyGetsLessThanAHundredth() {
    Draws draws = new Draws(3);
    for (int n = 1; n <= 40; n++) {
      Map<String, Double> weights = new LinkedHashMap<>();
      for (int i = 0; i < n; i++) {
        weights.put("s" + i, draws.within("weight", n + " " + i, 0.01, 5));
      }
      Map<String, Integer> shares = Choice.thousandths(weights);
      assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000);
      assertThat(shares.values()).allMatch(share -> share >= 10);
    }
  }

  @Test
  void theHeavierCandidateWinsInProportionToItsWeight() {
    Draws draws = new Draws(11);
    int races = 20_000;
    int won = 0;
    for (int race = 0; race < races; race++) {
      won += draws.pick("race", "r" + race, Map.of("a", 3.0, "b", 1.0)).equals("a") ? 1 : 0;
    }
    // Three quarters; four standard deviations of 20,000 races are 0.0122.
    assertThat(won / (double) races).isBetween(0.7378, 0.7622);
  }

  @Test
  void aNewCandidateLeavesTheOrderOfTheOthers() {
    Draws draws = new Draws(5);
    Map<String, Double> three = Map.of("a", 1.0, "b", 2.0, "c", 1.5);
    Map<String, Double> four = Map.of("a", 1.0, "b", 2.0, "c", 1.5, "d", 4.0);
    for (int race = 0; race < 200; race++) {
      List<String> with = draws.best("race", "r" + race, four, 4);
      assertThat(with.stream().filter(name -> !name.equals("d")).toList())
          .as("race %d", race)
          .isEqualTo(draws.best("race", "r" + race, three, 3));
    }
  }

  @Test
  void aRowWithTooFewCellsIsNamed() {
    assertThatThrownBy(() -> Sheet.parse("trades.txt", "a | b\n1 | 2\n3\n"))
        .hasMessageContaining("trades.txt")
        .hasMessageContaining("[3]");
  }
}
