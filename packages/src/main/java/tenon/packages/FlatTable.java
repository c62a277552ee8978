package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * A table that is no resource of a package, with whatever columns it has: the plain input of one
 * method. A column holds numbers where every cell is a number or unknown (blank, {@code NA}, {@code
 * NaN}), and texts otherwise. Numbers with leading zeros are texts, since they are codes.
 */
public final class FlatTable {
  private final String file;
  private final List<String> names;
  private final List<FlatColumn> columns;
  private final int rows;
  private final LineMap lines;
  private final @Nullable Places places;

  private FlatTable(String file, Rows rows, @Nullable Places places) {
    this.file = file;
    this.names = List.copyOf(rows.names);
    this.columns = List.copyOf(rows.columns);
    this.rows = rows.count;
    this.lines = rows.lines;
    this.places = places;
  }

  /** Says where the cells of a table stand that has no lines: {@code book.xlsx Sheet1!B7}. */
  @FunctionalInterface
  public interface Places {
    /** Place of a cell; row -1 is the head, both count from 0. */
    String of(int row, int column);
  }

  /**
   * A table that stands in something else than a file of its own.
   *
   * @param file what findings about the whole call it
   * @param header names of the columns
   * @param cells rows, each with as many cells as the header
   * @param places where its cells stand
   */
  public static Loaded<FlatTable> of(
      String file, List<String> header, List<List<String>> cells, Places places) {
    Findings findings = new Findings();
    Rows rows = new Rows(file, findings, places);
    rows.header(header);
    for (int row = 0; row < cells.size(); row++) {
      rows.row(row + 2L, cells.get(row));
    }
    return loaded(file, rows, findings, places);
  }

  /**
   * Reads a CSV, Parquet or JSON file or the first sheet of a workbook, told apart by its name;
   * every fault of it at once.
   */
  public static Loaded<FlatTable> read(Path path) {
    Findings findings = new Findings();
    String file = PlainTable.shown(path);
    Rows rows = new Rows(file, findings, null);
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      ParquetTable.read(path, findings, rows);
    } else if (name.endsWith(".json")) {
      JsonTable.read(path, findings, rows);
    } else {
      PlainTable.read(path, "", findings, rows);
    }
    return loaded(file, rows, findings, null);
  }

  private static Loaded<FlatTable> loaded(
      String file, Rows rows, Findings findings, @Nullable Places places) {
    if (!findings.hasErrors() && rows.count == 0) {
      findings.add(Fault.error("table-empty", file).finding());
    }
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(new FlatTable(file, rows, places), findings.list());
  }

  /** Name of the file, as findings call it. */
  public String file() {
    return file;
  }

  /** Names of the columns, in the order of the file. */
  public List<String> names() {
    return names;
  }

  public int rows() {
    return rows;
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  /** Whether the column holds nothing but numbers and unknown cells. */
  public boolean isNumeric(String name) {
    return column(name).isNumeric();
  }

  /**
   * The column as numbers, one for each row; NaN where unknown.
   *
   * @throws IllegalArgumentException if there is no such column, or if it holds texts
   */
  public double[] numbers(String name) {
    return column(name).numbers();
  }

  /**
   * The column as texts, one for each row; empty where unknown. A number stands as it is usually
   * written: {@code 2018}, {@code 0.5}.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public List<String> texts(String name) {
    return column(name).texts();
  }

  /** Line of a row in the file, the first row being 0. */
  public long line(int row) {
    return lines.line(row);
  }

  /** Where a row stands, for a finding: {@code panel.csv:7}, or its first cell in a sheet. */
  public String place(int row) {
    Places known = places;
    return known == null ? file + ":" + line(row) : known.of(row, 0);
  }

  /** That a column which was asked for is not there; with the nearest that is. */
  public Finding unknown(String name) {
    String nearest = Nearest.of(name, names);
    Places known = places;
    Fault fault =
        known == null
            ? Fault.error("column-unknown", file).line(1).value(name)
            : Fault.error("column-unknown", file).value(name);
    String all = String.join(", ", names);
    return (nearest == null ? fault.args(all) : fault.args(all, nearest).mend("nearest")).finding();
  }

  /** The first cells of a column that are no numbers though numbers are asked for; at most ten. */
  public List<Finding> noNumbers(String name) {
    FlatColumn column = column(name);
    List<Finding> faults = new ArrayList<>();
    List<String> texts = column.isNumeric() ? List.of() : column.texts();
    for (int row = 0; row < texts.size() && faults.size() < 10; row++) {
      String text = texts.get(row);
      if (!FlatColumn.isUnknown(text) && Double.isNaN(FirmReader.number(text))) {
        faults.add(noNumber(row, name, text));
      }
    }
    return faults;
  }

  private Finding noNumber(int row, String name, String text) {
    return fault("cell-no-number", row, name, text).finding();
  }

  /** What is wrong with a cell, in the making. */
  Fault fault(String code, int row, String name, String text) {
    Places known = places;
    Fault fault =
        known == null
            ? Fault.error(code, file).line(line(row))
            : Fault.error(code, known.of(row, names.indexOf(name)));
    return fault.column(name).value(text);
  }

  /**
   * What keeps a column from being one of numbers though it is meant to be: infinite numbers, and
   * texts where at least half of the known cells are numbers. At most ten; none where a column is
   * one of texts.
   */
  public List<Finding> spoilt(String name) {
    FlatColumn column = column(name);
    if (!column.isNumeric()) {
      List<String> known =
          column.texts().stream().filter(text -> !FlatColumn.isUnknown(text)).toList();
      long bad = known.stream().filter(text -> Double.isNaN(FirmReader.number(text))).count();
      return 2 * bad <= known.size() ? noNumbers(name) : List.of();
    }
    double[] numbers = column.numbers();
    List<Finding> faults = new ArrayList<>();
    for (int row = 0; row < rows && faults.size() < 10; row++) {
      if (Double.isInfinite(numbers[row])) {
        faults.add(noNumber(row, name, column.texts().get(row)));
      }
    }
    return faults;
  }

  private FlatColumn column(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("no column " + name + " in " + file + ": " + names);
    }
    return columns.get(at);
  }

  /** Hears the rows. */
  private static final class Rows implements PlainTable.Rows {
    private final String file;
    private final Findings findings;
    private List<String> names = List.of();
    private final List<FlatColumn> columns = new ArrayList<>();
    private final LineMap lines = new LineMap();
    private int count;
    private final @Nullable Places places;

    Rows(String file, Findings findings, @Nullable Places places) {
      this.file = file;
      this.findings = findings;
      this.places = places;
    }

    private Fault fault(String code, int at, String name) {
      Places known = places;
      return known == null
          ? Fault.error(code, file).line(1).value(name)
          : Fault.error(code, known.of(-1, at)).value(name);
    }

    @Override
    public boolean header(List<String> header) {
      names = header.stream().map(String::strip).toList();
      String first = names.isEmpty() ? "" : names.getFirst();
      if (names.size() == 1 && (first.contains(";") || first.contains("\t"))) {
        findings.add(
            fault("separator", 0, first).args(first.contains(";") ? ";" : "\\t").finding());
        return false;
      }
      for (int at = 0; at < names.size(); at++) {
        String name = names.get(at);
        if (names.indexOf(name) < at) {
          findings.add(fault("column-twice", at, name).finding());
        } else if (name.isEmpty() && at > 0) {
          // The first may be blank: so spreadsheets and R write a column of names.
          findings.add(fault("column-blank", at, "").finding());
        }
        columns.add(new FlatColumn());
      }
      return true;
    }

    @Override
    public void row(long line, List<String> cells) {
      for (int at = 0; at < cells.size(); at++) {
        columns.get(at).add(cells.get(at));
      }
      lines.add(count++, line);
    }
  }
}
