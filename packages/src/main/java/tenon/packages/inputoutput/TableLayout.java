package tenon.packages.inputoutput;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A layout in which input-output tables are published. */
public enum TableLayout {
  FLOWS(1, 3),
  JSON(1, 1),
  LONG(1, 1),
  NBS(1, 1),
  OECD(1, 1),
  BEA(2, 2),
  WIOD(1, 1),
  EUROSTAT(1, 1),
  PYMRIO(1, 1);

  private final int fewest;
  private final int most;

  TableLayout(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  /** The name on the command line. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fewest files that hold a table. */
  public int fewest() {
    return fewest;
  }

  boolean takes(int files) {
    return files >= fewest && files <= most;
  }

  String files() {
    return fewest == most ? Integer.toString(fewest) : fewest + "-" + most;
  }

  public static List<String> titles() {
    return Arrays.stream(values()).map(TableLayout::title).toList();
  }

  /** The layout of that name, or null. */
  public static @Nullable TableLayout named(String title) {
    return Arrays.stream(values())
        .filter(layout -> layout.title().equals(title))
        .findFirst()
        .orElse(null);
  }

  /** The layout that the ending of a file speaks for. */
  public static TableLayout ofFile(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : FLOWS;
  }
}
