package tenon.packages.inputoutput;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/** A folder as pymrio's test system: flows, final demand and factor inputs parted by tabs. */
final class PymrioLayout {
  private PymrioLayout() {}

  static @Nullable IndustryTable read(Path folder, Findings findings) {
    LabelledMatrix flows =
        LabelledMatrix.of(Grid.read(folder.resolve("trade_flows_Z.txt"), findings));
    LabelledMatrix uses =
        LabelledMatrix.of(Grid.read(folder.resolve("finald_demand_Y.txt"), findings));
    Grid factors = Grid.read(folder.resolve("factor_input.txt"), findings);
    if (findings.hasErrors()) {
      return null;
    }
    double[][] sold = flows.square();
    int n = flows.rows().size();
    List<Integer> rows = IntStream.range(2, factors.rows()).boxed().toList();
    List<Integer> columns = IntStream.range(2, 2 + n).boxed().toList();
    double[][] added = new NbsLayout.Cells(factors).block(rows, columns);
    List<Industry> kinds =
        rows.stream().map(row -> new Industry("", factors.cell(row, 0))).toList();
    return new IndustryTable.Parts(flows.rows(), sold)
        .withFinalDemand(uses.columns(), uses.byRow(flows.rows()))
        .withValueAdded(kinds, added)
        .build();
  }
}
