package tenon.packages.scms;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One sound line of the file. Country, vendor, plant and product are short ids.
 *
 * @param line line in the file, the first being 1
 * @param country client country
 * @param vendor who sold
 * @param plant site that made
 * @param product molecule, dosage and form
 * @param fromCentre whether it came from the regional centre, not from the vendor directly
 * @param doses packs x doses per pack
 * @param value money, {@code NaN} where it is unknown
 * @param freight money, {@code NaN} where it is unknown
 * @param scheduled day it was due
 * @param delivered day it came
 * @param quoted day its price was first quoted to the client
 * @param ordered day it was ordered from the vendor
 * @param mode mode of transport
 */
record Delivery(
    long line,
    String country,
    String vendor,
    String plant,
    String product,
    boolean fromCentre,
    double doses,
    double value,
    double freight,
    LocalDate scheduled,
    @Nullable LocalDate delivered,
    @Nullable LocalDate quoted,
    @Nullable LocalDate ordered,
    @Nullable String mode) {

  /** Spans longer than this, days, are taken for slips of the pen; the longest real one is 597. */
  static final long ABSURD_DAYS = 730;

  Delivery withFreight(double allocated) {
    return new Delivery(
        line,
        country,
        vendor,
        plant,
        product,
        fromCentre,
        doses,
        value,
        allocated,
        scheduled,
        delivered,
        quoted,
        ordered,
        mode);
  }

  /** Site that received. */
  String store() {
    return Ids.store(country);
  }

  /**
   * Days from order (direct drop) or first quotation (from the centre) to delivery; {@code NaN}
   * where a date is unknown or the span is not {@link #absurd sensible}.
   */
  double leadDays() {
    double days = rawLeadDays();
    return absurd(days) ? Double.NaN : days;
  }

  /** Whether both dates are known and the span between them cannot be right. */
  boolean absurdLead() {
    return absurd(rawLeadDays());
  }

  private static boolean absurd(double days) {
    return days < 0 || days > ABSURD_DAYS;
  }

  private double rawLeadDays() {
    LocalDate start = fromCentre ? quoted : ordered;
    return start == null || delivered == null
        ? Double.NaN
        : ChronoUnit.DAYS.between(start, delivered);
  }
}
