package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Reads the pairwise judgements of one or more experts from YAML; every fault with line, key, value
 * and mend.
 *
 * <pre>
 * judgements:
 *   - group: B1              # code of the node above the siblings
 *     expert: planner        # optional, free text; several entries of one group are several experts
 *     items: [C11, C12]      # codes of the siblings
 *     matrix:                # row item against column item; fractions as 1/3, null where not judged
 *       - [1, 2]
 *       - [1/2, 1]
 * </pre>
 */
public final class JudgementReader {
  private static final List<String> KEYS = List.of("group", "expert", "items", "matrix");
  private static final Pattern RATIO =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(?: *\\/ *(\\d+\\.?\\d*|\\.\\d+))?");

  private JudgementReader() {}

  /** The judgements in the order of the file, or every fault of it. */
  public static Loaded<List<Judgement>> read(Path file) {
    Findings findings = new Findings();
    String name = String.valueOf(file.getFileName());
    List<Judgement> judgements = new ArrayList<>();
    Node node = new YamlFile(file, name, findings).root();
    YamlObject root = node == null ? null : YamlObject.of(node, "", name, findings);
    if (root != null) {
      root.allow(List.of("judgements"));
      root.objects("judgements").forEach(element -> judgements.add(judgement(element)));
    }
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(List.copyOf(judgements), findings.list());
  }

  private static Judgement judgement(YamlObject element) {
    element.allow(KEYS);
    String group = element.text("group", true);
    element.text("expert", false);
    List<String> items = element.texts("items");
    if (element.has("items") && items.isEmpty()) {
      element.add(element.at("no-items", "items"));
    }
    List<List<String>> rows = element.rows("matrix");
    if (rows.size() != items.size() || rows.stream().anyMatch(row -> row.size() != items.size())) {
      element.add(element.at("judgements-ragged", "matrix").args(rows.size(), items.size()));
    }
    List<List<Double>> matrix =
        rows.stream().map(row -> row.stream().map(cell -> ratio(element, cell)).toList()).toList();
    return new Judgement(group == null ? "" : group, items, matrix);
  }

  private static double ratio(YamlObject element, String cell) {
    if (cell.equals("null") || cell.equals("~") || cell.isBlank()) {
      return Double.NaN;
    }
    Matcher ratio = RATIO.matcher(cell);
    if (ratio.matches()) {
      double below = ratio.group(2) == null ? 1 : Double.parseDouble(ratio.group(2));
      double value = Double.parseDouble(ratio.group(1)) / below;
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    }
    element.add(element.at("no-judgement", "matrix").value(cell));
    return Double.NaN;
  }
}
