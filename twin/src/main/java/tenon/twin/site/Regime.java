package tenon.twin.site;

import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a day, after the disruptions have struck and the sites have reacted. The same for
 * all replications of a block, but for what stands in columns ({@link Mixed}); days on which
 * nothing changes share one regime.
 */
final class Regime {
  final Pressure pressure;

  /** Share of an arc in what its node orders today; sums to 1, or to 0 where no source is open. */
  final double[] share;

  /** Greatest amount that may be shipped over a link, or started in a recipe. */
  final double[] limit;

  /** Greatest amount that a node may hand over in all. */
  final double[] passLimit;

  /** Whether orders still owed over an arc are taken back, since others now serve the need. */
  final boolean[] withdrawn;

  /** Share of a recipe's need that is put to this input row, of those that replace each other. */
  final double[] need;

  /** Share of the day that the line of each site in detail is open. */
  final double[] open;

  /** What is planned for the day; null where there is no plan. */
  final @Nullable Agenda agenda;

  /** Arcs on which goods stand still. */
  final int[] standing;

  /** Columns of all replications by term and index; empty where all go by one rule. */
  private final Map<Term, double[] @Nullable []> columns;

  /** Whether all go by one rule; asked for every arc of every day. */
  private final boolean plain;

  Regime(
      Pressure pressure,
      double[] share,
      double[] limit,
      double[] passLimit,
      boolean[] withdrawn,
      double[] need,
      @Nullable Agenda agenda) {
    this(pressure, share, limit, passLimit, withdrawn, need, agenda, Map.of());
  }

  private Regime(
      Pressure pressure,
      double[] share,
      double[] limit,
      double[] passLimit,
      boolean[] withdrawn,
      double[] need,
      @Nullable Agenda agenda,
      Map<Term, double[] @Nullable []> columns) {
    this.columns = columns;
    plain = columns.isEmpty();
    this.pressure = pressure;
    open = pressure.open();
    this.share = share;
    this.limit = limit;
    this.passLimit = passLimit;
    this.withdrawn = withdrawn;
    this.need = need;
    this.agenda = agenda;
    standing =
        IntStream.range(0, pressure.still.length)
            .filter(arc -> pressure.still[arc] || by(Term.STILL, arc) != null)
            .toArray();
  }

  /** The same rules but for columns and what is planned. */
  Regime with(Map<Term, double[] @Nullable []> departing, @Nullable Agenda planned) {
    return new Regime(pressure, share, limit, passLimit, withdrawn, need, planned, departing);
  }

  /** The rule of each replication; null where all go by one. */
  double @Nullable [] by(Term term, int index) {
    if (plain) {
      return null;
    }
    double[] @Nullable [] own = columns.get(term);
    return own == null ? null : own[index];
  }
}
