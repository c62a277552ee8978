package tenon.study.infer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tenon.assess.inference.Delivery;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Resource;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;

/**
 * Deliveries as CSV: {@code supplier,customer,product}, sites or firms by id, a product by id or
 * six-digit code; one row for each delivery, or with a column {@code times}.
 */
final class DeliveryTable {
  private final Chain chain;
  private final Findings findings;
  private final List<Delivery> deliveries = new ArrayList<>();
  private int strangers;

  private DeliveryTable(Chain chain, Findings findings) {
    this.chain = chain;
    this.findings = findings;
  }

  static Loaded<List<Delivery>> read(Path file, Chain chain) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var warnings) -> {
        Findings findings = new Findings();
        DeliveryTable reader = new DeliveryTable(chain, findings);
        reader.readAll(table);
        yield findings.hasErrors()
            ? new Loaded.Rejected<>(findings.list())
            : new Loaded.Ready<>(List.copyOf(reader.deliveries), findings.list());
      }
    };
  }

  private void readAll(FlatTable table) {
    for (String column : List.of("supplier", "customer")) {
      if (!table.has(column)) {
        findings.add(table.unknown(column));
      }
    }
    boolean counted = table.has("times");
    if (counted) {
      table.noNumbers("times").forEach(findings::add);
    }
    if (findings.hasErrors()) {
      return;
    }
    List<String> suppliers = table.texts("supplier");
    List<String> customers = table.texts("customer");
    List<String> products =
        table.has("product") ? table.texts("product") : Collections.nCopies(table.rows(), "");
    double[] times = counted ? table.numbers("times") : new double[0];
    for (int row = 0; row < table.rows(); row++) {
      double many = counted ? times[row] : 1;
      if (many > 0) {
        add(suppliers.get(row), customers.get(row), products.get(row), many);
      }
    }
    if (strangers > 0) {
      findings.add(
          Refusal.warning("infer-strangers", table.file(), null, Integer.toString(strangers)));
    }
  }

  /** A record of firms is divided evenly among the sites that it can be about. */
  private void add(String supplier, String customer, String product, double times) {
    int[] from = sites(supplier);
    int[] to = sites(customer);
    int[] goods = product.isEmpty() ? new int[] {-1} : products(product);
    double parts = (double) from.length * to.length * goods.length;
    if (parts == 0) {
      strangers++;
    }
    for (int one : from) {
      for (int other : to) {
        for (int what : goods) {
          deliveries.add(new Delivery(one, other, what, times / parts));
        }
      }
    }
  }

  private int[] sites(String key) {
    int site = chain.sites().keys().id(key);
    if (site >= 0) {
      return new int[] {site};
    }
    int firm = chain.firms().keys().id(key);
    return firm < 0
        ? new int[0]
        : IntStream.range(0, chain.sites().count())
            .filter(row -> chain.sites().firm(row) == firm)
            .toArray();
  }

  private int[] products(String key) {
    int product = chain.products().keys().id(key);
    if (product >= 0) {
      return new int[] {product};
    }
    String code = key.toLowerCase(Locale.ROOT);
    Columns table = chain.table(Resource.PRODUCTS);
    return IntStream.range(0, table.rows())
        .filter(row -> code.equals(table.text("hs6", row)))
        .toArray();
  }
}
