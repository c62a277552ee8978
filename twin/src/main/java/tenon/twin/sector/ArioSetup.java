package tenon.twin.sector;

import java.util.List;
import java.util.Map;
import tenon.model.IndustryTable;

/** The table as the model runs it: per step, inputs added up over the regions they come from. */
final class ArioSetup {

  /** An input of which less than this share of a step's output is used never limits. */
  private static final double LEAST_INPUT = 1e-5;

  /** A stock covers at least two steps. */
  private static final double LEAST_STEPS = 2;

  final int industries;
  final int sectors;
  final int uses;

  /** Sector of each industry. */
  final int[] sector;

  final double[] output;
  final double[][] flows;
  final double[][] finalDemand;

  /** What industry j needs of sector s for one unit of output. */
  final double[][] technology;

  /** Whether the lack of sector s stops industry j. */
  final boolean[][] limits;

  /** Steps of use that a stock of a sector covers; infinite where it never stops anybody. */
  final double[] cover;

  /** Share of a gap in a stock of a sector that is reordered in a step. */
  final double[] restored;

  final double[] capital;

  /** Flows of a supplier over those of its sector to the same customer. */
  final double[][] sourcing;

  ArioSetup(IndustryTable table, ArioSpec spec) {
    industries = table.count();
    List<String> names = table.sectors();
    sectors = names.size();
    uses = table.finalUses().size();
    sector = new int[industries];
    for (int i = 0; i < industries; i++) {
      sector[i] = names.indexOf(table.industries().get(i).sector());
    }
    double part = spec.unitsByStep() / spec.unitsPerYear();
    output = table.output();
    flows = table.intermediate();
    finalDemand = table.finalDemand();
    technology = new double[sectors][industries];
    limits = new boolean[sectors][industries];
    sourcing = new double[industries][industries];
    bySector();
    capital = capital(table, spec);
    scale(output, part);
    for (int i = 0; i < industries; i++) {
      scale(flows[i], part);
      scale(finalDemand[i], part);
    }
    cover = times(names, spec.inventories(), spec.inventory(), spec.unitsByStep());
    restored = times(names, spec.restorations(), spec.restoration(), spec.unitsByStep());
    for (int s = 0; s < sectors; s++) {
      cover[s] = cover[s] <= 1 ? LEAST_STEPS : cover[s];
      restored[s] = 1 / restored[s];
    }
    for (int s = 0; s < sectors; s++) {
      for (int j = 0; j < industries; j++) {
        // Yearly input against output of a step: so the published program compares them.
        limits[s][j] =
            technology[s][j] * output[j] / part > output[j] * LEAST_INPUT
                && !Double.isInfinite(cover[s]);
      }
    }
  }

  private void bySector() {
    for (int i = 0; i < industries; i++) {
      for (int j = 0; j < industries; j++) {
        technology[sector[i]][j] += flows[i][j];
      }
    }
    for (int i = 0; i < industries; i++) {
      for (int j = 0; j < industries; j++) {
        double all = technology[sector[i]][j];
        sourcing[i][j] = all == 0 ? 0 : flows[i][j] / all;
      }
    }
    for (double[] row : technology) {
      for (int j = 0; j < industries; j++) {
        row[j] = output[j] == 0 ? 0 : row[j] / output[j];
      }
    }
  }

  private double[] capital(IndustryTable table, ArioSpec spec) {
    if (!spec.capital().isEmpty()) {
      return spec.capital().stream().mapToDouble(Double::doubleValue).toArray();
    }
    double[] capital = new double[industries];
    for (int j = 0; j < industries; j++) {
      String name = table.industries().get(j).sector();
      double ratio = spec.capitalRatios().getOrDefault(name, spec.capitalRatio());
      capital[j] = ratio * Math.max(0, table.output(j) - table.inputs(j));
    }
    return capital;
  }

  private static double[] times(
      List<String> names, Map<String, Double> bySector, double usual, double unitsByStep) {
    return names.stream()
        .mapToDouble(name -> bySector.getOrDefault(name, usual) / unitsByStep)
        .toArray();
  }

  private static void scale(double[] row, double by) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= by;
    }
  }
}
