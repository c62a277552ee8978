package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.assess.fuzzy.FuzzyEvaluation;
import tenon.assess.fuzzy.Membership;
import tenon.assess.fuzzy.Operator;
import tenon.assess.pipeline.DataSet;
import tenon.assess.statistics.Convergence;
import tenon.assess.statistics.Coupling;
import tenon.assess.statistics.Density;
import tenon.assess.statistics.Inequality;
import tenon.assess.statistics.Markov;
import tenon.assess.statistics.Reliability;
import tenon.assess.structure.Concentration;
import tenon.assess.uncertainty.Sobol;
import tools.jackson.databind.JsonNode;

class StatisticsConformanceTest {
  private static final String FOLDER = "oracle/index/";
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void attitudeHasTheReferenceReliability() {
    List<Map<String, String>> rows = ReferenceFiles.table(FOLDER + "stats/attitude.csv");
    List<String> names = List.copyOf(rows.getFirst().keySet());
    double[][] columns =
        names.stream()
            .map(name -> rows.stream().mapToDouble(row -> Asem.number(row.get(name))).toArray())
            .toArray(double[][]::new);
    Reliability reliability = Reliability.of(columns);
    JsonNode expected = ReferenceFiles.json(FOLDER + "stats/attitude_reliability.json");
    close(reliability.alpha(), expected.get("raw_alpha"));
    close(reliability.standardisedAlpha(), expected.get("std_alpha"));
    close(reliability.kmo(), expected.get("KMO"));
    for (int k = 0; k < names.size(); k++) {
      close(reliability.kmoByIndicator().get(k), expected.get("MSAi").get(names.get(k)));
    }
    close(reliability.bartlettChiSquared(), expected.get("bartlett").get("chisq"));
    assertThat(reliability.bartlettDegreesOfFreedom())
        .isEqualTo(expected.get("bartlett").get("df").asInt());
    double p = expected.get("bartlett").get("p").asDouble();
    assertThat(reliability.bartlettP() / p).isCloseTo(1, CLOSE);
  }

  @Test
  void pillarsOfTheCountriesHaveTheReferenceAlpha() {
    DataSet data = Asem.run(Asem.spec(0, 100)).raw();
    for (Map<String, String> row :
        ReferenceFiles.table("oracle/index/coinr_asem/cronbach_pillars.csv")) {
      int node = data.tree().keys().id(row.getOrDefault("Group", ""));
      double[][] columns =
          IntStream.range(0, data.tree().childCount(node))
              .mapToObj(nth -> alphaData().values(data.tree().child(node, nth)))
              .toArray(double[][]::new);
      assertThat(Reliability.of(columns).alpha())
          .as(row.get("Group"))
          .isCloseTo(Asem.number(row.get("alpha")), CLOSE);
    }
  }

  private static DataSet alphaData() {
    return Asem.run(Asem.spec(0, 100)).last();
  }

  @Test
  void densityIsTheReference() {
    JsonNode expected = ReferenceFiles.json(FOLDER + "stats/kde.json");
    Density density = Density.of(doubles(expected.get("data")));
    close(density.bandwidth(), expected.get("bw_nrd0"));
    for (int i = 0; i < expected.get("x").size(); i++) {
      close(density.at(expected.get("x").get(i).asDouble()), expected.get("density_exact").get(i));
    }
  }

  @Test
  void giniIsApportionedAsInTheReference() {
    JsonNode cases = ReferenceFiles.json(FOLDER + "inequality/dagum_cases.json").get("small");
    assertThat(cases.size()).isEqualTo(2);
    for (JsonNode one : cases) {
      String names = "ABC";
      int[] groups =
          one.get("g").valueStream().mapToInt(g -> names.indexOf(g.asString())).toArray();
      Inequality inequality = Inequality.of(doubles(one.get("y")), groups);
      JsonNode expected = one.get("result");
      close(inequality.gini(), expected.get("G"));
      close(inequality.within(), expected.get("Gw"));
      close(inequality.netBetween(), expected.get("Gnb"));
      close(inequality.overlap(), expected.get("Gt"));
      for (Inequality.Group group : inequality.groups()) {
        String name = names.substring(group.group(), group.group() + 1);
        close(group.gini(), expected.get("G_within").get(name));
        close(group.mean(), expected.get("group_mean").get(name));
      }
      for (Inequality.Pair pair : inequality.pairs()) {
        String richer = names.substring(pair.richer(), pair.richer() + 1);
        String poorer = names.substring(pair.poorer(), pair.poorer() + 1);
        String later = richer.compareTo(poorer) > 0 ? richer : poorer;
        String earlier = later.equals(richer) ? poorer : richer;
        close(pair.gini(), expected.get("G_between").get(later + "-" + earlier));
        close(pair.distance(), expected.get("D").get(richer + ">" + poorer));
        close(pair.advantage(), expected.get("d").get(richer + ">" + poorer));
        close(pair.reverse(), expected.get("p").get(richer + ">" + poorer));
      }
    }
  }

  @Test
  void couplingAndConcentrationAreTheReference() {
    JsonNode root = ReferenceFiles.json(FOLDER + "inequality/coupling_concentration.json");
    for (JsonNode one : root.get("coupling")) {
      double[] levels = doubles(one.get("U"));
      double[] weights = new double[levels.length];
      Arrays.fill(weights, 1);
      Coupling coupling = Coupling.of(levels, weights, Coupling.Form.STANDARD);
      close(coupling.coupling(), one.get("C"));
      close(coupling.development(), one.get("T"));
      close(coupling.coordination(), one.get("D"));
    }
    JsonNode expected = root.get("concentration");
    double[][] amounts = matrix(expected.get("matrix_region_x_sector"));
    double[][] quotients = Concentration.locationQuotients(amounts);
    for (int r = 0; r < amounts.length; r++) {
      for (int s = 0; s < amounts.length; s++) {
        close(quotients[r][s], expected.get("LQ").get(r).get(s));
      }
      double[] sector = new double[amounts.length];
      for (int region = 0; region < sector.length; region++) {
        sector[region] = amounts[region][r];
      }
      close(Concentration.herfindahl(sector), expected.get("HHI_by_sector").get(r));
      assertThat(Concentration.greatest(sector, 3)).isCloseTo(1, CLOSE);
    }
    double[] firms = doubles(expected.get("firms"));
    close(Concentration.herfindahl(firms), expected.get("HHI"));
    close(Concentration.greatest(firms, 3), expected.get("CR3"));
  }

  static double[][] incomes() {
    List<double[]> states = new ArrayList<>();
    for (Map<String, String> row : ReferenceFiles.table(FOLDER + "inequality/usjoin_regions.csv")) {
      states.add(
          IntStream.rangeClosed(1929, 2009)
              .mapToDouble(year -> Asem.number(row.get(Integer.toString(year))))
              .toArray());
    }
    return states.toArray(double[][]::new);
  }

  @Test
  void statesConvergeAsInTheReference() {
    JsonNode expected = ReferenceFiles.json(FOLDER + "convergence/usjoin_convergence.json");
    double[][] incomes = incomes();
    double[] variation = Convergence.coefficientOfVariation(incomes);
    double[] logs = Convergence.logDeviation(incomes);
    for (int t = 0; t < variation.length; t++) {
      String year = Integer.toString(1929 + t);
      close(variation[t], expected.get("sigma_cv").get(year));
      close(logs[t], expected.get("sigma_sdlog").get(year));
    }
    Convergence.Beta beta = Objects.requireNonNull(Convergence.acrossUnits(incomes));
    JsonNode cross = expected.get("beta_cross");
    close(beta.constant(), cross.get("const"));
    close(beta.beta(), cross.get("beta"));
    close(beta.constantError(), cross.get("se").get(0));
    close(beta.betaError(), cross.get("se").get(1));
    close(beta.rSquared(), cross.get("r2"));
    close(beta.speedPerPeriod(), cross.get("speed"));
    assertThat(beta.halfLife()).isCloseTo(cross.get("half_life").asDouble(), within(1e-7));
    close(
        Objects.requireNonNull(Convergence.inPanel(incomes, Convergence.Effects.UNIT)).beta(),
        expected.get("panel_beta_unit_FE"));
    close(
        Objects.requireNonNull(Convergence.inPanel(incomes, Convergence.Effects.UNIT_AND_PERIOD))
            .beta(),
        expected.get("panel_beta_two_way_FE"));
  }

  @Test
  void statesMoveBetweenQuintilesAsInTheReference() {
    JsonNode expected = ReferenceFiles.json(FOLDER + "markov/usjoin_markov.json").get("classic");
    Markov markov = Markov.of(incomes(), expected.get("k").asInt());
    for (int from = 0; from < 5; from++) {
      for (int to = 0; to < 5; to++) {
        assertThat(markov.count(from, to))
            .isEqualTo(expected.get("transitions").get(from).get(to).asInt());
        close(markov.probability(from, to), expected.get("P").get(from).get(to));
      }
      close(markov.steady()[from], expected.get("steady").get(from));
    }
  }

  @Test
  void fuzzyMembershipsAndOperatorsAreTheReference() {
    JsonNode root = ReferenceFiles.json(FOLDER + "fuzzy/fuzzy_cases.json");
    memberships(root.get("membership_crisp"), new Membership.Crisp());
    memberships(root.get("membership_triangular"), new Membership.Triangular());
    memberships(root.get("membership_trapezoid_h005"), new Membership.Trapezoid(.05));
    for (JsonNode one : root.get("cases")) {
      Map<String, Operator> operators =
          Map.of(
              "M(.,+)", Operator.PRODUCT_SUM,
              "M(min,max)", Operator.MIN_MAX,
              "M(.,max)", Operator.PRODUCT_MAX,
              "M(min,+)", Operator.MIN_BOUNDED_SUM);
      operators.forEach(
          (name, operator) -> {
            JsonNode expected = one.get("result").get(name);
            FuzzyEvaluation evaluation =
                FuzzyEvaluation.of(
                    doubles(one.get("w")),
                    matrix(one.get("R")),
                    operator,
                    new double[] {1, 2, 3, 4, 5});
            for (int grade = 0; grade < 5; grade++) {
              close(evaluation.joined().get(grade), expected.get("raw").get(grade));
              close(evaluation.normalised().get(grade), expected.get("normalised").get(grade));
            }
            assertThat(evaluation.grade() + 1).isEqualTo(expected.get("grade").asInt());
          });
    }
  }

  private static void memberships(JsonNode expected, Membership membership) {
    assertThat(expected.size()).isEqualTo(21);
    expected
        .propertyStream()
        .forEach(
            one -> {
              double[] degrees = membership.of(Double.parseDouble(one.getKey()));
              for (int grade = 0; grade < degrees.length; grade++) {
                assertThat(degrees[grade])
                    .as(membership + " of " + one.getKey())
                    .isCloseTo(one.getValue().get(grade).asDouble(), CLOSE);
              }
            });
  }

  /** Estimates from 65,536 draws of our own, within what such estimates move by. */
  @Test
  void sobolIndicesOfIshigamiAreTheReference() {
    JsonNode root = ReferenceFiles.json(FOLDER + "stats/sobol_ishigami.json");
    List<Sobol.Indices> curved =
        sampled(
            x ->
                StrictMath.sin(x[0])
                    + 7 * StrictMath.pow(StrictMath.sin(x[1]), 2)
                    + .1 * StrictMath.pow(x[2], 4) * StrictMath.sin(x[0]),
            -Math.PI,
            Math.PI);
    List<Sobol.Indices> straight = sampled(x -> x[0] + 2 * x[1] + 3 * x[2], 0, 1);
    for (int k = 0; k < 3; k++) {
      double first = root.get("analytic").get("S").get(k).asDouble();
      double total = root.get("analytic").get("ST").get(k).asDouble();
      assertThat(curved.get(k).first()).isCloseTo(first, within(.02));
      assertThat(curved.get(k).total()).isCloseTo(total, within(.02));
      JsonNode drawn = root.get("mc_65536");
      assertThat(curved.get(k).first())
          .isCloseTo(drawn.get("S_jansen").get(k).asDouble(), within(.02));
      assertThat(curved.get(k).total())
          .isCloseTo(drawn.get("ST_jansen").get(k).asDouble(), within(.02));
      double linear = root.get("linear").get("S").get(k).asDouble();
      assertThat(straight.get(k).first()).isCloseTo(linear, within(.01));
      assertThat(straight.get(k).total()).isCloseTo(linear, within(.01));
    }
  }

  private static List<Sobol.Indices> sampled(
      ToDoubleFunction<double[]> function, double from, double to) {
    int rows = 1 << 16;
    Random random = new Random(11);
    double[] ofA = new double[rows];
    double[] ofB = new double[rows];
    double[][] mixed = new double[3][rows];
    for (int row = 0; row < rows; row++) {
      double[] a = random.doubles(3, from, to).toArray();
      double[] b = random.doubles(3, from, to).toArray();
      ofA[row] = function.applyAsDouble(a);
      ofB[row] = function.applyAsDouble(b);
      for (int k = 0; k < 3; k++) {
        double[] changed = a.clone();
        changed[k] = b[k];
        mixed[k][row] = function.applyAsDouble(changed);
      }
    }
    return Sobol.sampled(ofA, ofB, mixed, 10, 1);
  }

  private static void close(double value, JsonNode expected) {
    assertThat(value).isCloseTo(expected.asDouble(), CLOSE);
  }

  private static double[] doubles(JsonNode list) {
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static double[][] matrix(JsonNode list) {
    return list.valueStream().map(StatisticsConformanceTest::doubles).toArray(double[][]::new);
  }
}
