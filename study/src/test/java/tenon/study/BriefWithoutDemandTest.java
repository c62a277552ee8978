package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A package without demand has a brief of what it does say, and of what to add. */
class BriefWithoutDemandTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir private Path temp = Path.of("");

  @Test
  void anIndexIsFollowedOverTimeAndTakenApart() throws IOException {
    Path regions = EXAMPLES.resolve("regions");
    ready(Study.run(regions, Recipe.of(), temp.resolve("out"), Progress.NONE));
    Map<String, Double> scores = values("scores.csv", 3, 3);
    Map<String, Double> weights = values("weights.csv", 2, 3);
    String text = brief(regions, Locale.ENGLISH);
    assertThat(text)
        .contains("rose in 6 of 6 units", "They drew together: the highest stood 26.2 points")
        .contains("Still to be filled: firms, sites, products, sourcing, demand.");
    List<List<String>> movement = sheet("movement");
    assertThat(movement).hasSize(6);
    for (List<String> row : movement) {
      double before = known(scores, row.getFirst() + ",2018,A");
      double after = known(scores, row.getFirst() + ",2023,A");
      assertThat(number(row, 3)).isCloseTo(after - before, within(1e-7));
    }
    List<List<String>> obstacles = sheet("obstacles");
    assertThat(obstacles).hasSize(6 * 12);
    for (List<String> row : obstacles) {
      double score = known(scores, row.get(0) + ",2023," + row.get(1));
      double weight = known(weights, row.get(1) + ",given");
      assertThat(number(row, 4)).isCloseTo(weight * (100 - score), within(1e-7));
    }
    // What all indicators take makes up the whole distance of the index to 100.
    double taken =
        obstacles.stream()
            .filter(row -> row.getFirst().equals("Northeast Region"))
            .mapToDouble(row -> number(row, 4))
            .sum();
    assertThat(taken).isCloseTo(100 - known(scores, "Northeast Region,2023,A"), within(1e-6));
    for (List<String> row : sheet("targets_missed")) {
      assertThat(number(row, 2)).isLessThan(number(row, 3));
      assertThat(number(row, 4)).isPositive();
    }
  }

  @Test
  void linksSayHowConcentratedSupplyIs() throws IOException {
    Path source = withoutDemand();
    String text = brief(source, Locale.ENGLISH);
    assertThat(text)
        .contains("1 of 2 products that are delivered come from one firm alone")
        .contains("Still to be filled: hierarchy, indicators.")
        .contains("Still to be filled: demand.");
    // Part p: 12 a day from A and 8 from B, so 0.6 x 0.6 + 0.4 x 0.4; part q: C alone.
    assertThat(sheet("concentration"))
        .containsExactly(List.of("q", "1.0", "1.0", "1.0"), List.of("p", "2.0", "0.52", "1.0"));
    assertThat(sheet("only_sources")).containsExactly(List.of("C", "1.0"));
    assertThat(brief(source, Locale.SIMPLIFIED_CHINESE)).contains("供应集中度", "尚待填写：demand。");
  }

  @Test
  void whatWasLeftOutIsToldAsThat() throws IOException {
    Path tiers = EXAMPLES.resolve("three-tier");
    Recipe exposure = Recipe.of().withStages(List.of(Stage.EXPOSURE));
    ready(Study.brief(tiers, exposure, temp.resolve("b.txt"), null, Progress.NONE));
    assertThat(Files.readString(temp.resolve("b.txt")))
        .contains("it was left out; name simulate among the stages")
        .doesNotContain("Concentration of supply");
  }

  /** The three tiers with volumes, and without demand. */
  private Path withoutDemand() throws IOException {
    Path copy = Files.createDirectories(temp.resolve("tiers"));
    try (Stream<Path> files = Files.list(EXAMPLES.resolve("three-tier"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Files.delete(copy.resolve("demand.csv"));
    Path descriptor = copy.resolve("datapackage.json");
    String json = Files.readString(descriptor);
    var root = (ObjectNode) mapper().readTree(json);
    var resources = (ArrayNode) root.get("resources");
    for (int at = resources.size() - 1; at >= 0; at--) {
      if (resources.get(at).get("name").asString().equals("demand")) {
        resources.remove(at);
      }
    }
    Files.writeString(descriptor, root.toString());
    Files.writeString(
        copy.resolve("sourcing.csv"),
        """
        link_id,customer_site_id,supplier_site_id,product_id,share,volume_per_day,lead_time_days,status
        A>X:p,X,A,p,0.6,6,0,active
        B>X:p,X,B,p,0.4,4,0,active
        C>X:q,X,C,q,1,10,0,active
        A>Y:p,Y,A,p,0.6,6,0,active
        B>Y:p,Y,B,p,0.4,4,0,active
        """);
    return copy;
  }

  private static JsonMapper mapper() {
    return JsonMapper.shared();
  }

  /** The brief as a text, in two pages as a Word file. */
  private String brief(Path source, Locale locale) throws IOException {
    Recipe recipe = Recipe.of().with(Setting.SIMULATE_REPLICATIONS, "2").withLocale(locale);
    Path word = temp.resolve("b.docx");
    ready(Study.brief(source, recipe, word, null, Progress.NONE));
    BriefPages.areTwo(Files.readAllBytes(word), temp);
    ready(Study.brief(source, recipe, temp.resolve("b.txt"), null, Progress.NONE));
    return Files.readString(temp.resolve("b.txt")).replaceAll("\\s*\n\\s*", " ").replace(" 、", "、");
  }

  /** Rows of a sheet of the annex below its head. */
  private List<List<String>> sheet(String name) throws IOException {
    try (InputStream in = Files.newInputStream(temp.resolve("b-annex.xlsx"));
        XSSFWorkbook annex = new XSSFWorkbook(in)) {
      List<List<String>> rows = new ArrayList<>();
      for (Row row : annex.getSheet(name)) {
        if (row.getRowNum() > 1) {
          List<String> cells = new ArrayList<>();
          row.forEach(cell -> cells.add(text(cell)));
          rows.add(cells);
        }
      }
      return rows;
    }
  }

  private static String text(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        ? Double.toString(cell.getNumericCellValue())
        : cell.getStringCellValue();
  }

  private static double known(Map<String, Double> values, String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

  private static double number(List<String> row, int column) {
    return Double.parseDouble(row.get(column));
  }

  /** A column of a table of the report by the columns before it. */
  private Map<String, Double> values(String file, int keys, int column) throws IOException {
    Map<String, Double> values = new HashMap<>();
    for (String line : Files.readAllLines(temp.resolve("out").resolve(file))) {
      String[] cells = line.split(",", -1);
      if (!cells[column].isEmpty() && Character.isDigit(cells[column].charAt(0))) {
        String key = String.join(",", List.of(cells).subList(0, keys));
        values.put(key, Double.parseDouble(cells[column]));
      }
    }
    return values;
  }

  private static void ready(Loaded<StudyOutcome> loaded) {
    assertThat(loaded.findings()).noneMatch(finding -> finding.isError());
  }
}
