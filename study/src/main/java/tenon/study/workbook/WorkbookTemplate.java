package tenon.study.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tenon.model.Field;
import tenon.model.Resource;
import tenon.study.document.OfficeZip;

/** Makes the empty workbook that people fill. */
public final class WorkbookTemplate {
  /** Words of the guide sheet that say something of the package, in their order. */
  static final List<String> INFO =
      List.of("name", "title", "description", "currency", "synthetic", "licence");

  /** Words of the guide sheet of a form. */
  static final List<String> FORM_INFO = List.of("reported_on", "currency");

  /** All of these words. */
  static final List<String> KNOWN =
      Stream.concat(INFO.stream(), FORM_INFO.stream()).distinct().toList();

  /** Rows of a sheet that have a drop-down. */
  private static final int LISTED_ROWS = 5_000;

  private static final int LETTER = 256;
  private static final int WIDTH = 22;

  private final Locale locale;
  private final Plan plan;
  private final XSSFWorkbook workbook;
  private final TemplateLook look;

  private WorkbookTemplate(Locale locale, Plan plan, XSSFWorkbook workbook) {
    this.locale = locale;
    this.plan = plan;
    this.workbook = workbook;
    look = new TemplateLook(workbook);
  }

  /**
   * The file: a sheet that guides, then one sheet per table.
   *
   * @param form whether the form of one firm is meant, else the workbook of all tables
   */
  public static byte[] bytes(boolean form, Locale locale) throws IOException {
    Plan plan = form ? Plan.ofOneFirm() : Plan.all();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      WorkbookTemplate template = new WorkbookTemplate(locale, plan, workbook);
      template.guide();
      plan.sheets().forEach(template::sheet);
      workbook.write(bytes);
    }
    return OfficeZip.undated(
        bytes.toByteArray(), Titles.say(locale, form ? "form.title" : "title"));
  }

  private void guide() {
    XSSFSheet sheet = workbook.createSheet(Titles.say(locale, "guide"));
    sheet.setDisplayGridlines(false);
    int at = 0;
    put(sheet, at++, 0, Titles.say(locale, plan.form() ? "form.title" : "title"), look.title());
    for (int i = 1; i <= 5; i++) {
      put(sheet, at++, 0, Titles.say(locale, "guide." + i), look.plain());
    }
    if (plan.form()) {
      put(sheet, at++, 0, Titles.say(locale, "form.guide.1"), look.plain());
      put(sheet, at++, 0, Titles.say(locale, "form.guide.2"), look.plain());
      put(sheet, at++, 0, Titles.say(locale, "form.guide.3"), look.plain());
    }
    at++;
    put(sheet, at, 0, Titles.say(locale, plan.form() ? "form.key" : "key"), look.head(false));
    put(sheet, at++, 1, Titles.say(locale, "value"), look.head(false));
    for (String key : plan.form() ? FORM_INFO : INFO) {
      put(sheet, at, 0, label(key, locale), look.plain());
      put(sheet, at++, 1, "", look.field());
    }
    sheet.setColumnWidth(0, 44 * LETTER);
    sheet.setColumnWidth(1, 60 * LETTER);
    printed(sheet);
  }

  /** On paper, or as PDF, all columns stand side by side. */
  private static void printed(XSSFSheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** What the guide sheet calls a word of the package. */
  static String label(String key, Locale locale) {
    return Titles.say(locale, key.equals("title") ? "package.title" : key);
  }

  private void sheet(Plan.Sheet planned) {
    Resource resource = planned.resource();
    XSSFSheet sheet = workbook.createSheet(Titles.sheet(resource, locale));
    put(sheet, 0, 0, "#", look.head(false));
    put(sheet, 1, 0, Titles.say(locale, "note"), look.note());
    put(sheet, 2, 0, Titles.say(locale, "unit"), look.note());
    put(sheet, 3, 0, Titles.say(locale, "example"), look.example());
    sheet.setColumnWidth(0, 11 * LETTER);
    for (int i = 0; i < planned.fields().size(); i++) {
      column(sheet, resource, planned.fields().get(i), i + 1);
    }
    sheet.getRow(1).setHeightInPoints(48);
    sheet.getRow(2).setHeightInPoints(34);
    sheet.createFreezePane(2, 4);
    printed(sheet);
  }

  private void column(XSSFSheet sheet, Resource resource, Field field, int at) {
    put(sheet, 0, at, Titles.column(resource, field, locale), look.head(field.required()));
    put(sheet, 1, at, CellWords.note(resource, field, locale), look.note());
    put(sheet, 2, at, CellWords.unit(field, locale), look.note());
    boolean number = field.type() == Field.Type.NUMBER;
    String example = Examples.text(resource, field);
    put(sheet, 3, at, Titles.code(example, locale), look.example());
    double amount = number ? Examples.number(field) : Double.NaN;
    if (!Double.isNaN(amount)) {
      sheet.getRow(3).getCell(at).setCellValue(amount);
    }
    sheet.setColumnWidth(at, Math.max(WIDTH, field.name().length() + 2) * LETTER);
    if (!number) {
      // As text, so that a spreadsheet does not turn a code into a number or a date.
      sheet.setDefaultColumnStyle(at, look.textColumn());
    }
    list(sheet, field, at);
  }

  private void list(XSSFSheet sheet, Field field, int at) {
    List<String> codes =
        field.type() == Field.Type.FLAG ? List.of("true", "false") : field.categories();
    if (codes.isEmpty()) {
      return;
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    String[] words = codes.stream().map(code -> Titles.code(code, locale)).toArray(String[]::new);
    DataValidation validation =
        helper.createValidation(
            helper.createExplicitListConstraint(words),
            new CellRangeAddressList(4, LISTED_ROWS, at, at));
    validation.setSuppressDropDownArrow(true);
    validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
    validation.setShowErrorBox(true);
    sheet.addValidationData(validation);
  }

  private static void put(
      XSSFSheet sheet,
      int row,
      int column,
      String text,
      org.apache.poi.ss.usermodel.CellStyle style) {
    Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    Cell cell = line.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }
}
