package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.model.Severity;

/**
 * Reads a network of firms from three tables, and scenarios from a fourth:
 *
 * <pre>
 * firms      firm,sector
 * edges      supplier,customer,amount
 * essential  any name, then one column for each customer sector; rows begin with the supplier sector
 * shocks     one column for each scenario, one row for each firm in the order of the firms; or
 *            first a column of firms, and rows in any order
 * </pre>
 *
 * Amounts are money, at least 0; classes are 2, 1 or 0; shocks are shares of capacity lost, 0 to 1.
 * Several rows for the same two firms are added up later. Every fault is told at once.
 */
public final class FirmReader {
  private final Findings findings = new Findings();
  private Keys firms = Keys.of(List.of());
  private Keys sectors = Keys.of(List.of());
  private int[] sector = new int[0];
  private byte[] essential = new byte[0];

  private FirmReader() {}

  /**
   * Reads the tables.
   *
   * @param edges file of links, or null where they are unknown: then there are none
   * @param shocks file of scenarios, or null
   */
  public static Loaded<FirmTables> read(
      Path firms, @Nullable Path edges, Path essential, @Nullable Path shocks) {
    FirmReader reader = new FirmReader();
    reader.essential(essential);
    reader.firms(firms);
    Edges links =
        new Edges(reader.findings, edges == null ? "" : PlainTable.shown(edges), reader.firms);
    if (edges != null) {
      PlainTable.read(edges, "supplier,customer,amount", reader.findings, links);
    }
    ShockRows lost = shocks == null ? null : ShockRows.read(shocks, reader.firms, reader.findings);
    if (reader.findings.hasErrors()) {
      return new Loaded.Rejected<>(reader.findings.list());
    }
    FirmTables tables =
        new FirmTables(
            reader.firms,
            reader.sector,
            reader.sectors,
            reader.essential,
            Arrays.copyOf(links.supplier, links.count),
            Arrays.copyOf(links.customer, links.count),
            Arrays.copyOf(links.amount, links.count),
            lost == null ? List.of() : lost.names,
            lost == null ? new double[0][] : lost.byScenario());
    return new Loaded.Ready<>(tables, reader.findings.list());
  }

  /** A number, or NaN. */
  static double number(String cell) {
    char[] characters = cell.strip().toCharArray();
    return Decimal.parse(characters, 0, characters.length);
  }

  private void firms(Path file) {
    String shown = PlainTable.shown(file);
    Keys.Builder keys = new Keys.Builder();
    List<Integer> sectorOf = new ArrayList<>();
    PlainTable.read(
        file,
        "firm,sector",
        findings,
        new PlainTable.Rows() {
          private int firmAt;
          private int sectorAt;

          @Override
          public boolean header(List<String> names) {
            firmAt = PlainTable.column(names, "firm", shown, findings);
            sectorAt = PlainTable.column(names, "sector", shown, findings);
            return firmAt >= 0 && sectorAt >= 0;
          }

          @Override
          public void row(long line, List<String> cells) {
            String firm = cells.get(firmAt);
            int before = keys.count();
            if (firm.isBlank()) {
              findings.add(Fault.error("firm-blank", shown).line(line).column("firm").finding());
            } else if (keys.add(firm) < before) {
              findings.add(
                  Fault.error("firm-duplicate", shown)
                      .line(line)
                      .column("firm")
                      .value(firm)
                      .finding());
            } else {
              sectorOf.add(sectorOf(line, cells.get(sectorAt), shown));
            }
          }
        });
    firms = keys.build();
    sector = sectorOf.stream().mapToInt(Integer::intValue).toArray();
  }

  private int sectorOf(long line, String key, String shown) {
    int id = sectors.id(key);
    if (id < 0) {
      unknown("firm-sector", shown, line, "sector", key, sectors, findings);
    }
    return id;
  }

  private void essential(Path file) {
    String shown = PlainTable.shown(file);
    EssentialRows rows = new EssentialRows(findings, shown);
    PlainTable.read(file, "supplier_sector,1,2", findings, rows);
    sectors = Keys.of(rows.names);
    essential = rows.classes(sectors);
  }

  /** An unknown key, with the nearest known one where there is one. */
  static void unknown(
      String code,
      String shown,
      long line,
      String column,
      String value,
      Keys known,
      Findings findings) {
    if (known.count() == 0 && findings.hasErrors()) {
      // The table of them was not read, which has been told.
      return;
    }
    Fault fault = Fault.error(code, shown).line(line).column(column).value(value);
    if (!findings.keeps(Severity.ERROR, code, shown, column)) {
      findings.add(fault.args("").finding());
      return;
    }
    String nearest = Nearest.of(value, known.stream().toList());
    findings.add(
        (nearest == null ? fault.args("") : fault.args(nearest).mend("nearest")).finding());
  }

  /** The links. */
  private static final class Edges implements PlainTable.Rows {
    private static final int FIRST_CAPACITY = 1024;

    private final Findings findings;
    private final String shown;
    private final Keys firms;
    private int supplierAt;
    private int customerAt;
    private int amountAt;
    private int[] supplier = new int[FIRST_CAPACITY];
    private int[] customer = new int[FIRST_CAPACITY];
    private double[] amount = new double[FIRST_CAPACITY];
    private int count;

    Edges(Findings findings, String shown, Keys firms) {
      this.findings = findings;
      this.shown = shown;
      this.firms = firms;
    }

    @Override
    public boolean header(List<String> names) {
      supplierAt = PlainTable.column(names, "supplier", shown, findings);
      customerAt = PlainTable.column(names, "customer", shown, findings);
      amountAt = PlainTable.column(names, "amount", shown, findings);
      return supplierAt >= 0 && customerAt >= 0 && amountAt >= 0;
    }

    @Override
    public void row(long line, List<String> cells) {
      if (count == supplier.length) {
        supplier = Arrays.copyOf(supplier, 2 * count);
        customer = Arrays.copyOf(customer, 2 * count);
        amount = Arrays.copyOf(amount, 2 * count);
      }
      supplier[count] = firm(line, "supplier", cells.get(supplierAt));
      customer[count] = firm(line, "customer", cells.get(customerAt));
      double money = number(cells.get(amountAt));
      if (!(money >= 0 && money < Double.POSITIVE_INFINITY)) {
        findings.add(
            Fault.error("firm-amount", shown)
                .line(line)
                .column("amount")
                .value(cells.get(amountAt))
                .finding());
      }
      amount[count++] = money;
    }

    private int firm(long line, String column, String key) {
      int id = firms.id(key);
      if (id < 0) {
        unknown("firm-unknown", shown, line, column, key, firms, findings);
      }
      return id;
    }
  }
}
