package tenon.twin.sector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.model.Industry;
import tenon.model.IndustryTable;

class SectorModelTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** Three sectors with one final use, balanced; inverses in 1031sts. */
  private static IndustryTable three() {
    return table(
        new double[][] {{20, 30, 10}, {15, 50, 40}, {5, 25, 30}},
        new double[] {40, 95, 90},
        100,
        200,
        150);
  }

  private static IndustryTable table(double[][] sold, double[] used, double... output) {
    List<Industry> names =
        IntStream.range(0, output.length).mapToObj(i -> new Industry("", "s" + i)).toList();
    double[][] uses = new double[used.length][];
    for (int i = 0; i < used.length; i++) {
      uses[i] = new double[] {used[i]};
    }
    return IndustryTable.of(names, sold, List.of(new Industry("", "use")), uses, output);
  }

  @Test
  void inversesAreExactRationals() {
    SectorModel model = SectorModel.of(three());
    assertThat(model.leontief(0, 0)).isCloseTo(1360 / 1031.0, CLOSE);
    assertThat(model.leontief(1, 2)).isCloseTo(536 / 1031.0, CLOSE);
    assertThat(model.ghosh(2, 1)).isCloseTo(344 / 1031.0, CLOSE);
    assertThat(model.ghosh(0, 1)).isCloseTo(616 / 1031.0, CLOSE);
    assertThat(model.isSolvable()).isTrue();
    assertThat(model.isProductive()).isTrue();
  }

  @Test
  void linkagesAreThoseOfTheInverses() {
    Linkages links = Linkages.of(SectorModel.of(three()));
    assertThat(links.directBackward())
        .containsExactly(new double[] {0.4, 0.525, 80 / 150.0}, CLOSE);
    assertThat(links.totalBackward())
        .containsExactly(new double[] {1815 / 1031.0, 2094 / 1031.0, 2138 / 1031.0}, CLOSE);
    assertThat(links.totalForwardGhosh())
        .containsExactly(new double[] {2300 / 1031.0, 2090 / 1031.0, 1820 / 1031.0}, CLOSE);
    assertThat(links.powerOfDispersion()[0]).isCloseTo(0.9004465023978833, CLOSE);
    assertThat(links.variationBackward()[1]).isCloseTo(1.0304236467823213, CLOSE);
    assertThat(links.extractionLoss()[2]).isCloseTo(231.38528138528142, within(1e-10));
    // No imports and no taxes: all that is spent becomes value added.
    assertThat(links.income()).containsExactly(new double[] {1, 1, 1}, CLOSE);
    assertThat(links.isKey(1)).isTrue();
    assertThat(links.isKey(0)).isFalse();
  }

  @Test
  void extractionAgreesWithTheModelWithoutTheSector() {
    SectorModel model = SectorModel.of(three());
    double[] total = Extraction.loss(model, Extraction.Part.TOTAL, 1);
    SectorModel rest =
        SectorModel.of(
            table(
                new double[][] {{20, 0, 10}, {0, 0, 0}, {5, 0, 30}},
                new double[] {40, 0, 90},
                100,
                200,
                150));
    double[] left = rest.output(new double[] {40, 0, 90});
    assertThat(100 - total[0]).isCloseTo(left[0], CLOSE);
    assertThat(total[1]).isCloseTo(200, within(1e-11));
    assertThat(150 - total[2]).isCloseTo(left[2], CLOSE);

    double[] backward = Extraction.loss(model, Extraction.Part.BACKWARD, 1);
    SectorModel importing =
        SectorModel.of(
            table(
                new double[][] {{20, 0, 10}, {15, 0, 40}, {5, 0, 30}},
                new double[] {40, 95, 90},
                100,
                200,
                150));
    double[] made = importing.output(new double[] {40, 95, 90});
    assertThat(200 - backward[1]).isCloseTo(made[1], within(1e-11));
    assertThat(100 - backward[0]).isCloseTo(made[0], within(1e-11));

    double[] forward = Extraction.loss(model, Extraction.Part.FORWARD, 1);
    SectorModel silent =
        SectorModel.of(
            table(
                new double[][] {{20, 30, 10}, {0, 0, 0}, {5, 25, 30}},
                new double[] {40, 95, 90},
                100,
                200,
                150));
    double[] possible = silent.outputOfInputs(new double[] {60, 95, 70});
    assertThat(100 - forward[0]).isCloseTo(possible[0], within(1e-11));
    assertThat(150 - forward[2]).isCloseTo(possible[2], within(1e-11));
  }

  @Test
  void sectorsThatFallTogetherLoseLessThanApart() {
    SectorModel model = SectorModel.of(three());
    double[] all = Extraction.loss(model, Extraction.Part.TOTAL, 0, 1, 2);
    assertThat(all).containsExactly(new double[] {100, 200, 150}, within(1e-10));
  }

  @Test
  void shocksOfThreeSectorsFollowTheirEquations() {
    SectorModel model =
        SectorModel.of(
            table(
                new double[][] {
                  {15.65340909090909, 32.44318181818182, 8.4375},
                  {23.480113636363637, 8.110795454545455, 50.625},
                  {15.65340909090909, 16.22159090909091, 16.875}
                },
                new double[] {100, 80, 120},
                156.5340909090909,
                162.2159090909091,
                168.75));
    SectorShock fall = SectorShock.demand(model, new double[] {0, 20, 0});
    assertThat(fall.outputLoss())
        .containsExactly(new double[] {5.255681818181813, 22.869318181818187, 3.125}, within(1e-9));
    assertThat(Arrays.stream(fall.valueAddedLoss()).sum()).isCloseTo(20, within(1e-9));
    // The same fall of output, imposed: its demand is what remains unknown.
    SectorShock imposed = SectorShock.capacity(model, new double[] {0, 22.869318181818187, 0});
    assertThat(imposed.outputLoss()).containsExactly(fall.outputLoss(), within(1e-9));
    assertThat(imposed.finalLoss()).containsExactly(new double[] {0, 20, 0}, within(1e-9));
  }

  @Test
  void ghoshShocksRaiseNoneAndFeedbackIsAtLeastEither() {
    SectorModel model = SectorModel.of(three());
    SectorShock supply = SectorShock.supply(model, new double[] {10, 0, 0});
    assertThat(supply.outputLoss()[1]).isCloseTo(10 * 616 / 1031.0, CLOSE);
    double[] none = new double[3];
    SectorShock still = SectorShock.both(model, none, none);
    assertThat(still.outputLoss()).containsExactly(none, within(1e-9));
    SectorShock half = SectorShock.both(model, new double[] {0.5, 0, 0}, none);
    assertThat(half.outputLoss()[0]).isGreaterThanOrEqualTo(50 - 1e-9);
    assertThat(half.outputLoss()[1]).isGreaterThan(50);
    // What reaches final users is what the sectors leave of their output.
    for (int i = 0; i < 3; i++) {
      double lost = half.outputLoss()[i];
      for (int j = 0; j < 3; j++) {
        lost -= model.input(i, j) * half.outputLoss()[j];
      }
      assertThat(half.finalLoss()[i]).isCloseTo(lost, within(1e-6));
    }
  }

  @Test
  void sectorsWithoutOutputChangeNothing() {
    SectorModel model =
        SectorModel.of(
            table(
                new double[][] {{20, 30, 0, 10}, {15, 50, 0, 40}, {0, 0, 0, 0}, {5, 25, 0, 30}},
                new double[] {40, 95, 0, 90},
                100,
                200,
                0,
                150));
    assertThat(model.table().withoutOutput()).containsExactly(2);
    Linkages links = Linkages.of(model);
    assertThat(links.totalBackward()[3]).isCloseTo(2138 / 1031.0, CLOSE);
    assertThat(links.totalForwardGhosh()[0]).isCloseTo(2300 / 1031.0, CLOSE);
    assertThat(links.totalBackward()[2]).isCloseTo(1, CLOSE);
    assertThat(links.extractionLoss()[2]).isZero();
  }

  @Test
  void importsAreJudgedStrictlyAboveTheBars() {
    ImportDependence first = ImportDependence.of(new double[] {60, 20, 10, 10}, 50, 40);
    assertThat(first.hhi()).isCloseTo(0.42, CLOSE);
    assertThat(first.cr3()).isCloseTo(0.9, CLOSE);
    assertThat(first.cdi2()).isCloseTo(2 / 3.0, CLOSE);
    assertThat(first.cdi3()).isCloseTo(2.5, CLOSE);
    assertThat(first.isDependent()).isTrue();
    assertThat(first.effectiveSuppliers()).isCloseTo(2.380952380952381, CLOSE);
    assertThat(ImportDependence.of(new double[] {50, 30, 20}, 20, 300).isDependent()).isFalse();
    assertThat(ImportDependence.breachesCriticalShare(new double[] {66, 34})).isTrue();
    assertThat(ImportDependence.breachesCriticalShare(new double[] {65, 35})).isFalse();
    List<double[]> years =
        List.of(
            new double[] {0.45, 0.42, 1.2},
            new double[] {0.39, 0.5, 1.5},
            new double[] {0.41, 0.4, 1.01});
    assertThat(ImportDependence.dependsByYears(years)).isFalse();
    assertThat(ImportDependence.of(new double[] {1}, 0, 0).cdi3()).isInfinite();
  }
}
