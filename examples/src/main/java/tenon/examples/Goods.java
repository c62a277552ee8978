package tenon.examples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products and bills of material, with the patterns of the catalogue written out for each family. */
final class Goods {
  private final Map<String, Family> families = new LinkedHashMap<>();
  private final Map<String, Product> products = new LinkedHashMap<>();
  private final Map<String, List<BillLine>> bills = new LinkedHashMap<>();

  Goods(List<Sheet.Row> familyRows, List<Sheet.Row> productRows, List<Sheet.Row> billRows) {
    familyRows.stream().map(Family::of).forEach(family -> families.put(family.key(), family));
    productRows.forEach(this::addProducts);
    billRows.forEach(this::addLines);
  }

  static Goods read() {
    return new Goods(
        Sheet.read("yangtze-ic/families.txt"),
        Sheet.read("yangtze-ic/products.txt"),
        Sheet.read("yangtze-ic/bills.txt"));
  }

  Iterable<Family> families() {
    return families.values();
  }

  Family family(String key) {
    return found(families.get(key), key);
  }

  Iterable<Product> products() {
    return products.values();
  }

  Product product(String id) {
    return found(products.get(id), id);
  }

  /** Inputs of a product; empty for what is taken from outside the chain. */
  List<BillLine> bill(String product) {
    return bills.getOrDefault(product, List.of());
  }

  /** Products that a pattern such as {@code design-*} stands for. */
  List<String> expand(String pattern) {
    if (!pattern.endsWith("*")) {
      return List.of(product(pattern).id());
    }
    String stage = pattern.substring(0, pattern.length() - 1);
    return families.keySet().stream().map(key -> stage + key).toList();
  }

  /** Products in an order in which each comes before its inputs. */
  List<Product> customersFirst() {
    Map<String, Integer> users = new LinkedHashMap<>();
    products.keySet().forEach(id -> users.put(id, 0));
    bills.values().forEach(lines -> lines.forEach(line -> users.merge(line.input(), 1, Integer::sum)));
    Deque<String> ready = new ArrayDeque<>();
    users.forEach((id, count) -> addIfZero(ready, id, count));
    List<Product> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String id = ready.remove();
      order.add(product(id));
      for (BillLine line : bill(id)) {
        addIfZero(ready, line.input(), users.merge(line.input(), -1, Integer::sum));
      }
    }
    if (order.size() != products.size()) {
      throw new IllegalStateException("the bills of material run in a circle");
    }
    return order;
  }

  private static void addIfZero(Deque<String> ready, String id, int count) {
    if (count == 0) {
      ready.add(id);
    }
  }

  private void addProducts(Sheet.Row row) {
    String id = row.text("id");
    if (!id.endsWith("*")) {
      products.put(id, product(row, id, null, ""));
      return;
    }
    String stage = id.substring(0, id.length() - 2);
    for (Family family : families.values()) {
      String own = stage + "-" + family.key();
      products.put(own, product(row, own, family, stage));
    }
  }

  private static Product product(Sheet.Row row, String id, @Nullable Family family, String stage) {
    boolean sold = stage.equals("chip");
    return new Product(
        id,
        family == null ? row.text("name") : capital(row.text("name").replace("{}", family.name())),
        family == null
            ? row.text("name_zh")
            : row.text("name_zh").replace("{}", family.nameZh()),
        row.text("unit"),
        sold && family != null ? family.hs6() : row.text("hs6"),
        family == null ? row.number("value") : family.value(stage),
        sold && family != null ? Round.digits(family.margin() * family.value(), 4) : Double.NaN,
        sold && family != null ? family.criticality() : Double.NaN,
        row.range("cover"),
        row.range("cycle"),
        row.range("yield"),
        row.range("suppliers"),
        row.text("ship"));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void addLines(Sheet.Row row) {
    String output = row.text("output");
    int at = output.indexOf('@');
    if (output.endsWith("*") || at >= 0) {
      String stage = output.substring(0, at >= 0 ? at : output.length() - 2);
      for (Family family : families.values()) {
        if (at < 0 || family.in(output.substring(at + 1))) {
          String input = row.text("input").replace("*", family.key());
          addLine(row, stage + "-" + family.key(), input, family);
        }
      }
    } else {
      addLine(row, output, row.text("input"), null);
    }
  }

  private void addLine(Sheet.Row row, String output, String input, @Nullable Family family) {
    String split = row.text("split");
    bills
        .computeIfAbsent(product(output).id(), id -> new ArrayList<>())
        .add(
            new BillLine(
                output,
                product(input).id(),
                quantity(row.text("quantity"), output, input, family),
                row.text("group"),
                split.isEmpty() ? 1 : Double.parseDouble(split),
                Boolean.parseBoolean(row.text("essential"))));
  }

  private double quantity(String text, String output, String input, @Nullable Family family) {
    if (family != null && text.equals("wafers")) {
      return family.wafers();
    }
    if (family != null && text.equals("dice")) {
      return Round.digits(1 / family.wafers(), 6);
    }
    if (text.endsWith("%")) {
      double part = Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
      return Round.digits(part * product(output).value() / product(input).value(), 4);
    }
    return Double.parseDouble(text);
  }

  private static <T> T found(@Nullable T value, String key) {
    if (value == null) {
      throw new IllegalStateException("the catalogue does not know " + key);
    }
    return value;
  }
}
