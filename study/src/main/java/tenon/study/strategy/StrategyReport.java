package tenon.study.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

  void metric(Targets.Row row, String source, double value, double gap, String lever) {
    metrics.add(
        List.of(
            Cell.of(words.code("strategy.system", StrategyMethod.code(row.system()))),
            Cell.of(words.code("strategy.metric", StrategyMethod.code(row.metric()))),
            cell(value),
            Cell.of(Double.isNaN(value) ? "" : words.get("strategy.source." + source)),
            Cell.of((row.less() ? "<\u00a0" : ">\u00a0") + Numbers.fixed(row.target(), 3)),
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

  /** A section of one sentence. */
  void sentence(String key, String sentence) {
    rest.add(new Block.Heading(1, words.get(key)));
    rest.add(new Block.Paragraph(sentence));
  }

  /** The roadmap as a picture. */
  void figure(String id, String svg, double years) {
    rest.add(
        new Block.Figure(
            id,
            words.get("strategy.figure.roadmap", Numbers.shown(years)),
            svg,
            List.of(words.get("strategy.figure.roadmap.note"))));
  }

  /** Three phases by three levels and three dimensions, with the systems whose gaps begin there. */
  void phases(List<Targets.Row> open) {
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
                words.get("strategy.phase.optimisation.do", task),
                begun(level + "." + dimension, open)));
      }
    }
    grid(
        "phases",
        "strategy.phases",
        List.of("level", "dimension", "diagnosis", "implementation", "optimisation", "begun_by"),
        rows);
  }

  /** Open systems whose lever acts at a level and in a dimension. */
  private String begun(String cell, List<Targets.Row> open) {
    return open.stream()
        .filter(row -> place(StrategyMethod.code(row.system())).equals(cell))
        .map(row -> words.code("strategy.system", StrategyMethod.code(row.system())))
        .distinct()
        .collect(Collectors.joining(words.get("strategy.comma")));
  }

  private static String place(String system) {
    return switch (system) {
      case "supply" -> "industry.institutional";
      case "innovation" -> "industry.technical";
      case "production_capacity" -> "enterprise.technical";
      case "market" -> "region.technical";
      case "finance" -> "region.institutional";
      default -> "";
    };
  }

  Document document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, words.get("strategy.metrics")));
    blocks.add(
        new Block.Grid(
            "metrics",
            words.get("strategy.metrics"),
            List.of("system", "metric", "value", "source", "target", "gap", "lever").stream()
                .map(name -> words.get("strategy.column." + name))
                .toList(),
            metrics,
            List.of(words.get("strategy.metrics.note"))));
    blocks.addAll(rest);
    return new Document(words.get("strategy.title"), "", words.locale(), blocks);
  }
}
