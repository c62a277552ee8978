package tenon.twin.site;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;

/**
 * The rules of replications that meet different disruptions and yet run in lock step: those of the
 * undisturbed chain, and for what departs from them in any replication a column of all. A
 * replication's numbers are the same as if it ran alone, to the last bit: a column holds what the
 * scalar would, and what a scalar would skip adds or takes exact zeros.
 *
 * <p>For one thread, days in order: only the rules of the day are kept.
 */
final class Mixed implements Course {
  private static final int[] NOWHERE = {};
  private static final double[] NOTHING = {};

  private final Regime calm;
  private final Regime base;
  private final Regimes.@Nullable Walk[] walks;
  private final @Nullable Regime[] today;
  private final Departure[] departures;
  private final int[] longestDelay;
  private final int[] longestNews;
  private final boolean planned;
  private @Nullable Regime mixture;

  /** How a regime departs from the calm one, by term. */
  private record Departure(Map<Term, int[]> index, Map<Term, double[]> value) {}

  /**
   * Rules by replication.
   *
   * @param happened the disruptions of each replication; neighbours that share a list share rules
   */
  @SuppressWarnings("ReferenceEquality") // the same list is quick to tell, an equal one is not
  Mixed(Network network, List<List<Disruption>> happened, double outBelow, Response response) {
    planned = response instanceof Planned;
    calm = Regimes.calm(network, outBelow);
    base =
        new Regime(
            calm.pressure,
            calm.share,
            calm.limit,
            calm.passLimit,
            new boolean[network.arcs],
            calm.need,
            null);
    walks = new Regimes.@Nullable Walk[happened.size()];
    today = new @Nullable Regime[walks.length];
    departures = new Departure[walks.length];
    longestDelay = new int[network.links];
    longestNews = new int[network.links];
    for (int r = 0; r < walks.length; r++) {
      if (r > 0 && happened.get(r) == happened.get(r - 1)) {
        continue;
      }
      Regimes.Walk walk = new Regimes.Walk(network, happened.get(r), outBelow, response);
      walks[r] = walk;
      int[] delay = walk.longestDelay();
      int[] news = walk.longestNews();
      for (int link = 0; link < delay.length; link++) {
        longestDelay[link] = Math.max(longestDelay[link], delay[link]);
        longestNews[link] = Math.max(longestNews[link], news[link]);
      }
    }
  }

  @Override
  public boolean planned() {
    return planned;
  }

  @Override
  public int longestDelay(int arc) {
    return arc < longestDelay.length ? longestDelay[arc] : 0;
  }

  @Override
  public int longestNews(int arc) {
    return arc < longestNews.length ? longestNews[arc] : 0;
  }

  @Override
  public Regime on(int day) {
    if (day < 0) {
      return calm;
    }
    boolean[] changed = new boolean[walks.length];
    boolean any = false;
    for (int r = 0; r < walks.length; r++) {
      Regimes.Walk walk = walks[r];
      Regime next = walk == null ? today[r - 1] : walk.next(day);
      if (next != null && next != today[r]) {
        departures[r] = walk == null ? departures[r - 1] : departure(next);
        today[r] = next;
        changed[r] = true;
        any = true;
      }
    }
    Regime known = mixture;
    if (any || known == null) {
      known = mix(changed);
      mixture = known;
    }
    return known;
  }

  private Departure departure(Regime regime) {
    Map<Term, int[]> index = new EnumMap<>(Term.class);
    Map<Term, double[]> value = new EnumMap<>(Term.class);
    for (Term term : Term.values()) {
      int[] where =
          IntStream.range(0, term.size(regime))
              .filter(i -> term.of(regime, i) != term.of(base, i))
              .toArray();
      index.put(term, where);
      value.put(term, Arrays.stream(where).mapToDouble(i -> term.of(regime, i)).toArray());
    }
    return new Departure(index, value);
  }

  private Regime mix(boolean[] changed) {
    Map<Term, double[] @Nullable []> columns = new EnumMap<>(Term.class);
    for (Term term : Term.values()) {
      double[] @Nullable [] own = new double[term.size(base)][];
      for (int r = 0; r < walks.length; r++) {
        if (changed[r] || !term.once()) {
          put(term, own, r);
        }
      }
      columns.put(term, own);
    }
    Regime first = today[0]; // a plan has the same agenda in all replications
    return base.with(columns, first == null ? null : first.agenda);
  }

  private void put(Term term, double[] @Nullable [] columns, int r) {
    int[] index = departures[r].index().getOrDefault(term, NOWHERE);
    double[] value = departures[r].value().getOrDefault(term, NOTHING);
    for (int nth = 0; nth < index.length; nth++) {
      double @Nullable [] column = columns[index[nth]];
      if (column == null) {
        column = new double[walks.length];
        Arrays.fill(column, term.of(base, index[nth]));
        columns[index[nth]] = column;
      }
      column[r] = value[nth];
    }
  }
}
