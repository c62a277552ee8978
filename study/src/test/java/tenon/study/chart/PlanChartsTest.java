package tenon.study.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pictures of a plan, by their lengths. */
class PlanChartsTest {
  private static final Pattern BAR =
      Pattern.compile("<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\" height=\"16\"");
  private static final Pattern BAND = Pattern.compile("<polygon points=\"([^\"]+)\"");

  @Test
  void spansBeginOnTheirDaysAndLastAsLong() {
    String svg =
        GanttChart.of(
            "Day",
            100,
            List.of("more"),
            List.of(),
            "",
            0,
            "made",
            List.of(
                new GanttChart.Row(
                    "goods",
                    List.of("here"),
                    List.of(
                        new GanttChart.Span(0, 50, 0, "", "first <b>"),
                        new GanttChart.Span(50, 75, 0, "", "second")))));
    List<MatchResult> bars = BAR.matcher(svg).results().toList();
    assertThat(bars).hasSize(2);
    double day = (number(bars.get(1), 1) - number(bars.get(0), 1)) / 50;
    // One unit is left between neighbours.
    assertThat(number(bars.get(0), 2)).isCloseTo(50 * day - 1, within(0.02));
    assertThat(number(bars.get(1), 2)).isCloseTo(25 * day - 1, within(0.02));
    assertThat(svg).contains("<title>first &lt;b&gt;</title>");
  }

  @Test
  void bandsAreAsWideAsWhatTheyCarryAtBothEnds() {
    List<BandChart.Place> places =
        List.of(new BandChart.Place("a", ""), new BandChart.Place("b", ""));
    String svg =
        BandChart.of(
            "t",
            "from",
            "to",
            List.of("more"),
            places,
            places,
            List.of(
                new BandChart.Band(0, 1, 30, 0, ""),
                new BandChart.Band(1, 0, 10, 0, ""),
                new BandChart.Band(1, 1, 20, 0, "")));
    List<double[]> widths = BAND.matcher(svg).results().map(PlanChartsTest::ends).toList();
    assertThat(widths).hasSize(3);
    double[] amounts = {30, 20, 10}; // widest first, so that thin ones lie on top
    for (int band = 0; band < 3; band++) {
      for (double end : widths.get(band)) {
        assertThat(end / widths.getFirst()[0]).isCloseTo(amounts[band] / 30, within(1e-3));
      }
    }
  }

  /** Height of a band where it begins and where it ends. */
  private static double[] ends(MatchResult band) {
    double[] y =
        Arrays.stream(band.group(1).split(" ", -1))
            .mapToDouble(point -> Double.parseDouble(point.substring(point.indexOf(',') + 1)))
            .toArray();
    int half = y.length / 2;
    return new double[] {y[y.length - 1] - y[0], y[half] - y[half - 1]};
  }

  private static double number(MatchResult bar, int group) {
    return Double.parseDouble(bar.group(group));
  }
}
