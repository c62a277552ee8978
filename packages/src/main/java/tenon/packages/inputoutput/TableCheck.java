package tenon.packages.inputoutput;

import java.util.Locale;
import tenon.model.Findings;
import tenon.model.IndustryTable;
import tenon.model.Severity;

/**
 * Tells what no single cell shows: whether a table balances, who has no output, what is below 0.
 */
final class TableCheck {

  /** Gaps below this share of an output come from rounding. */
  private static final double ROUNDED = 1e-6;

  /** Gaps above this share of an output are no rounding of a published table. */
  private static final double TORN = 0.01;

  private TableCheck() {}

  static void run(
      IndustryTable table, String file, boolean official, boolean unbalanced, Findings findings) {
    double greatest = 0;
    for (int i = 0; i < table.count(); i++) {
      greatest = Math.max(greatest, Math.abs(table.output(i)));
    }
    for (int i = 0; i < table.count(); i++) {
      String name = table.industries().get(i).label();
      double output = table.output(i);
      double gap = Math.abs(output - table.delivered(i));
      double share = gap / Math.max(Math.abs(output), 1e-9 * greatest);
      if (share > ROUNDED && gap > 1e-12 * greatest) {
        boolean torn = share > TORN && !unbalanced && !official;
        findings.add(
            Grid.finding(
                torn ? Severity.ERROR : Severity.WARNING,
                "io-unbalanced",
                file,
                0,
                name,
                plain(output),
                plain(table.delivered(i)),
                String.format(Locale.ROOT, "%.3g", 100 * share)));
      }
      if (output == 0) {
        boolean buys = table.inputs(i) != 0;
        findings.add(
            Grid.finding(
                buys && !official ? Severity.ERROR : Severity.WARNING,
                buys ? "io-output-missing" : "io-no-output",
                file,
                0,
                name,
                "0"));
      } else if (output < 0) {
        findings.add(
            Grid.finding(Severity.ERROR, "io-negative-output", file, 0, name, plain(output)));
      }
      for (int j = 0; j < table.count(); j++) {
        double flow = table.intermediate(i, j);
        if (flow < 0) {
          findings.add(
              Grid.finding(
                  official ? Severity.WARNING : Severity.ERROR,
                  "io-negative",
                  file,
                  0,
                  table.industries().get(j).label(),
                  plain(flow),
                  name));
        }
      }
    }
  }

  private static String plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}
