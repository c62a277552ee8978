package tenon.evaluate.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Coding;
import tenon.evaluate.Fit;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelAudit;
import tenon.evaluate.Regression;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Laws;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Whether an effect differs between groups: a significant coefficient in one group beside an
 * insignificant one in another proves no difference, so that the difference itself is tested, by
 * interaction and by permuting groups among units.
 */
public final class Heterogeneity {
  private static final String GROUP = "group of the comparison";

  private final HeterogeneitySpec spec;
  private final Findings findings = new Findings();
  private final Notes notes = Notes.about(Notes.ESTIMATE, findings);

  private Heterogeneity(HeterogeneitySpec spec) {
    this.spec = spec;
  }

  /** Estimates the effects by group and tests their differences. */
  public static Loaded<HeterogeneityResult> estimate(Observations data, HeterogeneitySpec spec) {
    Heterogeneity heterogeneity = new Heterogeneity(spec);
    HeterogeneityResult result = heterogeneity.estimate(data);
    return result == null
        ? new Loaded.Rejected<>(heterogeneity.findings.list())
        : new Loaded.Ready<>(result, heterogeneity.findings.list());
  }

  private @Nullable HeterogeneityResult estimate(Observations data) {
    if (!data.has(spec.group()) || !data.has(spec.unit())) {
      String missing = data.has(spec.group()) ? spec.unit() : spec.group();
      notes.error("column-unknown", null, missing, String.join(", ", data.names()));
      return null;
    }
    Coding coding = Coding.of(data, spec.group());
    if (coding.count() < 2) {
      notes.error("one-group", spec.group(), null);
      return null;
    }
    // Before the rows are parted, so that the rows told are those of the data.
    List<String> numbers = new ArrayList<>(List.of(spec.outcome(), spec.treatment()));
    numbers.addAll(spec.controls());
    boolean finite = true;
    for (String name : numbers) {
      finite &= !data.has(name) || data.isText(name) || PanelAudit.isFinite(data, name, notes);
    }
    if (!finite) {
      return null;
    }
    List<HeterogeneityResult.Group> groups = new ArrayList<>();
    for (int g = 0; g < coding.count(); g++) {
      Loaded<Fit> loaded = fitOf(data, coding, g);
      loaded.findings().forEach(findings::add);
      if (!(loaded instanceof Loaded.Ready<Fit>(Fit fit, var _))) {
        return null;
      }
      groups.add(new HeterogeneityResult.Group(coding.label(g), fit));
    }
    List<HeterogeneityResult.Difference> differences = new ArrayList<>();
    for (int g = 1; g < coding.count(); g++) {
      HeterogeneityResult.Difference difference =
          difference(data, coding, g, groups.getFirst().fit(), groups.get(g).fit());
      if (difference == null) {
        return null;
      }
      differences.add(difference);
    }
    return new HeterogeneityResult(groups, differences, findings.list());
  }

  private Loaded<Fit> fitOf(Observations data, Coding coding, int group) {
    int[] rows = IntStream.range(0, data.rows()).filter(r -> coding.code(r) == group).toArray();
    List<String> terms = new ArrayList<>(List.of(Sentence.quoted(spec.treatment())));
    spec.controls().forEach(control -> terms.add(Sentence.quoted(control)));
    return Regression.fit(
        data.rows(rows), Sentence.regression(spec.outcome(), terms, spec.effects(), spec.errors()));
  }

  private HeterogeneityResult.@Nullable Difference difference(
      Observations data, Coding coding, int g, Fit first, Fit other) {
    Fit joint = joint(data, coding, g);
    if (joint == null) {
      return null;
    }
    int at = joint.number(interacted(spec.treatment(), 1));
    int base = joint.number(interacted(spec.treatment(), 0));
    if (at < 0 || base < 0) {
      notes.error("group-without-effect", spec.group(), coding.label(g));
      return null;
    }
    double[][] v = joint.covariance();
    double estimate = joint.coefficients()[at] - joint.coefficients()[base];
    double error = Math.sqrt(v[at][at] + v[base][base] - 2 * v[at][base]);
    double apart =
        Math.hypot(first.standardError(spec.treatment()), other.standardError(spec.treatment()));
    return new HeterogeneityResult.Difference(
        coding.label(g),
        estimate,
        error,
        Laws.studentTwoSided(estimate / error, joint.sizes().degrees()),
        estimate / apart,
        spec.draws() == 0 ? Double.NaN : permuted(data, coding, g, estimate));
  }

  private static String interacted(String column, int group) {
    return column + " in group " + group;
  }

  /** One regression of two groups in which every slope and every absorbed effect differs. */
  private @Nullable Fit joint(Observations data, Coding coding, int g) {
    int[] rows =
        IntStream.range(0, data.rows())
            .filter(row -> coding.code(row) == 0 || coding.code(row) == g)
            .toArray();
    Observations both = data.rows(rows);
    double[] group =
        Arrays.stream(rows).mapToDouble(row -> coding.code(row) == g ? 1 : 0).toArray();
    Observations with = both.with(GROUP, group);
    List<String> terms = new ArrayList<>();
    List<String> columns = new ArrayList<>(List.of(spec.treatment()));
    columns.addAll(spec.controls());
    for (String column : columns) {
      for (int side = 0; side < 2; side++) {
        double[] values = both.numbers(column).clone();
        for (int row = 0; row < values.length; row++) {
          values[row] *= group[row] == side ? 1 : 0;
        }
        with = with.with(interacted(column, side), values);
        terms.add(Sentence.quoted(interacted(column, side)));
      }
    }
    List<String> effects = spec.effects().stream().map(e -> e + "^" + GROUP).toList();
    Loaded<Fit> loaded =
        Regression.fit(with, Sentence.regression(spec.outcome(), terms, effects, spec.errors()));
    if (loaded instanceof Loaded.Ready<Fit>(Fit fit, var _)) {
      return fit;
    }
    loaded.findings().forEach(findings::add);
    return null;
  }

  /** Deals the units' groups out at random, whole histories of membership at a time. */
  private double permuted(Observations data, Coding coding, int g, double estimate) {
    Coding unit = Coding.of(data, spec.unit());
    int[] own = new int[unit.count()];
    Arrays.fill(own, -1);
    for (int row = 0; row < data.rows(); row++) {
      if (unit.code(row) >= 0 && own[unit.code(row)] < 0) {
        own[unit.code(row)] = coding.code(row);
      }
    }
    int[] members =
        IntStream.range(0, own.length).filter(u -> own[u] == 0 || own[u] == g).toArray();
    RandomStreams streams = RandomStreams.of(spec.seed());
    int larger = 0;
    int valid = 0;
    for (int draw = 0; draw < spec.draws(); draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "groups", draw);
      double difference = drawn(data, unit, dealt(own, members, stream), g);
      valid += Double.isNaN(difference) ? 0 : 1;
      larger += Math.abs(difference) >= Math.abs(estimate) ? 1 : 0;
    }
    return (1.0 + larger) / (1.0 + valid);
  }

  private static int[] dealt(int[] own, int[] members, RandomStream stream) {
    int[] dealt = own.clone();
    for (int i = members.length - 1; i > 0; i--) {
      int other = stream.nextInt(i + 1);
      int swap = dealt[members[i]];
      dealt[members[i]] = dealt[members[other]];
      dealt[members[other]] = swap;
    }
    return dealt;
  }

  private double drawn(Observations data, Coding unit, int[] groups, int g) {
    double[] column = new double[data.rows()];
    for (int row = 0; row < column.length; row++) {
      int group = unit.code(row) < 0 ? -1 : groups[unit.code(row)];
      column[row] = group == 0 ? 0 : group == g ? 1 : Double.NaN;
    }
    Coding dealt = Coding.of(data.with(GROUP, column), GROUP);
    Loaded<Fit> first = fitOf(data, dealt, 0);
    Loaded<Fit> other = fitOf(data, dealt, 1);
    return first instanceof Loaded.Ready<Fit>(Fit a, var _)
            && other instanceof Loaded.Ready<Fit>(Fit b, var _)
        ? b.coefficient(spec.treatment()) - a.coefficient(spec.treatment())
        : Double.NaN;
  }
}
