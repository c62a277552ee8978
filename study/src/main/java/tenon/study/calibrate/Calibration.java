package tenon.study.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Progress;
import tenon.study.calibrate.History.Made;
import tenon.study.calibrate.History.Need;
import tenon.study.calibrate.History.Seen;
import tenon.twin.fidelity.LawFit;
import tenon.twin.fidelity.Score;
import tenon.twin.fidelity.YieldFit;

/** What of the history could be fitted, and how it foretold the days that were held back. */
final class Calibration {
  /** Fewest observations that a law is fitted to. */
  static final int LEAST = 8;

  /**
   * A law with its score.
   *
   * @param kind {@code demand} or {@code lead_time}
   * @param link row of sourcing of a lead time, else -1
   * @param site where the demand arises, or what the link supplies
   * @param product of the demand or of the link
   * @param score null where no day was held back
   */
  record Fitted(
      String kind, int link, String site, String product, LawFit fit, @Nullable Score score) {}

  /** A yield. */
  record Yield(int recipe, YieldFit fit) {}

  final List<Fitted> fitted = new ArrayList<>();
  final List<Yield> yields = new ArrayList<>();

  /** How many series were too short. */
  int tooFew;

  /** Last day that laws are fitted to; later ones are held back. */
  final long until;

  final long first;
  final long last;

  /** How many demands vary with the day before more than chance allows. */
  int dependent;

  private Calibration(long first, long until, long last) {
    this.first = first;
    this.until = until;
    this.last = last;
  }

  /**
   * Fits and scores.
   *
   * @param heldBack share of the days from the first to the last of the history, the latest, that
   *     are held back; from 0, below 1
   */
  static Calibration of(History history, Chain chain, double heldBack, Progress progress) {
    List<Long> days = history.days();
    long first = days.getFirst();
    long last = days.getLast();
    long until = last - Math.round(heldBack * (last - first + 1));
    Calibration all = new Calibration(first, until, last);
    long total = (long) history.demand.size() + history.leads.size();
    long done = 0;
    for (Map.Entry<Need, TreeMap<Long, Double>> entry : history.demand.entrySet()) {
      Need need = entry.getKey();
      TreeMap<Long, Double> series = entry.getValue();
      double[] before = daily(series, series.firstKey(), Math.min(until, series.lastKey()));
      double[] held = daily(series, Math.max(until + 1, series.firstKey()), series.lastKey());
      long firstDay = series.firstKey();
      long heldDay = Math.max(until + 1, firstDay);
      all.fit("demand", -1, need.site(), need.product(), before, held, firstDay, heldDay);
      progress.report("calibrate", ++done, total);
    }
    for (Map.Entry<Integer, List<Seen>> entry : history.leads.entrySet()) {
      int link = entry.getKey();
      double[] before = leads(entry.getValue(), Long.MIN_VALUE, until);
      double[] held = leads(entry.getValue(), until + 1, Long.MAX_VALUE);
      String site = chain.sites().keys().key(chain.links().customer(link));
      String product = chain.products().keys().key(chain.links().product(link));
      all.fit("lead_time", link, site, product, before, held, 0, 0);
      progress.report("calibrate", ++done, total);
    }
    history.made.forEach((recipe, made) -> all.fitYield(recipe, made));
    return all;
  }

  /** Quantities of all days from one to another; a day without a row had none. */
  private static double[] daily(NavigableMap<Long, Double> series, long from, long to) {
    double[] days = new double[(int) Math.max(0, to - from + 1)];
    if (days.length > 0) {
      series.subMap(from, true, to, true).forEach((day, q) -> days[(int) (day - from)] = q);
    }
    return days;
  }

  private static double[] leads(List<Seen> seen, long from, long to) {
    return seen.stream()
        .filter(one -> one.day() >= from && one.day() <= to)
        .mapToDouble(Seen::amount)
        .toArray();
  }

  private void fit(
      String kind,
      int link,
      String site,
      String product,
      double[] before,
      double[] held,
      long firstDay,
      long heldDay) {
    if (before.length < LEAST) {
      tooFew++;
      return;
    }
    boolean lead = kind.equals("lead_time");
    LawFit fit = lead ? LawFit.leadTime(before) : LawFit.demand(before, firstDay);
    Score score =
        held.length == 0
            ? null
            : Score.of(nth -> fit.on(lead ? 0 : heldDay + nth), before, held, lead);
    if (Math.abs(fit.autocorrelation()) > 2 / Math.sqrt(before.length)) {
      dependent++;
    }
    fitted.add(new Fitted(kind, link, site, product, fit, score));
  }

  private void fitYield(int recipe, List<Made> made) {
    List<Made> before = made.stream().filter(one -> one.day() <= until).toList();
    if (before.size() < LEAST) {
      tooFew++;
      return;
    }
    yields.add(
        new Yield(
            recipe,
            YieldFit.of(
                before.stream().mapToDouble(Made::started).toArray(),
                before.stream().mapToDouble(Made::good).toArray())));
  }

  /** What was fitted of one kind. */
  List<Fitted> of(String kind) {
    return fitted.stream().filter(one -> one.kind().equals(kind)).toList();
  }
}
