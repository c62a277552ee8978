package tenon.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;
import tenon.model.Severity;

/**
 * Checks that the shares of the active links into a site for a product sum to 1. Where some links are
 * dated, not all may be in force at once, so that another sum is only a warning.
 */
final class ShareCheck {
  private static final Resource LINKS = Resource.SOURCING;
  private static final int SHARE = LINKS.position("share");
  private static final int STATUS = LINKS.position("status");
  private static final int ACTIVE = LINKS.fields().get(STATUS).categories().indexOf("active");
  private static final int VALID_FROM = LINKS.position("valid_from");
  private static final int VALID_TO = LINKS.position("valid_to");

  /** Shares written with six decimals may miss 1 by this much; the rest is for rounding here. */
  private static final double TOLERANCE = 1e-6 + 1e-9;

  /** More links are not listed in a mend. */
  private static final int LISTED = 6;

  private final Table table;
  private final Columns columns;
  private final SitePairs pairs;
  private final Findings findings;
  private final int[] first;
  private final int[] links;
  private final int[] known;
  private final double[] sum;
  private final boolean[] dated;

  private ShareCheck(Table table, SitePairs pairs, Findings findings) {
    this.table = table;
    this.pairs = pairs;
    this.findings = findings;
    columns = table.columns();
    first = new int[pairs.count()];
    links = new int[pairs.count()];
    known = new int[pairs.count()];
    sum = new double[pairs.count()];
    dated = new boolean[pairs.count()];
    Arrays.fill(first, -1);
  }

  static void run(Tables tables, SitePairs pairs, Findings findings) {
    Table table = tables.get(LINKS);
    if (table.whole() && table.columns().knows("share")) {
      ShareCheck check = new ShareCheck(table, pairs, findings);
      check.add();
      check.compare();
    }
  }

  private boolean counts(int row) {
    int status = columns.code(STATUS, row);
    return pairs.ofLink(row) >= 0 && (status == ACTIVE || status == Columns.UNKNOWN);
  }

  private void add() {
    for (int row = 0; row < columns.rows(); row++) {
      if (!counts(row)) {
        continue;
      }
      int pair = pairs.ofLink(row);
      double share = columns.number(SHARE, row);
      if (first[pair] < 0) {
        first[pair] = row;
      }
      links[pair]++;
      if (!Double.isNaN(share)) {
        known[pair]++;
        sum[pair] += share;
      }
      dated[pair] |=
          columns.code(VALID_FROM, row) != Columns.UNKNOWN_DATE
              || columns.code(VALID_TO, row) != Columns.UNKNOWN_DATE;
    }
  }

  private void compare() {
    for (int row = 0; row < columns.rows(); row++) {
      int pair = pairs.ofLink(row);
      if (pair < 0 || first[pair] != row || known[pair] == 0) {
        continue;
      }
      if (known[pair] < links[pair]) {
        findings.add(
            place(Fault.warning("share-blank", table.file()), row)
                .args(site(row), product(row), links[pair] - known[pair], links[pair])
                .finding());
      } else if (Math.abs(sum[pair] - 1) > TOLERANCE) {
        wrongSum(row, pair);
      }
    }
  }

  private void wrongSum(int row, int pair) {
    Severity severity = dated[pair] ? Severity.WARNING : Severity.ERROR;
    Fault fault =
        dated[pair]
            ? Fault.warning("share-sum", table.file())
            : Fault.error("share-sum", table.file());
    place(fault, row);
    if (findings.keeps(severity, "share-sum", table.file(), "share")) {
      String total = String.format(Locale.ROOT, "%.6g", sum[pair]);
      fault.args(site(row), product(row), links[pair], total, scaled(pair));
      if (sum[pair] == 0 || links[pair] > LISTED) {
        fault.mend("plain");
      }
    }
    findings.add(fault.finding());
  }

  /** The shares of the pair, scaled to sum to 1. */
  private String scaled(int pair) {
    if (links[pair] > LISTED) {
      return "";
    }
    List<String> shares = new ArrayList<>();
    for (int row = first[pair]; row < columns.rows(); row++) {
      if (pairs.ofLink(row) == pair && counts(row)) {
        String share = CsvCell.number(columns.number(SHARE, row) / sum[pair]);
        shares.add(columns.text("link_id", row) + " " + share);
      }
    }
    return String.join(", ", shares);
  }

  private Fault place(Fault fault, int row) {
    return fault.line(table.line(row)).column("share");
  }

  private String site(int row) {
    return String.valueOf(columns.text("customer_site_id", row));
  }

  private String product(int row) {
    return String.valueOf(columns.text("product_id", row));
  }
}
