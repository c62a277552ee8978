package tenon.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tenon.study.page.Json;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.recipe.Setting;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** What is different from an earlier run: settings, inputs, and the figures that moved. */
final class Changes {
  private final Subject subject;
  private final List<Part> parts;
  private final List<InputFile> inputs;
  private final Earlier earlier;
  private final Words words;

  Changes(Subject subject, List<Part> parts, List<InputFile> inputs, Earlier earlier) {
    this.subject = subject;
    this.parts = parts;
    this.inputs = inputs;
    this.earlier = earlier;
    words = subject.words();
  }

  void fill(Page page) {
    page.section("changes");
    List<String> causes = new ArrayList<>(settings());
    causes.addAll(files());
    page.list("causes", Json.array(causes));
    if (causes.isEmpty()) {
      page.text("changes.none", words.get("changes.none"));
    }
    Map<String, Double> now = new LinkedHashMap<>();
    parts.forEach(part -> Figures.of(part.stage(), part.result(), now));
    PageTable table =
        new PageTable("", words)
            .words(words.get("column.figure"))
            .numbers(words.get("column.before"), "")
            .numbers(words.get("column.after"), "")
            .numbers(words.get("column.difference"), "");
    int moved = 0;
    for (Map.Entry<String, Double> figure : now.entrySet()) {
      Double before = earlier.figures().get(figure.getKey());
      if (before != null) {
        double difference = figure.getValue() - before;
        moved += before.equals(figure.getValue()) ? 0 : 1;
        table.row(
            Cell.text(name(figure.getKey())),
            cell(before),
            cell(figure.getValue()),
            cell(Double.isNaN(difference) ? 0 : difference));
      }
    }
    page.text("changes.title", words.get("changes.title", Numbers.count(moved)));
    page.table("changes", table.json());
  }

  private String name(String figure) {
    return words.code("figure", figure);
  }

  private static Cell cell(double number) {
    return new Cell(Numbers.shown(number), number);
  }

  private List<String> settings() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Setting, String> entry : subject.recipe().settings().entrySet()) {
      String before = earlier.recipe().text(entry.getKey());
      if (!before.equals(entry.getValue())) {
        lines.add(words.get("changes.setting", entry.getKey().key(), before, entry.getValue()));
      }
    }
    if (subject.recipe().seed() != earlier.recipe().seed()) {
      String before = Long.toString(earlier.recipe().seed());
      String after = Long.toString(subject.recipe().seed());
      lines.add(words.get("changes.setting", "seed", before, after));
    }
    return lines;
  }

  private List<String> files() {
    Map<String, String> before = new LinkedHashMap<>();
    earlier.inputs().forEach(file -> before.put(file.name(), file.sha256()));
    List<String> lines = new ArrayList<>();
    for (InputFile file : inputs) {
      if (!Objects.equals(before.remove(file.name()), file.sha256())) {
        lines.add(words.get("changes.input", file.name()));
      }
    }
    before.keySet().forEach(name -> lines.add(words.get("changes.input.gone", name)));
    return lines;
  }
}
