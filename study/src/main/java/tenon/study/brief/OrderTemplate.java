package tenon.study.brief;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.plan.Order;
import tenon.study.text.Refusal;

/**
 * A company's own form for orders and transfers: a workbook in which a row holds fields such as
 * {@code {{product}}}. That row is written once for each order, with its look kept; the rest of the
 * sheet moves down. {@code {{only:ship}}} and {@code {{only:make}}} in the row choose among them.
 */
public final class OrderTemplate {
  /** A form is a page or two; more is no form, and is not unpacked. */
  private static final long MOST_BYTES = 10L << 20;

  private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");
  private static final String SHIP = "only:ship";
  private static final String MAKE = "only:make";

  private final byte[] form;

  private OrderTemplate(byte[] form) {
    this.form = form;
  }

  /** A row with fields. */
  private record Line(int row, Map<Integer, String> texts) {
    boolean takes(Order order) {
      boolean ship = texts.values().stream().anyMatch(text -> fields(text).contains(SHIP));
      boolean make = texts.values().stream().anyMatch(text -> fields(text).contains(MAKE));
      return ship == make || order.ships() == ship;
    }

    boolean tellsInference() {
      return texts.values().stream()
          .flatMap(text -> fields(text).stream())
          .map(OrderField::named)
          .anyMatch(field -> field.map(OrderField::tellsInference).orElse(false));
    }
  }

  /**
   * Reads a form.
   *
   * @param dated whether orders have dates, so that the form may ask for them
   * @return the form, or every fault of it with its cell
   * @throws IOException if the file cannot be read
   */
  public static Loaded<OrderTemplate> read(Path file, boolean dated) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      return rejected(Refusal.of("orders-missing", name, null));
    }
    if (Files.size(file) > MOST_BYTES) {
      return rejected(Refusal.of("orders-large", name, Long.toString(Files.size(file))));
    }
    byte[] bytes = Files.readAllBytes(file);
    try (XSSFWorkbook workbook = open(bytes)) {
      List<Finding> faults = faults(workbook, name, dated);
      return faults.isEmpty()
          ? new Loaded.Ready<>(new OrderTemplate(bytes), List.of())
          : new Loaded.Rejected<>(faults);
    } catch (UnsupportedFileFormatException | POIXMLException | OpenXML4JRuntimeException e) {
      return rejected(Refusal.of("orders-unreadable", name, null));
    }
  }

  private static XSSFWorkbook open(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static Loaded<OrderTemplate> rejected(Finding fault) {
    return new Loaded.Rejected<>(List.of(fault));
  }

  private static List<Finding> faults(XSSFWorkbook workbook, String name, boolean dated) {
    List<Finding> faults = new ArrayList<>();
    boolean any = false;
    for (Sheet sheet : workbook) {
      List<Line> lines = lines(sheet);
      any |= !lines.isEmpty();
      for (Line line : lines) {
        line.texts()
            .forEach(
                (column, text) -> {
                  Cell cell = sheet.getRow(line.row()).getCell(column);
                  String place =
                      name
                          + " / "
                          + sheet.getSheetName()
                          + "!"
                          + cell.getAddress().formatAsString();
                  fields(text).forEach(field -> check(field, place, dated, faults));
                });
      }
    }
    if (!any) {
      faults.add(Refusal.of("orders-no-field", name, null));
    }
    return faults;
  }

  private static void check(String field, String place, boolean dated, List<Finding> faults) {
    if (field.equals(SHIP) || field.equals(MAKE)) {
      return;
    }
    OrderField.named(field)
        .ifPresentOrElse(
            known -> {
              if (known.isDate() && !dated) {
                faults.add(Refusal.of("orders-undated", place, field));
              }
            },
            () ->
                faults.add(
                    Refusal.of(
                        "orders-field", place, field, String.join(", ", OrderField.names()))));
  }

  private static List<Line> lines(Sheet sheet) {
    List<Line> lines = new ArrayList<>();
    for (Row row : sheet) {
      Map<Integer, String> texts = new LinkedHashMap<>();
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING
            && FIELD.matcher(cell.getStringCellValue()).find()) {
          texts.put(cell.getColumnIndex(), cell.getStringCellValue());
        }
      }
      if (!texts.isEmpty()) {
        lines.add(new Line(row.getRowNum(), texts));
      }
    }
    return lines;
  }

  private static List<String> fields(String text) {
    return FIELD.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /**
   * The form with a row for each order.
   *
   * @throws IOException if the workbook cannot be written
   */
  public byte[] filled(List<Order> orders) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = open(form)) {
      for (Sheet sheet : workbook) {
        // From the last upwards, so that the rows above keep their numbers.
        for (Line line : lines(sheet).reversed()) {
          fill((XSSFSheet) sheet, line, orders.stream().filter(line::takes).toList());
        }
      }
      workbook.setForceFormulaRecalculation(true);
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void fill(XSSFSheet sheet, Line line, List<Order> orders) {
    int first = line.row();
    if (orders.size() > 1 && first < sheet.getLastRowNum()) {
      sheet.shiftRows(first + 1, sheet.getLastRowNum(), orders.size() - 1, true, false);
    }
    CellCopyPolicy look = new CellCopyPolicy.Builder().rowHeight(true).build();
    for (int i = 1; i < orders.size(); i++) {
      XSSFRow copy = sheet.createRow(first + i);
      copy.copyRowFrom(sheet.getRow(first), look);
    }
    if (orders.size() > 1) {
      extendRanges(sheet, first, first + orders.size() - 1);
    }
    for (int i = 0; i < Math.max(1, orders.size()); i++) {
      Row row = sheet.getRow(first + i);
      Order order = orders.isEmpty() ? null : orders.get(i);
      line.texts()
          .forEach(
              (column, text) -> {
                if (order == null) {
                  row.getCell(column).setBlank();
                } else {
                  write(row.getCell(column), text, order);
                }
              });
      if (order != null && !order.inferred().isEmpty() && !line.tellsInference()) {
        note(row.getCell(Collections.min(line.texts().keySet())), order);
      }
    }
  }

  /** A form without a word for it has a note at the first cell of an order that is inferred. */
  private static void note(Cell cell, Order order) {
    CreationHelper helper = cell.getSheet().getWorkbook().getCreationHelper();
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 4);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + 3);
    if (cell.getCellComment() != null) {
      cell.removeCellComment();
    }
    Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString(order.inferred().strip()));
    comment.setAuthor("Tenon");
    cell.setCellComment(comment);
  }

  /** A total over the row of the form becomes one over all the rows that it turned into. */
  private static void extendRanges(Sheet sheet, int first, int last) {
    Pattern range =
        Pattern.compile("(\\$?[A-Z]{1,3}\\$?\\d+:\\$?[A-Z]{1,3}\\$?)" + (first + 1) + "\\b");
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          String formula = cell.getCellFormula();
          String longer =
              range
                  .matcher(formula)
                  .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + (last + 1)));
          if (!longer.equals(formula)) {
            cell.setCellFormula(longer);
          }
        }
      }
    }
  }

  /** A field alone in its cell keeps its kind, so that the form can compute with it. */
  private static void write(Cell cell, String text, Order order) {
    // A text that stands in its cell, as some programs write it, would stay beside the new value.
    cell.setBlank();
    Matcher whole = FIELD.matcher(text.strip());
    if (whole.matches()) {
      Object value = OrderField.named(whole.group(1)).map(field -> field.of(order)).orElse("");
      switch (value) {
        case Number number -> cell.setCellValue(number.doubleValue());
        case LocalDate date -> cell.setCellValue(date);
        default -> cell.setCellValue(value.toString());
      }
      return;
    }
    cell.setCellValue(
        FIELD
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        OrderField.named(found.group(1))
                            .map(field -> field.text(order))
                            .orElse(""))));
  }
}
