package tenon.packages.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.CsvRows;
import tenon.packages.Notice;

/**
 * A table of firms or sites from one source, row by row. A cell that is blank is unknown. An
 * identifier whose check digit is wrong is told and not compared.
 */
public final class Register {
  static final String BUNDLE = "tenon.packages.match.findings";

  private final String file;
  private final List<Row> rows;
  private final Map<String, Integer> byId;

  private Register(String file, List<Row> rows, Map<String, Integer> byId) {
    this.file = file;
    this.rows = List.copyOf(rows);
    this.byId = byId;
  }

  /**
   * One firm or site; texts are empty where unknown.
   *
   * @param id key in its source
   * @param name name, in whatever language
   * @param nameZh name in Chinese
   * @param creditCode unified social credit code, sound or empty
   * @param lei legal entity identifier, sound or empty
   * @param gln global location number, sound or empty
   * @param region code or name of the region
   * @param latitude degrees north, NaN where unknown
   * @param longitude degrees east, NaN where unknown
   */
  public record Row(
      String id,
      String name,
      String nameZh,
      String creditCode,
      String lei,
      String gln,
      String region,
      double latitude,
      double longitude) {

    /** The name that is shown. */
    public String shownName() {
      return name.isEmpty() ? nameZh : name;
    }

    boolean located() {
      return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }
  }

  /** What a column holds, and the titles it is known under. */
  enum Column {
    ID("id", "firm_id", "site_id", "supplier_id", "code", "编号", "企业编号", "场所编号"),
    NAME("name", "name_en", "firm", "firm_name", "company", "site_name", "名称", "英文名称", "英文名"),
    NAME_ZH("name_zh", "name_cn", "chinese_name", "中文名称", "中文名", "企业名称", "公司名称"),
    CREDIT_CODE("credit_code", "uscc", "统一社会信用代码", "信用代码"),
    LEI("lei", "法人识别编码"),
    GLN("gln", "全球位置码"),
    REGION("region_id", "region", "province", "city", "place", "地区", "省份", "城市"),
    LATITUDE("latitude", "lat", "纬度"),
    LONGITUDE("longitude", "lon", "lng", "经度");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable
    private final List<String> titles;

    Column(String... titles) {
      this.titles = List.of(titles);
    }

    String title() {
      return titles.getFirst();
    }
  }

  /** Reads a table; every fault of it at once. */
  public static Loaded<Register> read(Path path, Progress progress) {
    Findings findings = new Findings();
    Reader reader = new Reader(Notice.about(BUNDLE, path), findings);
    CsvRows.read(path, "id,name,name_zh,credit_code,region_id", findings, progress, reader);
    if (!findings.hasErrors() && reader.rows.isEmpty()) {
      findings.add(reader.notice.error("match-empty", 0, null, null));
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Register register = new Register(reader.notice.file(), reader.rows, reader.byId);
    return new Loaded.Ready<>(register, findings.list());
  }

  /**
   * A table in memory.
   *
   * @throws IllegalArgumentException if two rows have the same id
   */
  public static Register of(String file, List<Row> rows) {
    Map<String, Integer> byId = new HashMap<>();
    for (Row row : rows) {
      if (byId.putIfAbsent(row.id(), byId.size()) != null) {
        throw new IllegalArgumentException("the id " + row.id() + " names two rows");
      }
    }
    return new Register(file, rows, byId);
  }

  /** Name of the file, as findings call it. */
  public String file() {
    return file;
  }

  public int count() {
    return rows.size();
  }

  public Row row(int at) {
    return rows.get(at);
  }

  /** Position of the row of an id, or -1. */
  public int find(String id) {
    return byId.getOrDefault(id, -1);
  }

  /** Hears the rows of the file. */
  private static final class Reader implements CsvRows.Listener {
    private final Notice notice;
    private final Findings findings;
    private final Map<Column, Integer> at = new EnumMap<>(Column.class);
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private List<String> names = List.of();

    Reader(Notice notice, Findings findings) {
      this.notice = notice;
      this.findings = findings;
    }

    @Override
    public boolean header(List<String> header) {
      names = header;
      for (Column column : Column.values()) {
        for (String title : column.titles.reversed()) {
          for (int i = 0; i < header.size(); i++) {
            if (header.get(i).toLowerCase(Locale.ROOT).equals(title)) {
              at.put(column, i);
            }
          }
        }
      }
      if (!at.containsKey(Column.ID)) {
        missing("match-no-id", Column.ID);
      }
      if (!at.containsKey(Column.NAME) && !at.containsKey(Column.NAME_ZH)) {
        missing("match-no-name", Column.NAME);
      }
      return !findings.hasErrors();
    }

    private void missing(String code, Column column) {
      String titles = String.join(", ", column.titles);
      findings.add(notice.error(code, 1, column.title(), null, titles, String.join(", ", names)));
    }

    @Override
    public void row(long line, List<String> cells) {
      String id = cell(cells, Column.ID);
      if (id.isEmpty()) {
        findings.add(notice.error("match-blank-id", line, title(Column.ID), ""));
        return;
      }
      if (byId.putIfAbsent(id, rows.size()) != null) {
        findings.add(notice.error("match-id-twice", line, title(Column.ID), id));
        return;
      }
      rows.add(
          new Row(
              id,
              cell(cells, Column.NAME),
              cell(cells, Column.NAME_ZH),
              identifier(line, cells, Column.CREDIT_CODE),
              identifier(line, cells, Column.LEI),
              identifier(line, cells, Column.GLN),
              cell(cells, Column.REGION),
              degrees(line, cells, Column.LATITUDE, 90),
              degrees(line, cells, Column.LONGITUDE, 180)));
    }

    private String cell(List<String> cells, Column column) {
      Integer place = at.get(column);
      return place == null ? "" : cells.get(place).strip();
    }

    private String title(Column column) {
      Integer place = at.get(column);
      return place == null ? column.title() : names.get(place);
    }

    private String identifier(long line, List<String> cells, Column column) {
      String raw = cell(cells, column);
      String code = raw.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
      boolean sound =
          switch (column) {
            case CREDIT_CODE -> Identifiers.isCreditCode(code);
            case LEI -> Identifiers.isLei(code);
            case GLN -> Identifiers.isGln(code);
            case ID, NAME, NAME_ZH, REGION, LATITUDE, LONGITUDE -> true;
          };
      if (sound || code.isEmpty()) {
        return code;
      }
      String kind = "match-" + column.name().toLowerCase(Locale.ROOT).replace('_', '-');
      findings.add(notice.warning(kind, line, title(column), raw));
      return "";
    }

    private double degrees(long line, List<String> cells, Column column, double most) {
      String raw = cell(cells, column);
      if (raw.isEmpty()) {
        return Double.NaN;
      }
      try {
        double degrees = Double.parseDouble(raw);
        if (Math.abs(degrees) <= most) {
          return degrees;
        }
      } catch (NumberFormatException noNumber) {
        // told below, as one that is out of range is
      }
      findings.add(notice.error("match-degrees", line, title(column), raw, (int) most));
      return Double.NaN;
    }
  }
}
