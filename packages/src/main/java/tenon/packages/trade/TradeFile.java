package tenon.packages.trade;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tenon.model.Findings;
import tenon.model.Progress;
import tenon.packages.CsvRows;
import tenon.packages.Notice;

/** Reads a trade file in either layout; the layout is told from the names of the columns. */
public final class TradeFile {
  static final String BUNDLE = "tenon.packages.trade.findings";
  private static final String CHINA = "CHN";
  private static final int HS6 = 6;
  private static final Pattern YEAR = Pattern.compile("(1[89]|2[01])[0-9]{2}([-/.]?[0-9]{2})?");
  private static final Pattern PRODUCT = Pattern.compile("[0-9]{6}([0-9]{2}|[0-9]{4})?");

  private TradeFile() {}

  /** What a column holds, and its titles. */
  private enum Column {
    YEAR("t", "数据年月", "年份", "date of data", "year"),
    EXPORTER("i"),
    IMPORTER("j"),
    PARTNER("贸易伙伴名称", "贸易伙伴", "trading partner"),
    PRODUCT("k", "商品编码", "commodity code"),
    VALUE("v", "美元", "人民币", "us dollar", "rmb"),
    QUANTITY("q", "第一数量", "first quantity"),
    FLOW("进出口", "进出口类型", "flow");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable
    private final List<String> titles;

    Column(String... titles) {
      this.titles = List.of(titles);
    }
  }

  /**
   * Reads a file; every fault joins the findings, and rows with one are not heard.
   *
   * @param exports whether a file of the Chinese customs without a column for it holds exports
   * @param progress hears of the work {@code read}, in bytes
   */
  public static void read(
      Path file,
      boolean exports,
      Countries countries,
      Findings findings,
      Progress progress,
      TradeFlow flows) {
    Notice notice = Notice.about(BUNDLE, file);
    CsvRows.read(
        file,
        "t,i,j,k,v,q",
        findings,
        progress,
        new Rows(notice, exports, countries, findings, flows));
  }

  private static final class Rows implements CsvRows.Listener {
    private final Notice notice;
    private final boolean exports;
    private final Countries countries;
    private final Findings findings;
    private final TradeFlow flows;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<Column, Integer> at = new EnumMap<>(Column.class);
    private List<String> names = List.of();

    Rows(Notice notice, boolean exports, Countries countries, Findings findings, TradeFlow flows) {
      this.notice = notice;
      this.exports = exports;
      this.countries = countries;
      this.findings = findings;
      this.flows = flows;
    }

    @Override
    public boolean header(List<String> header) {
      names = header;
      List<String> plain = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      for (Column column : Column.values()) {
        at.put(
            column,
            column.titles.stream()
                .mapToInt(plain::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1));
      }
      boolean customs = has(Column.PARTNER);
      for (Column column : Column.values()) {
        boolean wanted =
            switch (column) {
              case YEAR, PRODUCT, VALUE -> true;
              case EXPORTER, IMPORTER -> !customs;
              case PARTNER, QUANTITY, FLOW -> false;
            };
        if (wanted && !has(column)) {
          findings.add(
              notice.error(
                  "trade-missing-column",
                  1,
                  column.titles.getFirst(),
                  null,
                  String.join(", ", column.titles),
                  String.join(", ", names)));
        }
      }
      return !findings.hasErrors();
    }

    private int place(Column column) {
      return at.getOrDefault(column, -1);
    }

    private boolean has(Column column) {
      return place(column) >= 0;
    }

    @Override
    public void row(long line, List<String> cells) {
      int year = year(line, cells);
      String product = product(line, cells);
      double value = number(line, cells, Column.VALUE, true);
      double quantity = number(line, cells, Column.QUANTITY, false);
      if (year < 0 || product.isEmpty() || Double.isNaN(value)) {
        return;
      }
      if (has(Column.PARTNER)) {
        String partner = country(line, cells, Column.PARTNER);
        boolean out = has(Column.FLOW) ? isExport(line, cells) : exports;
        if (!partner.isEmpty()) {
          String from = out ? CHINA : partner;
          flows.hear(year, from, out ? partner : CHINA, product, value, quantity);
        }
        return;
      }
      String from = country(line, cells, Column.EXPORTER);
      String to = country(line, cells, Column.IMPORTER);
      if (!from.isEmpty() && !to.isEmpty()) {
        flows.hear(year, from, to, product, value, quantity);
      }
    }

    private String cell(List<String> cells, Column column) {
      return has(column) ? cells.get(place(column)).strip() : "";
    }

    private String title(Column column) {
      return names.get(place(column));
    }

    /** The year of {@code 2023}, {@code 202305} and {@code 2023-05}. */
    private int year(long line, List<String> cells) {
      String raw = cell(cells, Column.YEAR);
      if (!YEAR.matcher(raw).matches()) {
        findings.add(notice.error("trade-year", line, title(Column.YEAR), raw));
        return -1;
      }
      return Integer.parseInt(raw.substring(0, 4));
    }

    /** Six digits; a zero that a spreadsheet has dropped is put back, longer codes are cut. */
    private String product(long line, List<String> cells) {
      String raw = cell(cells, Column.PRODUCT).replace(".", "");
      String digits = raw.length() == HS6 - 1 || raw.length() == 7 ? "0" + raw : raw;
      if (!PRODUCT.matcher(digits).matches()) {
        findings.add(notice.error("trade-product", line, title(Column.PRODUCT), raw));
        return "";
      }
      return digits.substring(0, HS6);
    }

    private double number(long line, List<String> cells, Column column, boolean needed) {
      String raw = cell(cells, column);
      boolean unknown = raw.isEmpty() || raw.equals("NA") || raw.equals("-") || raw.equals("NaN");
      if (unknown && !needed) {
        return Double.NaN;
      }
      try {
        double number = Double.parseDouble(raw.replace(",", ""));
        if (number >= 0 && number < Double.POSITIVE_INFINITY) {
          return number;
        }
      } catch (NumberFormatException noNumber) {
        // told below, as a negative number is
      }
      findings.add(notice.error("trade-number", line, title(column), raw));
      return Double.NaN;
    }

    private String country(long line, List<String> cells, Column column) {
      String raw = cell(cells, column);
      if (raw.isEmpty()) {
        findings.add(notice.error("trade-country", line, title(column), raw));
        return "";
      }
      return codes.computeIfAbsent(
          raw,
          written -> {
            if (!countries.knows(written)) {
              findings.add(notice.warning("trade-country-unknown", line, title(column), written));
            }
            return countries.code(written);
          });
    }

    private boolean isExport(long line, List<String> cells) {
      String raw = cell(cells, Column.FLOW).toLowerCase(Locale.ROOT);
      if (!List.of("进口", "出口", "import", "export", "0", "1", "imports", "exports").contains(raw)) {
        findings.add(notice.error("trade-flow", line, title(Column.FLOW), raw));
      }
      return raw.equals("出口") || raw.startsWith("export") || raw.equals("0");
    }
  }
}
