package tenon.assess.structure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the units of a panel are in a chain. */
public enum UnitKind {
  /** Regions, each with all regions inside it; local is what comes from the same region. */
  REGIONS,
  /** Firms with their sites; local is what comes from the region of the site that receives. */
  FIRMS,
  /** Sectors of firms; local as for firms. */
  SECTORS;

  /** The word for it in a study file. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word, or null. */
  public static @Nullable UnitKind named(String title) {
    for (UnitKind kind : values()) {
      if (kind.title().equals(title)) {
        return kind;
      }
    }
    return null;
  }
}
