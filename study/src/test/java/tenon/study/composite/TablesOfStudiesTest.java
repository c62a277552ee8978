package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.measure.MeasureMethods;
import tenon.study.method.Asked;
import tenon.study.method.Method;

/** The same panel as CSV, workbook and Parquet, long and wide, gives the same scores. */
class TablesOfStudiesTest {
  private static final List<List<String>> WIDE =
      List.of(
          List.of("unit", "year", "a", "b"),
          List.of("U", "2021", "0", "8.5"),
          List.of("V", "2021", "5", ""),
          List.of("W", "2021", "10", "0"));
  private static final List<List<String>> LONG =
      List.of(
          List.of("unit_id", "period", "code", "value"),
          List.of("U", "2021", "a", "0"),
          List.of("V", "2021", "a", "5"),
          List.of("W", "2021", "a", "10"),
          List.of("U", "2021", "b", "8.5"),
          List.of("W", "2021", "b", "0"));

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void hierarchy() throws IOException {
    Files.writeString(
        temp.resolve("h.csv"), "code,parent,direction,weight\nI,,1,\na,I,1,0.25\nb,I,1,0.75\n");
    Files.writeString(
        temp.resolve("study.yaml"),
        "hierarchy: h.csv\nsteps: [{do: normalise, by: min_max}]\nweights: given\n");
  }

  private Loaded<Answer> run(String data) throws IOException {
    Method method = IndexStudy.method();
    Map<String, String> given = new HashMap<>();
    given.put("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(temp.resolve(data), method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private static List<List<String>> scores(Loaded<Answer> loaded) {
    if (loaded instanceof Loaded.Ready<Answer>(var answer, var _)) {
      return answer.tables().getFirst().rows();
    }
    throw new AssertionError(texts(loaded));
  }

  private static List<String> texts(Loaded<?> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private void csv(String name, List<List<String>> rows) throws IOException {
    Files.writeString(
        temp.resolve(name),
        String.join("\n", rows.stream().map(row -> String.join(",", row)).toList()) + "\n");
  }

  private static void fill(XSSFSheet sheet, int first, List<List<String>> rows) {
    for (int at = 0; at < rows.size(); at++) {
      XSSFRow row = sheet.createRow(first + at);
      for (int column = 0; column < rows.get(at).size(); column++) {
        String text = rows.get(at).get(column);
        if (text.matches("[\\d.]+")) {
          row.createCell(column).setCellValue(Double.parseDouble(text));
        } else if (!text.isEmpty()) {
          row.createCell(column).setCellValue(text);
        }
      }
    }
  }

  private void book(String name, XSSFWorkbook workbook) throws IOException {
    try (workbook;
        OutputStream out = Files.newOutputStream(temp.resolve(name))) {
      workbook.write(out);
    }
  }

  @Test
  void workbooksAndParquetGiveWhatCsvGives() throws IOException {
    csv("wide.csv", WIDE);
    List<List<String>> expected = scores(run("wide.csv"));
    csv("long.csv", LONG);
    assertThat(scores(run("long.csv"))).isEqualTo(expected);
    XSSFWorkbook workbook = new XSSFWorkbook();
    workbook.createSheet("empty");
    fill(workbook.createSheet("wide panel"), 3, WIDE);
    fill(workbook.createSheet("long"), 0, LONG);
    book("book.xlsx", workbook);
    Loaded<Answer> first = run("book.xlsx");
    assertThat(scores(first)).isEqualTo(expected);
    assertThat(texts(first)).anyMatch(text -> text.contains("first of several sheets"));
    assertThat(scores(run("book.xlsx#long"))).isEqualTo(expected);
    for (String table : List.of("wide", "long")) {
      try (var duck = java.sql.DriverManager.getConnection("jdbc:duckdb:");
          var statement = duck.createStatement()) {
        statement.execute(
            "COPY (SELECT * FROM read_csv('%s')) TO '%s' (FORMAT parquet)"
                .formatted(temp.resolve(table + ".csv"), temp.resolve(table + ".parquet")));
      } catch (java.sql.SQLException e) {
        throw new AssertionError(e);
      }
      assertThat(scores(run(table + ".parquet"))).isEqualTo(expected);
    }
  }

  @Test
  void faultsInAWorkbookAreToldAtTheirCells() throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    XSSFSheet sheet = workbook.createSheet("2021 data");
    fill(sheet, 1, WIDE);
    sheet.getRow(3).getCell(2).setCellValue("about 5");
    book("book.xlsx", workbook);
    assertThat(texts(run("book.xlsx")))
        .singleElement()
        .asString()
        .contains("book.xlsx 2021 data!C4", "about 5");
    assertThat(texts(run("book.xlsx#2020")))
        .singleElement()
        .asString()
        .contains("2020", "2021 data");
    workbook = new XSSFWorkbook();
    sheet = workbook.createSheet("s");
    fill(sheet, 0, WIDE);
    sheet.getRow(2).getCell(2).setCellFormula("1/0");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    fill(workbook.createSheet("t"), 0, List.of(List.of("unit", "unit"), List.of("x", "y")));
    workbook.createSheet("void");
    book("book.xlsx", workbook);
    assertThat(texts(run("book.xlsx#s"))).anyMatch(text -> text.contains("s!C3"));
    assertThat(texts(run("book.xlsx#t"))).anyMatch(text -> text.contains("t!B1"));
    assertThat(texts(run("book.xlsx#void"))).anyMatch(text -> text.contains("void"));
    Files.writeString(temp.resolve("none.xlsx"), "no workbook");
    assertThat(texts(run("none.xlsx")).getFirst()).contains("none.xlsx");
  }

  @Test
  void methodsReadSheetsToo() throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    fill(
        workbook.createSheet("x"),
        0,
        List.of(
            List.of("unit", "a", "b"),
            List.of("U", "1", "2"),
            List.of("V", "3", "3"),
            List.of("W", "2", "7")));
    book("m.xlsx", workbook);
    csv(
        "m.csv",
        List.of(
            List.of("unit", "a", "b"),
            List.of("U", "1", "2"),
            List.of("V", "3", "3"),
            List.of("W", "2", "7")));
    Method method = Method.named("entropy", MeasureMethods.all()).orElseThrow();
    List<Object> results = new java.util.ArrayList<>();
    for (String name : List.of("m.csv", "m.xlsx", "m.xlsx#x")) {
      Asked asked = new Asked(temp.resolve(name), method.complete(Map.of()), 1, 1, Locale.ENGLISH);
      Loaded<Answer> loaded = method.work().answer(asked, Progress.NONE);
      results.add(
          loaded instanceof Loaded.Ready<Answer>(var answer, var _)
              ? answer.result()
              : texts(loaded));
    }
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertThat(results.get(2)).isEqualTo(results.get(0));
  }
}
