package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/** Three files: flows, final demand, output. Of the last two one may be missing. */
final class FlowsLayout {
  private static final Industry FINAL = new Industry("", "final_demand");

  private FlowsLayout() {}

  static IndustryTable read(List<Path> files, Findings findings) {
    LabelledMatrix flows = LabelledMatrix.of(Grid.read(files.getFirst(), findings));
    double[][] sold = flows.square();
    if (flows.rows().isEmpty()) {
      return new IndustryTable.Parts(flows.rows(), sold).build();
    }
    IndustryTable.Parts parts = new IndustryTable.Parts(flows.rows(), sold);
    for (Path file : files.subList(1, files.size())) {
      Grid grid = Grid.read(file, findings);
      LabelledMatrix numbers = LabelledMatrix.of(grid);
      boolean last = file.equals(files.getLast());
      if (last && numbers.columns().size() == 1 && (files.size() == 3 || isOutput(grid))) {
        double[] output = column(numbers, flows.rows());
        parts.withOutput(output);
        if (files.size() == 2) {
          parts.withFinalDemand(List.of(FINAL), rest(sold, output));
        }
      } else {
        parts.withFinalDemand(numbers.columns(), numbers.byRow(flows.rows()));
      }
    }
    return parts.build();
  }

  /** Whether a file of one column holds output rather than final demand. */
  private static boolean isOutput(Grid grid) {
    String name = grid.row(0).getLast();
    return grid.file().toLowerCase(Locale.ROOT).matches("(.*[^a-z])?x\\.csv")
        || List.of("x", "indout", "output").contains(name);
  }

  private static double[] column(LabelledMatrix numbers, List<Industry> industries) {
    double[][] rows = numbers.byRow(industries);
    double[] column = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = rows[i].length == 0 ? 0 : rows[i][0];
    }
    return column;
  }

  /** What output leaves for final users. */
  static double[][] rest(double[][] sold, double[] output) {
    double[][] rest = new double[output.length][1];
    for (int i = 0; i < output.length; i++) {
      rest[i][0] = output[i];
      for (double flow : sold[i]) {
        rest[i][0] -= flow;
      }
    }
    return rest;
  }
}
