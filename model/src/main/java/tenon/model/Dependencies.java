package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;

/** Technologies by row: what stops if one is cut. */
public final class Dependencies {
  private final Columns columns;
  private final CodeColumn site;
  private final CodeColumn recipe;
  private final CodeColumn firm;
  private final CodeColumn essential;
  private final NumberColumn lostShare;
  private final NumberColumn graceDays;
  private final NumberColumn substituteDays;

  Dependencies(Columns columns, Keys sites, Keys recipes, Keys firms) {
    this.columns = columns;
    site = columns.references("site_id", sites);
    recipe = columns.references("recipe_id", recipes);
    firm = columns.references("firm_id", firms);
    essential = columns.codeColumn("essential");
    lostShare = columns.numberColumn("lost_share");
    graceDays = columns.numberColumn("grace_days");
    substituteDays = columns.numberColumn("substitute_days");
  }

  public int count() {
    return columns.rows();
  }

  /** Site that depends on the technology, or -1. */
  public int site(int dependency) {
    return site.at(dependency);
  }

  /** Recipe that depends on it, or -1. */
  public int recipe(int dependency) {
    return recipe.at(dependency);
  }

  /** Firm all of whose sites depend on it, or -1. */
  public int firm(int dependency) {
    return firm.at(dependency);
  }

  /** Equipment, software, licence or service needed. */
  public @Nullable String technology(int dependency) {
    return columns.text("technology", dependency);
  }

  /** Who provides it. */
  public @Nullable String vendor(int dependency) {
    return columns.text("vendor", dependency);
  }

  /** ISO 3166-1 code of the country whose law governs the provision. */
  public @Nullable String jurisdiction(int dependency) {
    return columns.text("jurisdiction", dependency);
  }

  /** Hardware, software, cloud, licence or tool. */
  public @Nullable String kind(int dependency) {
    return columns.text("kind", dependency);
  }

  /** Whether work stops when the technology is cut; blank means it does. */
  public boolean essential(int dependency) {
    return essential.at(dependency) != 0;
  }

  /** Share of the capacity lost while it is cut; blank: all where it is essential, else none. */
  public double lostShare(int dependency) {
    double stated = lostShare.at(dependency);
    return !Double.isNaN(stated) ? stated : essential(dependency) ? 1 : 0;
  }

  /**
   * Whether a target means this dependency.
   *
   * @return false for targets that are no technology
   */
  public boolean isMeant(int dependency, Target target) {
    return switch (target.kind()) {
      case TECHNOLOGY -> target.id().equals(technology(dependency));
      case VENDOR -> target.id().equals(vendor(dependency));
      case TECHNOLOGY_KIND -> target.id().equals(kind(dependency));
      case TECHNOLOGY_JURISDICTION -> target.id().equals(jurisdiction(dependency));
      case SITE, FIRM, REGION, PRODUCT, LINK, LANE, MODE, JURISDICTION, MARKET, SITE_KIND -> false;
    };
  }

  /** Whether a row depends on the work of a site or one of its recipes, or on its firm. */
  public boolean concerns(int dependency, Chain chain, int site) {
    int of = recipe(dependency);
    return of >= 0
        ? chain.recipes().site(of) == site
        : site(dependency) == site || firm(dependency) == chain.sites().firm(site);
  }

  /**
   * When a cut is felt: from the end of the grace on, until the technology is back or its
   * substitute works, which it does at once in full.
   *
   * @return null where it is back, or replaced, before it is missed
   */
  public @Nullable Window felt(int dependency, Window cut) {
    double grace = orElse(graceDays.at(dependency), 0);
    double replaced = orElse(substituteDays.at(dependency), Double.POSITIVE_INFINITY);
    double end = Math.min(cut.duration().value(), replaced);
    if (end <= grace) {
      return null;
    }
    boolean fades = replaced > cut.duration().value();
    return new Window(
        new Days(cut.start().value() + grace),
        new Days(end - grace),
        fades ? cut.recovery() : Disruption.Recovery.STEP,
        fades ? cut.recoveryDays() : new Days(0));
  }

  private static double orElse(double stated, double otherwise) {
    return Double.isNaN(stated) ? otherwise : stated;
  }

  /** What could replace it. */
  public @Nullable String substitute(int dependency) {
    return columns.text("substitute", dependency);
  }
}
