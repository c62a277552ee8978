package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.sector.SectorModel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tenon economy emerging}: relevance and technology spillover of emerging industries from
 * the sectors they are made in, and their rating: the mean of both with growth.
 *
 * <pre>
 * relevance  = (backward / greatest backward + forward / greatest forward) / 2
 * spillover  = what reaches other sectors / the greatest such value of any sector
 *              (row of the Ghosh inverse without the own sector)
 * overall    = (relevance + spillover + growth) / 3
 * </pre>
 *
 * An industry made in several sectors has their means by output. A file that brings relevance and
 * spillover of its own is only rated.
 */
public final class EmergingAnswer {
  private static final List<String> HEADER =
      List.of("industry", "relevance", "spillover", "growth", "overall", "priority");

  private static final List<String> SCORES = List.of("relevance", "spillover");

  private final List<Finding> faults = new ArrayList<>();

  private EmergingAnswer() {}

  /**
   * The answer.
   *
   * @param industries file with the columns industry, sectors (parted by semicolons), growth (0 to
   *     1), or relevance and spillover instead of sectors
   */
  public static Loaded<Answer> of(TableSource source, Path industries, Locale locale) {
    return ModelStep.run(
        source, (model, warnings) -> new EmergingAnswer().rate(source, model, industries, locale));
  }

  private Loaded<Answer> rate(
      TableSource source, SectorModel model, Path industries, Locale locale) {
    return switch (FlatTable.read(industries)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var rows, var warnings) -> {
        check(rows);
        yield faults.isEmpty()
            ? rate(source, model, rows, industries, locale)
            : new Loaded.Rejected<>(faults);
      }
    };
  }

  private void check(FlatTable rows) {
    List<String> names = new ArrayList<>(List.of("industry", "growth"));
    names.addAll(isScored(rows) ? SCORES : List.of("sectors"));
    for (String name : names) {
      if (!rows.has(name)) {
        faults.add(rows.unknown(name));
      } else if (name.equals("growth") || SCORES.contains(name)) {
        shares(rows, name);
      }
    }
  }

  private void shares(FlatTable rows, String name) {
    if (!rows.isNumeric(name)) {
      faults.addAll(rows.noNumbers(name));
      return;
    }
    double[] values = rows.numbers(name);
    for (int row = 0; row < values.length; row++) {
      if (!(values[row] >= 0 && values[row] <= 1)) {
        String cell = rows.texts(name).get(row);
        faults.add(EconomyWords.error("no-share", rows.file(), rows.line(row), name, cell));
      }
    }
  }

  /** Whether the file brings scores of its own, which then count instead of the table's. */
  private static boolean isScored(FlatTable rows) {
    return rows.has("relevance") && rows.has("spillover");
  }

  private Loaded<Answer> rate(
      TableSource source, SectorModel model, FlatTable rows, Path file, Locale locale) {
    boolean scored = isScored(rows);
    double[] relevance = relevance(model);
    double[] spillover = spillover(model);
    double[] growth = rows.numbers("growth");
    double[][] scores = new double[rows.rows()][];
    for (int row = 0; row < scores.length; row++) {
      TreeSet<Integer> made = scored ? new TreeSet<>() : sectors(model.table(), rows, row);
      double r = scored ? rows.numbers("relevance")[row] : mean(model.table(), relevance, made);
      double s = scored ? rows.numbers("spillover")[row] : mean(model.table(), spillover, made);
      scores[row] = new double[] {r, s, growth[row], (r + s + growth[row]) / 3};
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(answer(source, rows, file, scores, locale), List.of())
        : new Loaded.Rejected<>(faults);
  }

  private TreeSet<Integer> sectors(IndustryTable table, FlatTable rows, int row) {
    TreeSet<Integer> made = new TreeSet<>();
    for (String name : rows.texts("sectors").get(row).split(";", -1)) {
      List<Integer> places = Choice.of(table, name.strip());
      if (places.isEmpty()) {
        faults.add(Choice.unknown(table, rows.file(), rows.line(row), "sectors", name.strip()));
      }
      made.addAll(places);
    }
    return made;
  }

  private static double mean(IndustryTable table, double[] scores, TreeSet<Integer> made) {
    double weight = 0;
    double sum = 0;
    for (int i : made) {
      weight += table.output(i);
      sum += table.output(i) * scores[i];
    }
    return weight > 0 ? sum / weight : Double.NaN;
  }

  private static double[] relevance(SectorModel model) {
    double[] backward = overGreatest(model.backward());
    double[] forward = overGreatest(model.forwardGhosh());
    return IntStream.range(0, backward.length)
        .mapToDouble(i -> (backward[i] + forward[i]) / 2)
        .toArray();
  }

  private static double[] spillover(SectorModel model) {
    double[] forward = model.forwardGhosh();
    return overGreatest(
        IntStream.range(0, forward.length)
            .mapToDouble(i -> forward[i] - model.ghosh(i, i))
            .toArray());
  }

  private static double[] overGreatest(double[] values) {
    double greatest = Arrays.stream(values).max().orElse(0);
    return Arrays.stream(values).map(value -> greatest > 0 ? value / greatest : 0).toArray();
  }

  private static Answer answer(
      TableSource source, FlatTable rows, Path file, double[][] scores, Locale locale) {
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> -scores[row][3]))
            .toList();
    List<List<String>> cells = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    ArrayNode nodes = Json.array();
    for (int row : order) {
      List<String> line = new ArrayList<>(List.of(rows.texts("industry").get(row)));
      ObjectNode node = Json.object();
      node.put("industry", line.getFirst());
      for (int c = 0; c < scores[row].length; c++) {
        line.add(Numbers.exactCell(scores[row][c]));
        node.set(HEADER.get(c + 1), Json.exact(scores[row][c]));
      }
      line.add(Integer.toString(cells.size() + 1));
      node.put("priority", cells.size() + 1);
      cells.add(line);
      nodes.add(node);
      String[] said = {
        Integer.toString(cells.size()),
        line.getFirst(),
        String.format(locale, "%.3f", scores[row][3]),
        String.format(locale, "%.3f", scores[row][0]),
        String.format(locale, "%.3f", scores[row][1]),
        String.format(locale, "%.3f", scores[row][2])
      };
      lines.add(EconomyWords.say(locale, "emerging.line", said));
    }
    ObjectNode result = Json.object();
    result.set("industries", nodes);
    List<Path> inputs = new ArrayList<>(source.inputs());
    inputs.add(file);
    Map<String, String> settings = new TreeMap<>(ModelStep.settings(source));
    return new Answer(
        "economy emerging",
        lines,
        result,
        List.of(new Table("emerging.csv", HEADER, cells)),
        null,
        inputs,
        settings,
        true);
  }
}
