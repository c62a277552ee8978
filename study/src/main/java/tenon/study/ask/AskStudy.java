package tenon.study.ask;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.study.answer.Answer;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.twin.ExposureSpec;
import tenon.twin.Trial;
import tenon.twin.Trials;
import tenon.twin.ValueOfInformation;

/** {@code tenon ask}: tries each missing or weak number over its range and ranks them. */
public final class AskStudy {
  private final Chain chain;
  private final Spec spec;
  private final ExposureSpec exposure;
  private final Progress progress;

  /**
   * What is asked.
   *
   * @param protectedSites number of sites that can be protected: the decision
   * @param most numbers that are tried at most
   * @param threads threads to work on
   */
  public record Spec(int protectedSites, int most, int threads) {}

  private AskStudy(Chain chain, Spec spec, Progress progress) {
    this.chain = chain;
    this.spec = spec;
    this.progress = progress;
    exposure = ExposureSpec.standard().withThreads(spec.threads());
  }

  /** The answer, or every fault of the package. */
  public static Loaded<Answer> run(Path path, Spec spec, Locale locale, Progress progress) {
    return switch (PackageReader.read(path, ReadLimits.DEFAULT, progress)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        Findings findings = new Findings();
        warnings.forEach(findings::add);
        Chain chain = data.chain();
        if (chain.demands().count() == 0) {
          findings.add(Refusal.of("ask-no-demand", "demand.csv", null));
          yield new Loaded.Rejected<>(findings.list());
        }
        yield new Loaded.Ready<>(
            new AskStudy(chain, spec, progress).answer(path, data, locale, findings),
            findings.list());
      }
    };
  }

  private Answer answer(Path path, DataPackage data, Locale locale, Findings findings) {
    Trials.Base base = Trials.base(chain, exposure, progress);
    base.findings().forEach(findings::add);
    List<Candidate> candidates =
        new Candidates(chain, exposure.assumedTtrDays(), base.priorities()).all();
    List<Candidate> tried = candidates.subList(0, Math.min(spec.most(), candidates.size()));
    if (tried.size() < candidates.size()) {
      findings.add(
          Refusal.warning(
              "ask-not-tried",
              "",
              null,
              Integer.toString(candidates.size() - tried.size()),
              Integer.toString(candidates.size())));
    }
    List<Question> questions = questions(base.priorities(), tried);
    AskAnswer words = new AskAnswer(chain, data.info(), questions);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("protect", Integer.toString(spec.protectedSites()));
    settings.put("most", Integer.toString(spec.most()));
    settings.put("horizon_days", Numbers.exactCell(exposure.horizonDays()));
    settings.put("ttr_days", Numbers.exactCell(exposure.assumedTtrDays()));
    settings.put("probability", Numbers.exactCell(exposure.assumedProbabilityPerYear()));
    return new Answer(
        "ask",
        lines(words, candidates.size(), locale),
        words.json(),
        words.tables(),
        words.document(locale),
        PackageReader.files(path),
        settings,
        true);
  }

  private List<String> lines(AskAnswer words, int all, Locale locale) {
    List<String> lines = new ArrayList<>();
    String count = Numbers.count(words.questions().size());
    lines.add(say(locale, "ask.tried", count, Numbers.count(all)));
    lines.addAll(words.top(locale, 10));
    lines.add(say(locale, "ask.legal"));
    return List.copyOf(lines);
  }

  /** Sites whose order may change: the gravest, and the one asked about. */
  private List<Integer> scope(List<Integer> ranked, Candidate candidate) {
    // An outage of one site is independent of how long another takes to recover.
    if (candidate.kind() == Candidate.Kind.TIME_TO_RECOVER) {
      return List.of(candidate.site());
    }
    Set<Integer> sites = new LinkedHashSet<>();
    ranked.stream().limit(2L * spec.protectedSites() + 2).forEach(sites::add);
    sites.add(candidate.site());
    return List.copyOf(sites);
  }

  private List<Question> questions(double[] base, List<Candidate> tried) {
    List<Integer> ranked =
        IntStream.range(0, base.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer site) -> -base[site])
                    .thenComparing(chain.sites().keys()::key))
            .toList();
    List<Trial> trials = new ArrayList<>();
    for (Candidate candidate : tried) {
      for (double value : candidate.values()) {
        if (!Double.isNaN(value)) {
          trials.add(new Trial(candidate.spot(), value, scope(ranked, candidate)));
        }
      }
    }
    List<double[]> losses = Trials.of(chain, exposure, trials, progress);
    List<Question> questions = new ArrayList<>();
    int next = 0;
    for (Candidate candidate : tried) {
      double[][] priorities = new double[candidate.values().length][];
      for (int state = 0; state < priorities.length; state++) {
        priorities[state] = base.clone();
        if (!Double.isNaN(candidate.values()[state])) {
          List<Integer> sites = trials.get(next).sites();
          double[] again = losses.get(next++);
          for (int n = 0; n < again.length; n++) {
            priorities[state][sites.get(n)] = again[n];
          }
        }
      }
      questions.add(question(candidate, priorities));
    }
    questions.sort(
        Comparator.comparingDouble(Question::value)
            .thenComparingDouble(Question::swing)
            .reversed()
            .thenComparing(q -> q.candidate().kind())
            .thenComparing(q -> q.candidate().key()));
    return List.copyOf(questions);
  }

  private Question question(Candidate candidate, double[][] priorities) {
    double value =
        ValueOfInformation.of(candidate.probabilities(), priorities, spec.protectedSites());
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double[] state : priorities) {
      double sum = 0;
      for (double priority : state) {
        sum += priority;
      }
      least = Math.min(least, sum);
      most = Math.max(most, sum);
    }
    // What differs by less than the solver's precision is no difference.
    double noise = 1e-7 * most;
    double swing = most - least;
    return new Question(candidate, value > noise ? value : 0, swing > noise ? swing : 0);
  }

  private static String say(Locale locale, String key, String... arguments) {
    return Message.of(AskAnswer.BUNDLE, key, arguments).in(locale);
  }
}
