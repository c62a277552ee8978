package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/**
 * Use and make table of the United States. What is said of commodities goes to the industries that
 * make them, in proportion to what they make of each (fixed product sales structure), so that rows
 * still add up to the output of industries.
 */
final class BeaLayout {
  private static final String REGION = "USA";

  private BeaLayout() {}

  static @Nullable IndustryTable read(Path one, Path other, Findings findings) {
    Grid first = Grid.read(one, findings);
    Grid second = Grid.read(other, findings);
    if (findings.hasErrors()) {
      return null;
    }
    boolean useFirst = first.find(0, "Total Intermediate") >= 0;
    Grid use = useFirst ? first : second;
    Grid make = useFirst ? second : first;
    int total = use.column("Total Intermediate");
    int outputAt = make.column("Total Industry Output");
    if (findings.hasErrors()) {
      return null;
    }
    List<Integer> industryAt = new ArrayList<>();
    for (int at = 1; at < total; at++) {
      industryAt.add(at);
    }
    List<Integer> useAt = new ArrayList<>();
    for (int at = total + 1; at < use.row(0).size(); at++) {
      if (use.cell(0, at).matches("F\\d.*")) {
        useAt.add(at);
      }
    }
    List<Integer> added = new ArrayList<>();
    List<Integer> commodities = new ArrayList<>();
    List<Integer> commodityAt = new ArrayList<>();
    for (int row = 1; row < use.rows(); row++) {
      String code = use.cell(row, 0);
      int at = make.find(0, code);
      if (code.matches("V\\d+")) {
        added.add(row);
      } else if (at > 0 && at < outputAt) {
        commodities.add(row);
        commodityAt.add(at);
      }
    }
    List<Integer> makers = new ArrayList<>();
    for (int at : industryAt) {
      int row = rowOf(make, use.cell(0, at));
      if (row < 0) {
        make.fault("io-missing-row", 0, null, use.cell(0, at));
      } else {
        makers.add(row);
      }
    }
    if (findings.hasErrors()) {
      return null;
    }
    NbsLayout.Cells uses = new NbsLayout.Cells(use);
    double[][] made = new NbsLayout.Cells(make).block(makers, commodityAt);
    double[] output = new double[makers.size()];
    for (int i = 0; i < output.length; i++) {
      output[i] = Arrays.stream(made[i]).sum();
    }
    double[][] shares = shares(made);
    List<Industry> industries = uses.titles(REGION, industryAt);
    return new IndustryTable.Parts(industries, product(shares, uses.block(commodities, industryAt)))
        .withFinalDemand(
            uses.titles(REGION, useAt), product(shares, uses.block(commodities, useAt)))
        .withValueAdded(uses.labels(REGION, added, 0), uses.block(added, industryAt))
        .withOutput(output)
        .build();
  }

  private static int rowOf(Grid grid, String code) {
    for (int row = 1; row < grid.rows(); row++) {
      if (grid.cell(row, 0).equals(code)) {
        return row;
      }
    }
    return -1;
  }

  /** Share of each industry in what is made of each commodity. */
  private static double[][] shares(double[][] made) {
    double[][] shares = new double[made.length][];
    double[] sums = new double[made.length == 0 ? 0 : made[0].length];
    for (double[] row : made) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += row[c];
      }
    }
    for (int i = 0; i < made.length; i++) {
      shares[i] = made[i].clone();
      for (int c = 0; c < sums.length; c++) {
        shares[i][c] = sums[c] == 0 ? 0 : made[i][c] / sums[c];
      }
    }
    return shares;
  }

  private static double[][] product(double[][] left, double[][] right) {
    int width = right.length == 0 ? 0 : right[0].length;
    double[][] product = new double[left.length][width];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length; k++) {
        for (int j = 0; j < width; j++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }
}
