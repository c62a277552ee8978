package tenon.study.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Field;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.study.ImportStudy;

/** Workbooks as people fill them, sound and with faults. */
class WorkbookTest {
  private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

  @TempDir private Path folder = Path.of("");

  /** Ten rows each of sites, products and stocks below the notes of the template. */
  private XSSFWorkbook filled(Locale locale) throws IOException {
    Path template = folder.resolve("template.xlsx");
    WorkbookStudy.template(false, template, locale);
    XSSFWorkbook book;
    try (var in = Files.newInputStream(template)) {
      book = new XSSFWorkbook(in);
    }
    row(book, locale, Resource.REGIONS, 4, "region_id", "SH", "name_zh", "上海");
    row(book, locale, Resource.FIRMS, 4, "firm_id", "f1", "name_zh", "甲公司");
    String plant = Titles.code("plant", locale);
    for (int i = 0; i < 10; i++) {
      String site = "s" + i;
      String product = "p" + i;
      row(book, locale, Resource.SITES, 4 + i, "site_id", site, "firm_id", "f1");
      row(book, locale, Resource.SITES, 4 + i, "region_id", "SH", "kind", plant, "ttr_days", 30.0);
      row(book, locale, Resource.PRODUCTS, 4 + i, "product_id", product, "unit_value", 2.5);
      row(book, locale, Resource.STOCKS, 4 + i, "site_id", site, "product_id", product);
      row(book, locale, Resource.STOCKS, 4 + i, "on_hand", 100.0);
    }
    return book;
  }

  private static void row(
      XSSFWorkbook book, Locale locale, Resource resource, int at, Object... pairs) {
    Sheet sheet = book.getSheet(Titles.sheet(resource, locale));
    for (int i = 0; i < pairs.length; i += 2) {
      Cell cell = cell(sheet, resource, locale, at, (String) pairs[i]);
      switch (pairs[i + 1]) {
        case Double number -> cell.setCellValue(number);
        case Object text -> cell.setCellValue(text.toString());
      }
    }
  }

  private static Cell cell(Sheet sheet, Resource resource, Locale locale, int at, String column) {
    Field field = resource.fields().get(resource.position(column));
    String head = Titles.column(resource, field, locale);
    Row line = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getStringCellValue().equals(head)) {
        return line.getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      }
    }
    throw new AssertionError("no head " + head);
  }

  private Path save(XSSFWorkbook book) throws IOException {
    Path file = folder.resolve("chain.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }

  private WorkbookStudy read(Path file, Locale locale) throws IOException {
    return WorkbookStudy.excel(file, folder.resolve("pkg"), null, locale, Progress.NONE);
  }

  @Test
  void aSoundWorkbookGivesTheSamePackageInBothLanguages() throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, ZH)) {
      WorkbookStudy done = read(save(filled(locale)), locale);
      assertThat(done.loaded()).isInstanceOf(Loaded.Ready.class);
      assertThat(Files.readAllLines(folder.resolve("pkg/sites.csv")))
          .hasSize(11)
          .contains("site_id,firm_id,region_id,kind,ttr_days", "s9,f1,SH,plant,30");
      assertThat(Files.readString(folder.resolve("pkg/stocks.csv"))).contains("s3,p3,100");
    }
  }

  /** As a program leaves it that writes formulas and reckons none; it would have counted as 0. */
  @Test
  void aFormulaThatNobodyHasWorkedOutIsAFault() throws IOException {
    XSSFWorkbook book = filled(Locale.ENGLISH);
    Sheet sheet = book.getSheet(Titles.sheet(Resource.STOCKS, Locale.ENGLISH));
    Cell stock = cell(sheet, Resource.STOCKS, Locale.ENGLISH, 4, "on_hand");
    stock.setBlank();
    stock.setCellFormula("50+50");
    assertThat(read(save(book), Locale.ENGLISH).loaded().findings())
        .filteredOn(Finding::isError)
        .singleElement()
        .extracting(finding -> finding.text(Locale.ENGLISH))
        .asString()
        .contains("stocks!D5", "\"=50+50\"", "save it there");
  }

  /** Who fills a workbook has no CSV files to add lines to. */
  @Test
  void mendsSpeakOfSheets() throws IOException {
    XSSFWorkbook book = filled(ZH);
    row(book, ZH, Resource.STOCKS, 4, "product_id", "p99");
    row(book, ZH, Resource.SITES, 5, "firm_id", "另一家");
    assertThat(read(save(book), ZH).loaded().findings().stream().map(f -> f.text(ZH)).toList())
        .noneMatch(text -> text.contains(".csv"))
        .anyMatch(text -> text.contains("产品!") || text.contains("工作表 产品"))
        .anyMatch(text -> text.contains("工作表 企业"));
  }

  @Test
  void thirtyPlantedFaultsComeBackAsThirtyMarkedCells() throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, ZH)) {
      XSSFWorkbook book = filled(locale);
      for (int i = 0; i < 5; i++) {
        row(book, locale, Resource.SITES, 4 + i, "ttr_days", -1.0 - i);
        row(book, locale, Resource.SITES, 4 + i, "kind", "plnt" + i);
        row(book, locale, Resource.SITES, 4 + i, "latitude", 91.0 + i);
        row(book, locale, Resource.PRODUCTS, 4 + i, "unit_value", "abc");
        row(book, locale, Resource.STOCKS, 4 + i, "product_id", "q" + i);
        row(book, locale, Resource.STOCKS, 4 + i, "safety_stock", "1.000,5");
      }
      WorkbookStudy done = read(save(book), locale);
      List<Finding> errors = done.loaded().findings().stream().filter(Finding::isError).toList();
      assertThat(errors).hasSize(30);
      assertThat(errors.stream().map(f -> f.text(locale)))
          .anyMatch(
              text ->
                  text.matches(
                      "chain.xlsx "
                          + Titles.sheet(Resource.SITES, locale)
                          + "![A-Z]5 \\[ttr_days].*"));
      assertThat(Files.exists(folder.resolve("pkg"))).isFalse();
      assertThat(coloured(done.files().getFirst())).isEqualTo(30);
    }
  }

  /** Red cells, each of which must have a comment; doubts are yellow. */
  private static int coloured(Path file) throws IOException {
    int count = 0;
    try (var in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            boolean red =
                cell.getCellStyle().getFillForegroundColor() == IndexedColors.ROSE.getIndex();
            assertThat(!red || cell.getCellComment() != null).isTrue();
            if (red) {
              count++;
            }
          }
        }
      }
    }
    return count;
  }

  @Test
  void theEmptyTemplateIsRefusedSinceItsExamplesAreNoData() throws IOException {
    Path template = folder.resolve("t.xlsx");
    WorkbookStudy.template(true, template, ZH);
    Loaded<ImportStudy> loaded = read(template, ZH).loaded();
    assertThat(loaded.findings()).extracting(Finding::code).containsExactly("workbook-empty");
  }

  @Test
  void everyTableAndColumnHasAChineseNameOfItsOwn() {
    for (Resource resource : Resource.values()) {
      assertThat(Titles.resource(Titles.sheet(resource, ZH))).isEqualTo(resource);
      for (Field field : resource.fields()) {
        String head = Titles.column(resource, field, ZH);
        assertThat(Titles.column(resource, head)).isEqualTo(field.name());
        assertThat(Titles.note(resource, field, ZH)).isNotBlank();
        for (String code : field.categories()) {
          assertThat(Titles.code(field, Titles.code(code, ZH))).isEqualTo(code);
        }
      }
    }
  }

  @Test
  void aFileThatUnpacksToTooMuchAndOneThatIsNoWorkbookAreRefused() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] block = new byte[1 << 20];
      for (long done = 0; done <= WorkbookFile.LARGEST_CONTENT; done += block.length) {
        zip.write(block);
      }
    }
    assertThat(read(bomb, ZH).loaded().findings())
        .extracting(Finding::code)
        .containsExactly("workbook-bomb");
    Path text = Files.writeString(folder.resolve("x.xlsx"), "site_id\n1\n");
    assertThat(read(text, ZH).loaded().findings())
        .extracting(Finding::code)
        .containsExactly("workbook-unreadable");
  }

  @Test
  void theSameTemplateHasTheSameBytes() throws IOException {
    assertThat(WorkbookTemplate.bytes(false, ZH)).isEqualTo(WorkbookTemplate.bytes(false, ZH));
  }
}
