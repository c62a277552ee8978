package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tenon.model.Findings;
import tenon.model.Keys;

/**
 * Shares of capacity lost, scenarios by column, firms by row: in the order of the firms, or in any
 * order where the first column names them. It names them where it is called firm, firm_id or id, or
 * has no name, or where its first cell is a firm and no number.
 */
final class ShockRows implements PlainTable.Rows {
  private static final Set<String> NAMING = Set.of("", "firm", "firm_id", "id", "企业", "企业编号");

  private final Findings findings;
  private final String shown;
  private final Keys firms;
  private List<String> header = List.of();
  private boolean named;
  final List<String> names = new ArrayList<>();
  private final List<double[]> byRow = new ArrayList<>();

  /** Firm of each row where rows name firms; -1 for one that is unknown or came before. */
  private final List<Integer> firmOf = new ArrayList<>();

  private final BitSet seen = new BitSet();

  private ShockRows(Findings findings, String shown, Keys firms) {
    this.findings = findings;
    this.shown = shown;
    this.firms = firms;
  }

  /** Reads a file; its faults join the findings. */
  static ShockRows read(Path file, Keys firms, Findings findings) {
    ShockRows rows = new ShockRows(findings, PlainTable.shown(file), firms);
    PlainTable.read(file, "scenario", findings, rows);
    rows.complete();
    return rows;
  }

  @Override
  public boolean header(List<String> header) {
    this.header = header;
    if (NAMING.contains(header.getFirst().strip().toLowerCase(Locale.ROOT))) {
      named();
    }
    return true;
  }

  private void named() {
    named = true;
    if (header.size() < 2) {
      findings.add(Fault.error("shock-scenarios", shown).line(1).finding());
    }
  }

  /** The names are taken when it is known whether the first of them is a scenario. */
  private void scenarios() {
    for (String name : header.subList(named ? 1 : 0, header.size())) {
      if (names.contains(name)) {
        findings.add(Fault.error("scenario-duplicate", shown).line(1).value(name).finding());
      }
      names.add(name);
    }
  }

  @Override
  public void row(long line, List<String> cells) {
    if (byRow.isEmpty()) {
      String first = cells.getFirst();
      if (!named && Double.isNaN(FirmReader.number(first)) && firms.id(first) >= 0) {
        named();
      }
      scenarios();
    }
    if (named) {
      firmOf.add(firm(line, cells.getFirst()));
    }
    int from = named ? 1 : 0;
    double[] lost = new double[names.size()];
    for (int at = 0; at < lost.length; at++) {
      String cell = cells.get(from + at);
      lost[at] = FirmReader.number(cell);
      if (!(lost[at] >= 0 && lost[at] <= 1)) {
        findings.add(
            Fault.error("shock-share", shown)
                .line(line)
                .column(names.get(at))
                .value(cell)
                .finding());
      }
    }
    byRow.add(lost);
  }

  private int firm(long line, String key) {
    String column = header.getFirst();
    int id = firms.id(key);
    if (id < 0) {
      FirmReader.unknown("shock-firm", shown, line, column, key, firms, findings);
    } else if (seen.get(id)) {
      findings.add(
          Fault.error("firm-duplicate", shown).line(line).column(column).value(key).finding());
      return -1;
    } else {
      seen.set(id);
    }
    return id;
  }

  private void complete() {
    if (byRow.isEmpty()) {
      scenarios();
    }
    if (named) {
      for (int firm = seen.nextClearBit(0);
          firm < firms.count();
          firm = seen.nextClearBit(firm + 1)) {
        findings.add(Fault.error("shock-missing", shown).value(firms.key(firm)).finding());
      }
    } else if (byRow.size() != firms.count()) {
      findings.add(Fault.error("shock-rows", shown).args(byRow.size(), firms.count()).finding());
    }
  }

  /** Lost shares by scenario, then firm; to be asked for where there are no faults. */
  double[][] byScenario() {
    double[][] lost = new double[names.size()][byRow.size()];
    for (int row = 0; row < byRow.size(); row++) {
      int firm = named ? firmOf.get(row) : row;
      for (int scenario = 0; scenario < lost.length; scenario++) {
        lost[scenario][firm] = byRow.get(row)[scenario];
      }
    }
    return lost;
  }
}
