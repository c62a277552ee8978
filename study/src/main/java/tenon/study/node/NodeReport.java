package tenon.study.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.packages.NodeFile;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.node.Estimate;
import tenon.twin.node.NodeCapacity;
import tenon.twin.node.NodeResult;

/** The report of a node. */
final class NodeReport {
  private NodeReport() {}

  static Document of(
      NodeFile file, NodeResult result, @Nullable NodeCapacity capacity, Locale locale) {
    Words words = new Words(locale);
    List<String> header = new ArrayList<>();
    header.add(words.get("node.column.measure"));
    file.spec().stations().forEach(station -> header.add(station.name()));
    List<List<Cell>> rows = new ArrayList<>();
    for (String measure : Measures.of(result.stations().getFirst()).keySet()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(words.get("node.measure." + measure)));
      for (NodeResult.AtStation one : result.stations()) {
        Estimate value = Measures.of(one).getOrDefault(measure, one.working());
        row.add(Cell.of(Measures.shown(value), value.mean()));
      }
      rows.add(row);
    }
    List<Block> blocks =
        List.of(
            new Block.Points(NodeAnswer.lines(file, result, capacity, locale)),
            new Block.Grid(
                "stations",
                words.get("node.table"),
                header,
                rows,
                List.of(
                    words.get(
                        "node.note",
                        Integer.toString(file.spec().replications()),
                        Numbers.shown(file.spec().horizon()),
                        Numbers.shown(file.spec().warmUp()),
                        file.unit()))));
    return new Document(file.name(), words.get("node.subtitle"), locale, blocks);
  }
}
