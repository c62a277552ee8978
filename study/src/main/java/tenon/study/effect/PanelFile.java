package tenon.study.effect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;

/**
 * The panel of an evaluation, read from a table of one row for each unit and period. {@code TRUE}
 * and {@code FALSE} count as 1 and 0.
 */
public final class PanelFile {
  private static final Map<String, Double> TRUTHS =
      Map.of("TRUE", 1.0, "true", 1.0, "FALSE", 0.0, "false", 0.0);

  private PanelFile() {}

  /** The observations; every column of the file under its own name. */
  public static Loaded<Observations> read(Path file) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var warnings) ->
          new Loaded.Ready<>(observations(table), warnings);
    };
  }

  /**
   * The same with the findings about observations and estimates placed in the file that they were
   * read from, and those about a formula at its option.
   *
   * @param rows rows of the file, from 0, that the observations hold; null for all of them
   */
  public static <T> Loaded<T> placed(Loaded<T> loaded, Path file, int @Nullable [] rows) {
    List<Finding> placed =
        loaded.findings().stream().map(finding -> placed(finding, file, rows)).toList();
    return switch (loaded) {
      case Loaded.Ready<T>(var value, var _) -> new Loaded.Ready<>(value, placed);
      case Loaded.Rejected<T> _ -> new Loaded.Rejected<>(placed);
    };
  }

  private static Finding placed(Finding finding, Path file, int @Nullable [] rows) {
    int row = (int) finding.line();
    String place =
        switch (finding.file()) {
          case Notes.ESTIMATE, Notes.OBSERVATIONS -> String.valueOf(file.getFileName());
          case Notes.FORMULA -> "--formula";
          default -> finding.file();
        };
    if (place.equals(finding.file())) {
      return finding;
    }
    // The header is the first line.
    long line = row == 0 ? 0 : (rows == null ? row - 1 : rows[row - 1]) + 2L;
    return new Finding(
        finding.severity(),
        finding.code(),
        place,
        line,
        finding.column(),
        finding.value(),
        finding.what(),
        finding.mend());
  }

  private static Observations observations(FlatTable table) {
    Observations.Builder builder = Observations.builder(table.rows());
    for (String name : table.names()) {
      if (table.isNumeric(name)) {
        builder.numbers(name, table.numbers(name));
      } else {
        List<String> texts = table.texts(name);
        double[] truths = truths(texts);
        if (truths == null) {
          builder.texts(name, texts);
        } else {
          builder.numbers(name, truths);
        }
      }
    }
    return builder.build();
  }

  private static double @Nullable [] truths(List<String> texts) {
    double[] numbers = new double[texts.size()];
    for (int row = 0; row < numbers.length; row++) {
      String text = texts.get(row);
      Double truth = text.isEmpty() ? Double.valueOf(Double.NaN) : TRUTHS.get(text);
      if (truth == null) {
        return null;
      }
      numbers[row] = truth;
    }
    return numbers;
  }

  /** That columns are missing, each with the nearest that is there; empty where all are. */
  static List<Finding> missing(Path file, Observations data, List<String> names) {
    List<Finding> faults = new ArrayList<>();
    String shown = String.valueOf(file.getFileName());
    for (String name : names) {
      if (!name.isEmpty() && !data.has(name)) {
        faults.add(Refusal.of("panel-column", shown, name, String.join(", ", data.names())));
      }
    }
    return faults;
  }

  /** That columns which must hold numbers hold texts. */
  static List<Finding> texts(Path file, Observations data, List<String> names) {
    List<Finding> faults = new ArrayList<>();
    for (String name : names) {
      if (!name.isEmpty() && data.has(name) && data.isText(name)) {
        faults.add(Refusal.of("panel-texts", String.valueOf(file.getFileName()), name));
      }
    }
    return faults;
  }

  /**
   * The first treated period of each row's unit, from a column that is 1 where treated; NaN where
   * the unit is never treated.
   */
  public static double[] cohorts(Observations data, String unit, String period, String treatment) {
    Map<String, Double> first = new HashMap<>();
    for (int row = 0; row < data.rows(); row++) {
      if (data.number(treatment, row) == 1) {
        first.merge(String.valueOf(data.label(unit, row)), data.number(period, row), Math::min);
      }
    }
    double[] cohorts = new double[data.rows()];
    for (int row = 0; row < cohorts.length; row++) {
      Double start = first.get(String.valueOf(data.label(unit, row)));
      cohorts[row] = start == null ? Double.NaN : start;
    }
    return cohorts;
  }

  /** A name that no column has. */
  static String freshName(Observations data, String wanted) {
    Set<String> taken = Set.copyOf(data.names());
    String name = wanted;
    while (taken.contains(name)) {
      name = name + "_";
    }
    return name;
  }
}
