package tenon.study.cascade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Interval;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Refusal;
import tenon.twin.firm.Cascade;
import tenon.twin.firm.CascadeResult;
import tenon.twin.firm.CascadeSpec;
import tenon.twin.firm.FirmNetwork;
import tenon.twin.firm.PartnerCounts;
import tenon.twin.firm.ReconstructedEsri;
import tenon.twin.firm.Reconstruction;
import tenon.twin.firm.Shocks;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tenon reconstruct}: which firm's fall hurts most where links are unknown, as mean and
 * interval over networks that the sizes allow; with hidden links, how near that comes to the truth.
 */
public final class ReconstructAnswer {
  private static final String BUNDLE = "tenon.study.cascade.words";
  private static final int SHOWN = 5;

  /** Relative difference of sums that counts as none. */
  private static final double SAME = 1e-9;

  /** Numbers of partners missed by no more are met; by more than {@code MISSED} refused. */
  private static final double MET = 1e-9;

  private static final double MISSED = 0.01;

  /**
   * What is asked.
   *
   * @param links expected number of links; NaN for as many as are hidden, or as partners say
   * @param partners whether firms have known numbers of partners
   * @param exponent of an expected amount in the odds of a link, 0 to 1
   * @param spread standard deviation of the logarithm of amounts, 0 to 10
   * @param draws number of networks, at least 1
   * @param share share of the draws in an interval, above 0 and below 1
   * @param seed names the draws
   */
  public record Question(
      Path firms,
      Path essential,
      @Nullable Path table,
      @Nullable Path hidden,
      double links,
      boolean partners,
      double exponent,
      double spread,
      int draws,
      double share,
      long seed) {}

  private final SizeReader.Known known;
  private final Question question;
  private final CascadeSpec spec;
  private final Locale locale;
  private final double links;
  private final @Nullable PartnerCounts partners;
  private final List<Finding> warnings = new ArrayList<>();
  private final ObjectNode result = Json.object();
  private final List<String> lines = new ArrayList<>();

  private ReconstructAnswer(
      SizeReader.Known known, Question question, CascadeSpec spec, Locale locale) {
    this.known = known;
    this.question = question;
    this.spec = spec;
    this.locale = locale;
    partners = known.partners();
    links = links(known, question.links());
  }

  private static double links(SizeReader.Known known, double asked) {
    PartnerCounts partners = known.partners();
    FirmNetwork truth = known.truth();
    if (!Double.isNaN(asked) || (partners == null && truth == null)) {
      return asked;
    }
    return partners == null && truth != null ? truth.links() : said(partners);
  }

  /** Links that numbers of partners say; NaN where they do not. */
  private static double said(@Nullable PartnerCounts partners) {
    return partners == null ? Double.NaN : partners.links();
  }

  /** Reads sizes, draws networks, and says what their cascades come to. */
  public static Loaded<Answer> of(
      Question question, CascadeRule rule, Locale locale, Progress progress) {
    Loaded<SizeReader.Known> read =
        SizeReader.read(
            question.firms(),
            question.essential(),
            question.table(),
            question.hidden(),
            question.partners());
    return switch (read) {
      case Loaded.Rejected<SizeReader.Known>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<SizeReader.Known>(var known, var warnings) -> {
        ReconstructAnswer answer = new ReconstructAnswer(known, question, rule.spec(), locale);
        List<Finding> faults = answer.faults();
        Reconstruction drawn = faults.isEmpty() ? answer.prepared(faults) : null;
        answer.warnings.addAll(0, warnings);
        yield drawn == null
            ? new Loaded.Rejected<>(faults)
            : new Loaded.Ready<>(answer.run(drawn, progress), answer.warnings);
      }
    };
  }

  private List<Finding> faults() {
    int firms = known.sizes().firms();
    if (firms > Reconstruction.LARGEST) {
      return List.of(
          Refusal.of(
              "firms-too-many",
              String.valueOf(question.firms().getFileName()),
              Integer.toString(firms),
              Integer.toString(Reconstruction.LARGEST)));
    }
    double pairs = Reconstruction.pairs(known.sizes());
    List<Finding> faults = new ArrayList<>();
    // So many on average come from every pair being linked for sure, which numbers of partners may
    // ask for.
    boolean all = partners != null && links == Math.rint(pairs);
    if (Double.isNaN(links)) {
      faults.add(Refusal.of("links-unknown", String.valueOf(question.firms().getFileName()), null));
    } else if (!(links > 0 && links < pairs) && !all) {
      faults.add(
          Refusal.of(
              "links-expected",
              "--links",
              CascadeAnswer.number(links),
              Long.toString(Math.round(pairs))));
    }
    if (partners != null) {
      partners(partners, faults);
    }
    return faults;
  }

  private void partners(PartnerCounts counts, List<Finding> faults) {
    String file = String.valueOf(question.firms().getFileName());
    PartnerCounts most = Reconstruction.possiblePartners(known.sizes());
    for (int firm = 0; firm < known.sizes().firms(); firm++) {
      tooMany(file, "customers", firm, counts.customers(firm), most.customers(firm), faults);
      tooMany(file, "suppliers", firm, counts.suppliers(firm), most.suppliers(firm), faults);
    }
    double sold = counts.allCustomers();
    double bought = counts.allSuppliers();
    if (Math.abs(sold - bought) > SAME * sold) {
      faults.add(
          Refusal.of(
              "partner-sums",
              file,
              null,
              CascadeAnswer.number(sold),
              CascadeAnswer.number(bought)));
    }
    double said = counts.links();
    if (Math.abs(said - links) > SAME * said) {
      faults.add(
          Refusal.of(
              "partner-links", "--links", CascadeAnswer.number(links), CascadeAnswer.number(said)));
    }
  }

  private void tooMany(
      String file, String column, int firm, double count, double most, List<Finding> faults) {
    if (count > most) {
      faults.add(
          Refusal.of(
              "partners-too-many",
              file,
              CascadeAnswer.number(count),
              known.firms().key(firm),
              column,
              Long.toString(Math.round(most))));
    }
  }

  /** Draws as asked, or null and why not. */
  private @Nullable Reconstruction prepared(List<Finding> faults) {
    Reconstruction.Shape shape = new Reconstruction.Shape(question.exponent(), question.spread());
    if (partners == null) {
      return Reconstruction.of(known.sizes(), links, shape, question.seed());
    }
    Reconstruction drawn =
        Reconstruction.of(known.sizes(), links, partners, shape, question.seed());
    String file = String.valueOf(question.firms().getFileName());
    String miss = String.format(locale, "%.1e", drawn.miss());
    if (drawn.miss() > MISSED) {
      faults.add(Refusal.of("partners-unmet", file, null, miss));
      return null;
    }
    if (drawn.miss() > MET) {
      warnings.add(Refusal.warning("partners-nearly", file, null, miss));
    }
    return drawn;
  }

  private Answer run(Reconstruction drawn, Progress progress) {
    ReconstructedEsri esri = drawn.esri(spec, question.draws(), progress);
    int firms = known.sizes().firms();
    double[] mean = IntStream.range(0, firms).mapToDouble(esri::mean).toArray();
    Interval[] intervals =
        IntStream.range(0, firms)
            .mapToObj(firm -> esri.interval(firm, question.share()))
            .toArray(Interval[]::new);
    say(
        "reconstruct.done",
        Integer.toString(question.draws()),
        Integer.toString(firms),
        String.format(locale, "%.1f", links));
    result.put("firms", firms);
    result.put("draws", question.draws());
    result.set("links_expected", Json.exact(links));
    costliest(mean, intervals);
    double @Nullable [] truth = truth(mean, intervals);
    return new Answer(
        "reconstruct",
        lines,
        result,
        List.of(table(mean, intervals, truth)),
        null,
        inputs(),
        settings(),
        true);
  }

  private void say(String key, String... arguments) {
    lines.add(Message.of(BUNDLE, key, arguments).in(locale));
  }

  private String percent(double share) {
    return String.format(locale, "%.2f%%", 100 * share);
  }

  private void costliest(double[] mean, Interval[] intervals) {
    ArrayNode most = Json.array();
    IntStream.range(0, mean.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer firm) -> -mean[firm]))
        .limit(SHOWN)
        .forEach(
            firm -> {
              Interval range = intervals[firm];
              String name = known.firms().key(firm);
              say(
                  "reconstruct.line",
                  name,
                  percent(mean[firm]),
                  percent(range.low()),
                  percent(range.high()));
              ObjectNode node = Json.object();
              node.put("firm", name);
              node.set("esri", Json.exact(mean[firm]));
              node.set("esri_low", Json.exact(range.low()));
              node.set("esri_high", Json.exact(range.high()));
              most.add(node);
            });
    result.set("costliest", most);
  }

  /** What the hidden links give, and how near the draws come; null where none are hidden. */
  private double @Nullable [] truth(double[] mean, Interval[] intervals) {
    FirmNetwork network = known.truth();
    if (network == null) {
      return null;
    }
    CascadeResult cascades = Cascade.run(network, spec, new Shocks.EveryFirm(), Progress.NONE);
    double[] truth = IntStream.range(0, mean.length).mapToDouble(cascades::esri).toArray();
    long covered =
        IntStream.range(0, truth.length)
            .filter(at -> intervals[at].low() <= truth[at] && truth[at] <= intervals[at].high())
            .count();
    double rank = RankCorrelation.of(truth, mean);
    double ratio = Arrays.stream(mean).sum() / Arrays.stream(truth).sum();
    double coverage = (double) covered / truth.length;
    ObjectNode node = Json.object();
    node.set("rank_correlation", Json.exact(rank));
    node.set("mean_over_true_mean", Json.exact(ratio));
    node.set("coverage", Json.exact(coverage));
    result.set("against_hidden", node);
    say(
        "reconstruct.hidden",
        String.format(locale, "%.3f", rank),
        percent(ratio),
        percent(coverage));
    return truth;
  }

  private Table table(double[] mean, Interval[] intervals, double @Nullable [] truth) {
    List<String> header = new ArrayList<>(List.of("firm", "esri", "esri_low", "esri_high"));
    if (truth != null) {
      header.add("esri_true");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int firm = 0; firm < mean.length; firm++) {
      List<String> row = new ArrayList<>();
      row.add(known.firms().key(firm));
      row.add(CascadeAnswer.number(mean[firm]));
      row.add(CascadeAnswer.number(intervals[firm].low()));
      row.add(CascadeAnswer.number(intervals[firm].high()));
      if (truth != null) {
        row.add(CascadeAnswer.number(truth[firm]));
      }
      rows.add(row);
    }
    return new Table("esri.csv", header, rows);
  }

  private List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(question.firms(), question.essential()));
    for (Path path : new Path[] {question.table(), question.hidden()}) {
      if (path != null) {
        inputs.add(path);
      }
    }
    return inputs;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("links", CascadeAnswer.number(links));
    settings.put("partners", Boolean.toString(question.partners()));
    settings.put("exponent", Double.toString(question.exponent()));
    settings.put("spread", Double.toString(question.spread()));
    settings.put("draws", Integer.toString(question.draws()));
    settings.put("share", Double.toString(question.share()));
    settings.put("seed", Long.toString(question.seed()));
    settings.put("replaceability", spec.replaceability().name().toLowerCase(Locale.ROOT));
    settings.put("stopping", spec.stopping().toString());
    return settings;
  }
}
