package tenon.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Sites by row. */
public final class Sites {
  private static final int KIND = Resource.SITES.position("kind");

  private final Columns columns;
  private final CodeColumn firm;
  private final CodeColumn region;
  private final CodeColumn kind;
  private final NumberColumn latitude;
  private final NumberColumn longitude;
  private final NumberColumn workers;
  private final NumberColumn shifts;
  private final NumberColumn crewPerShift;
  private final NumberColumn ttrDays;
  private final NumberColumn disruptionProbabilityPerYear;

  Sites(Columns columns, Keys firms, Keys regions) {
    this.columns = columns;
    firm = columns.references("firm_id", firms);
    region = columns.references("region_id", regions);
    kind = columns.codeColumn("kind");
    latitude = columns.numberColumn("latitude");
    longitude = columns.numberColumn("longitude");
    workers = columns.numberColumn("workers");
    shifts = columns.numberColumn("shifts");
    crewPerShift = columns.numberColumn("crew_per_shift");
    ttrDays = columns.numberColumn("ttr_days");
    disruptionProbabilityPerYear = columns.numberColumn("disruption_probability_per_year");
  }

  public int count() {
    return columns.rows();
  }

  /** The string keys of the rows. */
  public Keys keys() {
    return columns.dictionary("site_id");
  }

  /** Firm that runs the site. */
  public int firm(int site) {
    return firm.at(site);
  }

  /** Region where the site stands. */
  public int region(int site) {
    return region.at(site);
  }

  /** What the site is: supplier, plant, warehouse, hub, port or store. */
  public String kind(int site) {
    return Resource.SITES.fields().get(KIND).categories().get(kind.at(site));
  }

  /** Name. */
  public @Nullable String name(int site) {
    return columns.text("name", site);
  }

  /** Degrees north. */
  public double latitude(int site) {
    return latitude.at(site);
  }

  /** Degrees east. */
  public double longitude(int site) {
    return longitude.at(site);
  }

  /** Number of workers, all shifts together. */
  public double workers(int site) {
    return workers.at(site);
  }

  /** Shifts a day. */
  public double shifts(int site) {
    return shifts.at(site);
  }

  /** Fewest workers with whom a shift is safe to run. */
  public double crewPerShift(int site) {
    return crewPerShift.at(site);
  }

  /** Days of the week on which the site works, or null for every day. */
  public @Nullable String workingDays(int site) {
    return columns.text("working_days", site);
  }

  /** Time to recover from a full outage, days. */
  public double ttrDays(int site) {
    return ttrDays.at(site);
  }

  /** How the time to recover is known, or null where the source does not say. */
  public @Nullable Basis ttrBasis(int site) {
    String basis = columns.text("ttr_basis", site);
    return basis == null ? null : Basis.valueOf(basis.toUpperCase(Locale.ROOT));
  }

  /** Probability of a full outage within a year. */
  public double disruptionProbabilityPerYear(int site) {
    return disruptionProbabilityPerYear.at(site);
  }
}
