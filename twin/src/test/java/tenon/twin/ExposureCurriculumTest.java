package tenon.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.model.Basis;
import tenon.model.Chain;
import tenon.model.Interval;
import tenon.model.Progress;

/** One rule an example, each small enough to be worked by hand; the working stands beside it. */
final class ExposureCurriculumTest {
  private static final double FOREVER = Double.POSITIVE_INFINITY;

  private static final String MARKET =
      """
      Plant makes car 10/d from 1 metal yield 1
      Plant needs 10 car
      product car margin 5 criticality 1
      """;

  /** Nothing is stored: every day of the outage loses 10 cars. */
  @Test
  void a01EveryDayWithoutTheOnlySupplierLosesItsDemand() {
    SiteExposure mine =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d
                site Mine ttr 4 observed p 0.1
                """,
            "Mine");
    assertThat(mine.lostMargin()).isCloseTo(10 * 4 * 5, close());
    assertThat(mine.ttsDays()).isZero();
    assertThat(mine.losses()).singleElement().extracting(DemandLoss::units).isEqualTo(40.0);
    assertThat(mine.priority()).isCloseTo(0.1 * 4 * (5 * 10), close());
  }

  /** 75 units of metal last 7.5 of the 12 days; 4.5 days x 10 cars x 5 are lost. */
  @Test
  void a02StockBuffersTheOutage() {
    SiteExposure mine =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d
                Plant holds 75 metal
                site Mine ttr 12 observed p 0.1
                """,
            "Mine");
    assertThat(mine.ttsDays()).isCloseTo(7.5, close());
    assertThat(mine.lostMargin()).isCloseTo(4.5 * 10 * 5, close());
    assertThat(mine.priority()).isCloseTo(0.1 * 4.5 * 50, close());
    assertThat(mine.exposed()).isTrue();
  }

  /** The stock stands at the mine that is out: it is shipped, 30 / 10 days, unless it is lost. */
  @Test
  void a03StockAtTheDisruptedSiteStaysUsableUnlessItIsLost() {
    String text =
        MARKET
            + """
            Mine makes metal 12/d yield 1
            Mine holds 30 metal
            Mine -metal-> Plant inf/d
            site Mine ttr 4 observed p 0.1
            """;
    assertThat(exposure(text, "Mine").ttsDays()).isCloseTo(3, close());
    ExposureSpec lost = spec().withStockLost(true);
    assertThat(exposure(text, "Mine", lost).ttsDays()).isZero();
    assertThat(exposure(text, "Mine", lost).lostMargin()).isCloseTo(4 * 50, close());
  }

  /** The other mine makes 4 a day, so 6 of 10 are missing: 12 in stock last 2 days. */
  @Test
  void a04ASecondSourceCoversWhatItsCapacityAllows() {
    SiteExposure mine =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d
                Other makes metal 4/d yield 1
                Other -metal-> Plant inf/d
                Plant holds 12 metal
                site Mine ttr 5 observed p 0.1
                """,
            "Mine");
    assertThat(mine.ttsDays()).isCloseTo(2, close());
    assertThat(mine.lostMargin()).isCloseTo((6 * 5 - 12) * 5, close());
  }

  /** As A04, but the other mine could make 20 and its link carries 4. */
  @Test
  void a05ALinkCarriesNoMoreThanItsCapacity() {
    SiteExposure mine =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d
                Other makes metal 20/d yield 1
                Other -metal-> Plant 4/d
                Plant holds 12 metal
                site Mine ttr 5 observed p 0.1
                """,
            "Mine");
    assertThat(mine.ttsDays()).isCloseTo(2, close());
  }

  /** 90 metal make 30 cars a quarter of which fail: 90 / 3 x 0.75 = 22.5 cars, 2.25 days. */
  @Test
  void a06QuantityIsPerUnitStartedAndYieldIsWhatIsGood() {
    SiteExposure mine =
        exposure(
            """
            Plant makes car 10/d from 3 metal yield 0.75
            Plant needs 10 car
            Plant holds 90 metal
            Mine makes metal 40/d yield 1
            Mine -metal-> Plant inf/d
            product car margin 1 criticality 1
            site Mine ttr 3 observed p 0.1
            """,
            "Mine");
    assertThat(mine.ttsDays()).isCloseTo(2.25, close());
    assertThat(mine.lostMargin()).isCloseTo(30 - 22.5, close());
  }

  /** Scrap replaces ore at 2 for 1, and 8 scrap a day make 4 of 10: 6 are missing, 18 ore last 3 days. */
  @Test
  void a07SubstitutesReplaceEachOther() {
    SiteExposure mine =
        exposure(
            """
            Plant makes car 10/d from 1 ore|2 scrap yield 1
            Plant needs 10 car
            Plant holds 18 ore
            Mine makes ore 10/d yield 1
            Mine -ore-> Plant inf/d
            Yard makes scrap 8/d yield 1
            Yard -scrap-> Plant inf/d
            product car margin 1 criticality 1
            site Mine ttr 5 observed p 0.1
            """,
            "Mine");
    assertThat(mine.ttsDays()).isCloseTo(3, close());
    assertThat(mine.lostMargin()).isCloseTo(5 * 6 - 18, close());
  }

  /** Cars are sold unpainted while the painter is out. */
  @Test
  void a08AnInputThatIsNotEssentialStopsNothing() {
    SiteExposure painter =
        exposure(
            """
            Plant makes car 10/d from 1? paint yield 1
            Plant needs 10 car
            Painter makes paint 10/d yield 1
            Painter -paint-> Plant inf/d
            product car margin 1 criticality 1
            site Painter ttr 5 observed p 0.1
            """,
            "Painter");
    assertThat(painter.ttsDays()).isEqualTo(FOREVER);
    assertThat(painter.lostMargin()).isZero();
  }

  /** Stock lasts 3 days and the standby mine starts on day 2: 10 days x 10 x (10 - 2) / 10 cover. */
  @Test
  void a09StandbyThatStartsBeforeTheStockEndsCarriesOn() {
    SiteExposure mine = exposure(standby(30, 2, 10), "Mine");
    // Served from day 2 at 10 a day; need 10 T <= 30 + 10 (T - 2): for ever.
    assertThat(mine.ttsDays()).isEqualTo(FOREVER);
  }

  /** Stock lasts 3 days, the standby mine starts on day 5: two days are short. */
  @Test
  void a10StandbyThatStartsTooLateLeavesAGap() {
    SiteExposure mine = exposure(standby(30, 5, 10), "Mine");
    assertThat(mine.ttsDays()).isCloseTo(3, close());
    // Window of 8 days: 80 - 30 - 3 x 10 = 20 cars.
    assertThat(mine.lostMargin()).isCloseTo(20 * 5, close());
  }

  /** Stock of 30, standby of 6 a day from day 2: 30 + 6 (T - 2) = 10 T at T = 4.5. */
  @Test
  void a11StandbyTooSmallOnlyStretchesTheStock() {
    SiteExposure mine = exposure(standby(30, 2, 6), "Mine");
    assertThat(mine.ttsDays()).isCloseTo(4.5, close());
    assertThat(mine.lostMargin()).isCloseTo((80 - 30 - 36) * 5, close());
  }

  /** An unlimited standby gives nothing until its day, then everything. */
  @Test
  void a12UnlimitedStandbyGivesNothingBeforeItStarts() {
    assertThat(exposure(standby(30, 5, FOREVER), "Mine").ttsDays()).isCloseTo(3, close());
    assertThat(exposure(standby(30, 3, FOREVER), "Mine").ttsDays()).isEqualTo(FOREVER);
  }

  private static String standby(int stock, int starts, double perDay) {
    return MARKET
        + """
        Mine makes metal 12/d yield 1
        Mine -metal-> Plant inf/d
        Spare makes metal %s/d yield 1 standby %d
        Spare -metal-> Plant inf/d
        Plant holds %d metal
        site Mine ttr 8 observed p 0.1
        """
            .formatted(Double.isInfinite(perDay) ? "inf" : Double.toString(perDay), starts, stock);
  }

  /** The store holds 20 cars, two days; nothing reaches it through the hub, whose stock of 10 leaves. */
  @Test
  void a13AHubThatIsOutStillShipsItsStock() {
    String text =
        """
        Plant makes car 10/d yield 1
        Plant -car-> Hub inf/d
        Hub -car-> Store inf/d
        Store needs 10 car
        Store holds 20 car
        Hub holds 10 car
        product car margin 1 criticality 1
        site Hub ttr 5 observed p 0.1
        site Store ttr 5 observed p 0.1
        """;
    assertThat(exposure(text, "Hub").ttsDays()).isCloseTo(3, close());
    // The store itself: nothing flows in, its own 20 serve its own demand.
    assertThat(exposure(text, "Store").ttsDays()).isCloseTo(2, close());
    assertThat(exposure(text, "Store").lostMargin()).isCloseTo(30, close());
  }

  /** The only way leads by the port; a port that is passed keeps no stock. */
  @Test
  void a14NothingPassesASiteThatIsOut() {
    SiteExposure port =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d via Port
                Plant holds 15 metal
                site Port ttr 2 observed p 0.1
                """,
            "Port");
    assertThat(port.ttsDays()).isCloseTo(1.5, close());
    assertThat(port.lostMargin()).isCloseTo(5 * 5, close());
  }

  /** A closed link is no second source. */
  @Test
  void a15ClosedLinksCarryNothing() {
    SiteExposure mine =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d
                Other makes metal 12/d yield 1
                Other -metal-> Plant inf/d closed
                site Mine ttr 1 observed p 0.1
                """,
            "Mine");
    assertThat(mine.ttsDays()).isZero();
  }

  /** Metal for 4 of 10 + 10: a car earns 5 a unit, a cart 3 x 2 = 6. The 6 are lost on the cars first. */
  @Test
  void a16ScarceGoodsServeTheDearestDemandByMarginTimesCriticality() {
    SiteExposure mine =
        exposure(
            """
            Plant makes car 10/d from 1 metal yield 1
            Plant makes cart 10/d from 1 metal yield 1
            Plant needs 10 car
            Plant needs 10 cart
            Mine makes metal 8/d yield 1
            Mine -metal-> Plant inf/d
            Other makes metal 12/d yield 1
            Other -metal-> Plant inf/d
            product car margin 5 criticality 1
            product cart margin 3 criticality 2
            site Mine ttr 1 observed p 0.1
            """,
            "Mine");
    assertThat(mine.lostMargin()).isCloseTo(8 * 5, close());
    assertThat(mine.losses()).singleElement().extracting(DemandLoss::demand).isEqualTo(0);
  }

  /** The ordinary day serves 8 of 10: an outage of the mine loses 8 a day, one of Nowhere nothing. */
  @Test
  void a17DemandNeverServedIsNoLossOfAnOutage() {
    String text =
        MARKET
            + """
            Mine makes metal 8/d yield 1
            Mine -metal-> Plant inf/d
            Nowhere makes sand 8/d yield 1
            site Mine ttr 2 observed p 0.1
            site Nowhere ttr 2 observed p 0.1
            """;
    assertThat(exposure(text, "Mine").lostMargin()).isCloseTo(2 * 8 * 5, close());
    assertThat(exposure(text, "Nowhere").ttsDays()).isEqualTo(FOREVER);
  }

  /** Declared: 25% about 8 days. Stock of 75: lost at 6 days 0, at 8 days 5, at 10 days 25 cars. */
  @Test
  void a18TheIntervalOfTheTimeToRecoverBecomesOneOfTheLostMargin() {
    SiteExposure mine =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d
                Plant holds 75 metal
                site Mine ttr 8 declared p 0.1
                """,
            "Mine");
    assertThat(mine.ttrBasis()).isEqualTo(Basis.DECLARED);
    assertThat(mine.ttr()).isEqualTo(new Interval(6, 10));
    assertThat(mine.lostMargin()).isCloseTo(5 * 5, close());
    assertThat(mine.lostMarginInterval().low()).isZero();
    assertThat(mine.lostMarginInterval().high()).isCloseTo(25 * 5, close());
  }

  /** Half a gram a year or 40,000 t a day: the answer is the same. */
  @Test
  void a19TheUnitOfQuantityDoesNotMatter() {
    for (double unit : new double[] {1e-9, 1e-4, 1, 1e5, 1e10}) {
      SiteExposure mine =
          exposure(
              """
              Plant makes car %1$s/d from 1 metal yield 1
              Plant needs %1$s car
              Plant holds %2$s metal
              Mine makes metal %1$s/d yield 1
              Mine -metal-> Plant inf/d
              product car margin 1 criticality 1
              site Mine ttr 4 observed p 0.1
              """
                  .formatted(Double.toString(10 * unit), Double.toString(15 * unit)),
              "Mine");
      assertThat(mine.ttsDays()).as("unit %s", unit).isCloseTo(1.5, close());
      assertThat(mine.lostMargin() / unit).as("unit %s", unit).isCloseTo(25, close());
    }
  }

  /** Unlimited stock never runs out. */
  @Test
  void a20UnlimitedStockOutlastsAnyOutage() {
    SiteExposure mine =
        exposure(
            MARKET
                + """
                Mine makes metal 12/d yield 1
                Mine -metal-> Plant inf/d
                Plant holds inf metal
                site Mine ttr 800 observed p 0.1
                """,
            "Mine");
    assertThat(mine.ttsDays()).isEqualTo(FOREVER);
    assertThat(mine.priority()).isZero();
  }

  /** 365 days of stock: told apart from infinity by the horizon alone. */
  @Test
  void a21ATimeToSurviveAtTheHorizonIsInfinite() {
    String text =
        MARKET
            + """
            Mine makes metal 12/d yield 1
            Mine -metal-> Plant inf/d
            Plant holds 3650 metal
            """;
    assertThat(exposure(text, "Mine", spec().withHorizonDays(365)).ttsDays()).isEqualTo(FOREVER);
    assertThat(exposure(text, "Mine", spec().withHorizonDays(366)).ttsDays())
        .isCloseTo(365, close());
  }

  private static SiteExposure exposure(String text, String site) {
    return exposure(text, site, spec());
  }

  private static SiteExposure exposure(String text, String site, ExposureSpec spec) {
    Chain chain = ChainText.chain(text);
    int row = chain.sites().keys().id(site);
    return Exposure.assess(chain, spec, Progress.NONE).sites().get(row);
  }

  private static ExposureSpec spec() {
    return ExposureSpec.standard().withThreads(1);
  }

  private static Offset<Double> close() {
    return within(1e-9);
  }
}
