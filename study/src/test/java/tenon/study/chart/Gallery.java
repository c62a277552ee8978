package tenon.study.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every kind of chart, with data made by formulas, in one language. */
public final class Gallery {
  private Gallery() {}

  public static Map<String, String> charts(boolean zh) {
    Map<String, String> charts = new LinkedHashMap<>();
    charts.put("lines", lines(zh));
    charts.put("density", density(zh));
    charts.put("event_study", eventStudy(zh));
    charts.put("coefficients", coefficients(zh));
    charts.put(
        "grouped",
        BarChart.grouped(Axis.of(zh ? "指数（0–100）" : "Index (0-100)"), regions(zh), pillars(zh)));
    charts.put(
        "stacked",
        BarChart.stacked(Axis.of(zh ? "损失（百万元）" : "Loss (CNY m)"), regions(zh), pillars(zh)));
    charts.put("horizontal", horizontal(zh));
    charts.put("scatter", scatter(zh));
    charts.put("heat", heat(zh));
    charts.put(
        "correlations",
        HeatTable.sides(
            regions(zh).subList(0, 4),
            regions(zh).subList(0, 4),
            new double[][] {
              {1, 0.5, -0.3, 0}, {0.5, 1, 0.1, -0.8}, {-0.3, 0.1, 1, 0.4}, {0, -0.8, 0.4, 1}
            },
            2));
    charts.put(
        "radar",
        RadarChart.of(
            zh
                ? List.of("抵抗能力", "恢复能力", "适应与转型能力", "创新能力", "自主可控")
                : List.of(
                    "Resistance",
                    "Recovery",
                    "Adaptation and transformation",
                    "Innovation",
                    "Independence"),
            100,
            List.of(
                new Bars(zh ? "上海" : "Shanghai", new double[] {81, 77, 64, 90, 40}),
                new Bars(zh ? "江苏" : "Jiangsu", new double[] {70, 82, 55, 71, 52}))));
    charts.put("placebo", placebo(zh));
    charts.put("map", map(zh));
    charts.put("gantt", gantt(zh));
    charts.put("bands", bands(zh));
    return charts;
  }

  private static List<String> deeds(boolean zh) {
    return zh
        ? List.of("增加", "备用来源增加", "减少", "已调用、尚未开通")
        : List.of("more", "more, from standby", "less", "called, not yet open");
  }

  private static String gantt(boolean zh) {
    List<GanttChart.Row> rows = new ArrayList<>();
    List<String> regions = regions(zh);
    for (int i = 0; i < regions.size(); i++) {
      rows.add(
          new GanttChart.Row(
              zh ? "已封装的微控制器" : "Microcontroller, packaged and tested in one place",
              List.of(regions.get(i), regions.getLast()),
              List.of(
                  new GanttChart.Span(5, 10 + i, 3, "", "a"),
                  new GanttChart.Span(10 + i, 40, i % 3, "100→250", "b"))));
    }
    return GanttChart.of(
        zh ? "天" : "Day",
        60,
        deeds(zh),
        List.of(new GanttChart.Stretch(3, 25)),
        zh ? "受冲击" : "disrupted",
        58,
        zh ? "制定方案：第 58 天" : "plan made, day 58",
        rows);
  }

  private static String bands(boolean zh) {
    List<BandChart.Place> places =
        regions(zh).stream().map(name -> new BandChart.Place(name, "+1.2  −3.4")).toList();
    List<BandChart.Band> bands = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      bands.add(new BandChart.Band(i % 5, i * 2 % 5, 1 + i, i % 3, "tip"));
    }
    return BandChart.of(
        zh ? "亿元" : "billion CNY",
        zh ? "从" : "From",
        zh ? "到" : "To",
        deeds(zh).subList(0, 3),
        places,
        places,
        bands);
  }

  private static List<String> regions(boolean zh) {
    return zh
        ? List.of("上海市", "江苏省", "浙江省", "安徽省", "长三角生态绿色一体化发展示范区")
        : List.of("Shanghai", "Jiangsu", "Zhejiang", "Anhui", "Demonstration zone of integration");
  }

  private static List<Bars> pillars(boolean zh) {
    return List.of(
        new Bars(zh ? "抵抗能力" : "Resistance", new double[] {60, 52, 48, 33, 41}),
        new Bars(zh ? "恢复能力" : "Recovery", new double[] {50, 57, 44, Double.NaN, 39}),
        new Bars(zh ? "创新能力" : "Innovation", new double[] {82, 61, 63, 38, -12}));
  }

  private static String lines(boolean zh) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double[] x = new double[6];
      double[] y = new double[6];
      double[] low = new double[6];
      double[] high = new double[6];
      for (int t = 0; t < 6; t++) {
        x[t] = 2018 + t;
        y[t] = 0.4 + 0.03 * t + 0.02 * i + 0.01 * Math.sin(3.0 * t + i);
        low[t] = y[t] - 0.02;
        high[t] = y[t] + 0.02;
      }
      series.add(new Series(regions(zh).get(i), x, y, low, high));
    }
    double[] x = {2018, 2019, 2020, 2021, 2022, 2023};
    double[] y = {0.35, 0.36, Double.NaN, 0.38, 0.36, 0.34};
    series.add(Series.of(regions(zh).get(4), x, y));
    return LineChart.of(
        Axis.years(zh ? "年份" : "Year"),
        Axis.of(zh ? "韧性指数" : "Resilience index"),
        series,
        List.of(new Marker(zh ? "试点开始" : "Pilot begins", 2020)));
  }

  private static String density(boolean zh) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double[] x = new double[101];
      double[] y = new double[101];
      for (int t = 0; t <= 100; t++) {
        x[t] = t / 100.0;
        double z = (x[t] - 0.3 - 0.12 * i) / (0.1 + 0.02 * i);
        y[t] = Math.exp(-z * z / 2) / (0.1 + 0.02 * i) / 2.5066;
      }
      series.add(Series.of(Integer.toString(2018 + 2 * i), x, y));
    }
    return LineChart.density(
        Axis.of(zh ? "韧性指数" : "Resilience index"),
        Axis.of(zh ? "核密度" : "Kernel density"),
        series,
        List.of());
  }

  private static String eventStudy(boolean zh) {
    List<Estimate> estimates = new ArrayList<>();
    for (int t = -5; t <= 5; t++) {
      double value = t == -1 ? 0 : t < 0 ? 0.01 * Math.sin(t) : 0.02 + 0.02 * t;
      double half = t == -1 ? 0 : 0.025;
      estimates.add(new Estimate(t, value, value - half, value + half));
    }
    return EffectChart.overTime(
        Axis.of(zh ? "相对试点的年份" : "Years from the pilot"),
        Axis.of(zh ? "对 ln 产出的影响" : "Effect on ln output"),
        estimates,
        List.of(new Marker(zh ? "试点" : "Pilot", -0.5)));
  }

  private static String coefficients(boolean zh) {
    return EffectChart.named(
        Axis.of(zh ? "系数（95% 置信区间）" : "Coefficient (95% interval)"),
        List.of(
            new Estimate.Named(zh ? "双向固定效应" : "Two-way fixed effects", 0.034, 0.01, 0.058),
            new Estimate.Named("Callaway–Sant'Anna", 0.041, 0.012, 0.07),
            new Estimate.Named(
                zh ? "合成双重差分" : "Synthetic difference in differences, all cities",
                0.012,
                -0.02,
                0.044)));
  }

  private static String horizontal(boolean zh) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      bars.add(new Bar(regions(zh).get(i), 120 - 23 * i, 100 - 20 * i, 131 - 23 * i));
    }
    bars.add(Bar.of(zh ? "未知" : "Unknown", Double.NaN));
    return BarChart.horizontal(Axis.of(zh ? "损失的毛利（百万元）" : "Margin lost (CNY m)"), bars);
  }

  private static String scatter(boolean zh) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      double x = Math.sin(7.0 * i) * 2;
      points.add(new Point((zh ? "城市" : "City ") + i, x, 0.4 * x + Math.cos(5.0 * i), i % 3));
    }
    return ScatterChart.quadrants(
        Axis.of(zh ? "韧性指数（标准化）" : "Index (standardised)"),
        Axis.of(zh ? "空间滞后" : "Spatial lag"),
        points,
        0,
        0,
        zh
            ? List.of("高高", "低高", "低低", "高低")
            : List.of("High-high", "Low-high", "Low-low", "High-low"),
        0.4);
  }

  private static String heat(boolean zh) {
    double[][] values = new double[5][6];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 6; j++) {
        values[i][j] = 30 + 12 * i + 5 * j - 3 * i * j;
      }
    }
    values[2][3] = Double.NaN;
    return HeatTable.amounts(
        regions(zh), List.of("2018", "2019", "2020", "2021", "2022", "2023"), values, 1);
  }

  private static String placebo(boolean zh) {
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.012 * (Math.sin(i * 1.7) + Math.sin(i * 2.3) + Math.sin(i * 0.31));
    }
    return Histogram.of(
        Axis.of(zh ? "安慰剂系数" : "Placebo coefficient"),
        zh ? "次数" : "Draws",
        values,
        40,
        List.of(new Marker(zh ? "真实估计 0.041" : "Estimate 0.041", 0.041)));
  }

  private static String map(boolean zh) {
    return MapChart.of(
        zh ? "韧性指数" : "Resilience index",
        List.of(
            new Place(zh ? "上海" : "Shanghai", 31.23, 121.47, 81),
            new Place(zh ? "南京" : "Nanjing", 32.06, 118.8, 64),
            new Place(zh ? "苏州" : "Suzhou", 31.3, 120.58, 60),
            new Place(zh ? "无锡" : "Wuxi", 31.49, 120.31, 55),
            new Place(zh ? "杭州" : "Hangzhou", 30.27, 120.15, 66),
            new Place(zh ? "宁波" : "Ningbo", 29.87, 121.54, 47),
            new Place(zh ? "合肥" : "Hefei", 31.82, 117.23, 52),
            new Place(zh ? "黄山" : "Huangshan", 29.71, 118.34, Double.NaN)));
  }
}
