package tenon.respond.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Resource;
import tenon.twin.ExposureSpec;
import tenon.twin.site.DrawnChain;

/** Small chains, every number by hand. */
class StandbyLibraryTest {
  private static final double EXACT = 1e-9;

  private static StandbyEntry entry(StandbyLibrary library, Chain chain, String site) {
    return library.entries().stream()
        .filter(one -> one.maker().site() == chain.sites().keys().id(site))
        .findFirst()
        .orElseThrow();
  }

  private static Alternative by(StandbyEntry entry, Chain chain, String site) {
    return entry.alternatives().stream()
        .filter(one -> one.maker().site() == chain.sites().keys().id(site))
        .findFirst()
        .orElseThrow();
  }

  /** East makes 6 of 6, West 4 of 10; a line of 5 on standby at West is not there at once. */
  @Test
  void whatStandsByIsNotCountedAsReady() {
    Chain drawn =
        DrawnChain.of(
            """
            East makes ore, cap 6
            West makes ore, cap 10
            East -> Shop: ore, share .6
            West -> Shop: ore, share .4
            Shop sells ore: 10""");
    Chain chain =
        ChainEdit.of(drawn)
            .addLike(
                Resource.RECIPES,
                1,
                row ->
                    row.set("recipe_id", "more")
                        .set("status", "standby")
                        .set("capacity_per_day", 5.0)
                        .set("activation_days", 6.0)
                        .set("changeover_days", 2.0))
            .chain();
    StandbyEntry east = entry(StandbyLibrary.of(chain), chain, "East");
    assertThat(east.alternatives()).hasSize(2);
    Maker active = east.alternatives().getFirst().maker();
    Maker standby = east.alternatives().getLast().maker();
    assertThat(active.standby()).isFalse();
    assertThat(active.sparePerDay()).isCloseTo(6, within(EXACT));
    assertThat(active.activationDays()).isZero();
    assertThat(standby.standby()).isTrue();
    assertThat(standby.sparePerDay()).isCloseTo(5, within(EXACT));
    assertThat(standby.activationDays()).isEqualTo(8);
  }

  /**
   * North runs full: it is known, but comes after West, which is dearer and can spare something.
   */
  @Test
  void whoHasNothingToSpareComesLast() {
    Chain chain =
        DrawnChain.of(
            """
            East makes ore, cap 10
            North makes ore, cap .3
            West makes ore, cap 10
            East -> Shop: ore, share .5, price 1
            North -> Shop: ore, share .1, price 1
            West -> Shop: ore, share .4, price 9
            Shop sells ore: 3
            East in sunrise of East Ltd
            North in cold of North Ltd""");
    StandbyEntry east = entry(StandbyLibrary.of(chain), chain, "East");
    assertThat(east.alternatives())
        .extracting(one -> chain.sites().keys().key(one.maker().site()))
        .containsExactly("West", "North");
    assertThat(by(east, chain, "North").maker().sparePerDay()).isZero();
  }

  /** Score of West: (1 + 1 + 1/(1 + 0.2 + 0.1) + 0.5 + 1) / 5, as nothing is shared. */
  @Test
  void pricesAreComparedWithPricesAndTariffsWithTariffs() {
    Chain chain =
        DrawnChain.of(
            """
            East makes ore, cap 10, cost 2
            West makes ore, cap 30, cost 90
            East -> Shop: ore, share .5, price 10, tariff .05
            West -> Shop: ore, share .5, price 12, tariff .15
            Shop sells ore: 10
            East in sunrise of East Ltd
            West in sunset of West Ltd""");
    Alternative west = by(entry(StandbyLibrary.of(chain), chain, "East"), chain, "West");
    assertThat(west.costDifference()).isCloseTo(0.2, within(EXACT));
    assertThat(west.tariffDifference()).isCloseTo(0.1, within(EXACT));
    assertThat(west.score()).isCloseTo((1 + 1 + 1 / 1.3 + 0.5 + 1) / 5, within(EXACT));
  }

  /** A tariff that nobody tells is no advantage over one that is told. */
  @Test
  void anUntoldTariffNeitherHelpsNorHarms() {
    String text =
        """
        East makes ore, cap 10
        West makes ore, cap 30
        East -> Shop: ore, share .5, price 10, tariff .5
        West -> Shop: ore, share .5, price 12TARIFF
        Shop sells ore: 10
        East in sunrise of East Ltd
        West in sunset of West Ltd""";
    Chain untold = DrawnChain.of(text.replace("TARIFF", ""));
    Alternative west = by(entry(StandbyLibrary.of(untold), untold, "East"), untold, "West");
    assertThat(west.tariffDifference()).isNaN();
    assertThat(west.score()).isCloseTo((1 + 1 + 1 / 1.2 + 0.5 + 1) / 5, within(EXACT));
  }

  /** A chip takes 2 neon or 4 argon: a unit of argon replaces half a unit of neon. */
  @Test
  void substitutesStandInByTheQuantitiesOfTheRecipe() {
    Chain drawn =
        DrawnChain.of(
            """
            Plant makes chip: 2 neon|argon, cap 10
            Plant sells chip: 5
            Air -> Plant: neon
            Gas -> Plant: argon, standby 3
            Air makes neon, cap 20
            Gas makes argon, cap 12""");
    ChainEdit edit = ChainEdit.of(drawn);
    for (int input = 0; input < drawn.inputs().count(); input++) {
      boolean argon = drawn.products().keys().key(drawn.inputs().product(input)).equals("argon");
      edit.set(Resource.INPUTS, input, "quantity", argon ? 4.0 : 2.0);
    }
    Chain chain = edit.chain();
    StandbyEntry air = entry(StandbyLibrary.of(chain), chain, "Air");
    assertThat(air.lostPerDay()).isCloseTo(10, within(EXACT));
    Alternative gas = by(air, chain, "Gas");
    assertThat(gas.substitute()).isTrue();
    assertThat(gas.replaces()).isCloseTo(0.5, within(EXACT));
    assertThat(gas.coverage()).isCloseTo(0.6, within(EXACT));
    assertThat(air.coverablePerDay()).isCloseTo(6, within(EXACT));
    assertThat(gas.maker().activationDays()).isEqualTo(3);
  }

  /**
   * Both platers need Mine's ore through different smelters: no common supplier, one sole source.
   */
  @Test
  void aSoleSourceFurtherUpStrikesBoth() {
    Chain chain =
        DrawnChain.of(
            """
            Mine -> One: ore
            Mine -> Two: ore
            One makes iron: 1 ore
            Two makes iron: 1 ore
            One -> East: iron
            Two -> West: iron
            Bath -> East: acid
            Bath -> West: acid
            Pool -> West: acid
            East makes plate: 1 iron + 1 acid, cap 9
            West makes plate: 1 iron + 1 acid, cap 9
            East -> Shop: plate, share .5
            West -> Shop: plate, share .5
            Shop sells plate: 6
            East in sunrise of East Ltd
            West in sunset of West Ltd""");
    Alternative west = by(entry(StandbyLibrary.of(chain), chain, "East"), chain, "West");
    assertThat(west.shared()).containsExactly("sole_source:Mine", "supplier:Bath");
    assertThat(west.linked()).isEqualTo(1);
  }

  /** What Plant makes of either product takes one hour, of which it has 10 a day and uses 6. */
  @Test
  void productsThatUseUpOneCapacityShareItsSpare() {
    Chain chain =
        DrawnChain.of(
            """
            Plant makes hour, cap 10
            Plant makes nut: 1 hour
            Plant makes bolt: 1 hour
            Rival makes nut, cap 9
            Plant -> Shop: nut, share .5
            Rival -> Shop: nut, share .5
            Plant -> Shop: bolt
            Shop sells nut: 8
            Shop sells bolt: 2""");
    StandbyEntry rival = entry(StandbyLibrary.of(chain), chain, "Rival");
    assertThat(by(rival, chain, "Plant").maker().sparePerDay()).isCloseTo(4, within(EXACT));
  }

  @Test
  void whoDeclinedRanksBelowWhoSaidYes() {
    Chain chain =
        DrawnChain.of(
            """
            East makes ore, cap 10
            North makes ore, cap 10
            West makes ore, cap 10
            East -> Shop: ore
            North -> Shop: ore, standby 2
            West -> Shop: ore, standby 2
            Shop sells ore: 5""");
    int ore = chain.products().keys().id("ore");
    int north = chain.sites().keys().id("North");
    int west = chain.sites().keys().id("West");
    int shop = chain.sites().keys().id("Shop");
    List<Witness> witnesses =
        List.of(
            new Witness(north, ore, 10, Double.NaN, Double.NaN, "call 1", "yes"),
            new Witness(north, ore, 0, Double.NaN, Double.NaN, "call 2", "no"),
            new Witness(west, ore, 10, Double.NaN, Double.NaN, "call 2", "yes"),
            new Witness(shop, ore, 7, 4, 3, "call 2", "yes"));
    StandbyLibrary library =
        StandbyLibrary.of(chain, link -> !chain.links().closed(link), witnesses);
    StandbyEntry east = entry(library, chain, "East");
    assertThat(by(east, chain, "West").maker().evidence()).containsExactly("call 2");
    assertThat(by(east, chain, "North").maker().answer()).isEqualTo("no");
    assertThat(by(east, chain, "West").score())
        .isCloseTo(by(east, chain, "North").score() + 0.2, within(EXACT));
    // Who had no recipe stands by with what it offered.
    assertThat(by(east, chain, "Shop").maker().standby()).isTrue();
    assertThat(by(east, chain, "Shop").maker().sparePerDay()).isEqualTo(7);
    assertThat(by(east, chain, "Shop").maker().activationDays()).isEqualTo(4);
  }

  /**
   * Mill is out 10 days with 15 in stock at Shop, which sells 5 a day of margin 2: 50 less 15 are
   * lost, 70 of money. A second source of 5 a day that delivers from day 6 on saves 20 of them, 40
   * of money; with a chance of 0.1 a year it is worth 4.
   */
  @Test
  void aSecondSourceIsWorthWhatItSavesInAnOutage() {
    Chain drawn =
        DrawnChain.of(
            """
            Mill makes flour, cap 5
            Mill -> Shop: flour
            Shop holds flour: 15
            Shop sells flour: 5, lost 0, margin 2""");
    int mill = drawn.sites().keys().id("Mill");
    Chain chain =
        ChainEdit.of(drawn)
            .set(Resource.SITES, mill, "ttr_days", 10.0)
            .set(Resource.SITES, mill, "disruption_probability_per_year", 0.1)
            .chain();
    SecondSource worth =
        SecondSource.of(
            chain, mill, chain.products().keys().id("flour"), 6, ExposureSpec.standard());
    assertThat(worth.lostMargin()).isCloseTo(70, within(1e-6));
    assertThat(worth.lostMarginWith()).isCloseTo(30, within(1e-6));
    assertThat(worth.worthPerYear()).isCloseTo(4, within(1e-6));
  }
}
