package tenon.study.cascade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.packages.FirmReader;
import tenon.packages.FirmTables;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;
import tenon.twin.firm.FirmNetwork;
import tenon.twin.firm.FirmSizes;
import tenon.twin.firm.PartnerCounts;

/**
 * Reads what is known of firms whose links are not: their table with the columns {@code output} and
 * {@code input} (and, where asked, {@code customers} and {@code suppliers}), and what sectors sell
 * to each other; or links that are to be hidden, and what they show from outside.
 */
final class SizeReader {

  /**
   * What is known.
   *
   * @param sectors names of the sectors
   * @param partners how many customers and suppliers firms have, or null where that is not asked
   * @param truth the network whose links are hidden, or null
   */
  record Known(
      FirmSizes sizes,
      Keys firms,
      Keys sectors,
      @Nullable PartnerCounts partners,
      @Nullable FirmNetwork truth) {}

  private final List<Finding> faults = new ArrayList<>();

  private final boolean withPartners;

  private SizeReader(boolean withPartners) {
    this.withPartners = withPartners;
  }

  /**
   * Reads the files.
   *
   * @param table flows between sectors, or null for flows in proportion to sizes
   * @param hidden links to be hidden, or null
   * @param withPartners whether numbers of partners are taken too
   */
  static Loaded<Known> read(
      Path firms,
      Path essential,
      @Nullable Path table,
      @Nullable Path hidden,
      boolean withPartners) {
    return switch (FirmReader.read(firms, hidden, essential, null)) {
      case Loaded.Rejected<FirmTables>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FirmTables>(var tables, var warnings) -> {
        SizeReader reader = new SizeReader(withPartners);
        Known known =
            hidden == null ? reader.sizes(firms, table, tables) : reader.hidden(table, tables);
        yield known == null
            ? new Loaded.Rejected<>(reader.faults)
            : new Loaded.Ready<>(known, warnings);
      }
    };
  }

  private @Nullable Known hidden(@Nullable Path table, FirmTables tables) {
    FirmNetwork truth = FirmSource.network(tables);
    PartnerCounts partners = withPartners ? PartnerCounts.of(truth) : null;
    if (table == null) {
      FirmSizes sizes = FirmSizes.of(truth, tables.firms());
      return new Known(sizes, tables.firms(), tables.sectors(), partners, truth);
    }
    double[] output = new double[truth.firms()];
    double[] input = new double[truth.firms()];
    for (int firm = 0; firm < output.length; firm++) {
      output[firm] = truth.output(firm);
      input[firm] = truth.input(firm);
    }
    return known(tables, output, input, table, partners, truth);
  }

  private @Nullable Known sizes(Path firms, @Nullable Path table, FirmTables tables) {
    return switch (FlatTable.read(firms)) {
      case Loaded.Rejected<FlatTable>(var errors) -> {
        faults.addAll(errors);
        yield null;
      }
      case Loaded.Ready<FlatTable>(var rows, var warnings) ->
          known(
              tables,
              amounts(rows, "output"),
              amounts(rows, "input"),
              table,
              withPartners ? partners(rows) : null,
              null);
    };
  }

  private @Nullable Known known(
      FirmTables tables,
      double[] output,
      double[] input,
      @Nullable Path table,
      @Nullable PartnerCounts partners,
      @Nullable FirmNetwork truth) {
    int sectors = tables.sectors().count();
    double[] flows =
        table == null
            ? inProportion(tables.sector(), sectors, output, input)
            : flows(table, tables.sectors());
    return faults.isEmpty()
        ? new Known(
            FirmSizes.of(
                tables.firms(), tables.sector(), sectors, tables.essential(), output, input, flows),
            tables.firms(),
            tables.sectors(),
            partners,
            truth)
        : null;
  }

  private double[] amounts(FlatTable rows, String name) {
    double[] amounts = new double[rows.rows()];
    if (!rows.has(name)) {
      faults.add(rows.unknown(name));
    } else if (!rows.isNumeric(name)) {
      faults.addAll(rows.noNumbers(name));
    } else {
      amounts = rows.numbers(name);
      for (int row = 0; row < amounts.length; row++) {
        if (!(amounts[row] >= 0 && amounts[row] < Double.POSITIVE_INFINITY)) {
          String line = Long.toString(rows.line(row));
          faults.add(Refusal.of("firm-size", rows.file(), rows.texts(name).get(row), name, line));
        }
      }
    }
    return amounts;
  }

  /** Numbers of partners; blank where unknown, and either column may be missing. */
  private @Nullable PartnerCounts partners(FlatTable rows) {
    if (!rows.has("customers") && !rows.has("suppliers")) {
      faults.add(rows.unknown("customers"));
      return null;
    }
    int before = faults.size();
    double[] customers = counts(rows, "customers");
    double[] suppliers = counts(rows, "suppliers");
    return faults.size() == before ? new PartnerCounts(customers, suppliers) : null;
  }

  private double[] counts(FlatTable rows, String name) {
    double[] counts = new double[rows.rows()];
    Arrays.fill(counts, Double.NaN);
    if (rows.has(name) && !rows.isNumeric(name)) {
      faults.addAll(rows.noNumbers(name));
    } else if (rows.has(name)) {
      counts = rows.numbers(name);
      for (int row = 0; row < counts.length; row++) {
        if (counts[row] < 0 || counts[row] == Double.POSITIVE_INFINITY) {
          String line = Long.toString(rows.line(row));
          String cell = rows.texts(name).get(row);
          faults.add(Refusal.of("partner-count", rows.file(), cell, name, line));
        }
      }
    }
    return counts;
  }

  /** What k sells to l where only sizes are known: output of k x input of l over all input. */
  private double[] inProportion(int[] sector, int sectors, double[] output, double[] input) {
    double[] flows = new double[sectors * sectors];
    if (!faults.isEmpty()) {
      return flows;
    }
    double[] sold = new double[sectors];
    double[] bought = new double[sectors];
    double all = 0;
    for (int firm = 0; firm < sector.length; firm++) {
      sold[sector[firm]] += output[firm];
      bought[sector[firm]] += input[firm];
      all += input[firm];
    }
    for (int k = 0; k < sectors; k++) {
      for (int l = 0; all > 0 && l < sectors; l++) {
        flows[k * sectors + l] = sold[k] * bought[l] / all;
      }
    }
    return flows;
  }

  private double[] flows(Path table, Keys sectors) {
    double[] flows = new double[sectors.count() * sectors.count()];
    switch (FlatTable.read(table)) {
      case Loaded.Rejected<FlatTable>(var errors) -> faults.addAll(errors);
      case Loaded.Ready<FlatTable>(var rows, var warnings) -> {
        List<String> sellers = rows.texts(rows.names().getFirst());
        for (int k = 0; k < sectors.count(); k++) {
          int row = sellers.indexOf(sectors.key(k));
          if (row < 0 || !rows.has(sectors.key(k))) {
            faults.add(Refusal.of("sector-missing", rows.file(), null, sectors.key(k)));
          } else {
            row(rows, row, k, sectors, flows);
          }
        }
      }
    }
    return flows;
  }

  private void row(FlatTable rows, int row, int seller, Keys sectors, double[] flows) {
    for (int l = 0; l < sectors.count(); l++) {
      String buyer = sectors.key(l);
      if (rows.has(buyer)) {
        double money = rows.isNumeric(buyer) ? rows.numbers(buyer)[row] : Double.NaN;
        flows[seller * sectors.count() + l] = money;
        if (!(money >= 0 && money < Double.POSITIVE_INFINITY)) {
          String cell = rows.texts(buyer).get(row);
          faults.add(Refusal.of("sector-flow", rows.file(), cell, sectors.key(seller), buyer));
        }
      }
    }
  }
}
