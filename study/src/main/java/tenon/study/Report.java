package tenon.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.study.page.Json;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Stage;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page of a study: its head, the sections of its parts, what was assumed, and the lineage. */
final class Report {
  /** A longer description is told in full only further down. */
  private static final int OPENING = 360;

  /** Examples of each kind of finding. */
  private static final int EXAMPLES = 5;

  private final Subject subject;
  private final List<Part> parts;
  private final List<InputFile> inputs;
  private final List<Finding> findings;
  private final @Nullable Earlier earlier;
  private final Words words;
  private final Page page;

  Report(
      Subject subject,
      List<Part> parts,
      List<InputFile> inputs,
      List<Finding> findings,
      @Nullable Earlier earlier) {
    this.subject = subject;
    this.parts = parts;
    this.inputs = inputs;
    this.findings = findings;
    this.earlier = earlier;
    words = subject.words();
    page = new Page(words);
  }

  String html() throws IOException {
    String key = parts.size() == 1 ? parts.getFirst().stage().title() : "report";
    String title = words.get("title." + key, own(subject.info().title()));
    page.text("title", title);
    head();
    if (earlier != null) {
      new Changes(subject, parts, inputs, earlier).fill(page);
    }
    parts.forEach(part -> part.fill(page));
    assumptions();
    lineage();
    return page.html(title);
  }

  /** Of a text in two languages the one of the reader. */
  private String own(String text) {
    return Labels.inOneLanguage(text, words.chinese());
  }

  private void head() {
    page.list("answers", Json.array(parts.stream().map(Part::answer).toList()));
    String description = subject.info().description().strip();
    String read = own(description);
    page.text("description", Labels.opening(read, OPENING));
    if (read.length() > OPENING || description.contains("\n")) {
      page.text("about", description);
    }
    if (subject.info().synthetic()) {
      page.text("banner", words.get("banner.synthetic"));
    }
    String inferred = subject.mark().banner();
    if (!inferred.isEmpty()) {
      page.text("inferred", inferred);
    }
    Recipe recipe = subject.recipe();
    if (recipe.date() != null) {
      page.text("date", words.get("footer.date", recipe.date().toString()));
    }
    page.list("missing", Json.array(parts.size() == 1 ? List.of() : missing()));
  }

  /** What a report of the whole loop lacks, and what to do about it. */
  private List<String> missing() {
    List<String> lines = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (!subject.recipe().does(stage)) {
        lines.add(words.get("missing." + stage.title()));
      }
    }
    return lines;
  }

  private void assumptions() {
    page.section("assumptions");
    ArrayNode method = Json.array();
    parts.forEach(part -> part.assumptions().forEach(method::add));
    page.list("method", method);
    page.list("package", Json.array(subject.info().assumptions().stream().map(this::own).toList()));
    page.set("findings", findingsByKind());
  }

  /** Findings by kind, each with its first examples. */
  private ArrayNode findingsByKind() {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding finding : findings) {
      kinds.computeIfAbsent(finding.code(), none -> new ArrayList<>()).add(finding);
    }
    ArrayNode array = Json.array();
    kinds.forEach(
        (code, found) -> {
          ObjectNode node = array.addObject();
          node.put("title", words.get("findings.kind", code, Numbers.count(found.size())));
          ArrayNode texts = node.putArray("texts");
          for (Finding finding : found.subList(0, Math.min(EXAMPLES, found.size()))) {
            texts.add(finding.text(words.locale()));
          }
          if (found.size() > EXAMPLES) {
            texts.add(words.get("findings.more", Numbers.count(found.size() - EXAMPLES)));
          }
        });
    return array;
  }

  private void lineage() {
    page.section("lineage");
    PageTable table =
        new PageTable("", words)
            .words(words.get("column.number"))
            .words(words.get("column.formula"))
            .words(words.get("column.read"))
            .words(words.get("column.source"));
    for (Part part : parts) {
      for (String number : part.lineage()) {
        String key = "lineage." + number;
        table.row(
            Cell.text(words.get(key)),
            Cell.text(words.get(key + ".formula")),
            Cell.text(words.get(key + ".read")),
            Cell.text(words.get(key + ".source")));
      }
    }
    page.table("numbers", table.json());
    page.table("inputs", inputTable());
    page.text("command", command());
    page.text("program", words.get("footer.program", Version.text(), Version.jdk()));
  }

  private ObjectNode inputTable() {
    PageTable table =
        new PageTable(Manifest.FILE, words)
            .words(words.get("column.file"))
            .numbers(words.get("column.bytes"), "")
            .words(words.get("column.sha256"));
    for (InputFile file : inputs) {
      table.row(Cell.text(file.name()), Cell.count(file.bytes()), Cell.text(file.sha256()));
    }
    return table.json();
  }

  private String command() {
    return String.join(" ", subject.recipe().commandLine().stream().map(Report::quoted).toList());
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
