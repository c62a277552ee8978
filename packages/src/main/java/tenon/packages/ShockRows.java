package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Findings;

/** Shares of capacity lost, scenarios by column, firms by row. */
final class ShockRows implements PlainTable.Rows {
  private final Findings findings;
  private final String shown;
  final List<String> names = new ArrayList<>();
  private final List<double[]> byFirm = new ArrayList<>();

  ShockRows(Findings findings, String shown) {
    this.findings = findings;
    this.shown = shown;
  }

  @Override
  public boolean header(List<String> header) {
    for (String name : header) {
      if (names.contains(name)) {
        findings.add(Fault.error("scenario-duplicate", shown).line(1).value(name).finding());
      }
      names.add(name);
    }
    return true;
  }

  @Override
  public void row(long line, List<String> cells) {
    double[] lost = new double[cells.size()];
    for (int at = 0; at < lost.length; at++) {
      lost[at] = FirmReader.number(cells.get(at));
      if (!(lost[at] >= 0 && lost[at] <= 1)) {
        findings.add(
            Fault.error("shock-share", shown)
                .line(line)
                .column(names.get(at))
                .value(cells.get(at))
                .finding());
      }
    }
    byFirm.add(lost);
  }

  void complete(int firms) {
    if (byFirm.size() != firms) {
      findings.add(Fault.error("shock-rows", shown).args(byFirm.size(), firms).finding());
    }
  }

  double[][] byScenario() {
    double[][] lost = new double[names.size()][byFirm.size()];
    for (int firm = 0; firm < byFirm.size(); firm++) {
      for (int scenario = 0; scenario < lost.length; scenario++) {
        lost[scenario][firm] = byFirm.get(firm)[scenario];
      }
    }
    return lost;
  }
}
