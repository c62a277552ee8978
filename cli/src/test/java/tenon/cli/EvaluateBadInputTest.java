package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every method of {@code tenon evaluate} does with a panel that is not as it should be: a
 * refusal with the place, a doubt, or an estimate that the fault does not touch; never a number
 * that is none. Thirty units, eight years, eight units treated from 2005 on.
 */
class EvaluateBadInputTest {
  private static final String CELLS = " --id id --time year";
  private static final String STAGGERED = " --y y --treat did" + CELLS;
  private static final String FORMULA = " --formula y~did+x|id+year";
  private static final String CLUSTER = " --cluster CLUSTER";

  /** Every method over a panel, by a name of the test's own. */
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("did", "did" + FORMULA + CLUSTER),
          Map.entry("did, cells named", "did" + FORMULA + CLUSTER + CELLS),
          Map.entry("event-study", "event-study" + STAGGERED + " --covariates x" + CLUSTER),
          Map.entry("sunab", "sunab" + STAGGERED + " --covariates x"),
          Map.entry("cs", "cs" + STAGGERED + " --covariates x"),
          Map.entry("bacon", "bacon" + STAGGERED),
          Map.entry("bacon with controls", "bacon" + STAGGERED + " --covariates x"),
          Map.entry("imputation", "imputation" + STAGGERED + " --covariates x --pretrend"),
          Map.entry("synthdid", "synthdid" + STAGGERED + " --reps 20"),
          Map.entry("psm", "psm" + FORMULA + " --treat ever --covariates x,m" + CLUSTER),
          Map.entry(
              "psm, cells named",
              "psm" + FORMULA + " --treat ever --covariates x,m" + CLUSTER + CELLS),
          Map.entry("placebo", "placebo" + FORMULA + " --treat did --reps 19" + CLUSTER),
          Map.entry(
              "mediation",
              "mediation --y y --treat did --mediator m --covariates x --fe id,year --reps 19"
                  + CLUSTER),
          Map.entry(
              "mediation, cells named",
              "mediation --y y --treat did --mediator m --covariates x --fe id,year --reps 19"
                  + CLUSTER
                  + CELLS),
          Map.entry(
              "heterogeneity",
              "heterogeneity --y y --treat did --group g --id id --covariates x --fe id,year"
                  + " --reps 19"
                  + CLUSTER),
          Map.entry(
              "spillover",
              "spillover"
                  + FORMULA
                  + " --treat did --longitude lon --latitude lat --rings 50,100"
                  + CELLS
                  + CLUSTER),
          Map.entry(
              "power",
              "power" + FORMULA + " --y y --treat did --effects 0,0.5 --reps 19" + CLUSTER),
          Map.entry("dml", "dml" + STAGGERED + " --covariates x --folds 2 --repeats 1"),
          Map.entry("ddd", "ddd" + STAGGERED + " --group g --affected a --covariates x" + CLUSTER),
          Map.entry("gmm", "gmm --y y --covariates did,x --collapse" + CELLS),
          Map.entry("gmm system", "gmm --y y --covariates did,x --collapse --system" + CELLS),
          Map.entry("lsdv", "lsdv --y y --covariates did,x --reps 20" + CELLS),
          Map.entry(
              "next-pilots",
              "next-pilots --y y --treat did --conditions m --covariates x" + CELLS + CLUSTER));

  @TempDir private Path folder = Path.of("");

  private interface Treatment {
    int of(int unit, int year);
  }

  private static int usual(int unit, int year) {
    return unit < 8 && year >= 2005 ? 1 : 0;
  }

  private static String panel(Treatment treatment) {
    Random random = new Random(4);
    StringBuilder csv = new StringBuilder("id,year,did,ever,x,m,g,one,lon,lat,y\n");
    for (int unit = 0; unit < 30; unit++) {
      for (int year = 2001; year <= 2008; year++) {
        int did = treatment.of(unit, year);
        double x = random.nextGaussian();
        double m = .5 * did + random.nextGaussian();
        double y = unit * .1 + year % 7 + x + did + .4 * m + .3 * random.nextGaussian();
        csv.append("u").append(unit).append(',').append(year).append(',').append(did);
        csv.append(',').append(unit < 8 ? 1 : 0).append(',').append(x).append(',').append(m);
        csv.append(unit % 2 == 0 ? ",a" : ",b").append(",1,").append(110 + unit * .3);
        csv.append(",30,").append(y).append('\n');
      }
    }
    return csv.toString();
  }

  private static String good() {
    return panel(EvaluateBadInputTest::usual);
  }

  /**
   * A faulty panel and what is done with it.
   *
   * @param clusters column of the clusters
   * @param code exit code of most methods
   * @param said what most methods say
   * @param others what others do: those estimated in spite of it, or refused for another reason
   */
  record Fault(
      String name, String csv, String clusters, int code, String said, Map<String, Done> others) {}

  /** What one method does. */
  private record Done(int code, String said) {}

  private static final Done SILENT = new Done(0, "");

  private static Stream<Fault> faults() {
    String good = good();
    String twice =
        good + good.lines().filter(line -> line.startsWith("u5,2004,")).findFirst().orElseThrow();
    Done repeats = new Done(0, "panel.csv:242 [id] \"u5\" has period 2004 in an earlier row");
    Done unbalanced = new Done(2, "needs a balanced panel");
    String same = "the treatment is the same in every unit and period";
    Done dropped = new Done(0, "Dropped because they follow from the absorbed effects");
    Done untold = new Done(2, "follows from unit and period effects or from other regressors");
    // These know of no treatment, or of no unit and period.
    Map<String, Done> apart =
        Map.of(
            "did", SILENT,
            "did, cells named", SILENT,
            "psm", SILENT,
            "psm, cells named", SILENT,
            "gmm", SILENT,
            "gmm system", SILENT,
            "lsdv", SILENT);
    Map<String, Done> novary =
        Map.of(
            "did", dropped,
            "did, cells named", dropped,
            "psm", dropped,
            "psm, cells named", dropped,
            "gmm", untold,
            "gmm system", untold,
            "lsdv", untold);
    return Stream.of(
        new Fault(
            "a unit and period twice",
            twice + "\n",
            "id",
            2,
            "panel.csv:242 [id] \"u5\" has period 2004 twice",
            Map.of("did", repeats)),
        new Fault(
            "an infinite outcome",
            good.replaceFirst("(u1,2002,.*),[^,]*\n", "$1,Inf\n"),
            "id",
            2,
            "panel.csv:11 [y] \"Infinity\" is infinite",
            Map.of()),
        new Fault(
            "an infinite control",
            good.replaceFirst("(u1,2002,0,0|u1,2002,0,1),[^,]*,", "$1,-Inf,"),
            "id",
            2,
            "panel.csv:11 [x] \"-Infinity\" is infinite",
            Map.of("bacon", SILENT, "synthdid", SILENT)),
        new Fault(
            "a single cluster",
            good,
            "one",
            2,
            "there is a single group",
            Map.ofEntries(
                Map.entry("sunab", SILENT),
                Map.entry("cs", SILENT),
                Map.entry("bacon", SILENT),
                Map.entry("bacon with controls", SILENT),
                Map.entry("imputation", SILENT),
                Map.entry("synthdid", SILENT),
                Map.entry("dml", SILENT),
                Map.entry("gmm", SILENT),
                Map.entry("gmm system", SILENT),
                Map.entry("lsdv", SILENT))),
        new Fault(
            "units always treated",
            panel((u, t) -> u < 2 ? 1 : usual(u, t)),
            "id",
            0,
            "\"u0\" is treated from its first period on",
            apart),
        new Fault(
            "a treatment that switches off",
            panel((u, t) -> t == 2008 ? 0 : usual(u, t)),
            "id",
            0,
            "panel.csv:9 [did] \"u0\" is not treated in period 2008",
            apart),
        new Fault(
            "gaps",
            good.lines()
                .filter(line -> !line.startsWith("u7,2003") && !line.startsWith("u20,2006"))
                .reduce("", (a, b) -> a + b + "\n"),
            "id",
            0,
            "2 units have gaps",
            Map.of("did", SILENT, "bacon", unbalanced, "bacon with controls", unbalanced)),
        new Fault(
            "an outcome that does not vary",
            good.replaceAll(",[^,\n]*\n", ",5\n").replaceFirst(",5\n", ",y\n"),
            "id",
            2,
            "\"y\" is the outcome, and the same in every row",
            Map.of("gmm", untold, "gmm system", untold, "lsdv", untold)),
        new Fault(
            "everybody treated at one time",
            panel((_, t) -> t >= 2005 ? 1 : 0),
            "id",
            2,
            "there is nobody to compare with",
            Map.ofEntries(
                Map.entry("did", dropped),
                Map.entry("did, cells named", dropped),
                Map.entry("psm", dropped),
                Map.entry("psm, cells named", dropped),
                Map.entry("imputation", new Done(2, "No treated observation can be foretold")),
                Map.entry("synthdid", new Done(2, "0 controls and at most 4 periods before")),
                Map.entry("placebo", new Done(2, "is no regressor that was estimated")),
                Map.entry("power", new Done(2, "is no regressor that was estimated")),
                Map.entry("spillover", new Done(2, "is no regressor that was estimated")),
                Map.entry("mediation", new Done(2, "was dropped as collinear")),
                Map.entry("mediation, cells named", new Done(2, "was dropped as collinear")),
                Map.entry("heterogeneity", new Done(2, "the treatment does not vary")),
                Map.entry("ddd", new Done(2, "cannot be told from that on the others")),
                Map.entry("gmm", untold),
                Map.entry("gmm system", untold),
                Map.entry("lsdv", untold),
                Map.entry("next-pilots", new Done(2, "leaves no unit that was never treated")))),
        new Fault("nobody treated", panel((_, _) -> 0), "id", 2, same, novary),
        new Fault("all treated in every period", panel((_, _) -> 1), "id", 2, same, novary));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyMethodRefusesOrTellsIt(Fault fault) throws IOException {
    assertThat(METHODS.keySet()).containsAll(fault.others().keySet());
    Done usual = new Done(fault.code(), fault.said());
    for (Map.Entry<String, String> method : METHODS.entrySet()) {
      Done done = fault.others().getOrDefault(method.getKey(), usual);
      Session session = run(fault.csv(), method.getValue().replace("CLUSTER", fault.clusters()));
      String what = fault.name() + ": " + method.getKey() + "\n" + session.err();
      assertThat(session.exit()).as(what).isEqualTo(done.code());
      assertThat(session.err()).as(what).contains(done.said());
      assertThat(session.out())
          .as(what)
          .doesNotContain("NaN", "\"estimate\" : null", "\"std_error\" : null", "Infinity");
    }
  }

  @Test
  void whereNothingIsWrongEveryMethodEstimates() throws IOException {
    for (Map.Entry<String, String> method : METHODS.entrySet()) {
      Session session = run(good(), method.getValue().replace("CLUSTER", "id"));
      assertThat(session.exit()).as(method.getKey() + session.err()).isZero();
      assertThat(session.out()).as(method.getKey()).doesNotContain("NaN");
    }
  }

  private Session run(String csv, String words) throws IOException {
    Path file = Files.writeString(folder.resolve("panel.csv"), csv);
    List<Object> arguments = new ArrayList<>(List.of("evaluate"));
    arguments.addAll(List.of(words.split(" ", -1)));
    arguments.addAll(List.of(file, "--json", "-"));
    return Session.run(arguments.toArray());
  }

  /** Fewer units than periods, both numbers: the first absorbed effect is the unit. */
  @Test
  void ofTwoEffectsInNumbersTheFirstIsTheUnit() throws IOException {
    String few =
        good()
            .lines()
            .filter(line -> line.startsWith("id") || line.matches("u([5-9]|10),.*"))
            .map(line -> line.replaceFirst("^u", ""))
            .reduce("", (a, b) -> a + b + "\n");
    String words = "mediation --y y --treat did --mediator m --covariates x --fe id,year";
    Session once = run(few, words);
    assertThat(once.exit()).as(once.err()).isZero();
    assertThat(once.err()).doesNotContain("is not treated in period", "gaps");
    String row = few.lines().filter(line -> line.startsWith("7,2003,")).findFirst().orElseThrow();
    Session twice = run(few + row + "\n", words);
    assertThat(twice.exit()).isEqualTo(2);
    assertThat(twice.err()).contains("[id] \"7\" has period 2003 twice");
  }

  @Test
  void estimatesThatAreNoneAreRefusedByHonest() throws IOException {
    for (String json :
        List.of(
            "{\"betahat\": [0.1, null], \"sigma\": [[1, 0], [0, 1]], \"numPre\": 1}",
            "{\"betahat\": [0.1, 1e999], \"sigma\": [[1, 0], [0, 1]], \"numPre\": 1}",
            "{\"betahat\": [0.1, 0.2], \"sigma\": [[1, 0], [0, -1]], \"numPre\": 1}",
            "{\"betahat\": [0.1, 0.2], \"sigma\": [[1, 0]], \"numPre\": 1}",
            "{\"betahat\": [0.1, 0.2], \"sigma\": [[1, 0], [0, 1]], \"numPre\": 2}",
            "{\"betahat\": \"none\"}",
            "[1")) {
      Path file = Files.writeString(folder.resolve("estimates.json"), json);
      Session session = Session.run("evaluate", "honest", file, "--json", "-");
      assertThat(session.exit()).as(json + session.err()).isEqualTo(2);
      assertThat(session.err()).as(json).contains("estimates.json");
      assertThat(session.out()).as(json).doesNotContain("NaN");
    }
  }

  @Test
  void aRowTwiceIsRefusedBesideTheTwin() throws IOException {
    Path examples = Path.of("..", "examples").toAbsolutePath().normalize();
    Path file =
        Files.writeString(folder.resolve("panel.csv"), faults().findFirst().orElseThrow().csv());
    Session session =
        Session.run(
            "evaluate",
            "counterfactual",
            file,
            "--formula",
            "y~did+x|id+year",
            "--treat",
            "did",
            "--package",
            examples.resolve("yangtze-ic"),
            "--levers",
            examples.resolve("yangtze-ic/pilot-levers.yaml"),
            "--scenarios",
            "packaging-outage",
            "--reps",
            "2");
    assertThat(session.exit()).as(session.err()).isEqualTo(2);
    assertThat(session.err()).contains("panel.csv:242 [id] \"u5\" has period 2004 twice");
  }
}
