package tenon.study.standby;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import tenon.model.Chain;
import tenon.packages.DataPackage;
import tenon.respond.standby.Alternative;
import tenon.respond.standby.SecondSource;
import tenon.respond.standby.StandbyEntry;
import tenon.study.chart.Axis;
import tenon.study.chart.Bar;
import tenon.study.chart.BarChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.text.InferredMark;
import tenon.study.text.Labels;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;

/** The report of a standby library, filled part by part. */
final class StandbyReport {
  private static final int SHOWN = 30;
  private static final int BARS = 12;
  private static final int SHARED = 3;

  /** A share above this counts as the whole: sums of spare capacity are rounded. */
  private static final double WHOLE = 1 - 1e-9;

  private final DataPackage data;
  private final Chain chain;
  private final Words words;
  private final Names names;
  private final Money money;
  private final List<Block> blocks = new ArrayList<>();

  StandbyReport(DataPackage data, Words words) {
    this.data = data;
    chain = data.chain();
    this.words = words;
    names = new Names(chain, words);
    money = new Money(words, data.info().currency());
  }

  void head(String sum, List<String> cautions) {
    String banner = new InferredMark(chain, words).banner();
    if (!banner.isEmpty()) {
      blocks.add(new Block.Paragraph(banner));
    }
    blocks.add(new Block.Paragraph(sum));
    if (!cautions.isEmpty()) {
      blocks.add(new Block.Points(cautions));
    }
  }

  /** How many are covered how far. */
  void shares(List<StandbyEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<String> classes = words.list("standby.classes");
    int[] counts = new int[classes.size()];
    for (StandbyEntry entry : entries) {
      double share = StandbyAnswer.covered(entry);
      int at = entry.isUncovered() ? 0 : share == 0 ? 1 : share < 0.5 ? 2 : share < WHOLE ? 3 : 4;
      counts[at]++;
    }
    List<Bar> bars = new ArrayList<>();
    for (int at = 0; at < counts.length; at++) {
      bars.add(Bar.of(classes.get(at), counts[at]));
    }
    blocks.add(
        new Block.Figure(
            "coverage",
            words.get(
                "standby.shares",
                Numbers.count(counts[0] + counts[1]),
                Numbers.count(counts[4]),
                Numbers.count(entries.size())),
            BarChart.horizontal(Axis.of(words.get("standby.axis")), bars),
            List.of(words.get("standby.shares.note"))));
  }

  void worths(List<StandbyEntry> entries, List<SecondSource> worths, double days) {
    if (worths.isEmpty()) {
      blocks.add(new Block.Paragraph(words.get("standby.worthless", Numbers.shown(days))));
      return;
    }
    Scale scale = Scale.of(worths.getFirst().worthPerYear(), words);
    List<Bar> bars = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (int at = 0; at < worths.size() && at < SHOWN; at++) {
      SecondSource worth = worths.get(at);
      if (at < BARS) {
        bars.add(Bar.of(lost(entries.get(at)), scale.of(worth.worthPerYear())));
      }
      rows.add(
          List.of(
              Cell.of(names.product(entries.get(at).maker().product())),
              Cell.of(names.site(entries.get(at).maker().site())),
              number(worth.probabilityPerYear()),
              money(worth.lostMargin()),
              money(worth.lostMarginWith()),
              money(worth.worthPerYear())));
    }
    blocks.add(
        new Block.Figure(
            "worth_bars",
            words.get(
                "standby.worth.bars",
                lost(entries.getFirst()),
                money.text(worths.getFirst().worthPerYear())),
            BarChart.horizontal(Axis.of(words.get("standby.worth.axis", money.unit(scale))), bars),
            List.of(words.get("standby.worth.note", Numbers.shown(days)))));
    blocks.add(
        new Block.Grid(
            "worth",
            words.get(
                "standby.worth.title", Numbers.count(rows.size()), Numbers.count(worths.size())),
            words.list("standby.worth.columns"),
            rows,
            List.of()));
  }

  private String lost(StandbyEntry entry) {
    return words.get(
        "standby.at", names.product(entry.maker().product()), names.site(entry.maker().site()));
  }

  void uncovered(List<StandbyEntry> entries, ToIntFunction<StandbyEntry> leftOut) {
    if (entries.isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (StandbyEntry entry : entries.stream().limit(SHOWN).toList()) {
      int left = leftOut.applyAsInt(entry);
      rows.add(
          List.of(
              Cell.of(names.product(entry.maker().product())),
              Cell.of(names.site(entry.maker().site())),
              number(entry.lostPerDay()),
              Cell.of(names.unit(entry.maker().product())),
              Cell.of(Numbers.count(left), left)));
    }
    blocks.add(
        new Block.Grid(
            "uncovered",
            words.get(
                "standby.uncovered", Numbers.count(rows.size()), Numbers.count(entries.size())),
            words.list("standby.uncovered.columns"),
            rows,
            List.of(words.get("standby.uncovered.note"))));
  }

  void best(List<StandbyEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    boolean oneSite = entries.stream().map(entry -> entry.maker().site()).distinct().count() == 1;
    List<List<Cell>> rows = new ArrayList<>();
    for (StandbyEntry entry : entries.stream().limit(SHOWN).toList()) {
      Alternative best = entry.alternatives().getFirst();
      double covered = StandbyAnswer.covered(entry);
      String mark = StandbyAnswer.inferred(best.maker()) ? words.get("inferred.mark") : "";
      rows.add(
          List.of(
              Cell.of(oneSite ? names.product(entry.maker().product()) : lost(entry)),
              number(entry.lostPerDay()),
              Cell.of(
                  words.get(
                      "standby.by",
                      Numbers.percent(covered),
                      Integer.toString(entry.alternatives().size())),
                  covered),
              Cell.of(
                  words.get(
                      "standby.spare",
                      names.site(best.maker().site()) + mark,
                      number(best.maker().sparePerDay()).text(),
                      number(best.maker().activationDays()).text())),
              Cell.of(
                  percent(best.costDifference()).text()
                      + " / "
                      + percent(best.tariffDifference()).text()),
              percent(best.linked()),
              Cell.of(shared(best))));
    }
    blocks.add(
        new Block.Grid(
            "best",
            words.get("standby.worst", Numbers.count(rows.size()), Numbers.count(entries.size())),
            words.list("standby.worst.columns"),
            rows,
            List.of(words.get("standby.worst.note"))));
  }

  private String shared(Alternative one) {
    List<String> told = new ArrayList<>();
    for (String shared : one.shared().stream().limit(SHARED).toList()) {
      int colon = shared.indexOf(':');
      String kind = colon < 0 ? shared : shared.substring(0, colon);
      String what = colon < 0 ? "" : shared.substring(colon + 1);
      int site = kind.equals("technology") ? -1 : chain.sites().keys().id(what);
      told.add(words.get("standby.shared." + kind, site < 0 ? what : names.site(site)));
    }
    if (one.shared().size() > SHARED) {
      told.add(words.get("standby.shared.more", Numbers.count(one.shared().size() - SHARED)));
    }
    return told.isEmpty() ? "-" : String.join(words.get("standby.shared.and"), told);
  }

  private Cell money(double amount) {
    return Double.isNaN(amount) ? Cell.of("-") : Cell.of(money.text(amount), amount);
  }

  private static Cell number(double value) {
    return Double.isNaN(value) ? Cell.of("-") : Cell.of(Numbers.shown(value), value);
  }

  private static Cell percent(double share) {
    return Double.isNaN(share) ? Cell.of("-") : Cell.of(Numbers.percent(share), share);
  }

  Document document() {
    return new Document(
        words.get("standby.title"),
        Labels.inOneLanguage(data.info().title(), words.chinese()),
        words.locale(),
        blocks);
  }
}
