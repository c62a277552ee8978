package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.brief.BriefAnnex;
import tenon.study.brief.BriefDocument;
import tenon.study.document.Block;
import tenon.study.document.Document;
import tenon.study.document.DocumentFiles;
import tenon.study.document.DocumentFormat;
import tenon.study.page.Table;
import tenon.study.part.Part;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Over all example packages: every number in a table of the brief is the number that {@code
 * result.json} of the report has under its name, stands in the sheet of the annex that is named
 * below the table, and has its formula in the annex.
 */
class BriefNumbersTest {
  /** For each table: where its rows stand in the result, and the key of each of its numbers. */
  private static final Map<String, Source> SOURCES =
      Map.of(
          "weakest",
          new Source(
              "exposure",
              "/sites",
              List.of("", "", "/ttr_days", "/tts_days", "/lost_margin", "/priority"),
              List.of("", "", "ttr", "tts", "margin", "priority")),
          "shortfalls",
          new Source(
              "simulate",
              "/demands",
              List.of("", "", "/more_lost_units/mean", ""),
              List.of("", "", "service", "")),
          "sources",
          new Source(
              "plan",
              "/moves",
              List.of("", "", "", "/planned_per_day", ""),
              List.of("", "", "", "plan", "")),
          "substitutes",
          new Source(
              "plan",
              "/coverage",
              List.of(
                  "",
                  "",
                  "/lost_per_day",
                  "/makers_elsewhere",
                  "/coverable_per_day",
                  "/delivered_per_day",
                  ""),
              List.of("", "", "coverage", "coverage", "coverage", "coverage", "")));

  private record Source(String stage, String array, List<String> keys, List<String> lineage) {}

  @TempDir private Path temp = Path.of("");

  /** Keeps what a study leaves. */
  private static final class Kept implements Outlet {
    private @Nullable StudyFiles files;

    @Override
    public List<Finding> faults(Path folder, Recipe recipe) {
      return List.of();
    }

    @Override
    public boolean needsPlan() {
      return true;
    }

    @Override
    public StudyOutcome write(StudyFiles written) {
      files = written;
      return written.outcome(Path.of("none"), List.of());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "three-tier,",
    "two-regions,",
    "cash-and-crews,",
    "press-line,",
    "regions,",
    "yangtze-ic,lead-10-1"
  })
  void theNumbersOfABriefAreThoseOfTheReport(String example, @Nullable String sites)
      throws IOException {
    Path source = Path.of("..", "examples", example);
    boolean small = sites == null;
    List<Locale> locales =
        small ? List.of(Locale.ENGLISH, Locale.CHINA) : List.of(Locale.SIMPLIFIED_CHINESE);
    for (Locale locale : locales) {
      Recipe recipe =
          Recipe.of()
              .with(Setting.SIMULATE_REPLICATIONS, "2")
              .with(Setting.EXPOSURE_SITES, sites == null ? "" : sites)
              .withLocale(locale);
      Kept kept = new Kept();
      JsonNode result = json(ready(new Study(source, kept, null, Progress.NONE).run(recipe)));
      StudyFiles files = Objects.requireNonNull(kept.files);
      if (small && locale.equals(Locale.ENGLISH)) {
        Recipe same = recipe.withStages(files.subject().recipe().stages());
        if (files.subject().rehearsed() != null) {
          same = same.with(Setting.SCENARIO, files.subject().recipe().text(Setting.SCENARIO));
        }
        JsonNode report =
            json(ready(Study.run(source, same, temp.resolve(example), Progress.NONE)));
        assertThat(report.get("stages") == null ? report : report.get("stages"))
            .as("stages of the report")
            .isEqualTo(result.get("stages") == null ? result : result.get("stages"));
      }
      Document brief =
          BriefDocument.of(files.subject(), files.parts(), "a.xlsx", files.findings().size());
      Document annex = BriefAnnex.of(files.subject(), files.parts(), files.findings());
      byte[] workbook = DocumentFiles.bytes(annex, DocumentFormat.XLSX);
      try (XSSFWorkbook sheets = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
        for (Block block : brief.blocks()) {
          if (block instanceof Block.Grid grid) {
            agrees(grid, result, sheets, files.parts(), new Words(locale));
          }
        }
      }
      hasAllParts(brief, files.parts(), new Words(locale));
      BriefPages.areTwo(DocumentFiles.bytes(brief, DocumentFormat.DOCX), temp);
    }
  }

  private static void hasAllParts(Document brief, List<Part> parts, Words words) {
    List<String> headings = new ArrayList<>();
    for (Block block : brief.blocks()) {
      if (block instanceof Block.Heading(int level, String text)) {
        headings.add(text);
      }
    }
    assertThat(headings).contains(words.get("brief.state"));
    if (parts.size() > 1) {
      assertThat(headings)
          .contains(
              words.get("brief.weakest"), words.get("brief.substitutes"), words.get("brief.plan"));
      assertThat(headings).anyMatch(text -> text.startsWith(words.get("brief.break", "").strip()));
    }
  }

  private static void agrees(
      Block.Grid grid, JsonNode result, XSSFWorkbook annex, List<Part> parts, Words words) {
    Source source = SOURCES.get(grid.id());
    for (int row = 0; row < grid.rows().size(); row++) {
      for (int column = 0; column < grid.rows().get(row).size(); column++) {
        double value = grid.rows().get(row).get(column).value();
        if (Double.isNaN(value)) {
          continue;
        }
        String where = grid.id() + " row " + row + " column " + column;
        assertThat(numbers(annex, words, grid)).as(where).anyMatch(one -> same(one, value));
        if (parts.stream().flatMap(part -> part.annex().stream()).anyMatch(isOf(grid))) {
          assertThat(texts(annex.getSheet("lineage"))).contains(words.get("lineage." + grid.id()));
          continue;
        }
        if (source == null) {
          assertThat(grid.id()).as(where).isEqualTo("state");
          assertThat(leaves(result)).as(where).anyMatch(one -> same(one, value));
          continue;
        }
        String key = source.keys().get(column);
        assertThat(key).as(where).isNotEmpty();
        JsonNode whole = result.has("stages") ? result.get("stages").get(source.stage()) : result;
        List<Double> told = new ArrayList<>();
        whole.at(source.array()).forEach(node -> told.add(number(node.at(key))));
        assertThat(told).as(where + key).anyMatch(one -> same(one, value));
        if (grid.id().equals("weakest")) {
          assertThat(told.get(row)).as(where + key).matches(one -> same(one, value));
        }
        String lineage = source.lineage().get(column);
        assertThat(parts.stream().flatMap(part -> part.lineage().stream())).contains(lineage);
        assertThat(texts(annex.getSheet("lineage"))).contains(words.get("lineage." + lineage));
      }
    }
  }

  private static Predicate<Table> isOf(Block.Grid grid) {
    return table -> table.file().equals(grid.id() + ".csv");
  }

  /** To the ten digits that results have. */
  private static boolean same(double one, double other) {
    return one == other || Math.abs(one - other) <= 1e-9 * Math.abs(other);
  }

  private static double number(JsonNode node) {
    return node.isNumber()
        ? node.asDouble()
        : node.asString("").equals("inf") ? Double.POSITIVE_INFINITY : Double.NaN;
  }

  private static List<Double> leaves(JsonNode node) {
    List<Double> found = new ArrayList<>();
    if (node.isContainer()) {
      node.forEach(inner -> found.addAll(leaves(inner)));
    } else {
      found.add(number(node));
    }
    return found;
  }

  /** Numbers of the sheet that is named below a table; "inf" is one. */
  private static List<Double> numbers(XSSFWorkbook annex, Words words, Block.Grid grid) {
    for (Sheet sheet : annex) {
      if (grid.notes().contains(words.get("brief.sheet", sheet.getSheetName()))) {
        List<Double> found = new ArrayList<>();
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.NUMERIC) {
              found.add(cell.getNumericCellValue());
            } else if (cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().equals("inf")) {
              found.add(Double.POSITIVE_INFINITY);
            }
          }
        }
        return found;
      }
    }
    throw new AssertionError("no sheet of the annex is named below " + grid.id());
  }

  private static List<String> texts(Sheet sheet) {
    List<String> found = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING) {
          found.add(cell.getStringCellValue());
        }
      }
    }
    return found;
  }

  private static JsonNode json(StudyOutcome outcome) {
    return JsonMapper.shared().readTree(outcome.resultJson());
  }

  private static StudyOutcome ready(Loaded<StudyOutcome> loaded) {
    if (loaded instanceof Loaded.Ready<StudyOutcome>(var outcome, var warnings)) {
      return outcome;
    }
    throw new AssertionError(loaded.findings());
  }
}
