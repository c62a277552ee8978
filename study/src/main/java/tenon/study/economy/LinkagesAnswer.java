package tenon.study.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.sector.ExactInverse;
import tenon.twin.sector.Linkages;
import tenon.twin.sector.SectorModel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy linkages}: multipliers, linkages and key sectors of a table. */
public final class LinkagesAnswer {

  /** Larger tables leave no matrices unless they are asked for. */
  private static final int SMALL = 64;

  private static final int SHOWN = 5;

  private static final List<String> COLUMNS =
      List.of(
          "output",
          "direct_backward",
          "direct_forward",
          "total_backward_L_colsum",
          "total_forward_L_rowsum",
          "total_forward_Ghosh_rowsum",
          "power_of_dispersion",
          "sensitivity_of_dispersion_L",
          "sensitivity_of_dispersion_Ghosh",
          "cv_backward",
          "income_multiplier",
          "hyp_extraction_total_output_loss",
          "key_sector");

  private static final Map<String, String> FILES =
      Map.of(
          "A", "input_coefficients.csv",
          "B", "allocation_coefficients.csv",
          "L", "leontief_inverse.csv",
          "G", "ghosh_inverse.csv",
          "L_exact", "leontief_exact.csv",
          "G_exact", "ghosh_exact.csv");

  private LinkagesAnswer() {}

  /** An element of a matrix. */
  private interface Element {
    double at(int i, int j);
  }

  /**
   * The answer.
   *
   * @param matrices whether A, B, L and G are written however large
   * @param exact whether the inverses of a small table are written as quotients
   */
  public static Loaded<Answer> of(
      TableSource source, boolean matrices, boolean exact, Locale locale) {
    return ModelStep.run(
        source, (model, warnings) -> answer(source, model, matrices, exact, locale));
  }

  private static Loaded<Answer> answer(
      TableSource source, SectorModel model, boolean matrices, boolean exact, Locale locale) {
    IndustryTable table = model.table();
    if (exact && table.count() > ExactInverse.LARGEST) {
      return new Loaded.Rejected<>(
          List.of(
              EconomyWords.error(
                  "too-large-exact",
                  source.name(),
                  0,
                  null,
                  Integer.toString(table.count()),
                  Integer.toString(ExactInverse.LARGEST))));
    }
    Linkages links = Linkages.of(model);
    double[] key = new double[table.count()];
    for (int i = 0; i < key.length; i++) {
      key[i] = links.isKey(i) ? 1 : 0;
    }
    double[][] columns = {
      table.output(),
      links.directBackward(),
      links.directForward(),
      links.totalBackward(),
      links.totalForward(),
      links.totalForwardGhosh(),
      links.powerOfDispersion(),
      links.sensitivityLeontief(),
      links.sensitivityGhosh(),
      links.variationBackward(),
      links.income(),
      links.extractionLoss(),
      key
    };
    List<Table> tables = new ArrayList<>();
    tables.add(EconomyTables.byIndustry("linkages.csv", table.industries(), COLUMNS, columns));
    ObjectNode result = Json.object();
    result.put("industries", table.count());
    result.set("sectors", EconomyTables.labels(table.industries()));
    for (int c = 0; c < columns.length; c++) {
      result.set(c == 0 ? "x" : COLUMNS.get(c), Json.exact(columns[c]));
    }
    result.set(
        "without_output",
        Json.array(
            table.withoutOutput().stream().map(i -> table.industries().get(i).label()).toList()));
    result.put("productive", model.isProductive());
    if (matrices || table.count() <= SMALL) {
      Map<String, Element> parts = new TreeMap<>();
      parts.put("A", model::input);
      parts.put("B", model::allocation);
      parts.put("L", model::leontief);
      parts.put("G", model::ghosh);
      parts.forEach((name, element) -> matrix(name, element, table, tables, result));
    }
    if (exact) {
      exact("L_exact", ExactInverse.of(table, false), table, tables, result);
      exact("G_exact", ExactInverse.of(table, true), table, tables, result);
    }
    Map<String, String> settings = new TreeMap<>(ModelStep.settings(source));
    settings.put("matrices", Boolean.toString(matrices));
    settings.put("exact", Boolean.toString(exact));
    return new Loaded.Ready<>(
        new Answer(
            "economy linkages",
            lines(table, links, locale),
            result,
            tables,
            LinkagesReport.of(table, links, locale),
            source.inputs(),
            settings,
            true),
        List.of());
  }

  private static void matrix(
      String name, Element element, IndustryTable table, List<Table> tables, ObjectNode result) {
    int n = table.count();
    double[][] numbers = new double[n][n];
    String[][] cells = new String[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        numbers[i][j] = element.at(i, j);
        cells[i][j] = Numbers.exactCell(numbers[i][j]);
      }
    }
    tables.add(EconomyTables.matrix(FILES.getOrDefault(name, "matrix.csv"), table, cells));
    if (n <= SMALL) {
      result.set(name, EconomyTables.rows(numbers));
    }
  }

  private static void exact(
      String name, String[][] cells, IndustryTable table, List<Table> tables, ObjectNode result) {
    tables.add(EconomyTables.matrix(FILES.getOrDefault(name, "matrix.csv"), table, cells));
    ArrayNode rows = Json.array();
    for (String[] row : cells) {
      rows.add(Json.array(List.of(row)));
    }
    result.set(name, rows);
  }

  private static List<String> lines(IndustryTable table, Linkages links, Locale locale) {
    List<String> lines = new ArrayList<>();
    long keys = IntStream.range(0, table.count()).filter(links::isKey).count();
    lines.add(
        EconomyWords.say(
            locale, "linkages.done", Integer.toString(table.count()), Long.toString(keys)));
    double all = Arrays.stream(table.output()).sum();
    for (int i : EconomyTables.greatest(links.extractionLoss(), SHOWN)) {
      lines.add(
          EconomyWords.say(
              locale,
              "linkages.line",
              table.title(i, locale),
              EconomyTables.percent(links.extractionLoss()[i] / all, locale),
              String.format(locale, "%.3f", links.totalBackward()[i]),
              String.format(locale, "%.3f", links.totalForwardGhosh()[i])));
    }
    return lines;
  }
}
