package tenon.assess;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;

/** Panels written as text in tests, and the short way to a result. */
public final class Drawn {
  private static final List<String> HIERARCHY =
      List.of("code", "parent", "direction", "weight", "low", "high", "target");

  private Drawn() {}

  /**
   * A panel from two tables: {@code code parent direction weight low high target} and {@code unit
   * period code value}; a dot is blank, and what is left off at the end is blank as well.
   */
  public static Panel panel(String hierarchy, String values) {
    Columns.Builder nodes = new Columns.Builder(Resource.HIERARCHY);
    for (String line : hierarchy.strip().lines().toList()) {
      String[] cells = line.strip().split(" +", -1);
      nodes.row();
      for (int i = 0; i < cells.length; i++) {
        if (!cells[i].equals(".")) {
          set(nodes, HIERARCHY.get(i), cells[i], i >= 2);
        }
      }
    }
    Columns.Builder cells = new Columns.Builder(Resource.INDICATORS);
    for (String line : values.strip().lines().toList()) {
      String[] cell = line.strip().split(" +", -1);
      cells.row().set("unit_id", cell[0]).set("period", cell[1]).set("code", cell[2]);
      if (!cell[3].equals(".")) {
        cells.set("value", Double.parseDouble(cell[3]));
      }
    }
    return panel(nodes.build(), cells.build());
  }

  public static Panel panel(Columns hierarchy, Columns indicators) {
    return Panel.of(Map.of(Resource.HIERARCHY, hierarchy, Resource.INDICATORS, indicators));
  }

  private static void set(Columns.Builder builder, String column, String cell, boolean number) {
    if (number) {
      builder.set(column, Double.parseDouble(cell));
    } else {
      builder.set(column, cell);
    }
  }

  static Assessment assessed(Panel panel, AssessSpec spec) {
    return ready(Assess.assess(panel, spec));
  }

  /** The value, or a failure that shows the findings. */
  public static <T> T ready(Loaded<T> loaded) {
    return switch (loaded) {
      case Loaded.Ready<T>(T value, List<Finding> _) -> value;
      case Loaded.Rejected<T>(List<Finding> findings) ->
          throw new AssertionError(String.join("\n", texts(findings)));
    };
  }

  /** The codes of the findings, in order. */
  public static List<String> codes(Loaded<?> loaded) {
    return loaded.findings().stream().map(Finding::code).toList();
  }

  static List<String> texts(List<Finding> findings) {
    return findings.stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  /** Id of a node. */
  static int node(Assessment assessment, String code) {
    return assessment.panel().hierarchy().keys().id(code);
  }

  /** Score of a node by its names. */
  static double score(Assessment assessment, String code, String unit, String period) {
    Panel panel = assessment.panel();
    return assessment
        .scores()
        .score(node(assessment, code), panel.units().id(unit), panel.periods().id(period));
  }
}
