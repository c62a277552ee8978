package tenon.respond.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {

  private static Case one(String id, String cause, int year, Case.Outcome... outcomes) {
    return new Case(
        id,
        "what happened in " + id,
        List.of("chips"),
        "JP",
        "supply",
        cause,
        LocalDate.of(year, 3, 1),
        30,
        .5,
        List.of(outcomes),
        List.of(),
        null,
        "source");
  }

  private static Case.Outcome did(String response, double share) {
    return new Case.Outcome(response, 24, share, 100, null);
  }

  /**
   * By hand: prior 0.1 a year worth 2 years and 3 cases in 10 years give Gamma(3.2, 12); the chance
   * of none in a year is (12/13)^3.2.
   */
  @Test
  void ratesJoinThePriorAndTheCases() {
    List<Case> cases =
        List.of(
            one("a", "fire", 2016),
            one("b", "fire", 2018),
            one("c", "fire", 2020),
            one("d", "flood", 2017),
            one("e", "fire", 1999));
    List<CauseRate> rates = CauseRate.of(cases, 2011, 2020, new CauseRate.Prior(.1, 2));
    assertThat(rates).extracting(CauseRate::cause).containsExactly("fire", "flood");
    CauseRate fire = rates.getFirst();
    assertThat(fire.cases()).isEqualTo(3);
    assertThat(fire.perYear()).isCloseTo(3.2 / 12, within(1e-12));
    assertThat(fire.probability()).isCloseTo(1 - Math.pow(12.0 / 13, 3.2), within(1e-12));
    assertThat(fire.interval().low()).isLessThan(fire.perYear());
    assertThat(fire.interval().high()).isGreaterThan(fire.perYear());
  }

  /** By hand: all shares .2, .4, .9 have mean .5; (.9 + 2 x .5) / 3 = .6333. */
  @Test
  void sharesSolvedAreDrawnTowardsTheMean() {
    List<Case> cases =
        List.of(
            one("a", "fire", 2016, did("reroute", .2), did("standby", .9)),
            one("b", "fire", 2018, did("reroute", .4)));
    List<ResponseRecord> records = ResponseRecord.of(cases);
    assertThat(records).extracting(ResponseRecord::response).containsExactly("standby", "reroute");
    assertThat(records.getFirst().shareSolved()).isCloseTo(1.9 / 3, within(1e-12));
    assertThat(records.getLast().shareSolved()).isCloseTo((.6 + 1) / 4, within(1e-12));
    assertThat(records.getLast().cases()).containsExactly("a", "b");
  }

  @Test
  void casesAreFoundByCodesAndWordsLatestFirst() {
    List<Case> cases =
        List.of(
            one("a", "fire", 2016),
            one("b", "flood", 2018, did("standby", .5)),
            one("c", "fire", 2020));
    assertThat(new Query("chips", "", "fire", "", "").in(cases))
        .extracting(Case::id)
        .containsExactly("c", "a");
    assertThat(new Query("", "", "", "standby", "").in(cases))
        .extracting(Case::id)
        .containsExactly("b");
    assertThat(new Query("", "", "", "", "happened flood").in(cases))
        .extracting(Case::id)
        .containsExactly("b", "c", "a");
    assertThat(new Query("", "", "", "", "nowhere").in(cases)).isEmpty();
  }
}
