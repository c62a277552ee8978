package tenon.study.strategy;

import java.util.ArrayList;
import java.util.List;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** The report of a strategy, filled part by part. */
final class StrategyReport {
  private final Words words;
  private final List<List<Cell>> metrics = new ArrayList<>();
  private final List<Block> rest = new ArrayList<>();

  StrategyReport(Words words) {
    this.words = words;
  }

  void metric(Targets.Row row, double value, double gap, String lever) {
    metrics.add(
        List.of(
            Cell.of(words.code("strategy.system", StrategyMethod.code(row.system()))),
            Cell.of(words.code("strategy.metric", StrategyMethod.code(row.metric()))),
            cell(value),
            Cell.of((row.less() ? "< " : "> ") + Numbers.fixed(row.target(), 3)),
            cell(gap),
            Cell.of(lever)));
  }

  private static Cell cell(double number) {
    return Double.isNaN(number) ? Cell.of("-") : Cell.of(Numbers.fixed(number, 3), number);
  }

  /** A table whose title and note stand under a key of the words. */
  void grid(String id, String key, List<String> header, List<List<String>> rows) {
    grid(id, key, "", header, rows);
  }

  /** The same with a sentence above the table. */
  void grid(String id, String key, String sentence, List<String> header, List<List<String>> rows) {
    rest.add(new Block.Heading(1, words.get(key)));
    if (!sentence.isEmpty()) {
      rest.add(new Block.Paragraph(sentence));
    }
    if (rows.isEmpty()) {
      rest.add(new Block.Paragraph(words.get("strategy.none")));
      return;
    }
    List<List<Cell>> cells = rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList();
    rest.add(
        new Block.Grid(
            id,
            words.get(key),
            header.stream().map(name -> words.get("strategy.column." + name)).toList(),
            cells,
            List.of(words.get(key + ".note"))));
  }

  /** Three phases by three levels and three dimensions. */
  void phases() {
    List<List<String>> rows = new ArrayList<>();
    for (String level : List.of("enterprise", "industry", "region")) {
      for (String dimension : List.of("technical", "organisational", "institutional")) {
        String task = words.get("strategy.task." + level + "." + dimension);
        rows.add(
            List.of(
                words.get("strategy.level." + level),
                words.get("strategy.dimension." + dimension),
                words.get("strategy.phase.diagnosis.do", task),
                words.get("strategy.phase.implementation.do", task),
                words.get("strategy.phase.optimisation.do", task)));
      }
    }
    grid(
        "phases",
        "strategy.phases",
        List.of("level", "dimension", "diagnosis", "implementation", "optimisation"),
        rows);
  }

  Document document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, words.get("strategy.metrics")));
    blocks.add(
        new Block.Grid(
            "metrics",
            words.get("strategy.metrics"),
            List.of("system", "metric", "value", "target", "gap", "lever").stream()
                .map(name -> words.get("strategy.column." + name))
                .toList(),
            metrics,
            List.of(words.get("strategy.metrics.note"))));
    blocks.addAll(rest);
    return new Document(words.get("strategy.title"), "", words.locale(), blocks);
  }
}
