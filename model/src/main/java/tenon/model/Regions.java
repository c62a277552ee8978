package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Regions by row. */
public final class Regions {
  private final Columns columns;
  private final CodeColumn parent;
  private final NumberColumn latitude;
  private final NumberColumn longitude;

  Regions(Columns columns) {
    this.columns = columns;
    parent = columns.references("parent_id", columns.dictionary("region_id"));
    latitude = columns.numberColumn("latitude");
    longitude = columns.numberColumn("longitude");
  }

  public int count() {
    return columns.rows();
  }

  /** The string keys of the rows. */
  public Keys keys() {
    return columns.dictionary("region_id");
  }

  /** Region that contains this one, or -1. */
  public int parent(int region) {
    return parent.at(region);
  }

  /** Name in English. */
  public @Nullable String name(int region) {
    return columns.text("name", region);
  }

  /** Name in Chinese. */
  public @Nullable String nameZh(int region) {
    return columns.text("name_zh", region);
  }

  /** Level in the hierarchy, for example nation or province. */
  public @Nullable String level(int region) {
    return columns.text("level", region);
  }

  /** ISO 3166-1 code of the country whose law applies. */
  public @Nullable String jurisdiction(int region) {
    return columns.text("jurisdiction", region);
  }

  /** Degrees north. */
  public double latitude(int region) {
    return latitude.at(region);
  }

  /** Degrees east. */
  public double longitude(int region) {
    return longitude.at(region);
  }
}
