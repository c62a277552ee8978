package tenon.packages.willems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;

/** Reads the table of stages. */
final class StageSheet {
  static final String NAME = "Stage Name";

  private static final String CLASS = "stageClassification";
  private static final String COST = "stageCost";
  private static final String MEAN = "avgDemand";
  private static final String SD = "stdDevDemand";
  private static final String SERVICE_DAYS = "maxServiceTime";
  private static final String SERVICE_LEVEL = "serviceLevel";
  private static final List<String> NEEDED =
      List.of(
          NAME,
          COST,
          CLASS,
          MEAN,
          SD,
          SERVICE_DAYS,
          SERVICE_LEVEL,
          "stageTime",
          "stdDev stageTime");

  /** So long that the id of a link, which joins two names, stays within the 200 of packages. */
  private static final int LONGEST_NAME = 99;

  private final Sheet sheet;
  private final List<Stage> stages = new ArrayList<>();

  /** Place of each stage in the list, by name. */
  private final Map<String, Integer> places = new HashMap<>();

  private StageSheet(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The stages in the order of the file; faults are among the findings. */
  static StageSheet read(Path file, Findings findings) {
    StageSheet read = new StageSheet(Sheet.read(file, NEEDED, findings));
    read.sheet.rows().forEach(read::stage);
    if (read.stages.isEmpty() && !findings.hasErrors()) {
      read.sheet.error("willems-no-stages");
    }
    return read;
  }

  Sheet sheet() {
    return sheet;
  }

  List<Stage> stages() {
    return stages;
  }

  /** Place of the stage of that name in the list, or -1. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }

  private void stage(Sheet.Row row) {
    String name = sheet.text(row, NAME);
    StageClass kind = kind(row);
    double mean = sheet.amount(row, MEAN);
    double sd = sheet.amount(row, SD);
    if (sheet.text(row, MEAN).isEmpty() && !Double.isNaN(sd)) {
      sheet.error("willems-no-mean", row, MEAN, null);
    }
    Stage stage =
        new Stage(
            row,
            name,
            kind == null ? StageClass.PART : kind, // after an error, which refuses the chain
            sheet.amount(row, COST),
            StageTime.of(sheet, row),
            mean,
            sd,
            sheet.fraction(row, SERVICE_LEVEL),
            sheet.amount(row, SERVICE_DAYS));
    if (name(stage)) {
      places.put(name, stages.size());
      stages.add(stage);
    }
  }

  /** Whether the stage has a name of its own. */
  private boolean name(Stage stage) {
    String name = stage.name();
    if (name.isEmpty()) {
      sheet.error("willems-blank", stage.row(), NAME, null);
      return false;
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      sheet.error("willems-name", stage.row(), NAME, name, Integer.toString(LONGEST_NAME));
    }
    int before = place(name);
    if (before >= 0) {
      long line = stages.get(before).row().line();
      sheet.error("willems-stage-twice", stage.row(), NAME, name, Long.toString(line));
    }
    return before < 0;
  }

  private @Nullable StageClass kind(Sheet.Row row) {
    String name = sheet.text(row, CLASS);
    StageClass kind = StageClass.of(name);
    if (name.isEmpty()) {
      sheet.error("willems-blank", row, CLASS, null);
    } else if (kind == null) {
      sheet.error("willems-class", row, CLASS, name, String.join(", ", StageClass.all()));
    }
    return kind;
  }
}
