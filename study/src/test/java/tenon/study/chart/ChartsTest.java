package tenon.study.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {

  private static final Pattern UPWARD = Pattern.compile("rotate");

  @Test
  void everyChartIsSvgWithoutNumbersThatAreNone() throws Exception {
    for (boolean zh : new boolean[] {false, true}) {
      for (var chart : Gallery.charts(zh).entrySet()) {
        assertThat(chart.getValue()).as(chart.getKey()).doesNotContain("NaN", "Infinity");
        assertThat(root(chart.getValue()).getTagName()).isEqualTo("svg");
      }
    }
  }

  /** As without draws for its standard error. */
  @Test
  void anEstimateWithoutAnIntervalIsAHollowPoint() {
    String svg =
        EffectChart.named(
            Axis.of("effect"),
            List.of(
                new Estimate.Named("with", 1, .5, 1.5),
                new Estimate.Named("without", 2, Double.NaN, Double.NaN)));
    assertThat(svg).doesNotContain("NaN");
    assertThat(svg.split("<circle", -1)).hasSize(3);
  }

  @Test
  void noTextLeavesThePicture() throws Exception {
    for (boolean zh : new boolean[] {false, true}) {
      for (var chart : Gallery.charts(zh).entrySet()) {
        Element svg = root(chart.getValue());
        double width = Double.parseDouble(svg.getAttribute("width"));
        double height = Double.parseDouble(svg.getAttribute("height"));
        NodeList texts = svg.getElementsByTagName("text");
        assertThat(texts.getLength()).as(chart.getKey()).isPositive();
        for (int i = 0; i < texts.getLength(); i++) {
          inside((Element) texts.item(i), width, height, chart.getKey());
        }
      }
    }
  }

  private static void inside(Element text, double width, double height, String chart) {
    Matcher upward = UPWARD.matcher(text.getAttribute("transform"));
    if (upward.find()) {
      return;
    }
    double x = Double.parseDouble(text.getAttribute("x"));
    double y = Double.parseDouble(text.getAttribute("y"));
    double wide = tenon.study.text.Labels.width(text.getTextContent()) * 11.5;
    double left =
        switch (text.getAttribute("text-anchor")) {
          case "middle" -> x - wide / 2;
          case "end" -> x - wide;
          default -> x;
        };
    String what = chart + ": " + text.getTextContent();
    assertThat(left).as(what).isGreaterThanOrEqualTo(-2);
    assertThat(left + wide).as(what).isLessThanOrEqualTo(width + 3);
    assertThat(y).as(what).isBetween(8.0, height);
  }

  /** A large dot must not crowd out its own name. */
  @Test
  void everyPlaceOfTheMapIsNamed() {
    assertThat(Gallery.charts(false).get("map"))
        .contains("Shanghai", "Nanjing", "Suzhou", "Wuxi", "Hangzhou", "Ningbo", "Hefei");
  }

  @Test
  void axesHaveRoundNumbersThatHoldTheData() {
    Ticks ticks = Ticks.around(0.13, 0.87, 5);
    assertThat(ticks.low()).isEqualTo(0);
    assertThat(ticks.high()).isEqualTo(1);
    assertThat(ticks.values().stream().map(ticks::label).toList())
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Ticks.around(-3, 12, 5).values().stream().map(v -> Ticks.around(-3, 12, 5).label(v)))
        .containsExactly("−5", "0", "5", "10", "15");
    assertThat(Ticks.around(7, 7, 5).low()).isLessThan(7);
  }

  @Test
  void namesAndTextsAreEscaped() throws Exception {
    String svg =
        BarChart.horizontal(Axis.of("a < b & \"c\""), java.util.List.of(Bar.of("<script>", 1)));
    assertThat(svg).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(root(svg).getAttribute("aria-label")).isEqualTo("a < b & \"c\"");
  }

  @Test
  void rampsRunFromLightToDarkAndAreWhiteInTheMiddle() {
    assertThat(Palette.amount(0)).isEqualTo("#eff3f7");
    assertThat(Palette.amount(1)).isEqualTo("#082e58");
    assertThat(Palette.sides(0)).isEqualTo("#f5f5f5");
    assertThat(Palette.isDark(Palette.amount(1))).isTrue();
    assertThat(Palette.isDark(Palette.amount(0))).isFalse();
  }

  private static Element root(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }
}
