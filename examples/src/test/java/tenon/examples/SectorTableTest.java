package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.model.Resource;

class SectorTableTest {

  /** Firms state four digits: 5e-4 relative. */
  private static final double STATED = 5e-4;

  @Test
  void industriesAddUpToTheirFirms() {
    Chain chain = YangtzeIc.generate(YangtzeIc.SEED).chain();
    IndustryTable table = IndustryTable.of(chain.table(Resource.INDUSTRY_TABLE), SectorTable.YEAR);
    Columns firms = chain.table(Resource.FIRMS);
    Map<Industry, double[]> stated = new HashMap<>();
    for (int firm = 0; firm < firms.rows(); firm++) {
      double output = firms.number("output_per_year", firm);
      int zone = chain.regions().parent(chain.firms().region(firm));
      String sector = chain.firms().sector(firm);
      if (zone >= 0 && sector != null && !Double.isNaN(output)) {
        Industry industry = new Industry(chain.regions().keys().key(zone), sector);
        double[] sums = stated.computeIfAbsent(industry, key -> new double[2]);
        sums[0] += output;
        sums[1] += firms.number("value_added_per_year", firm);
      }
    }
    int compared = 0;
    for (int i = 0; i < table.count(); i++) {
      double bought = 0;
      for (int from = 0; from < table.count(); from++) {
        bought += table.intermediate(from, i);
        assertThat(table.intermediate(from, i)).isNotNegative();
      }
      double added = 0;
      for (int kind = 0; kind < table.valueAddedKinds().size(); kind++) {
        added += table.valueAdded(kind, i);
      }
      assertThat(bought + added).isEqualTo(table.output(i));
      assertThat(added).isPositive();
      double[] sums = stated.get(table.industries().get(i));
      if (sums != null) {
        assertThat(table.output(i)).isCloseTo(sums[0], within(STATED * sums[0]));
        assertThat(added).isCloseTo(sums[1], within(STATED * sums[1]));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(stated.size());
  }
}
