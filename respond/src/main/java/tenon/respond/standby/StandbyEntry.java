package tenon.respond.standby;

import java.util.Comparator;
import java.util.List;

/**
 * Who else could make what one site makes.
 *
 * @param maker the site whose output would be lost
 * @param lostPerDay what it usually makes, units per day
 * @param alternatives others, best first
 */
public record StandbyEntry(Maker maker, double lostPerDay, List<Alternative> alternatives) {
  /** Uncovered first, then by what others cannot make of it. */
  public static final Comparator<StandbyEntry> WORST_FIRST =
      Comparator.comparing(StandbyEntry::isUncovered)
          .reversed()
          .thenComparing(
              Comparator.comparingDouble(
                      (StandbyEntry entry) -> entry.lostPerDay() - entry.coverablePerDay())
                  .reversed())
          .thenComparingInt(entry -> entry.maker().site())
          .thenComparingInt(entry -> entry.maker().product());

  public StandbyEntry {
    alternatives = List.copyOf(alternatives);
  }

  /** Spare capacity of the others in all, units of the lost product per day. */
  public double sparePerDay() {
    return alternatives.stream().mapToDouble(Alternative::sparePerDay).sum();
  }

  /** Least of what is lost and what others can spare. */
  public double coverablePerDay() {
    return Math.min(lostPerDay, sparePerDay());
  }

  /** Whether nobody else makes it or what replaces it. */
  public boolean isUncovered() {
    return alternatives.isEmpty();
  }
}
