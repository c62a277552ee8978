package tenon.assess.structure;

import java.util.stream.IntStream;
import tenon.assess.Notes;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

/** Tells once for each column of firms how many do not know it. */
record BlankFirms(Chain chain) {
  private static final String[] USED = {
    "output_per_year",
    "value_added_per_year",
    "employees",
    "operating_income",
    "total_assets",
    "rd_expenditure_per_year",
    "invention_patents"
  };

  void tell(Notes notes) {
    Columns firms = chain.table(Resource.FIRMS);
    for (String column : USED) {
      long blank =
          IntStream.range(0, firms.rows())
              .filter(firm -> Double.isNaN(firms.number(column, firm)))
              .count();
      if (blank > 0) {
        String count = Integer.toString(firms.rows());
        notes.warn("structure-blank", column, null, Long.toString(blank), count);
      }
    }
  }
}
