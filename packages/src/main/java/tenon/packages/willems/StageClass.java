package tenon.packages.willems;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classification of a stage, as the data name it. */
enum StageClass {
  PART("supplier", false, "Part", "Parts"),
  MANUF("plant", false, "Manuf"),
  DIST("warehouse", true, "Dist"),
  RETAIL("store", true, "Retail"),
  TRANS("hub", true, "Trans");

  private final String siteKind;
  private final boolean moves;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives an unmodifiable list
  private final List<String> names;

  StageClass(String siteKind, boolean moves, String... names) {
    this.siteKind = siteKind;
    this.moves = moves;
    this.names = List.of(names);
  }

  /** The classification of that name, or null. */
  static @Nullable StageClass of(String name) {
    return Stream.of(values())
        .filter(known -> known.names.stream().anyMatch(name::equalsIgnoreCase))
        .findFirst()
        .orElse(null);
  }

  /** The names of all classifications. */
  static List<String> all() {
    return Stream.of(values()).map(known -> known.names.getFirst()).toList();
  }

  /** Kind of the site that stands for such a stage. */
  String siteKind() {
    return siteKind;
  }

  /** Whether the stage moves goods, and does not make or buy them. */
  boolean moves() {
    return moves;
  }
}
