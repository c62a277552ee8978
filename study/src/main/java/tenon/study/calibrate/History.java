package tenon.study.calibrate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Resource;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;

/**
 * What happened, by day. A file is told by its columns:
 *
 * <ul>
 *   <li>demand: {@code site_id, product_id, date, quantity};
 *   <li>deliveries: {@code link_id} or {@code supplier_site_id, customer_site_id, product_id}, with
 *       {@code received} and either {@code ordered} or {@code lead_time_days};
 *   <li>production: {@code recipe_id, date, started, good}.
 * </ul>
 *
 * Rows that name nothing of the package are left out, with a finding.
 */
final class History {
  private static final int MOST_FAULTS = 20;

  private static final long NO_DAY = Long.MIN_VALUE;

  /** Days between the first and the last date, at most: some 270 years. */
  private static final long LONGEST = 100_000;

  /** A site and a product of the chain. */
  record Need(String site, String product) implements Comparable<Need> {
    @Override
    public int compareTo(Need other) {
      return Comparator.comparing(Need::site).thenComparing(Need::product).compare(this, other);
    }
  }

  /** Something observed on a day. */
  record Seen(long day, double amount) {}

  /** What was started on a day and came out good. */
  record Made(long day, double started, double good) {}

  final TreeMap<Need, TreeMap<Long, Double>> demand = new TreeMap<>();

  /** Lead times of deliveries by row of sourcing, each at the day of its receipt. */
  final TreeMap<Integer, List<Seen>> leads = new TreeMap<>();

  final TreeMap<Integer, List<Made>> made = new TreeMap<>();

  private final Chain chain;
  private final Findings findings = new Findings();
  private final Map<String, Integer> linkOf = new HashMap<>();
  private int faults;
  private int strangers;

  private History(Chain chain) {
    this.chain = chain;
    for (int link = chain.links().count() - 1; link >= 0; link--) {
      linkOf.put(
          key(
              chain.sites().keys().key(chain.links().supplier(link)),
              chain.sites().keys().key(chain.links().customer(link)),
              chain.products().keys().key(chain.links().product(link))),
          link);
    }
  }

  private static String key(String... parts) {
    return String.join("\u001f", parts);
  }

  /** Reads the files; where there are none, the demand series of the package. */
  static Loaded<History> read(List<Path> files, Chain chain) {
    History history = new History(chain);
    files.forEach(history::read);
    if (files.isEmpty()) {
      history.readSeries(chain.table(Resource.DEMAND_SERIES));
    }
    history.close(files.isEmpty() ? "demand_series.csv" : String.valueOf(files.getFirst()));
    return history.findings.hasErrors()
        ? new Loaded.Rejected<>(history.findings.list())
        : new Loaded.Ready<>(history, history.findings.list());
  }

  private void close(String place) {
    if (strangers > 0) {
      findings.add(Refusal.warning("history-strangers", place, null, Integer.toString(strangers)));
    }
    if (!findings.hasErrors() && demand.isEmpty() && leads.isEmpty() && made.isEmpty()) {
      findings.add(Refusal.of("history-nothing", place, null));
    }
    long span = days().isEmpty() ? 0 : days().getLast() - days().getFirst();
    if (span > LONGEST) {
      findings.add(
          Refusal.of(
              "history-long",
              place,
              null,
              LocalDate.ofEpochDay(days().getFirst()).toString(),
              LocalDate.ofEpochDay(days().getLast()).toString()));
    }
    leads.values().forEach(seen -> seen.sort(Comparator.comparingLong(Seen::day)));
    made.values().forEach(seen -> seen.sort(Comparator.comparingLong(Made::day)));
  }

  /** Every day of which anything is known, ascending. */
  List<Long> days() {
    List<Long> days = new ArrayList<>();
    demand.values().forEach(series -> days.addAll(series.keySet()));
    leads.values().forEach(seen -> seen.forEach(one -> days.add(one.day())));
    made.values().forEach(seen -> seen.forEach(one -> days.add(one.day())));
    days.sort(Comparator.naturalOrder());
    return days;
  }

  private void readSeries(Columns series) {
    for (int row = 0; row < series.rows(); row++) {
      LocalDate date = LocalDate.parse(Objects.requireNonNull(series.text("date", row)));
      Need need =
          new Need(
              String.valueOf(series.text("site_id", row)),
              String.valueOf(series.text("product_id", row)));
      demand(need).merge(date.toEpochDay(), series.number("quantity", row), Double::sum);
    }
  }

  private Map<Long, Double> demand(Need need) {
    return demand.computeIfAbsent(need, _ -> new TreeMap<>());
  }

  private void read(Path file) {
    switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> errors.forEach(findings::add);
      case Loaded.Ready<FlatTable>(var table, var warnings) -> {
        warnings.forEach(findings::add);
        read(table);
      }
    }
  }

  private void read(FlatTable table) {
    if (table.has("quantity")) {
      readDemand(table);
    } else if (table.has("received")) {
      readDeliveries(table);
    } else if (table.has("started") || table.has("good")) {
      readProduction(table);
    } else {
      findings.add(Refusal.of("history-columns", table.file(), String.join(", ", table.names())));
    }
  }

  /** Whether the columns are there and hold what they should; what they lack is told. */
  private boolean holds(FlatTable table, List<String> texts, List<String> numbers) {
    int before = findings.list().size();
    for (String column : texts) {
      if (!table.has(column)) {
        findings.add(table.unknown(column));
      }
    }
    for (String column : numbers) {
      if (table.has(column)) {
        table.noNumbers(column).forEach(findings::add);
      } else {
        findings.add(table.unknown(column));
      }
    }
    return findings.list().size() == before;
  }

  private void readDemand(FlatTable table) {
    if (!holds(table, List.of("site_id", "product_id", "date"), List.of("quantity"))) {
      return;
    }
    List<String> sites = table.texts("site_id");
    List<String> products = table.texts("product_id");
    double[] quantities = table.numbers("quantity");
    for (int row = 0; row < table.rows(); row++) {
      Need need = new Need(sites.get(row), products.get(row));
      long day = day(table, "date", row);
      double quantity = amount(table, "quantity", row, quantities[row]);
      boolean known =
          chain.sites().keys().id(need.site()) >= 0
              && chain.products().keys().id(need.product()) >= 0;
      strangers += known ? 0 : 1;
      if (known && day != NO_DAY && !Double.isNaN(quantity)) {
        demand(need).merge(day, quantity, Double::sum);
      }
    }
  }

  private void readDeliveries(FlatTable table) {
    boolean counted = table.has("lead_time_days");
    List<String> ends =
        table.has("link_id")
            ? List.of("link_id")
            : List.of("supplier_site_id", "customer_site_id", "product_id");
    List<String> texts = new ArrayList<>(ends);
    texts.add("received");
    if (!counted) {
      texts.add("ordered");
    }
    if (!holds(table, texts, counted ? List.of("lead_time_days") : List.of())) {
      return;
    }
    List<List<String>> names = ends.stream().map(table::texts).toList();
    double[] given = counted ? table.numbers("lead_time_days") : new double[0];
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      String[] named = names.stream().map(column -> column.get(at)).toArray(String[]::new);
      int link =
          named.length == 1
              ? chain.links().keys().id(named[0])
              : linkOf.getOrDefault(key(named), -1);
      strangers += link < 0 ? 1 : 0;
      long received = day(table, "received", row);
      double lead =
          counted
              ? amount(table, "lead_time_days", row, given[row])
              : between(table, row, received);
      if (link >= 0 && received != NO_DAY && !Double.isNaN(lead)) {
        leads.computeIfAbsent(link, _ -> new ArrayList<>()).add(new Seen(received, lead));
      }
    }
  }

  private double between(FlatTable table, int row, long received) {
    long ordered = day(table, "ordered", row);
    if (ordered == NO_DAY || received == NO_DAY) {
      return Double.NaN;
    }
    if (received < ordered) {
      fault("history-order", table, "received", row, table.texts("ordered").get(row));
      return Double.NaN;
    }
    return received - ordered;
  }

  private void readProduction(FlatTable table) {
    if (!holds(table, List.of("recipe_id", "date"), List.of("started", "good"))) {
      return;
    }
    List<String> recipes = table.texts("recipe_id");
    double[] starts = table.numbers("started");
    double[] goods = table.numbers("good");
    for (int row = 0; row < table.rows(); row++) {
      int recipe = chain.recipes().keys().id(recipes.get(row));
      strangers += recipe < 0 ? 1 : 0;
      long day = day(table, "date", row);
      double started = amount(table, "started", row, starts[row]);
      double good = amount(table, "good", row, goods[row]);
      if (good > started) {
        fault("history-good", table, "good", row, table.texts("started").get(row));
      } else if (recipe >= 0 && day != NO_DAY && started > 0 && good >= 0) {
        made.computeIfAbsent(recipe, _ -> new ArrayList<>()).add(new Made(day, started, good));
      }
    }
  }

  private long day(FlatTable table, String column, int row) {
    String text = table.texts(column).get(row);
    try {
      // A time of day behind the date is left away, as databases write it.
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text).toEpochDay();
    } catch (DateTimeParseException e) {
      fault("history-date", table, column, row);
      return NO_DAY;
    }
  }

  /** A finite number of at least 0; NaN where it is unknown or refused. */
  private double amount(FlatTable table, String column, int row, double amount) {
    if (amount < 0 || Double.isInfinite(amount)) {
      fault("history-amount", table, column, row);
      return Double.NaN;
    }
    return amount;
  }

  private void fault(String code, FlatTable table, String column, int row, String... arguments) {
    if (++faults <= MOST_FAULTS) {
      Finding plain = Refusal.of(code, table.place(row), table.texts(column).get(row), arguments);
      findings.add(
          new Finding(
              plain.severity(),
              plain.code(),
              plain.file(),
              plain.line(),
              column,
              plain.value(),
              plain.what(),
              plain.mend()));
    } else if (faults == MOST_FAULTS + 1) {
      findings.add(Refusal.of("history-more", table.file(), null, Integer.toString(MOST_FAULTS)));
    }
  }
}
