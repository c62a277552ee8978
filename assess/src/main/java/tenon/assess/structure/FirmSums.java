package tenon.assess.structure;

import java.util.Arrays;
import java.util.stream.IntStream;
import tenon.assess.Notes;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

/** Sums over the firms of a region; tells once for each column how many firms do not know it. */
final class FirmSums {
  private static final String OUTPUT = "output_per_year";
  private static final String[] USED = {
    OUTPUT,
    "value_added_per_year",
    "employees",
    "operating_income",
    "total_assets",
    "rd_expenditure_per_year",
    "invention_patents"
  };

  private final Chain chain;
  private final Columns firms;

  FirmSums(Chain chain, Notes notes) {
    this.chain = chain;
    this.firms = chain.table(Resource.FIRMS);
    for (String column : USED) {
      long blank = all().filter(firm -> Double.isNaN(firms.number(column, firm))).count();
      if (blank > 0) {
        String count = Integer.toString(chain.firms().count());
        notes.warn("structure-blank", column, null, Long.toString(blank), count);
      }
    }
  }

  private IntStream all() {
    return IntStream.range(0, chain.firms().count());
  }

  private IntStream of(int region) {
    return all().filter(firm -> chain.firms().region(firm) == region);
  }

  /** Known outputs of the firms of a region. */
  double[] outputs(int region) {
    return of(region)
        .mapToDouble(firm -> firms.number(OUTPUT, firm))
        .filter(output -> !Double.isNaN(output))
        .toArray();
  }

  double outputShare(int region) {
    double whole =
        all().mapToDouble(firm -> firms.number(OUTPUT, firm)).filter(o -> !Double.isNaN(o)).sum();
    double[] own = outputs(region);
    return own.length == 0 ? Double.NaN : Arrays.stream(own).sum() / whole;
  }

  /** Sum of one column over the sum of another, over the firms that know both. */
  double ratio(int region, String above, String below) {
    double top = 0;
    double bottom = 0;
    for (int firm : of(region).toArray()) {
      double one = firms.number(above, firm);
      double other = firms.number(below, firm);
      if (!Double.isNaN(one) && !Double.isNaN(other)) {
        top += one;
        bottom += other;
      }
    }
    return bottom == 0 ? Double.NaN : top / bottom;
  }

  /** Mean over the firms that know the column. */
  double perFirm(int region, String column) {
    return of(region)
        .mapToDouble(firm -> firms.number(column, firm))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
