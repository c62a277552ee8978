package tenon.study.standby;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.respond.cases.Case;
import tenon.respond.standby.Alternative;
import tenon.respond.standby.Maker;
import tenon.respond.standby.StandbyEntry;
import tenon.study.text.Refusal;

/**
 * What was sourced before: a table of {@code product_id, site_id, quantity_per_day}, and {@code
 * date} if wished. Sites that delivered a product and are not known to make it any more become
 * alternatives on standby, with the most they ever delivered as their capacity.
 *
 * <p>So does who stood in in a case of a library.
 *
 * @param best greatest delivery by product and site
 */
record History(Map<Integer, Map<Integer, Delivered>> best) {
  private static final String EVIDENCE = "sourcing history";

  /**
   * What was delivered once.
   *
   * @param perDay units a day
   * @param evidence where it is told
   */
  record Delivered(double perDay, String evidence) {
    Delivered more(Delivered other) {
      return other.perDay > perDay ? other : this;
    }
  }

  /** The same with what cases tell of this chain; a warning for each that names others. */
  History with(List<Case> cases, Chain chain, List<Finding> findings) {
    Map<Integer, Map<Integer, Delivered>> more = new TreeMap<>();
    best.forEach((product, sites) -> more.put(product, new TreeMap<>(sites)));
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
            more.computeIfAbsent(product, _ -> new TreeMap<>())
                .merge(site, new Delivered(supply.perDay(), "case " + one.id()), Delivered::more);
          }
        }
      }
    }
    return new History(more);
  }

  static Loaded<History> read(@Nullable Path file, Chain chain) {
    if (file == null) {
      return new Loaded.Ready<>(new History(Map.of()), List.of());
    }
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> read(table, chain);
    };
  }

  private static Loaded<History> read(FlatTable table, Chain chain) {
    List<Finding> faults = new ArrayList<>();
    for (String name : List.of("product_id", "site_id", "quantity_per_day")) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    if (faults.isEmpty() && !table.isNumeric("quantity_per_day")) {
      faults.addAll(table.noNumbers("quantity_per_day"));
    }
    Map<Integer, Map<Integer, Delivered>> best = new TreeMap<>();
    boolean readable = faults.isEmpty();
    for (int row = 0; row < table.rows() && readable; row++) {
      int product = chain.products().keys().id(table.texts("product_id").get(row));
      int site = chain.sites().keys().id(table.texts("site_id").get(row));
      String place = table.file() + ":" + table.line(row);
      double quantity = table.numbers("quantity_per_day")[row];
      int before = faults.size();
      if (product < 0) {
        faults.add(Refusal.of("history-unknown", place, table.texts("product_id").get(row)));
      }
      if (site < 0) {
        faults.add(Refusal.of("history-unknown", place, table.texts("site_id").get(row)));
      }
      if (!(quantity >= 0)) {
        String text = table.texts("quantity_per_day").get(row);
        faults.add(Refusal.of("history-quantity", place, text));
      }
      if (faults.size() == before) {
        best.computeIfAbsent(product, _ -> new TreeMap<>())
            .merge(site, new Delivered(quantity, EVIDENCE), Delivered::more);
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(new History(best), List.of())
        : new Loaded.Rejected<>(faults);
  }

  /** The entries with those who delivered before among the alternatives. */
  List<StandbyEntry> added(Chain chain, List<StandbyEntry> entries) {
    List<StandbyEntry> all = new ArrayList<>();
    for (StandbyEntry entry : entries) {
      Map<Integer, Delivered> past =
          new HashMap<>(best.getOrDefault(entry.maker().product(), Map.of()));
      past.remove(entry.maker().site());
      entry.alternatives().forEach(one -> past.remove(one.maker().site()));
      List<Alternative> more = new ArrayList<>(entry.alternatives());
      new TreeMap<>(past).forEach((site, most) -> more.add(past(chain, entry, site, most)));
      all.add(new StandbyEntry(entry.maker(), entry.lostPerDay(), more));
    }
    return all;
  }

  private static Alternative past(Chain chain, StandbyEntry entry, int site, Delivered delivered) {
    double most = delivered.perDay();
    Maker maker =
        new Maker(
            site,
            entry.maker().product(),
            true,
            most,
            0,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            List.of(delivered.evidence()),
            List.of(),
            List.of());
    List<String> shared = new ArrayList<>();
    if (chain.sites().firm(site) == chain.sites().firm(entry.maker().site())) {
      shared.add("firm");
    }
    if (chain.sites().region(site) == chain.sites().region(entry.maker().site())) {
      shared.add("region");
    }
    double coverage = entry.lostPerDay() == 0 ? 1 : Math.min(1, most / entry.lostPerDay());
    double score = (coverage + 0.5 + 1 + 1 + 1.0 / (1 + shared.size())) / 5;
    return new Alternative(maker, false, coverage, Double.NaN, shared, score);
  }
}
