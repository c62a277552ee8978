package tenon.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tenon.assess.Templates;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.packages.PackageWriter;

/**
 * Six regions of China, 2018 to 2023, by the twelve indicators of the regional template: synthetic
 * indicator values around published scores.
 *
 * <p>Zhang (2024), ARISE 4(4), publishes one score per region and dimension, without a year and
 * without the values of the indicators. Here these are made up: around the published score S of a
 * dimension the score of indicator j in year t is S + o<sub>j</sub> + p<sub>t</sub> +
 * e<sub>jt</sub> with a drawn strength or weakness o, a drawn path p that rises over the years and
 * bends in 2020, and small noise e, shifted so that the weighted mean over indicators and years is
 * S again; the template's goalposts turn it into a value. Values are rounded to three decimals,
 * each rounding error being handed on to the next value, so that the mean holds to a millionth.
 */
public final class Regions {
  /** Seed of the package that is kept in {@code examples/regions}. */
  public static final long SEED = 20_261_121L;

  static final int FIRST_YEAR = 2018;
  static final int YEARS = 6;

  /** What 2020 and the two years after it cost, in the measure of a dimension's spread. */
  private static final double[] BEND = {0, 0, -1, -.5, -.25, 0};

  private static final double MOST_SPREAD = .05;
  private static final double SPREAD_OF_ROOM = .3;
  private static final double NOISE = .15;
  private static final double DECIMALS = 1_000;

  /** A region with its published scores by dimension B1, B2, B3. */
  record Published(
      String name, String nameZh, double structural, double functional, double evolutionary) {
    double score(String dimension) {
      return switch (dimension) {
        case "B1" -> structural;
        case "B2" -> functional;
        default -> evolutionary;
      };
    }
  }

  static final List<Published> PUBLISHED =
      List.of(
          new Published("Yangtze River Delta", "长三角", .856, .892, .873),
          new Published("Pearl River Delta", "珠三角", .834, .867, .845),
          new Published("Beijing-Tianjin-Hebei", "京津冀", .812, .823, .798),
          new Published("Middle Yangtze River", "长江中游", .767, .745, .723),
          new Published("Chengdu-Chongqing Area", "成渝地区", .743, .721, .698),
          new Published("Northeast Region", "东北地区", .654, .612, .587));

  private final RandomStreams streams;
  private final Columns hierarchy = Templates.regionalChainResilience();
  private final Columns.Builder values = new Columns.Builder(Resource.INDICATORS);

  private Regions(long seed) {
    streams = RandomStreams.of(seed);
  }

  /** The package of a seed; the same seed gives the same package, down to the bit. */
  public static DataPackage generate(long seed) {
    Regions regions = new Regions(seed);
    for (Published region : PUBLISHED) {
      regions.add(region);
    }
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.put(Resource.REGIONS, names());
    tables.put(Resource.HIERARCHY, regions.hierarchy);
    tables.put(Resource.INDICATORS, regions.values.build());
    return new DataPackage(info(seed), tables);
  }

  /** Writes the package with its expected results into a directory. */
  public static void write(Path directory) throws IOException {
    DataPackage data = generate(SEED);
    PackageWriter.write(data, directory);
    RegionResults.write(data, directory.resolve("expected"));
  }

  private static Columns names() {
    Columns.Builder regions = new Columns.Builder(Resource.REGIONS);
    for (Published region : PUBLISHED) {
      regions
          .row()
          .set("region_id", region.name)
          .set("name", region.name)
          .set("name_zh", region.nameZh);
    }
    return regions.build();
  }

  private void add(Published region) {
    double[][] cells = new double[hierarchy.rows()][];
    for (String dimension : List.of("B1", "B2", "B3")) {
      fill(cells, region, dimension);
    }
    for (int row = 0; row < cells.length; row++) {
      for (int year = 0; cells[row] != null && year < YEARS; year++) {
        values
            .row()
            .set("unit_id", region.name)
            .set("period", Integer.toString(FIRST_YEAR + year))
            .set("code", hierarchy.text("code", row))
            .set("value", cells[row][year]);
      }
    }
  }

  /** Fills the values of the indicators of a dimension, by row of the hierarchy and year. */
  private void fill(double[][] cells, Published region, String dimension) {
    List<Integer> indicators = indicators(dimension);
    double[] weights = weights(indicators);
    double[][] scores = scores(region.name, dimension, region.score(dimension), weights);
    double owed = 0;
    for (int nth = 0; nth < weights.length; nth++) {
      int row = indicators.get(nth);
      cells[row] = new double[YEARS];
      for (int year = 0; year < YEARS; year++) {
        double wanted = scores[nth][year] + owed / weights[nth];
        cells[row][year] = rounded(row, wanted);
        owed = weights[nth] * (wanted - score(row, cells[row][year]));
      }
    }
  }

  /** Scores from 0 to 1 by indicator and year, whose weighted mean is the given score. */
  private double[][] scores(String region, String dimension, double score, double[] weights) {
    RandomStream draws = streams.stream(Purpose.GENERATE, region + " " + dimension, 0);
    double spread = Math.min(MOST_SPREAD, SPREAD_OF_ROOM * (1 - score));
    double rise = spread * (.5 + .5 * draws.nextDouble());
    double[][] scores = new double[weights.length][YEARS];
    double mean = 0;
    for (int nth = 0; nth < weights.length; nth++) {
      double strength = spread * (2 * draws.nextDouble() - 1);
      for (int year = 0; year < YEARS; year++) {
        double path = rise * (2.0 * year / (YEARS - 1) - 1) + spread * BEND[year] / 2;
        double noise = NOISE * spread * (2 * draws.nextDouble() - 1);
        scores[nth][year] = strength + path + noise;
        mean += weights[nth] * scores[nth][year] / YEARS;
      }
    }
    for (double[] ofIndicator : scores) {
      for (int year = 0; year < YEARS; year++) {
        ofIndicator[year] += score - mean;
      }
    }
    return scores;
  }

  private double[] weights(List<Integer> indicators) {
    double[] weights = new double[indicators.size()];
    double sum = 0;
    for (int nth = 0; nth < weights.length; nth++) {
      weights[nth] = hierarchy.number("weight", indicators.get(nth));
      sum += weights[nth];
    }
    for (int nth = 0; nth < weights.length; nth++) {
      weights[nth] /= sum;
    }
    return weights;
  }

  /**
   * Rows of the indicators of a dimension; the widest goalposts last, where rounding costs least.
   */
  private List<Integer> indicators(String dimension) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < hierarchy.rows(); row++) {
      String code = String.valueOf(hierarchy.text("code", row));
      if (code.startsWith("D" + dimension.substring(1))) {
        rows.add(row);
      }
    }
    rows.sort((one, other) -> Double.compare(span(one), span(other)));
    return rows;
  }

  private double span(int row) {
    return hierarchy.number("high", row) - hierarchy.number("low", row);
  }

  private double rounded(int row, double score) {
    double share = hierarchy.number("direction", row) < 0 ? 1 - score : score;
    double value = hierarchy.number("low", row) + share * span(row);
    return Math.rint(value * DECIMALS) / DECIMALS;
  }

  private double score(int row, double value) {
    double share = (value - hierarchy.number("low", row)) / span(row);
    return hierarchy.number("direction", row) < 0 ? 1 - share : share;
  }

  private static PackageInfo info(long seed) {
    return new PackageInfo(
        "regions",
        "Resilience of six regions of China, 2018-2023 (synthetic indicator values) /"
            + " 中国六大区域产业链韧性，2018—2023（指标值为合成数据）",
        "SYNTHETIC indicator values, seed "
            + seed
            + ", made up around published scores: Zhang J. (2024), ARISE 4(4), 100-125, gives one"
            + " score per region and dimension, without years and without the values of the"
            + " indicators. Weights and scores of the dimensions are published; goalposts and all"
            + " values are not. Fit for teaching, tests and demonstrations, not for conclusions"
            + " about the regions. 指标值为合成数据：仅权重与各维度得分来自已发表研究，阈值与全部指标值均为虚构，"
            + "仅供教学、测试与演示。",
        "1.0.0",
        null,
        true,
        "Apache-2.0",
        List.of(
            "The published scores are taken as the mean over 2018 to 2023. 已公布得分视为 2018 至 2023 年的均值。",
            "Goalposts are those of the regional template, which are its own choice."
                + " 标杆值取自区域模板，为模板自定。",
            "Strength of each indicator, path over the years and noise are drawn; the weighted mean"
                + " over indicators and years is the published score of the dimension."
                + " 各指标的强弱、逐年走势与扰动随机抽取；其在指标与年份上的加权均值等于该维度已公布的得分。"));
  }
}
