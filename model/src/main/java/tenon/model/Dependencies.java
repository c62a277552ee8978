package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;

/** Technologies by row: what stops if one is cut. */
public final class Dependencies {
  private final Columns columns;
  private final CodeColumn site;
  private final CodeColumn recipe;
  private final CodeColumn essential;

  Dependencies(Columns columns, Keys sites, Keys recipes) {
    this.columns = columns;
    site = columns.references("site_id", sites);
    recipe = columns.references("recipe_id", recipes);
    essential = columns.codeColumn("essential");
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

  /** What could replace it. */
  public @Nullable String substitute(int dependency) {
    return columns.text("substitute", dependency);
  }
}
