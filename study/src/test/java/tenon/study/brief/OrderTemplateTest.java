package tenon.study.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import tenon.model.Loaded;
import tenon.study.plan.Order;

class OrderTemplateTest {
  @TempDir private Path temp = Path.of("");

  @Test
  void aRowIsWrittenForEachOrderAndTheRestMovesDown() throws IOException {
    Path form =
        form(
            List.of("Orders of the day"),
            List.of("{{number}}", "{{product}}", "{{planned_per_day}} {{unit}}", "{{首日}}"),
            List.of("Signed"));
    OrderTemplate template = ready(OrderTemplate.read(form, false));
    try (XSSFWorkbook filled = open(template.filled(List.of(ship(1), make(2))))) {
      Sheet sheet = filled.getSheetAt(0);
      assertThat(texts(sheet.getRow(0))).containsExactly("Orders of the day");
      assertThat(texts(sheet.getRow(1))).containsExactly("1.0", "cell", "12.5 pieces", "5.0");
      assertThat(texts(sheet.getRow(2))).containsExactly("2.0", "pack", "40 packs", "7.0");
      assertThat(texts(sheet.getRow(3))).containsExactly("Signed");
      CellStyle first = sheet.getRow(1).getCell(1).getCellStyle();
      assertThat(first.getWrapText()).isTrue();
      assertThat(sheet.getRow(2).getCell(1).getCellStyle()).isEqualTo(first);
    }
  }

  @Test
  void ordersHaveSixDigitsSincePlansAreExactToAboutSeven() throws IOException {
    OrderTemplate template =
        ready(OrderTemplate.read(form(List.of("{{planned_per_day}} {{unit}}")), false));
    Order noisy = order(1, true, "cell", "pieces", "South store", 5, 22.0000016);
    Order large = order(2, true, "cell", "pieces", "South store", 5, 1234567.4);
    try (XSSFWorkbook filled = open(template.filled(List.of(noisy, large)))) {
      assertThat(texts(filled.getSheetAt(0).getRow(0))).containsExactly("22 pieces");
      assertThat(texts(filled.getSheetAt(0).getRow(1))).containsExactly("1234570 pieces");
    }
  }

  @Test
  void aRowCanTakeShipmentsAlone() throws IOException {
    Path form = form(List.of("{{only:ship}}{{to_site}}"), List.of("{{only:make}}{{from_site}}"));
    OrderTemplate template = ready(OrderTemplate.read(form, false));
    try (XSSFWorkbook filled = open(template.filled(List.of(make(1), ship(2), ship(3))))) {
      Sheet sheet = filled.getSheetAt(0);
      assertThat(texts(sheet.getRow(0))).containsExactly("South store");
      assertThat(texts(sheet.getRow(1))).containsExactly("South store");
      assertThat(texts(sheet.getRow(2))).containsExactly("Pack house");
    }
  }

  /** Some programs write texts into the cells themselves; the first order lost its words there. */
  @Test
  void textsThatStandInTheirCellsGiveWay() throws IOException {
    Path form = form(List.of("{{number}}", "{{product}}", "{{planned_per_day}} {{unit}}"));
    try (XSSFWorkbook workbook = open(Files.readAllBytes(form))) {
      for (Cell cell : workbook.getSheetAt(0).getRow(0)) {
        String text = cell.getStringCellValue();
        CTCell raw = ((XSSFCell) cell).getCTCell();
        raw.unsetV();
        raw.setT(STCellType.INLINE_STR);
        raw.addNewIs().setT(text);
      }
      try (OutputStream out = Files.newOutputStream(form)) {
        workbook.write(out);
      }
    }
    OrderTemplate template = ready(OrderTemplate.read(form, false));
    byte[] filled = template.filled(List.of(ship(1), make(2)));
    try (XSSFWorkbook workbook = open(filled)) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(texts(sheet.getRow(0))).containsExactly("1.0", "cell", "12.5 pieces");
      assertThat(texts(sheet.getRow(1))).containsExactly("2.0", "pack", "40 packs");
      for (Cell cell : sheet.getRow(0)) {
        assertThat(((XSSFCell) cell).getCTCell().isSetIs()).isFalse();
      }
    }
  }

  @Test
  void aTotalOverTheRowCoversAllOrders() throws IOException {
    Path form = form(List.of("{{planned_per_day}}"), List.of("total"));
    try (XSSFWorkbook workbook = open(Files.readAllBytes(form))) {
      workbook.getSheetAt(0).getRow(1).createCell(1).setCellFormula("SUM(A1:A1)");
      try (OutputStream out = Files.newOutputStream(form)) {
        workbook.write(out);
      }
    }
    OrderTemplate template = ready(OrderTemplate.read(form, false));
    try (XSSFWorkbook filled = open(template.filled(List.of(ship(1), make(2), ship(3))))) {
      Cell total = filled.getSheetAt(0).getRow(3).getCell(1);
      assertThat(
              filled.getCreationHelper().createFormulaEvaluator().evaluate(total).getNumberValue())
          .isEqualTo(12.5 + 40 + 12.5);
    }
  }

  @Test
  void withoutOrdersTheFieldsAreEmpty() throws IOException {
    OrderTemplate template = ready(OrderTemplate.read(form(List.of("{{product}}", "x")), false));
    try (XSSFWorkbook filled = open(template.filled(List.of()))) {
      assertThat(texts(filled.getSheetAt(0).getRow(0))).containsExactly("", "x");
    }
  }

  @Test
  void datesNeedToKnowWhichDateDayZeroIs() throws IOException {
    Path form = form(List.of("{{first_date}}"));
    assertThat(faults(OrderTemplate.read(form, false)))
        .singleElement()
        .asString()
        .contains("form.xlsx / Sheet0!A1", "--date");
    OrderTemplate template = ready(OrderTemplate.read(form, true));
    try (XSSFWorkbook filled = open(template.filled(List.of(ship(1))))) {
      Cell cell = filled.getSheetAt(0).getRow(0).getCell(0);
      assertThat(cell.getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-03-06");
    }
  }

  @Test
  void everyUnknownFieldIsNamedWithItsCell() throws IOException {
    Path form = form(List.of("{{prodct}}", "{{product}}"), List.of("", "{{when}}"));
    assertThat(faults(OrderTemplate.read(form, false)))
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).contains("Sheet0!A1", "\"prodct\"", "planned_per_day"),
            second -> assertThat(second).contains("Sheet0!B2", "\"when\""));
  }

  @Test
  void whatIsNoFormIsRefused() throws IOException {
    Path text = Files.writeString(temp.resolve("text.xlsx"), "no workbook");
    assertThat(faults(OrderTemplate.read(text, false)))
        .singleElement()
        .asString()
        .contains("Excel");
    assertThat(faults(OrderTemplate.read(form(List.of("Orders")), false)))
        .singleElement()
        .asString()
        .contains("no field");
    assertThat(faults(OrderTemplate.read(temp.resolve("none.xlsx"), false)))
        .singleElement()
        .asString()
        .contains("not there");
  }

  @SafeVarargs
  private Path form(List<String>... rows) throws IOException {
    Path file = temp.resolve("form.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle style = workbook.createCellStyle();
      style.setWrapText(true);
      Sheet sheet = workbook.createSheet();
      for (int i = 0; i < rows.length; i++) {
        Row row = sheet.createRow(i);
        for (int column = 0; column < rows[i].size(); column++) {
          row.createCell(column).setCellValue(rows[i].get(column));
          row.getCell(column).setCellStyle(style);
        }
      }
      workbook.write(out);
    }
    return file;
  }

  private static OrderTemplate ready(Loaded<OrderTemplate> loaded) {
    if (loaded instanceof Loaded.Ready<OrderTemplate>(var template, var none)) {
      return template;
    }
    throw new AssertionError(faults(loaded));
  }

  private static List<String> faults(Loaded<OrderTemplate> loaded) {
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static XSSFWorkbook open(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static List<String> texts(Row row) {
    return IntStream.range(0, row.getLastCellNum())
        .mapToObj(column -> row.getCell(column).toString())
        .toList();
  }

  private static Order ship(int number) {
    return order(number, true, "cell", "pieces", "South store", 5, 12.5);
  }

  private static Order make(int number) {
    return order(number, false, "pack", "packs", "Pack house", 7, 40);
  }

  private static Order order(
      int number,
      boolean ships,
      String product,
      String unit,
      String to,
      int firstDay,
      double planned) {
    LocalDate start = LocalDate.of(2026, 3, 1);
    return new Order(
        number,
        ships,
        "",
        "",
        "row",
        product,
        product,
        unit,
        "pack-house",
        "Pack house",
        "Packers",
        "to",
        to,
        "Keepers",
        firstDay,
        firstDay + 9,
        start.plusDays(firstDay),
        start.plusDays(firstDay + 9),
        10,
        planned,
        false,
        "",
        "",
        "",
        Double.NaN,
        1);
  }
}
