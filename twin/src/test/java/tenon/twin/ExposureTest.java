package tenon.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tenon.model.Basis;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Interval;
import tenon.model.Progress;

final class ExposureTest {
  private static final int LANES = 30;
  private static final int SMALL_CHUNK = 8;

  private static final String BLANK =
      """
      Plant makes car from 1 metal
      Plant needs 10 car
      Mine makes metal
      Mine -metal-> Plant
      Spare makes metal 5/d yield 1 standby
      Spare -metal-> Plant inf/d
      Plant holds some metal
      site Plant ttr 4
      """;

  @Test
  void everyDefaultThatFillsABlankIsOneFindingThatCountsRows() {
    Chain chain = ChainText.chain(BLANK);
    assertThat(texts(assess(chain, ExposureSpec.standard()), Locale.ENGLISH))
        .containsExactly(
            "sites.csv [disruption_probability_per_year] is blank for 3 assessed sites; it is taken as"
                + " 0.05 per year. Write the probability of a full outage within a year, from 0 to 1.",
            "sites.csv [ttr_basis] is blank for 1 assessed sites that state ttr_days; it is taken as"
                + " declared. Write observed, declared, modelled or assumed.",
            "sites.csv [ttr_days] is blank for 2 assessed sites; they are taken to recover after 30"
                + " days. Write the days a site needs to recover from a full outage, and its"
                + " ttr_basis.",
            "products.csv [margin_per_unit] and unit_value are blank for 1 demanded products; the"
                + " margin lost with each unit is taken as 1. Write the margin lost with one unit of"
                + " unmet demand.",
            "products.csv [criticality] is blank for 1 demanded products; it is taken as 1. Write the"
                + " weight of the product beside its margin; 1 is ordinary.",
            "recipes.csv [yield] is blank in 2 rows; their yield is taken as 1. Write the good share of"
                + " what is started, above 0 and at most 1.",
            "recipes.csv [capacity_per_day] is blank in 2 rows; their capacity is taken as unlimited."
                + " Write the greatest quantity in units per day, or inf where there is no limit.",
            "recipes.csv [activation_days] is blank in 1 row on standby; they are taken to start after"
                + " 30 days. Write the days until the standby starts.",
            "sourcing.csv [capacity_per_day] is blank in 1 row; their capacity is taken as unlimited."
                + " Write the greatest quantity in units per day, or inf where there is no limit.",
            "stocks.csv [on_hand] is blank in 1 row; their stock is taken as 0. Write the stock on"
                + " hand in units, or inf where it is unlimited.");
  }

  @Test
  void blanksTakeTheValuesOfTheSpecification() {
    Chain chain = ChainText.chain(BLANK);
    ExposureSpec spec =
        ExposureSpec.standard().withAssumedTtrDays(8).withAssumedProbabilityPerYear(0.5);
    SiteExposure mine = assess(chain, spec).sites().get(chain.sites().keys().id("Mine"));
    assertThat(mine.ttrDays()).isEqualTo(8);
    assertThat(mine.ttrBasis()).isEqualTo(Basis.ASSUMED);
    assertThat(mine.ttr()).isEqualTo(new Interval(4, 12));
    assertThat(mine.probabilityPerYear()).isEqualTo(0.5);
    assertThat(mine.probabilityAssumed()).isTrue();
    // Nothing is stored and the standby starts on day 8: 8 x 10 units of margin 1, or 12 x 10 - 4 x
    // 5.
    assertThat(mine.lostMargin()).isEqualTo(80);
    assertThat(mine.lostMarginInterval().low()).isCloseTo(40, within(1e-9));
    assertThat(mine.lostMarginInterval().high()).isCloseTo(100, within(1e-9));
    assertThat(mine.priority()).isEqualTo(0.5 * 8 * 10);
  }

  @Test
  void aBlankMarginTakesTheUnitValueAndANegativeOneCostsNothing() {
    Chain chain =
        ChainText.chain(
            """
            Plant makes car 10/d yield 1
            Plant makes cart 10/d yield 1
            Plant needs 10 car
            Plant needs 10 cart
            product car value 7 criticality 1
            product cart margin -3 criticality 1
            site Plant ttr 1 observed p 0.1
            """);
    ExposureResult result = assess(chain, ExposureSpec.standard());
    assertThat(result.sites().getFirst().lostMargin()).isEqualTo(70);
    assertThat(result.findings())
        .extracting(Finding::code)
        .containsExactly("blank-margin", "negative-margin");
  }

  @Test
  void unservedDemandIsNamedWithItsShare() {
    Chain chain =
        ChainText.chain(
            """
            Plant makes car 8/d yield 1
            Plant needs 10 car
            product car margin 1 criticality 1
            site Plant ttr 1 observed p 0.1
            """);
    ExposureResult result = assess(chain, ExposureSpec.standard());
    assertThat(texts(result, Locale.ENGLISH))
        .singleElement()
        .asString()
        .startsWith(
            "demand.csv [mean_per_day] for car at Plant exceeds what the undisturbed chain can"
                + " deliver: 20% is never served");
    assertThat(texts(result, Locale.SIMPLIFIED_CHINESE))
        .singleElement()
        .asString()
        .startsWith("demand.csv [mean_per_day] Plant 对 car 的需求超出供应链正常运行时的供应能力：其中 20%");
  }

  @Test
  void standbyDoesNotServeTheOrdinaryDay() {
    Chain chain =
        ChainText.chain(
            """
            Plant makes car 8/d yield 1
            Plant makes car 8/d yield 1 standby 0
            Plant needs 10 car
            product car margin 1 criticality 1
            site Plant ttr 1 observed p 0.1
            """);
    assertThat(assess(chain, ExposureSpec.standard()).findings())
        .extracting(Finding::code)
        .containsExactly("unserved-demand");
  }

  @Test
  void aChainWithoutDemandOrSitesHasNothingToLose() {
    ExposureResult idle = assess(ChainText.chain("Mine makes ore 5/d"), ExposureSpec.standard());
    assertThat(idle.sites())
        .singleElement()
        .satisfies(
            mine -> {
              assertThat(mine.ttsDays()).isInfinite();
              assertThat(mine.lostMarginInterval()).isEqualTo(new Interval(0, 0));
            });
    assertThat(idle.findings()).extracting(Finding::code).contains("no-demand");
    assertThat(assess(ChainText.chain(""), ExposureSpec.standard()).sites()).isEmpty();
  }

  @Test
  void onlyTheSitesAskedForAreAssessedInTheOrderOfTheirRows() {
    Chain chain = ChainText.chain(RandomChains.draw(1));
    ExposureResult all = assess(chain, ExposureSpec.standard());
    ExposureResult some =
        assess(chain, ExposureSpec.standard().withSiteIds(List.of("Plant1", "Mine0", "Plant1")));
    int mine = chain.sites().keys().id("Mine0");
    int plant = chain.sites().keys().id("Plant1");
    assertThat(some.sites()).extracting(SiteExposure::site).containsExactly(mine, plant);
    assertThat(some.sites().getFirst().lostMargin()).isEqualTo(all.sites().get(mine).lostMargin());
  }

  @Test
  void anUnknownSiteIsNamed() {
    ExposureSpec spec = ExposureSpec.standard().withSiteIds(List.of("Moon"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assess(ChainText.chain(BLANK), spec))
        .withMessageContaining("\"Moon\" is unknown");
  }

  @Test
  void oneTwoAndManyThreadsGiveTheSameBits() {
    Chain chain = manyLanes();
    ExposureResult one = inSmallChunks(chain, 1);
    assertThat(one.sites().stream().filter(site -> site.lostMargin() > 0))
        .hasSizeGreaterThan(5 * SMALL_CHUNK);
    for (int threads : new int[] {2, 7}) {
      assertThat(inSmallChunks(chain, threads)).isEqualTo(one);
    }
  }

  private static ExposureResult inSmallChunks(Chain chain, int threads) {
    ExposureSpec spec = ExposureSpec.standard().withThreads(threads);
    return Exposure.assess(chain, spec, Progress.NONE, SMALL_CHUNK);
  }

  /** Random chains side by side, tied together by a mine that supplies them all. */
  private static Chain manyLanes() {
    StringBuilder text = new StringBuilder();
    for (int lane = 0; lane < LANES; lane++) {
      int suffix = lane;
      String drawn =
          RandomChains.draw(lane).replaceAll("\\b(Mine|Plant|Store|Hub)(\\d?)", "$1$2_" + suffix);
      text.append(drawn.replaceAll("\\b(pot|pan)\\b", "$1" + suffix));
    }
    for (int lane = 0; lane < LANES; lane++) {
      text.append("Mine0_0 -ore-> Plant0_").append(lane).append(" 20/d\n");
    }
    return ChainText.chain(text.toString());
  }

  @Test
  void progressReachesItsEnd() {
    Chain chain = manyLanes();
    AtomicLong most = new AtomicLong();
    AtomicLong total = new AtomicLong();
    Exposure.assess(
        chain,
        ExposureSpec.standard(),
        (task, done, of) -> {
          assertThat(task).isEqualTo("exposure");
          most.accumulateAndGet(done, Math::max);
          total.set(of);
        });
    assertThat(most.get()).isEqualTo(chain.sites().count()).isEqualTo(total.get());
  }

  @Test
  void theGravestSiteComesFirst() {
    Chain chain =
        ChainText.chain(
            """
            B makes car 10/d yield 1
            B needs 10 car
            A makes pen 10/d yield 1
            A needs 10 pen
            C makes cup 10/d yield 1
            C needs 10 cup
            D makes car 10/d yield 1
            product car margin 1 criticality 1
            product pen margin 1 criticality 1
            product cup margin 9 criticality 1
            site A ttr 1 observed p 0.1
            site B ttr 1 observed p 0.1
            site C ttr 1 observed p 0
            site D ttr 1 observed p 0.1
            """);
    List<SiteExposure> ranked = assess(chain, ExposureSpec.standard()).ranked(chain.sites().keys());
    assertThat(ranked)
        .extracting(exposure -> chain.sites().keys().key(exposure.site()))
        .containsExactly("A", "B", "C", "D");
  }

  @Test
  void bothLanguagesWordTheSameFindings() {
    ResourceBundle english = ResourceBundle.getBundle("tenon.twin.findings", Locale.ROOT);
    ResourceBundle chinese = ResourceBundle.getBundle("tenon.twin.findings", Locale.CHINESE);
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    assertThat(english.keySet())
        .allSatisfy(key -> assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key)));
  }

  private static ExposureResult assess(Chain chain, ExposureSpec spec) {
    return Exposure.assess(chain, spec, Progress.NONE);
  }

  private static List<String> texts(ExposureResult result, Locale locale) {
    return result.findings().stream().map(finding -> finding.text(locale)).toList();
  }
}
