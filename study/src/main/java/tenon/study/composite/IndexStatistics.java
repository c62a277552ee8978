package tenon.study.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tenon.assess.pipeline.DataSet;
import tenon.assess.pipeline.IndicatorStatistics;
import tenon.assess.pipeline.Stage;
import tenon.assess.pipeline.Step;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.text.Numbers;

/** What indicators look like as they came, and before they are brought to a common scale. */
final class IndexStatistics {
  private final IndexReport report;

  IndexStatistics(IndexReport report) {
    this.report = report;
  }

  void add() {
    grid("raw", report.result.raw());
    DataSet treated = null;
    for (Stage stage : report.result.stages()) {
      if (stage.step() instanceof Step.Normalise) {
        break;
      }
      treated = stage.data();
    }
    if (treated != null) {
      grid("treated", treated);
    }
  }

  private void grid(String which, DataSet data) {
    IndicatorStatistics.Bounds bounds = report.chosen.reading().flags();
    List<List<Cell>> rows = new ArrayList<>();
    for (IndicatorStatistics one : IndicatorStatistics.of(data)) {
      String flags =
          one.flags(bounds).stream()
              .map(flag -> report.word("flag." + flag.name().toLowerCase(Locale.ROOT)))
              .collect(Collectors.joining(report.words.get("composite.list.comma")));
      rows.add(
          List.of(
              Cell.of(one.code()),
              Cell.of(one.known() + " / " + one.cells()),
              IndexReport.amount(one.min()),
              IndexReport.amount(one.max()),
              IndexReport.amount(one.mean()),
              IndexReport.amount(one.median()),
              IndexReport.amount(one.deviation()),
              IndexReport.number(one.skewness(), 2),
              IndexReport.number(one.kurtosis(), 2),
              Cell.of(flags)));
    }
    report.blocks.add(
        new Block.Grid(
            "statistics_" + which,
            report.word("t.statistics." + which),
            List.of(
                report.word("code"),
                report.word("known"),
                report.word("min"),
                report.word("max"),
                report.word("mean"),
                report.word("median"),
                report.word("sd"),
                report.word("skewness"),
                report.word("kurtosis"),
                report.word("flags")),
            rows,
            List.of(
                report.words.get(
                    "composite.n.statistics",
                    Numbers.percentFine(bounds.known()),
                    Numbers.percentFine(bounds.nonzero()),
                    Numbers.percentFine(bounds.unique()),
                    Numbers.exactCell(bounds.skewness()),
                    Numbers.exactCell(bounds.kurtosis())))));
  }
}
