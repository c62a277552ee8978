package tenon.packages.inputoutput;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
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

  private static final MathContext DIGITS = new MathContext(12);

  /** Gaps above this share of an output are no rounding of a published table. */
  private static final double TORN = 0.01;

  private final IndustryTable table;
  private final String file;
  private final boolean official;
  private final boolean unbalanced;
  private final Findings findings;

  private TableCheck(
      IndustryTable table, String file, boolean official, boolean unbalanced, Findings findings) {
    this.table = table;
    this.file = file;
    this.official = official;
    this.unbalanced = unbalanced;
    this.findings = findings;
  }

  /**
   * Tells every fault of a table of one's own by its place; of a published table, whose gaps and
   * negative flows are its authors', how many there are and the greatest.
   */
  static void run(
      IndustryTable table, String file, boolean official, boolean unbalanced, Findings findings) {
    TableCheck check = new TableCheck(table, file, official, unbalanced, findings);
    check.balance();
    check.output();
    check.flows();
  }

  private void add(Severity severity, String code, String column, String value, String... more) {
    findings.add(Grid.finding(severity, code, file, 0, column, value, more));
  }

  private String label(int i) {
    return table.industries().get(i).label();
  }

  private void balance() {
    double greatest = 0;
    for (int i = 0; i < table.count(); i++) {
      greatest = Math.max(greatest, Math.abs(table.output(i)));
    }
    int apart = 0;
    int worst = -1;
    double most = 0;
    for (int i = 0; i < table.count(); i++) {
      double output = table.output(i);
      double gap = Math.abs(output - table.delivered(i));
      double share = gap / Math.abs(output);
      if (output != 0 && share > ROUNDED && gap > 1e-12 * greatest) {
        apart++;
        if (worst < 0 || share > most) {
          worst = i;
          most = share;
        }
        if (!official) {
          boolean torn = share > TORN && !unbalanced;
          gap(torn ? Severity.ERROR : Severity.WARNING, "io-unbalanced", i, share);
        }
      }
    }
    if (official && apart > 0) {
      gap(Severity.WARNING, "io-gaps", worst, most, Integer.toString(apart));
    }
  }

  private void gap(Severity severity, String code, int i, double share, String... more) {
    String[] arguments = new String[2 + more.length];
    arguments[0] = plain(table.delivered(i));
    arguments[1] = String.format(Locale.ROOT, "%.3g", 100 * share);
    System.arraycopy(more, 0, arguments, 2, more.length);
    add(severity, code, label(i), plain(table.output(i)), arguments);
  }

  private void output() {
    List<Integer> idle = new ArrayList<>();
    for (int i = 0; i < table.count(); i++) {
      double output = table.output(i);
      if (output == 0 && table.delivered(i) == 0 && table.inputs(i) == 0) {
        idle.add(i);
      } else if (output == 0) {
        noOutput(i);
      } else if (output < 0) {
        add(Severity.ERROR, "io-negative-output", label(i), plain(output));
      }
    }
    if (official && idle.size() > 1) {
      String count = Integer.toString(idle.size());
      add(Severity.WARNING, "io-idle", label(idle.getFirst()), "0", count);
    } else {
      idle.forEach(i -> add(Severity.WARNING, "io-no-output", label(i), "0"));
    }
  }

  /** Without output there is no share to tell a gap by: what the sector sells and buys is told. */
  private void noOutput(int i) {
    double buys = table.inputs(i);
    boolean accepted = official || (unbalanced && buys == 0);
    add(
        accepted ? Severity.WARNING : Severity.ERROR,
        "io-output-missing",
        label(i),
        "0",
        plain(table.delivered(i)),
        plain(buys));
  }

  private void flows() {
    int below = 0;
    int seller = -1;
    int buyer = -1;
    double least = 0;
    for (int i = 0; i < table.count(); i++) {
      for (int j = 0; j < table.count(); j++) {
        double flow = table.intermediate(i, j);
        if (flow < 0 && !official) {
          add(Severity.ERROR, "io-negative", label(j), plain(flow), label(i));
        } else if (flow < 0) {
          below++;
          if (flow < least) {
            least = flow;
            seller = i;
            buyer = j;
          }
        }
      }
    }
    if (below > 0) {
      String count = Integer.toString(below);
      add(Severity.WARNING, "io-below", label(buyer), plain(least), label(seller), count);
    }
  }

  /** Twelve digits: beyond lies the noise of adding up. */
  private static String plain(double number) {
    return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
