package tenon.study.standby;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.respond.cases.Case;
import tenon.respond.standby.Witness;
import tenon.study.text.Refusal;

/**
 * Who delivered before: a table of {@code product_id, site_id, quantity_per_day}, and {@code date}
 * if wished; or who stood in in the cases of a library. The most that was ever delivered counts.
 */
final class History {
  private final Chain chain;
  private final Map<Integer, Map<Integer, Witness>> best = new TreeMap<>();

  private History(Chain chain) {
    this.chain = chain;
  }

  /** Who stood in in cases; a warning for each that names what the chain has not. */
  static List<Witness> of(List<Case> cases, Chain chain, List<Finding> findings) {
    History history = new History(chain);
    for (Case one : cases) {
      for (Case.Outcome outcome : one.outcomes()) {
        Case.Supply supply = outcome.supply();
        if (supply != null) {
          int product = chain.products().keys().id(supply.product());
          int site = chain.sites().keys().id(supply.site());
          if (product < 0 || site < 0) {
            String unknown = product < 0 ? supply.product() : supply.site();
            findings.add(Refusal.warning("case-elsewhere", one.id(), unknown));
          } else {
            history.add(product, site, supply.perDay(), "case " + one.id());
          }
        }
      }
    }
    return history.list();
  }

  static Loaded<List<Witness>> read(@Nullable Path file, Chain chain) {
    if (file == null) {
      return new Loaded.Ready<>(List.of(), List.of());
    }
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> new History(chain).read(table);
    };
  }

  private Loaded<List<Witness>> read(FlatTable table) {
    List<Finding> faults = new ArrayList<>();
    for (String name : List.of("product_id", "site_id", "quantity_per_day")) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    boolean readable = faults.isEmpty();
    if (readable) {
      faults.addAll(table.noNumbers("quantity_per_day"));
    }
    for (int row = 0; row < table.rows() && readable; row++) {
      row(table, row, faults);
    }
    return faults.isEmpty() ? new Loaded.Ready<>(list(), List.of()) : new Loaded.Rejected<>(faults);
  }

  private void row(FlatTable table, int row, List<Finding> faults) {
    String place = table.file() + ":" + table.line(row);
    String productId = table.texts("product_id").get(row);
    String siteId = table.texts("site_id").get(row);
    int product = chain.products().keys().id(productId);
    int site = chain.sites().keys().id(siteId);
    if (product < 0) {
      faults.add(Refusal.of("history-unknown", place, productId, "product_id", "products.csv"));
    }
    if (site < 0) {
      faults.add(Refusal.of("history-unknown", place, siteId, "site_id", "sites.csv"));
    }
    if (table.isNumeric("quantity_per_day")) {
      double quantity = table.numbers("quantity_per_day")[row];
      if (!(quantity >= 0 && Double.isFinite(quantity))) {
        String text = table.texts("quantity_per_day").get(row);
        faults.add(Refusal.of("history-quantity", place, text));
      } else if (product >= 0 && site >= 0) {
        String when = table.has("date") ? table.texts("date").get(row) : "";
        add(product, site, quantity, ("sourcing history " + when).strip());
      }
    }
  }

  private void add(int product, int site, double perDay, String evidence) {
    Witness witness = new Witness(site, product, perDay, Double.NaN, Double.NaN, evidence, "");
    best.computeIfAbsent(product, _ -> new TreeMap<>())
        .merge(site, witness, (one, other) -> other.perDay() > one.perDay() ? other : one);
  }

  private List<Witness> list() {
    return best.values().stream().flatMap(sites -> sites.values().stream()).toList();
  }
}
