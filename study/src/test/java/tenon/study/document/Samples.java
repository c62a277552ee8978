package tenon.study.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.study.chart.Axis;
import tenon.study.chart.LineChart;
import tenon.study.chart.Marker;
import tenon.study.chart.Series;
import tenon.study.document.Block.Figure;
import tenon.study.document.Block.Formula;
import tenon.study.document.Block.Grid;
import tenon.study.document.Block.Heading;
import tenon.study.document.Block.Paragraph;
import tenon.study.document.Block.Points;

/** A document with one of each block, in both languages, with signs that must be escaped. */
final class Samples {
  static final String FORMULA =
      "\\hat{\\beta} = \\frac{\\sum_{i=1}^{n} (x_i - \\bar{x}) y_i}"
          + "{\\sqrt{\\sum_{i} x_i^2}} \\quad \\text{for } x \\ge 0";

  private Samples() {}

  static Document english() {
    return new Document(
        "Resilience of a chain & its <sites>",
        "Six regions, 2018 to 2023",
        Locale.ENGLISH,
        List.of(
            new Heading(1, "What was found"),
            new Paragraph("Profit fell by 50% at 100_A{b}; cost # is $4 ~ 5^2 \\ more, 10 ≤ β."),
            new Points(List.of("The first point.", "The second point.")),
            new Heading(2, "The method"),
            new Formula(FORMULA, "beta = sum (x - mean x) y / sqrt(sum x^2)"),
            grid("Effect of the policy on output", "Region", "East & West", "Total"),
            figure("Output falls by a third and recovers in 40 days", "Output (t/d)", "Day"),
            new Heading(3, "A last remark"),
            new Paragraph("上海 is a name in Chinese.")));
  }

  static Document chinese() {
    return new Document(
        "产业链韧性评估报告",
        "六个地区，2018 至 2023 年",
        Locale.CHINESE,
        List.of(
            new Heading(1, "主要发现"),
            new Paragraph("政策使产出提高 12.3%，在 1% 水平上显著；上海的韧性指数最高（0.81）。"),
            new Points(List.of("第一点。", "第二点。")),
            new Heading(2, "方法"),
            new Formula(FORMULA, "beta = sum (x - mean x) y / sqrt(sum x^2)"),
            grid("政策对产出的影响", "地区", "华东", "合计"),
            figure("产出下降三分之一，四十天后恢复", "产出（吨/天）", "天")));
  }

  private static Grid grid(String title, String first, String name, String total) {
    return new Grid(
        "effects",
        title,
        List.of(first, "β", "SE", "n", "share"),
        List.of(
            List.of(
                Cell.of(name),
                Cell.of("0.034***", 0.034123456789),
                Cell.of("(0.012)", 0.0121),
                Cell.of("1,234", 1234),
                Cell.of("12.3%", 0.1234)),
            List.of(
                Cell.of(total),
                Cell.of("-1.20", -1.2),
                Cell.of("(0.300)", 0.3),
                Cell.of("12", 12),
                Cell.of("", Double.NaN))),
        List.of("*** p < 0.01."));
  }

  private static Figure figure(String title, String y, String x) {
    double[] days = new double[60];
    double[] output = new double[60];
    double[] low = new double[60];
    double[] high = new double[60];
    for (int day = 0; day < 60; day++) {
      days[day] = day;
      double lost = day < 10 ? 0 : day < 20 ? 12 : Math.max(0, 12 - (day - 20) * 0.4);
      output[day] = 36 - lost;
      low[day] = output[day] - lost / 4 - 0.5;
      high[day] = output[day] + lost / 5 + 0.5;
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series(y, days, output, low, high));
    return new Figure(
        "output",
        title,
        LineChart.of(Axis.of(x), Axis.of(y), series, List.of(new Marker("D", 10))),
        List.of("Band: 5 to 95% of replications."));
  }
}
