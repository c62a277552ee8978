package tenon.model;

import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** A tree of indicators by row: leaves are measured, the nodes above gather them. */
public final class Hierarchy {
  private final Columns columns;
  private final CodeColumn parent;
  private final NumberColumn level;
  private final NumberColumn direction;
  private final NumberColumn weight;
  private final NumberColumn low;
  private final NumberColumn high;
  private final NumberColumn target;

  Hierarchy(Columns columns) {
    this.columns = columns;
    parent = columns.references("parent", columns.dictionary("code"));
    level = columns.numberColumn("level");
    direction = columns.numberColumn("direction");
    weight = columns.numberColumn("weight");
    low = columns.numberColumn("low");
    high = columns.numberColumn("high");
    target = columns.numberColumn("target");
  }

  public int count() {
    return columns.rows();
  }

  /** The codes of the nodes. */
  public Keys keys() {
    return columns.dictionary("code");
  }

  /** The node above, or -1 at the top. */
  public int parent(int node) {
    return parent.at(node);
  }

  /** Level, the indicators' being the greatest. */
  public double level(int node) {
    return level.at(node);
  }

  /** Name in English. */
  public @Nullable String name(int node) {
    return columns.text("name", node);
  }

  /** Name in Chinese. */
  public @Nullable String nameZh(int node) {
    return columns.text("name_zh", node);
  }

  /** 1 where more is better, -1 where less is. */
  public double direction(int node) {
    return direction.at(node);
  }

  /** Weight among its siblings. */
  public double weight(int node) {
    return weight.at(node);
  }

  /** Goalpost that scores 0. */
  public double low(int node) {
    return low.at(node);
  }

  /** Goalpost that scores 100. */
  public double high(int node) {
    return high.at(node);
  }

  /** Unit in which the indicator is measured. */
  public @Nullable String unit(int node) {
    return columns.text("unit", node);
  }

  /** Code of the indicator to divide by. */
  public @Nullable String denominator(int node) {
    return columns.text("denominator", node);
  }

  /** Value aimed at, in the unit of the indicator. */
  public double target(int node) {
    return target.at(node);
  }
}
