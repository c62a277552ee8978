package tenon.study.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tenon.assess.Template;
import tenon.model.Hierarchy;
import tenon.study.corpus.TextCounts;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** The table of indicators: names, directions, units, weights, and how each is measured. */
final class IndexIndicators {
  private final IndexReport report;

  IndexIndicators(IndexReport report) {
    this.report = report;
  }

  /** The table of indicators, what they look like, and where those come from that no table gave. */
  void add() {
    indicators();
    new IndexStatistics(report).add();
    sources();
  }

  private void indicators() {
    report.section("indicators");
    Hierarchy hierarchy = report.tree.hierarchy();
    List<Integer> nodes = new ArrayList<>();
    for (int position = 0; position < report.tree.nodes(); position++) {
      int node = report.tree.downward(position);
      if (!report.tree.isLeaf(node) || !report.tree.isTop(node)) {
        nodes.add(node);
      }
    }
    List<String> header =
        new ArrayList<>(
            List.of(
                report.word("code"),
                report.word("name"),
                report.word("parent"),
                report.word("direction")));
    List<List<Cell>> rows = new ArrayList<>();
    for (int node : nodes) {
      int parent = hierarchy.parent(node);
      rows.add(
          new ArrayList<>(
              List.of(
                  Cell.of(report.tree.code(node)),
                  Cell.of(report.name(node)),
                  Cell.of(parent < 0 ? "" : report.tree.code(parent)),
                  Cell.of(
                      !report.tree.isLeaf(node)
                          ? ""
                          : hierarchy.direction(node) < 0 ? "−" : "+"))));
    }
    known(header, rows, "unit.of", nodes, node -> text(hierarchy.unit(node)));
    known(header, rows, "denominator", nodes, node -> text(hierarchy.denominator(node)));
    known(header, rows, "goal.low", nodes, node -> IndexReport.amount(hierarchy.low(node)));
    known(header, rows, "goal.high", nodes, node -> IndexReport.amount(hierarchy.high(node)));
    known(header, rows, "target", nodes, node -> IndexReport.amount(hierarchy.target(node)));
    known(
        header,
        rows,
        "local",
        nodes,
        node -> IndexReport.number(report.result.weights().local(node), 4));
    known(
        header,
        rows,
        "global",
        nodes,
        node -> IndexReport.number(report.result.weights().global(node), 4));
    List<String> notes = new ArrayList<>();
    String by = IndexMethods.said(report.result.spec().weighting(), report.words);
    notes.add(report.words.get("composite.weights.by", by));
    Template template = report.data.template();
    if (template != null) {
      notes.add(
          report.words.get(
              "composite.n.template", template.title(report.words.locale()), template.source()));
    }
    report.blocks.add(
        new Block.Grid(
            "indicators",
            report.word("t.indicators"),
            header,
            rows.stream().map(List::copyOf).toList(),
            notes));
    if (template != null) {
      measured(template);
    }
  }

  /** How the indicators of a ready hierarchy are measured, and where its numbers come from. */
  private void measured(Template template) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Template.Origin origin : template.origins()) {
      int node = report.tree.keys().id(origin.code());
      String note = report.words.chinese() ? origin.noteZh() : origin.note();
      if (node >= 0 && note != null) {
        rows.add(
            List.of(
                Cell.of(origin.code()),
                Cell.of(report.name(node)),
                Cell.of(note),
                from(origin.weight()),
                from(origin.goalposts())));
      }
    }
    if (!rows.isEmpty()) {
      report.blocks.add(
          new Block.Grid(
              "measured",
              report.word("t.measured"),
              List.of(
                  report.word("code"),
                  report.word("name"),
                  report.word("measured"),
                  report.word("weight"),
                  report.word("goalposts")),
              rows,
              List.of(report.word("n.measured"))));
    }
  }

  private Cell from(Template.@Nullable From from) {
    return Cell.of(from == null ? "" : report.word("from." + from.name().toLowerCase(Locale.ROOT)));
  }

  /** Adds a column where any node has something in it. */
  private void known(
      List<String> header,
      List<List<Cell>> rows,
      String key,
      List<Integer> nodes,
      IntFunction<Cell> of) {
    List<Cell> cells = nodes.stream().map(of::apply).toList();
    if (cells.stream().allMatch(cell -> cell.text().isEmpty())) {
      return;
    }
    header.add(report.word(key));
    for (int row = 0; row < cells.size(); row++) {
      rows.get(row).add(cells.get(row));
    }
  }

  private static Cell text(@Nullable String text) {
    return Cell.of(text == null ? "" : text);
  }

  /** Where indicators come from that no table gave: the chain, documents. */
  private void sources() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ChainIndicators.Computed one : report.data.computed()) {
      rows.add(
          List.of(
              Cell.of(one.code()),
              Cell.of(report.name(report.tree.keys().id(one.code()))),
              Cell.of(report.words.code("measure", one.wanted().choice().measure().title())),
              Cell.of(String.join(", ", one.wanted().choice().measure().needs())),
              Cell.of(Numbers.exactCell(one.scale()), one.scale()),
              Cell.of(one.units() + " / " + one.of())));
    }
    if (!rows.isEmpty()) {
      report.subsection("chain");
      report.blocks.add(
          new Block.Grid(
              "chain",
              report.word("t.chain"),
              List.of(
                  report.word("code"),
                  report.word("name"),
                  report.word("measure"),
                  report.word("made.of"),
                  report.word("factor.unit"),
                  report.word("known.units")),
              rows,
              List.of(report.word("n.chain"))));
    }
    TextCounts texts = report.data.texts();
    if (texts != null) {
      report.subsection("text");
      report.blocks.addAll(texts.blocks(report.words));
    }
  }
}
