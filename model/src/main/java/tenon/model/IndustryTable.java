package tenon.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An input-output table: what every industry sells to every other and to final users, what it pays
 * as value added and for imports, and its output, all in money per year. Immutable; the arrays that
 * are handed out are copies.
 */
public final class IndustryTable {
  private final List<Industry> industries;
  private final List<Industry> finalUses;
  private final List<Industry> valueAddedKinds;
  private final List<Industry> origins;
  private final double[][] intermediate;
  private final double[][] finalDemand;
  private final double[][] valueAdded;
  private final double[][] imports;
  private final double[] output;
  private final List<String> names;
  private final List<String> chineseNames;

  private IndustryTable(Parts parts) {
    industries = List.copyOf(parts.industries);
    finalUses = List.copyOf(parts.finalUses);
    valueAddedKinds = List.copyOf(parts.valueAddedKinds);
    origins = List.copyOf(parts.origins);
    int n = industries.size();
    int m = finalUses.size();
    intermediate = copy(parts.intermediate, n, n, "intermediate flows");
    finalDemand = copy(parts.finalDemand, n, m, "final demand");
    valueAdded = copy(parts.valueAdded, valueAddedKinds.size(), n, "value added");
    imports = copy(parts.imports, origins.size(), n + m, "imports");
    output = parts.output == null ? sums() : parts.output.clone();
    names = List.copyOf(parts.names);
    chineseNames = List.copyOf(parts.chineseNames);
    if (output.length != n) {
      throw new IllegalArgumentException(output.length + " outputs for " + n + " industries");
    }
  }

  private static double[][] copy(double[][] rows, int height, int width, String what) {
    if (rows.length != height || Arrays.stream(rows).anyMatch(row -> row.length != width)) {
      throw new IllegalArgumentException(what + " are not " + height + " x " + width);
    }
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private double[] sums() {
    double[] sums = new double[industries.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = delivered(i);
    }
    return sums;
  }

  /** A table of flows between industries, deliveries to final users, and output. */
  public static IndustryTable of(
      List<Industry> industries,
      double[][] intermediate,
      List<Industry> finalUses,
      double[][] finalDemand,
      double[] output) {
    return new Parts(industries, intermediate)
        .withFinalDemand(finalUses, finalDemand)
        .withOutput(output)
        .build();
  }

  /** The years of the resource {@code industry_table}, in ascending order of their text. */
  public static List<String> years(Columns table) {
    return table.dictionary("year").stream().sorted().toList();
  }

  /**
   * The table of a year in the resource {@code industry_table}. Industries are those that sell or
   * buy intermediate goods, or sell to final users; output is what an industry delivers.
   */
  public static IndustryTable of(Columns table, String year) {
    int wanted = table.dictionary("year").id(year);
    Map<Industry, Integer> industries = new LinkedHashMap<>();
    Map<Industry, Integer> uses = new LinkedHashMap<>();
    Map<Industry, Integer> kinds = new LinkedHashMap<>();
    Map<Industry, Integer> origins = new LinkedHashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      if (table.code("year", row) == wanted) {
        Industry from = cell(table, row, "from");
        Industry to = cell(table, row, "to");
        switch (kind(table, row)) {
          case "intermediate" -> {
            add(industries, from);
            add(industries, to);
          }
          case "final" -> {
            add(industries, from);
            add(uses, to);
          }
          case "value_added" -> add(kinds, from);
          default -> add(origins, from);
        }
      }
    }
    int n = industries.size();
    double[][] z = new double[n][n];
    double[][] y = new double[n][uses.size()];
    double[][] v = new double[kinds.size()][n];
    double[][] imported = new double[origins.size()][n + uses.size()];
    for (int row = 0; row < table.rows(); row++) {
      if (table.code("year", row) == wanted) {
        Industry from = cell(table, row, "from");
        Industry to = cell(table, row, "to");
        double value = table.number("value", row);
        int buyer = industries.getOrDefault(to, -1);
        switch (kind(table, row)) {
          case "intermediate" -> z[place(industries, from)][buyer] += value;
          case "final" -> y[place(industries, from)][place(uses, to)] += value;
          case "value_added" -> {
            if (buyer >= 0) {
              v[place(kinds, from)][buyer] += value;
            }
          }
          default -> {
            int use = buyer >= 0 ? buyer : n + uses.getOrDefault(to, -1 - n);
            if (use >= 0) {
              imported[place(origins, from)][use] += value;
            }
          }
        }
      }
    }
    return new Parts(List.copyOf(industries.keySet()), z)
        .withFinalDemand(List.copyOf(uses.keySet()), y)
        .withValueAdded(List.copyOf(kinds.keySet()), v)
        .withImports(List.copyOf(origins.keySet()), imported)
        .build();
  }

  private static int place(Map<Industry, Integer> places, Industry industry) {
    return places.getOrDefault(industry, -1);
  }

  private static void add(Map<Industry, Integer> places, Industry industry) {
    places.putIfAbsent(industry, places.size());
  }

  private static Industry cell(Columns table, int row, String end) {
    String region = table.text(end + "_region", row);
    String sector = table.text(end + "_sector", row);
    return new Industry(region == null ? "" : region, sector == null ? "" : sector);
  }

  private static String kind(Columns table, int row) {
    String kind = table.text("kind", row);
    return kind == null ? "" : kind;
  }

  /** The industries, in the order of the table. */
  public List<Industry> industries() {
    return industries;
  }

  public int count() {
    return industries.size();
  }

  /**
   * What readers are shown of industry i: its key, without the region where there is only one, and
   * its name where the table tells it.
   */
  public String title(int i, Locale locale) {
    Industry industry = industries.get(i);
    String key = regions().size() > 1 ? industry.label() : industry.sector();
    boolean chinese = locale.getLanguage().equals("zh") && !chineseNames.isEmpty();
    List<String> shown = chinese ? chineseNames : names;
    return shown.isEmpty() || shown.get(i).isBlank() ? key : key + " " + shown.get(i);
  }

  /** Who uses finally: region and kind of use, in the order of the table. */
  public List<Industry> finalUses() {
    return finalUses;
  }

  /** Kinds of value added; their region is empty where it is that of the industry. */
  public List<Industry> valueAddedKinds() {
    return valueAddedKinds;
  }

  /** Origins of imports: region and product. */
  public List<Industry> origins() {
    return origins;
  }

  /** What industry i sells to industry j. */
  public double[][] intermediate() {
    return Arrays.stream(intermediate).map(double[]::clone).toArray(double[][]::new);
  }

  public double intermediate(int i, int j) {
    return intermediate[i][j];
  }

  /** What industry i sells to final use f. */
  public double finalDemand(int i, int f) {
    return finalDemand[i][f];
  }

  /** What industry i sells to final users. */
  public double finalDemand(int i) {
    return sum(finalDemand[i]);
  }

  public double[][] finalDemand() {
    return Arrays.stream(finalDemand).map(double[]::clone).toArray(double[][]::new);
  }

  /** Value added of a kind that industry j pays. */
  public double valueAdded(int kind, int j) {
    return valueAdded[kind][j];
  }

  /** What industry or final use (counted on from the industries) j takes from an origin. */
  public double imports(int origin, int j) {
    return imports[origin][j];
  }

  /** Output of industry i. */
  public double output(int i) {
    return output[i];
  }

  public double[] output() {
    return output.clone();
  }

  /** What industry i delivers to others and to final users; its output where the table balances. */
  public double delivered(int i) {
    return sum(intermediate[i]) + sum(finalDemand[i]);
  }

  /** What industry j takes from all industries. */
  public double inputs(int j) {
    double sum = 0;
    for (double[] row : intermediate) {
      sum += row[j];
    }
    return sum;
  }

  /** Industries whose output is 0, by place. */
  public List<Integer> withoutOutput() {
    return IntStream.range(0, count()).filter(i -> output[i] == 0).boxed().toList();
  }

  /** Regions in the order of the table. */
  public List<String> regions() {
    Set<String> regions = new LinkedHashSet<>();
    industries.forEach(industry -> regions.add(industry.region()));
    return List.copyOf(regions);
  }

  /** Sectors in the order of the table. */
  public List<String> sectors() {
    Set<String> sectors = new LinkedHashSet<>();
    industries.forEach(industry -> sectors.add(industry.sector()));
    return List.copyOf(sectors);
  }

  /**
   * The table as rows of the resource {@code industry_table}; flows of 0 are left out, and what an
   * industry delivers short of its output is a final use {@code discrepancy}.
   */
  public Columns columns(String year) {
    return new IndustryRows(this, year).build();
  }

  private static double sum(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    return sum;
  }

  /** The parts of a table in the making; what is not given is empty. */
  public static final class Parts {
    private final List<Industry> industries;
    private final double[][] intermediate;
    private List<Industry> finalUses = List.of();
    private double[][] finalDemand;
    private List<Industry> valueAddedKinds = List.of();
    private double[][] valueAdded = new double[0][];
    private List<Industry> origins = List.of();
    private double[][] imports = new double[0][];
    private double @Nullable [] output;
    private List<String> names = List.of();
    private List<String> chineseNames = List.of();

    /** Begins with what industry i sells to industry j. */
    public Parts(List<Industry> industries, double[][] intermediate) {
      this.industries = industries;
      this.intermediate = intermediate;
      finalDemand = new double[industries.size()][0];
    }

    /** What industry i sells to final use f. */
    public Parts withFinalDemand(List<Industry> uses, double[][] sold) {
      finalUses = uses;
      finalDemand = sold;
      return this;
    }

    /** Value added by kind, then industry. */
    public Parts withValueAdded(List<Industry> kinds, double[][] paid) {
      valueAddedKinds = kinds;
      valueAdded = paid;
      return this;
    }

    /** Imports by origin, then industry and final use. */
    public Parts withImports(List<Industry> from, double[][] bought) {
      origins = from;
      imports = bought;
      return this;
    }

    /** Names of the industries in English and in Chinese, one each, or none. */
    public Parts withNames(List<String> english, List<String> chinese) {
      names = english;
      chineseNames = chinese;
      return this;
    }

    /** Output; where it is not given, it is what is delivered. */
    public Parts withOutput(double[] made) {
      output = made;
      return this;
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException if the parts do not fit each other
     */
    public IndustryTable build() {
      return new IndustryTable(this);
    }
  }
}
