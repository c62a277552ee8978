package tenon.study.infer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.assess.inference.Delivery;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Severity;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;

/**
 * Deliveries or shipments of firms as a table: who ships, who receives, perhaps the product and how
 * often; one row for each delivery, or with a column of times. Columns are known by their usual
 * titles in both languages.
 */
final class DeliveryTable {
  /** What a column holds, and its titles. */
  private enum Column {
    SUPPLIER(
        "supplier",
        "supplier_id",
        "from",
        "shipper",
        "exporter",
        "consignor",
        "seller",
        "vendor",
        "供应商",
        "供货方",
        "发货人",
        "发货方",
        "出口商",
        "卖方"),
    CUSTOMER(
        "customer",
        "customer_id",
        "to",
        "consignee",
        "importer",
        "receiver",
        "buyer",
        "客户",
        "收货人",
        "收货方",
        "进口商",
        "买方"),
    PRODUCT("product", "product_id", "hs6", "hs_code", "hs code", "hs", "产品", "商品编码", "商品编号", "税号"),
    TIMES("times", "deliveries", "shipments", "count", "次数", "票数", "批次");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable
    private final List<String> titles;

    Column(String... titles) {
      this.titles = List.of(titles);
    }
  }

  private final Parties parties;
  private final FlatTable table;
  private final Findings findings;
  private final Map<Column, String> titles = new EnumMap<>(Column.class);
  private final List<Delivery> deliveries = new ArrayList<>();
  private int strangers;
  private String firstStranger = "";
  private long firstLine;

  private DeliveryTable(Chain chain, FlatTable table, Findings findings) {
    parties = new Parties(chain);
    this.table = table;
    this.findings = findings;
    for (Column column : Column.values()) {
      for (String title : column.titles) {
        for (String name : table.names()) {
          if (name.strip().toLowerCase(Locale.ROOT).equals(title)) {
            titles.putIfAbsent(column, name);
          }
        }
      }
    }
  }

  static Loaded<List<Delivery>> read(Path file, Chain chain) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var warnings) -> {
        Findings findings = new Findings();
        DeliveryTable reader = new DeliveryTable(chain, table, findings);
        reader.readAll();
        yield findings.hasErrors()
            ? new Loaded.Rejected<>(findings.list())
            : new Loaded.Ready<>(List.copyOf(reader.deliveries), findings.list());
      }
    };
  }

  private void readAll() {
    for (Column column : List.of(Column.SUPPLIER, Column.CUSTOMER)) {
      if (!titles.containsKey(column)) {
        findings.add(
            found(
                Severity.ERROR,
                "infer-column",
                1,
                column.titles.getFirst(),
                null,
                String.join(", ", column.titles),
                String.join(", ", table.names())));
      }
    }
    double[] times = times();
    if (findings.hasErrors()) {
      return;
    }
    List<String> suppliers = texts(Column.SUPPLIER);
    List<String> customers = texts(Column.CUSTOMER);
    List<String> products = texts(Column.PRODUCT);
    for (int row = 0; row < table.rows(); row++) {
      double many = times.length == 0 || Double.isNaN(times[row]) ? 1 : times[row];
      if (many > 0) {
        add(row, suppliers.get(row), customers.get(row), products.get(row), many);
      }
    }
    if (strangers > 0) {
      findings.add(
          found(
              Severity.WARNING,
              "infer-strangers",
              firstLine,
              null,
              firstStranger,
              Integer.toString(strangers)));
    }
  }

  /** How often each row happened; a blank is one delivery, no numbers where there is no column. */
  private double[] times() {
    String title = titles.get(Column.TIMES);
    if (title == null) {
      return new double[0];
    }
    table.noNumbers(title).forEach(findings::add);
    if (!table.isNumeric(title)) {
      return new double[0];
    }
    double[] times = table.numbers(title);
    for (int row = 0; row < times.length; row++) {
      if (times[row] < 0 || Double.isInfinite(times[row])) {
        String value = table.texts(title).get(row);
        findings.add(found(Severity.ERROR, "infer-times", table.line(row), title, value));
      }
    }
    return times;
  }

  private List<String> texts(Column column) {
    String title = titles.get(column);
    return title == null ? Collections.nCopies(table.rows(), "") : table.texts(title);
  }

  private Finding found(
      Severity severity,
      String code,
      long line,
      @Nullable String column,
      @Nullable String value,
      String... arguments) {
    return new Finding(
        severity,
        code,
        table.file(),
        line,
        column,
        value,
        Message.of(Refusal.BUNDLE, code, arguments),
        Message.of(Refusal.BUNDLE, code + ".mend", arguments));
  }

  /** A record of firms is divided evenly among the sites that it can be about. */
  private void add(int row, String supplier, String customer, String product, double times) {
    int[] from = parties.sites(supplier);
    int[] to = parties.sites(customer);
    int[] goods = product.isEmpty() ? new int[] {-1} : parties.products(product);
    double parts = (double) from.length * to.length * goods.length;
    if (parts == 0) {
      strangers++;
      if (strangers == 1) {
        firstLine = table.line(row);
        firstStranger = from.length == 0 ? supplier : to.length == 0 ? customer : product;
      }
    }
    for (int one : from) {
      for (int other : to) {
        for (int what : goods) {
          deliveries.add(new Delivery(one, other, what, times / parts));
        }
      }
    }
  }
}
