package tenon.study.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Message;
import tenon.packages.YamlObject;
import tenon.respond.cases.Case;
import tenon.respond.cases.CauseRate;
import tenon.respond.cases.Query;
import tenon.study.text.Refusal;

/**
 * How often scenarios come, and what cases make of that. A scenario that names its cause takes the
 * frequency of its file as the mean of a gamma prior worth some years of observation; the cases of
 * that cause within the years observed move it to {@code (per_year worth + cases) / (worth +
 * years)}.
 */
final class Frequencies {
  private static final double USUAL_WORTH_YEARS = 10;

  private final Map<String, Stated> stated = new LinkedHashMap<>();

  /** What a file states of a scenario; empty texts ask for nothing. */
  private record Stated(
      double perYear, String cause, double worthYears, String region, String chain) {}

  /**
   * Cases of a library, complete for whole years.
   *
   * @param last last year, not before the first
   */
  record Observed(List<Case> cases, int first, int last) {}

  /**
   * A frequency that cases moved.
   *
   * @param before what the file states, times a year
   * @param cases cases within the years
   * @param after times a year
   */
  record Moved(String scenario, double before, String cause, int cases, double after) {}

  /** The section {@code scenarios} of a file of levers; nothing where it has none. */
  static Frequencies of(YamlObject root) {
    Frequencies all = new Frequencies();
    if (root.has("scenarios")) {
      root.objects("scenarios").forEach(all::read);
    }
    return all;
  }

  private void read(YamlObject one) {
    one.allow(List.of("scenario", "per_year", "cause", "worth_years", "region", "chain"));
    String name = one.text("scenario", true);
    double often = one.number("per_year", true, 0, 366);
    String cause = text(one, "cause");
    double worth = one.number("worth_years", false, 1e-6, 1000);
    String region = text(one, "region");
    String chain = text(one, "chain");
    if (cause.isEmpty() && (one.has("worth_years") || one.has("region") || one.has("chain"))) {
      refuse(one, "scenario", "frequency-cause");
    }
    if (!cause.isEmpty() && often == 0) {
      refuse(one, "per_year", "frequency-zero");
    }
    double years = Double.isNaN(worth) ? USUAL_WORTH_YEARS : worth;
    if (name != null && stated.put(name, new Stated(often, cause, years, region, chain)) != null) {
      refuse(one, "scenario", "scenario-twice");
    }
  }

  private static String text(YamlObject from, String key) {
    String text = from.text(key, false);
    return text == null ? "" : text;
  }

  private static void refuse(YamlObject where, String key, String code) {
    where.refuse(
        key, code, Message.of(Refusal.BUNDLE, code), Message.of(Refusal.BUNDLE, code + ".mend"));
  }

  /** Times a year by name of scenario, moved by cases where there are any. */
  Map<String, Double> perYear(@Nullable Observed observed) {
    Map<String, Double> perYear = new HashMap<>();
    stated.forEach((name, one) -> perYear.put(name, one.perYear()));
    moved(observed).forEach(moved -> perYear.put(moved.scenario(), moved.after()));
    return perYear;
  }

  /** Every frequency that names a cause, as cases move it. */
  List<Moved> moved(@Nullable Observed observed) {
    List<Moved> moved = new ArrayList<>();
    if (observed == null) {
      return moved;
    }
    stated.forEach(
        (name, one) -> {
          if (!one.cause().isEmpty()) {
            moved.add(moved(name, one, observed));
          }
        });
    return moved;
  }

  private static Moved moved(String name, Stated one, Observed observed) {
    List<Case> cases =
        new Query(one.chain(), one.region(), one.cause(), "", "").in(observed.cases());
    CauseRate rate =
        CauseRate.of(
            one.cause(),
            cases,
            observed.first(),
            observed.last(),
            new CauseRate.Prior(one.perYear(), one.worthYears()));
    return new Moved(name, one.perYear(), one.cause(), rate.cases(), rate.perYear());
  }
}
