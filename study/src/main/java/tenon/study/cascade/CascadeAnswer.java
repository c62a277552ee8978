package tenon.study.cascade;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Refusal;
import tenon.twin.firm.Cascade;
import tenon.twin.firm.CascadeResult;
import tenon.twin.firm.CascadeSpec;
import tenon.twin.firm.CriticalLinks;
import tenon.twin.firm.CriticalSet;
import tenon.twin.firm.Fall;
import tenon.twin.firm.Shocks;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon cascade}: which firm's fall hurts most, and through which links. */
public final class CascadeAnswer {
  private static final String BUNDLE = "tenon.study.cascade.words";
  private static final MathContext DIGITS = new MathContext(15);
  private static final int SHOWN = 5;
  private static final int LISTED = 100;

  /**
   * What is asked.
   *
   * @param replaced whether others of a sector stand in for a firm that fails
   * @param eps greatest change that ends a cascade; NaN for the fixed point
   * @param threads threads to work on
   * @param ranking whether firms are ranked
   * @param critical size of the set of firms that do most harm together; 0 for none
   * @param links number of links, the greatest first, that are cut one by one; 0 for none
   * @param structure whether tiers, circles, communities and single suppliers are told
   * @param path firm, or scenario of the shocks, whose cascade is followed; empty for none
   * @param upstream firm whose suppliers are followed through all tiers; empty for none
   */
  public record Question(
      boolean replaced,
      double eps,
      int threads,
      boolean ranking,
      int critical,
      int links,
      boolean structure,
      String path,
      String upstream) {

    CascadeSpec spec() {
      return new CascadeRule(replaced, eps, threads).spec();
    }
  }

  private final FirmSource.Firms firms;
  private final Question question;
  private final Locale locale;
  private final List<Table> tables = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final ObjectNode result = Json.object();

  private CascadeAnswer(FirmSource.Firms firms, Question question, Locale locale) {
    this.firms = firms;
    this.question = question;
    this.locale = locale;
  }

  /** Reads the network, runs the cascades, and says what they came to. */
  public static Loaded<Answer> of(
      FirmSource source, Question question, Locale locale, Progress progress) throws IOException {
    return switch (source.read()) {
      case Loaded.Rejected<FirmSource.Firms>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FirmSource.Firms>(var firms, var warnings) -> {
        CascadeAnswer answer = new CascadeAnswer(firms, question, locale);
        List<Finding> faults = answer.faults();
        yield faults.isEmpty()
            ? new Loaded.Ready<>(answer.run(source, progress), warnings)
            : new Loaded.Rejected<>(faults);
      }
    };
  }

  private List<Finding> faults() {
    List<Finding> faults = new ArrayList<>();
    int count = firms.network().firms();
    if (question.critical() < 0 || question.critical() > count) {
      faults.add(
          Refusal.of(
              "critical-size",
              "--critical",
              Integer.toString(question.critical()),
              Integer.toString(count)));
    }
    if (question.links() < 0) {
      faults.add(
          Refusal.of(
              "links-number",
              "--links",
              Integer.toString(question.links()),
              Integer.toString(firms.network().links())));
    }
    String path = question.path();
    if (!path.isEmpty() && firms.firms().id(path) < 0 && !firms.scenarios().contains(path)) {
      faults.add(
          Refusal.of(
              firms.shocks() == null ? "unknown-firm" : "unknown-firm-or-scenario",
              "--path",
              path));
    }
    if (!question.upstream().isEmpty() && firms.firms().id(question.upstream()) < 0) {
      faults.add(Refusal.of("unknown-firm", "--upstream", question.upstream()));
    }
    return faults;
  }

  private Answer run(FirmSource source, Progress progress) throws IOException {
    Shocks given = firms.shocks();
    boolean every = given == null;
    CascadeSpec spec = question.spec();
    Shocks shocks = given == null ? new Shocks.EveryFirm() : given;
    CascadeResult cascades = Cascade.run(firms.network(), spec, shocks, progress);
    esri(every, cascades);
    if (question.ranking()) {
      ranking(every, cascades);
    }
    if (question.critical() > 0) {
      critical(CriticalSet.greedy(firms.network(), spec, question.critical(), progress));
    }
    if (question.links() > 0) {
      links(CriticalLinks.greatest(firms.network(), spec, question.links(), progress));
    }
    StructureTables more = new StructureTables(firms);
    if (question.structure()) {
      more.addTo(tables, result);
    }
    List<Fall> falls = null;
    if (!question.path().isEmpty()) {
      falls = more.falls(lost(question.path()), question.replaced(), question.eps());
      tables.add(more.path(falls));
    }
    if (!question.upstream().isEmpty()) {
      UpstreamTable upstream = new UpstreamTable(firms, question.upstream());
      tables.add(upstream.table());
      result.set("upstream", upstream.json());
      lines.add(upstream.line(locale));
    }
    Map<String, String> settings = new TreeMap<>();
    settings.put("replaceability", question.replaced() ? "sector" : "none");
    settings.put("eps", Double.isNaN(question.eps()) ? "exact" : Double.toString(question.eps()));
    settings.put("ranking", Boolean.toString(question.ranking()));
    settings.put("critical", Integer.toString(question.critical()));
    settings.put("links", Integer.toString(question.links()));
    settings.put("structure", Boolean.toString(question.structure()));
    settings.put("path", question.path());
    settings.put("upstream", question.upstream());
    Document report =
        new CascadeReport(firms, locale)
            .of(
                cascades,
                costliest(cascades, LISTED),
                every,
                question.structure(),
                question.path(),
                falls);
    return new Answer("cascade", lines, result, tables, report, source.inputs(), settings, true);
  }

  /** The shock whose course is followed: that of a scenario, else the closure of a firm. */
  private double[] lost(String named) {
    double[] lost = new double[firms.network().firms()];
    Shocks given = firms.shocks();
    int scenario = firms.scenarios().indexOf(named);
    if (given != null && scenario >= 0) {
      given.lost(scenario, lost);
    } else {
      lost[firms.firms().id(named)] = 1;
    }
    return lost;
  }

  private String say(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  private void esri(boolean every, CascadeResult cascades) {
    double bound = 0;
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < cascades.scenarios(); at++) {
      bound = Math.max(bound, cascades.errorBound(at));
      rows.add(
          List.of(
              every ? firms.firms().key(at) : firms.scenarios().get(at),
              number(cascades.esri(at)),
              number(cascades.esriDown(at)),
              number(cascades.esriUp(at)),
              Long.toString(cascades.steps(at))));
    }
    String first = every ? "firm" : "scenario";
    tables.add(
        new Table("esri.csv", List.of(first, "esri", "esri_down", "esri_up", "steps"), rows));
    result.put("firms", firms.firms().count());
    result.put("scenarios", cascades.scenarios());
    result.set("error_bound", Json.number(bound));
    ArrayNode most = Json.array();
    for (int at : costliest(cascades, LISTED)) {
      ObjectNode node = Json.object();
      node.put(first, rows.get(at).getFirst());
      node.set("esri", Json.exact(cascades.esri(at)));
      node.set("esri_down", Json.exact(cascades.esriDown(at)));
      node.set("esri_up", Json.exact(cascades.esriUp(at)));
      most.add(node);
    }
    result.set("costliest", most);
    lines.add(
        say(
            "done",
            Integer.toString(cascades.scenarios()),
            Integer.toString(firms.firms().count())));
    if (Double.isNaN(question.eps())) {
      lines.add(say("bound", String.format(locale, "%.1e", bound)));
    }
    for (int at : costliest(cascades, SHOWN)) {
      lines.add(
          say(
              "line",
              rows.get(at).getFirst(),
              String.format(locale, "%.2f%%", 100 * cascades.esri(at))));
    }
  }

  private static List<Integer> costliest(CascadeResult cascades, int count) {
    return IntStream.range(0, cascades.scenarios())
        .boxed()
        .sorted((one, other) -> Double.compare(cascades.esri(other), cascades.esri(one)))
        .limit(count)
        .toList();
  }

  private void ranking(boolean every, CascadeResult cascades) {
    List<List<String>> rows = new ArrayList<>();
    double total = firms.network().totalOutput();
    for (int at : costliest(cascades, cascades.scenarios())) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(rows.size() + 1));
      row.add(every ? firms.firms().key(at) : firms.scenarios().get(at));
      if (every) {
        row.add(firms.sectors().key(firms.network().sector(at)));
      }
      row.add(number(cascades.esri(at)));
      if (every) {
        row.add(number(total == 0 ? 0 : firms.network().output(at) / total));
      }
      rows.add(row);
    }
    tables.add(
        new Table(
            "ranking.csv",
            every
                ? List.of("rank", "firm", "sector", "esri", "share_of_output")
                : List.of("rank", "scenario", "esri"),
            rows));
  }

  private void critical(CriticalSet set) {
    List<List<String>> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int at = 0; at < set.firms().size(); at++) {
      names.add(firms.firms().key(set.firms().get(at)));
      rows.add(List.of(Integer.toString(at + 1), names.getLast(), number(set.esri().get(at))));
    }
    tables.add(new Table("critical_set.csv", List.of("order", "firm", "esri_together"), rows));
    ObjectNode node = Json.object();
    node.set("firms", Json.array(names));
    node.set("esri", Json.exact(set.esri().getLast()));
    node.set("at_most", Json.exact(set.atMost()));
    result.set("critical_set", node);
    lines.add(
        say(
            "critical",
            String.join(", ", names),
            String.format(locale, "%.2f%%", 100 * set.esri().getLast()),
            String.format(locale, "%.2f%%", 100 * set.atMost())));
  }

  private void links(List<CriticalLinks.LinkLoss> losses) {
    List<List<String>> rows = new ArrayList<>();
    for (CriticalLinks.LinkLoss loss : losses) {
      rows.add(
          List.of(
              firms.firms().key(loss.supplier()),
              firms.firms().key(loss.customer()),
              number(loss.amount()),
              number(loss.esri()),
              number(loss.esriDown()),
              number(loss.esriUp()),
              Boolean.toString(
                  firms.inferred().contains(List.of(loss.supplier(), loss.customer())))));
    }
    tables.add(
        new Table(
            "critical_links.csv",
            List.of("supplier", "customer", "amount", "esri", "esri_down", "esri_up", "inferred"),
            rows));
  }

  /** Fifteen digits: beyond lies the noise of adding up in another order. */
  static String number(double share) {
    return share == 0
        ? "0"
        : new BigDecimal(share).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
