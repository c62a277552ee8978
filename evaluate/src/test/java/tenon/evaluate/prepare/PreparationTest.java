package tenon.evaluate.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.codes;
import static tenon.evaluate.Results.ready;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.Tables;
import tenon.evaluate.prepare.PreparationSpec.Derived;
import tenon.evaluate.prepare.PreparationSpec.Rule;
import tenon.evaluate.prepare.Prepared.Kind;

class PreparationTest {
  private static final PanelColumns PANEL = new PanelColumns("id", "year");

  private static final Observations DATA =
      Tables.csv(
          """
          id,year,y,x
          a,1,,1
          a,2,10,2
          a,3,,4
          a,4,,8
          a,5,16,16
          b,1,1,100
          b,2,2,0
          b,3,3,-5
          b,4,,1
          b,5,,1
          c,1,5,3
          c,2,6,3
          c,4,8,3
          c,5,9,3
          """);

  private static PreparationSpec spec(int gap, List<String> interpolated, Derived... derived) {
    return new PreparationSpec(
        PANEL, List.of(), List.of(derived), List.of("y"), gap, interpolated, List.of(), .01);
  }

  @Test
  void rowsBlankWhereAColumnMustBeKnownAreLeftOutAndCountedByUnit() {
    PreparationSpec known =
        new PreparationSpec(
            PANEL, List.of("y"), List.of(), List.of(), -1, List.of(), List.of(), .01);
    Prepared prepared = ready(Preparation.prepare(DATA, known));
    double[] y = DATA.numbers("y");
    int blank = (int) Arrays.stream(y).filter(Double::isNaN).count();
    assertThat(blank).isPositive();
    assertThat(prepared.data().numbers("y")).doesNotContain(Double.NaN).hasSize(y.length - blank);
    assertThat(prepared.changes().getFirst().kind()).isEqualTo(Kind.BLANK);
    assertThat(prepared.changes().getFirst().cells()).isEqualTo(blank);
    assertThat(Preparation.known(DATA, known)).hasSize(y.length - blank);
  }

  @Test
  void gapsInsideASeriesAreFilledLinearlyAndItsEndsAreNot() {
    Prepared prepared = ready(Preparation.prepare(DATA, spec(-1, List.of("y"))));
    double[] y = prepared.data().numbers("y");
    assertThat(y[0]).isNaN();
    assertThat(y[2]).isEqualTo(12);
    assertThat(y[3]).isEqualTo(14);
    assertThat(y[8]).isNaN();
    assertThat(prepared.changes())
        .containsExactly(
            new Prepared.Change(Kind.INTERPOLATED, "y", 2, List.of()),
            new Prepared.Change(Kind.UNKNOWN, "y", 3, List.of()));
  }

  /** b lacks two in a row, c lacks a whole row of one period. */
  @Test
  void unitsWithALongerGapAreLeftOutByNameAndCountNoMore() {
    Prepared prepared = ready(Preparation.prepare(DATA, spec(1, List.of())));
    assertThat(prepared.changes().getFirst())
        .isEqualTo(new Prepared.Change(Kind.EXCLUDED, "y", 10, List.of("a", "b")));
    assertThat(prepared.data().rows()).isEqualTo(4);
    assertThat(tenon.evaluate.Coding.of(prepared.data(), "id").count()).isEqualTo(1);
    assertThat(prepared.data().label("id", 0)).isEqualTo("c");
  }

  @Test
  void columnsAreDerivedWithinTheUnitAndAcrossNoGap() {
    Observations data =
        ready(
                Preparation.prepare(
                    DATA,
                    spec(
                        -1,
                        List.of(),
                        new Derived("log", Rule.LOG, "x", ""),
                        new Derived("lag", Rule.LAG, "x", ""),
                        new Derived("change", Rule.CHANGE, "x", ""),
                        new Derived("ratio", Rule.RATIO, "y", "x"),
                        new Derived("leap", Rule.OWN_HISTORY, "x", ""),
                        new Derived("high", Rule.ABOVE_MEDIAN, "x", ""))))
            .data();
    assertThat(data.number("log", 4)).isEqualTo(Math.log(16));
    assertThat(data.number("log", 6)).isNaN();
    assertThat(data.number("lag", 0)).isNaN();
    assertThat(data.number("lag", 1)).isEqualTo(1);
    assertThat(data.number("lag", 5)).isNaN();
    assertThat(data.number("lag", 12)).as("after the missing third year").isNaN();
    assertThat(data.number("change", 13)).isZero();
    assertThat(data.number("ratio", 1)).isEqualTo(5);
    assertThat(data.number("ratio", 6)).isNaN();
    assertThat(data.number("leap", 3)).isCloseTo(8 / (7. / 3), within(1e-15));
    assertThat(data.number("leap", 10)).isNaN();
    assertThat(data.number("high", 5)).isEqualTo(1);
    assertThat(data.number("high", 0)).isZero();
  }

  /** In period 1 the values 1, 3, 100: quartiles 2 and 51.5. */
  @Test
  void tailsAreDrawnInToQuantilesOfTheirPeriod() {
    Observations data =
        ready(
                Preparation.prepare(
                    DATA, PreparationSpec.none(PANEL).withWinsorised(List.of("x"), .25)))
            .data();
    assertThat(data.number("x", 0)).isEqualTo(2);
    assertThat(data.number("x", 5)).isEqualTo(51.5);
    assertThat(data.number("x", 10)).isEqualTo(3);
  }

  @Test
  void missingColumnsAreToldAllAtOnce() {
    assertThat(
            codes(
                Preparation.prepare(
                    DATA, spec(-1, List.of("z"), new Derived("d", Rule.LOG, "w", "")))))
        .containsExactly("column-unknown", "column-unknown");
  }

  @Test
  void descriptivesCountKnownCells() {
    Descriptives of = Descriptives.of(DATA, "y");
    assertThat(of.count()).isEqualTo(9);
    assertThat(of.mean()).isCloseTo(60 / 9., within(1e-15));
    assertThat(of.deviation()).isCloseTo(Math.sqrt(176 / 8.), within(1e-12));
    assertThat(of.least()).isEqualTo(1);
    assertThat(of.median()).isEqualTo(6);
    assertThat(of.most()).isEqualTo(16);
  }
}
