package tenon.examples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tenon.examples.PilotCities.City;

/**
 * Values of the pilot cities. The outcome of city i in year t is
 *
 * <pre>
 * CTRI = city + year + sum_k beta_k control_k + sum_m b_m mediator_m + direct_it DID + noise
 * mediator_m = city + year + a_m DID + noise
 * direct_it = .656 path_t + .61 (digital - .75) + 1.085 (ip - .75) + .872 (.87 - resource)
 *             - sum_m a_m b_m
 * </pre>
 *
 * so that the whole effect is about .656, grows over the years, differs between groups, and passes
 * through three mediators. a and b are the published ones, and the parts not mediated follow: c' =
 * c - a b. No effect on neighbours is planted. Mean and deviation of the outcome are the published
 * ones; its extremes are not, since noise that stops at a floor would bend the effects.
 */
final class PilotOutcome {
  static final List<String> COLUMNS =
      List.of(
          "CTRI",
          "RES",
          "REC",
          "RST",
          "MS",
          "GDP",
          "FAI",
          "FIN",
          "FDI",
          "LE",
          "BUET",
          "IS",
          "NQPF",
          "digital",
          "ip",
          "resource");

  /** Published moments, table of descriptives. */
  static final Map<String, Moments> PUBLISHED = new LinkedHashMap<>();

  static {
    PUBLISHED.put("RES", new Moments(1.744, 3.865, .005, 27.149));
    PUBLISHED.put("REC", new Moments(1.192, .185, .728, 1.580));
    PUBLISHED.put("RST", new Moments(81.371, 12.655, 0, 99.690));
    PUBLISHED.put("MS", new Moments(7.847, 2.695, -.836, 16.681));
    PUBLISHED.put("GDP", new Moments(10.813, .570, 7.302, 16.175));
    PUBLISHED.put("FAI", new Moments(16.207, .854, 11.372, 17.971));
    PUBLISHED.put("FIN", new Moments(16.658, 1.144, 14.614, 19.929));
    PUBLISHED.put("FDI", new Moments(-5.153, 1.779, -10.710, 19.949));
    PUBLISHED.put("LE", new Moments(11.005, 1.326, 8.492, 14.864));
  }

  static final Moments OUTCOME = new Moments(7.358, 3.645, 3.952, 28.860);

  /** The whole effect by year since 2018, as a share of its mean. */
  private static final double[] PATH = {.5, .7, 1.1, 1.3, 1.4};

  private static final double EFFECT = .656;
  private static final double[] YEAR = {0, .05, .1, .15, .2, .28, .3, .35, .05, .15, .25};

  /** Share of a shock that is left a year later. */
  private static final double MEMORY = .3;

  private static final double NOISE = .7;

  /** What the largest cities are above the smallest. */
  private static final double HIGHEST = 20;

  /** Cities whose outcome is unknown for four years or more: the first and the last such year. */
  private static final Map<String, int[]> INCOMPLETE =
      Map.of(
          "Laiwu", new int[] {7, 10},
          "Sanya", new int[] {0, 4},
          "Karamay", new int[] {2, 6},
          "Lijiang", new int[] {5, 8});

  /** Cells unknown at the start of a series, which nothing can fill. */
  private static final Map<String, List<String>> UNFILLED =
      Map.of(
          "FAI", List.of("Yaan", "Bazhong", "Hezhou", "Wuzhong"),
          "FIN", List.of("Jinchang", "Loudi"));

  private static final int GAPS = 15;

  /**
   * A mediator.
   *
   * @param a effect of the policy on it
   * @param b its effect on the outcome
   * @param noise standard deviation of its shocks
   * @param level its mean
   * @param slope how it rises with the size of a city
   */
  private record Mediator(
      String name, double a, double b, double noise, double level, double slope) {}

  private static final List<Mediator> MEDIATORS =
      List.of(
          new Mediator("BUET", .0187, 14.86, .019, .35, .03),
          new Mediator("IS", .0755, .309, .262, 2.3, .1),
          new Mediator("NQPF", .0159, 35.65, .0115, .25, .02));

  /** Effect of each control on the outcome within a city. */
  private static final Map<String, Double> SLOPES =
      Map.of("MS", .05, "GDP", .2, "FAI", .1, "FIN", .3, "FDI", .02, "LE", .15);

  private final List<City> cities;
  private final Draws draws;
  private final int[] counted;
  private final double[] size;
  private final Map<String, double[]> values = new HashMap<>();
  private final double[] whole;

  PilotOutcome(List<City> cities, Draws draws) {
    this.cities = cities;
    this.draws = draws;
    counted =
        IntStream.range(0, cities.size() * PilotCities.YEARS)
            .filter(at -> !INCOMPLETE.containsKey(cities.get(at / PilotCities.YEARS).name()))
            .toArray();
    size = new double[cities.size()];
    for (int c = 0; c < size.length; c++) {
      City city = cities.get(c);
      double z = normal("size", city.name());
      size[c] = city.pilot() ? .95 + .9 * z : -.18 + .95 * z;
    }
    PUBLISHED.forEach(this::control);
    groups();
    whole = whole();
    MEDIATORS.forEach(this::mediator);
    values.put("CTRI", outcome());
  }

  private double normal(String what, String key) {
    double u = 1 - draws.unit(what + " radius", key);
    double angle = 2 * Math.PI * draws.unit(what + " angle", key);
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(angle);
  }

  private double[] blank() {
    return new double[cities.size() * PilotCities.YEARS];
  }

  /** Shocks with memory, by city and year, of standard deviation 1. */
  private double[] shocks(String what) {
    double[] shocks = blank();
    for (int at = 0; at < shocks.length; at++) {
      double fresh = normal(what, key(at));
      shocks[at] =
          at % PilotCities.YEARS == 0
              ? fresh
              : MEMORY * shocks[at - 1] + Math.sqrt(1 - MEMORY * MEMORY) * fresh;
    }
    return shocks;
  }

  private String key(int at) {
    return cities.get(at / PilotCities.YEARS).name() + " " + at % PilotCities.YEARS;
  }

  private void control(String name, Moments moments) {
    double[] column = shocks(name);
    double within = name.equals("FIN") ? .35 : .7;
    for (int at = 0; at < column.length; at++) {
      double city = size[at / PilotCities.YEARS] + .6 * normal(name, city(at).name());
      double drawn = city + .05 * (at % PilotCities.YEARS) + within * column[at];
      column[at] = name.equals("RES") ? StrictMath.exp(drawn) : drawn;
    }
    moments.bend(column, counted);
    values.put(name, column);
  }

  private City city(int at) {
    return cities.get(at / PilotCities.YEARS);
  }

  private boolean isTreated(int at) {
    return city(at).pilot()
        && at % PilotCities.YEARS >= PilotCities.POLICY_YEAR - PilotCities.FIRST_YEAR;
  }

  private void groups() {
    double[] digital = blank();
    double[] ip = blank();
    double[] resource = blank();
    for (int at = 0; at < digital.length; at++) {
      double lift = isTreated(at) ? .85 : 0;
      String name = city(at).name();
      digital[at] = .5 * normal("digital", name) + normal("digital", key(at)) + lift > -.02 ? 1 : 0;
      ip[at] = .5 * normal("ip", name) + normal("ip", key(at)) + .75 * lift > -.15 ? 1 : 0;
      resource[at] = draws.chance("resource", name, city(at).pilot() ? .13 : .45) ? 1 : 0;
    }
    values.put("digital", digital);
    values.put("ip", ip);
    values.put("resource", resource);
  }

  double[] values(String column) {
    return Objects.requireNonNull(values.get(column), column);
  }

  /** The whole effect of the policy by city and year; 0 where not treated. */
  private double[] whole() {
    double[] effect = blank();
    for (int at = 0; at < effect.length; at++) {
      if (isTreated(at)) {
        int since = at % PilotCities.YEARS - (PilotCities.POLICY_YEAR - PilotCities.FIRST_YEAR);
        effect[at] =
            EFFECT * PATH[since]
                + .61 * (values("digital")[at] - .75)
                + 1.085 * (values("ip")[at] - .75)
                + .872 * (.13 - values("resource")[at]);
      }
    }
    return effect;
  }

  private void mediator(Mediator mediator) {
    double[] column = shocks(mediator.name);
    for (int at = 0; at < column.length; at++) {
      column[at] =
          mediator.level
              + mediator.slope * size[at / PilotCities.YEARS]
              + mediator.slope * .1 * (at % PilotCities.YEARS)
              + (isTreated(at) ? mediator.a : 0)
              + mediator.noise * column[at];
    }
    values.put(mediator.name, column);
  }

  private double[] outcome() {
    double[] moving = shocks("CTRI");
    for (int at = 0; at < moving.length; at++) {
      double spread = .4 + .5 * StrictMath.exp(.5 * size[at / PilotCities.YEARS]);
      moving[at] = NOISE * spread * moving[at] + YEAR[at % PilotCities.YEARS] + whole[at];
      for (Mediator mediator : MEDIATORS) {
        double treated = isTreated(at) ? mediator.a : 0;
        moving[at] += mediator.b * (values(mediator.name)[at] - treated);
      }
      for (Map.Entry<String, Double> slope : SLOPES.entrySet()) {
        moving[at] += slope.getValue() * values(slope.getKey())[at];
      }
    }
    return levelled(moving);
  }

  /** With city effects that rise with size so steeply that mean and deviation are as published. */
  private double[] levelled(double[] moving) {
    double low = 0;
    double high = 10;
    double[] column = moving;
    double shift = 0;
    for (int round = 0; round < 200; round++) {
      double steep = (low + high) / 2;
      column = blank();
      for (int at = 0; at < column.length; at++) {
        double steeply = steep * StrictMath.exp(2.6 * size[at / PilotCities.YEARS]);
        double level = HIGHEST * (1 - StrictMath.exp(-steeply / HIGHEST));
        column[at] = moving[at] + level + shift;
      }
      double[] now = Moments.of(column, counted);
      shift += OUTCOME.mean() - now[0];
      if (round % 5 == 4) {
        low = now[1] < OUTCOME.deviation() ? steep : low;
        high = now[1] < OUTCOME.deviation() ? high : steep;
      }
    }
    return column;
  }

  /** A cell as it stands in the file; empty where unknown. */
  String cell(String column, int city, int year) {
    String name = cities.get(city).name();
    int[] unknown = INCOMPLETE.get(name);
    boolean blank =
        column.equals("CTRI") && unknown != null && year >= unknown[0] && year <= unknown[1];
    blank |= year == 0 && UNFILLED.getOrDefault(column, List.of()).contains(name);
    blank |= isGap(column, city, year);
    if (blank) {
      return "";
    }
    double value = values(column)[city * PilotCities.YEARS + year];
    boolean fine = column.equals("BUET") || column.equals("NQPF");
    boolean flag = List.of("digital", "ip", "resource").contains(column);
    return String.format(Locale.ROOT, flag ? "%.0f" : fine ? "%.5f" : "%.4f", value);
  }

  /** A few cells inside the series of two controls, which interpolation fills. */
  private boolean isGap(String column, int city, int year) {
    return (column.equals("LE") || column.equals("FDI"))
        && (city * 7 + (column.equals("LE") ? 0 : 3)) % cities.size() < GAPS * 7
        && city % 7 == 2
        && year == 3 + city % 5;
  }

  /** What is planted, as the mean over the treated rows that the study uses. */
  String planted() {
    Map<String, List<Double>> by = new LinkedHashMap<>();
    for (int at : counted) {
      if (isTreated(at)) {
        by.computeIfAbsent("total", _ -> new ArrayList<>()).add(whole[at]);
        int since = at % PilotCities.YEARS - (PilotCities.POLICY_YEAR - PilotCities.FIRST_YEAR);
        by.computeIfAbsent("since " + since, _ -> new ArrayList<>()).add(whole[at]);
        for (String group : List.of("digital", "ip", "resource")) {
          String name = group + " " + (int) values(group)[at];
          by.computeIfAbsent(name, _ -> new ArrayList<>()).add(whole[at]);
        }
      }
    }
    StringBuilder csv = new StringBuilder("name,value\n");
    double total = mean(Objects.requireNonNull(by.get("total")));
    by.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> row(csv, entry.getKey(), mean(entry.getValue())));
    for (Mediator mediator : MEDIATORS) {
      row(csv, mediator.name + " a", mediator.a);
      row(csv, mediator.name + " b", mediator.b);
      row(csv, mediator.name + " direct", total - mediator.a * mediator.b);
    }
    row(csv, "spillover", 0);
    return csv.toString();
  }

  private static void row(StringBuilder csv, String name, double value) {
    csv.append(name).append(String.format(Locale.ROOT, ",%.6f\n", value));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
