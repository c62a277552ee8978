package tenon.study.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Links;
import tenon.study.document.Block;
import tenon.study.document.Block.Grid;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Table;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.text.InferredMark;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;

/**
 * The annex of a brief, as the document of a workbook: the tables of the result as they are, how
 * each number comes about, the settings, the doubts.
 */
public final class BriefAnnex {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  /** A sheet has 1,048,576 rows, of which some are taken by the title and the notes. */
  private static final int MOST_ROWS = 1_000_000;

  private final Subject subject;
  private final List<Part> parts;
  private final Words words;

  private BriefAnnex(Subject subject, List<Part> parts) {
    this.subject = subject;
    this.parts = parts;
    words = subject.words();
  }

  /** The annex of a study. */
  public static Document of(Subject subject, List<Part> parts, List<Finding> findings) {
    BriefAnnex annex = new BriefAnnex(subject, parts);
    List<Block> blocks = new ArrayList<>();
    blocks.add(annex.summary());
    for (Part part : parts) {
      part.tables().forEach(table -> blocks.add(annex.sheet(part, table)));
      part.annex().forEach(table -> blocks.add(annex.sheet(part, table)));
    }
    annex.links().forEach(table -> blocks.add(annex.sheet(name(table), table)));
    List<Integer> inferred = InferredMark.links(subject.chain());
    if (!inferred.isEmpty()) {
      blocks.add(annex.sheet(subject.mark().banner(), inferredLinks(subject.chain(), inferred)));
    }
    blocks.add(annex.lineage());
    blocks.add(annex.settings());
    if (!findings.isEmpty()) {
      blocks.add(annex.findings(findings));
    }
    String subjectTitle = Labels.inOneLanguage(subject.info().title(), annex.words.chinese());
    String title = annex.words.get("brief.annex.title", subjectTitle);
    String subtitle = annex.words.get("brief.annex.subtitle", subject.info().name());
    return new Document(title, subtitle, annex.words.locale(), blocks);
  }

  /** The figures of the whole, as they stand in the result. */
  private Grid summary() {
    List<List<String>> rows = new ArrayList<>();
    for (Part part : parts) {
      for (Map.Entry<String, JsonNode> figure : part.result().path("summary").properties()) {
        rows.add(List.of(part.stage().title(), figure.getKey(), figure.getValue().asString("")));
      }
    }
    Table table = new Table("summary.csv", List.of("stage", "figure", "value"), rows);
    return sheet(words.get("brief.annex.summary"), table);
  }

  private static Table inferredLinks(Chain chain, List<Integer> inferred) {
    Links links = chain.links();
    List<List<String>> rows = new ArrayList<>();
    for (int link : inferred) {
      rows.add(
          List.of(
              links.keys().key(link),
              chain.sites().keys().key(links.supplier(link)),
              chain.sites().keys().key(links.customer(link)),
              chain.products().keys().key(links.product(link)),
              Numbers.exactCell(links.confidence(link)),
              Objects.requireNonNullElse(links.evidence(link), "")));
    }
    return new Table(
        "inferred_links.csv",
        List.of(
            "link_id",
            "supplier_site_id",
            "customer_site_id",
            "product_id",
            "confidence",
            "evidence"),
        rows);
  }

  /** Whether a text is a number as the tables of results write it. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private Grid sheet(Part part, Table table) {
    String stage = words.get("brief.stage." + part.stage().title());
    return sheet(words.get("brief.annex.sheet", name(table), stage), table);
  }

  private static String name(Table table) {
    return table.file().substring(0, table.file().lastIndexOf('.'));
  }

  private Grid sheet(String title, Table table) {
    List<List<Cell>> rows = new ArrayList<>();
    for (List<String> row : table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
      rows.add(row.stream().map(BriefAnnex::cell).toList());
    }
    List<String> notes = new ArrayList<>();
    if (table.rows().size() > MOST_ROWS) {
      notes.add(words.get("brief.annex.cut", Numbers.count(table.rows().size() - MOST_ROWS)));
    }
    return new Grid(name(table), title, table.header(), rows, notes);
  }

  private static Cell cell(String text) {
    return isNumber(text) ? Cell.of(text, Double.parseDouble(text)) : Cell.of(text);
  }

  /** What the links say, where the brief tells it. */
  private List<Table> links() {
    return ConcentrationBrief.of(subject).map(ConcentrationBrief::tables).orElse(List.of());
  }

  private List<Cell> lineage(String number) {
    String key = "lineage." + number;
    return List.of(
        Cell.of(words.get(key)),
        Cell.of(words.get(key + ".formula")),
        Cell.of(words.get(key + ".read")),
        Cell.of(words.get(key + ".source")));
  }

  private Grid lineage() {
    List<List<Cell>> rows = new ArrayList<>();
    parts.forEach(part -> part.lineage().forEach(number -> rows.add(lineage(number))));
    parts.forEach(part -> part.annex().forEach(table -> rows.add(lineage(name(table)))));
    links().forEach(table -> rows.add(lineage(name(table))));
    List<String> header =
        List.of(
            words.get("column.number"),
            words.get("column.formula"),
            words.get("column.read"),
            words.get("column.source"));
    List<String> notes = new ArrayList<>();
    parts.forEach(part -> notes.addAll(part.assumptions()));
    for (String assumed : subject.info().assumptions()) {
      notes.add(Labels.inOneLanguage(assumed, words.chinese()));
    }
    return new Grid("lineage", words.get("brief.annex.lineage"), header, rows, notes);
  }

  private Grid settings() {
    List<List<Cell>> rows = new ArrayList<>();
    subject
        .recipe()
        .settings()
        .forEach((setting, value) -> rows.add(List.of(Cell.of(setting.key()), Cell.of(value))));
    rows.add(List.of(Cell.of("seed"), Cell.of(Long.toString(subject.recipe().seed()))));
    List<String> header = List.of(words.get("brief.setting"), words.get("column.value"));
    return new Grid("settings", words.get("brief.annex.settings"), header, rows, List.of());
  }

  private Grid findings(List<Finding> findings) {
    List<List<Cell>> rows =
        findings.stream()
            .limit(MOST_ROWS)
            .map(one -> List.of(Cell.of(one.code()), Cell.of(one.text(words.locale()))))
            .toList();
    List<String> header = List.of(words.get("column.code"), words.get("brief.doubt"));
    return new Grid("findings", words.get("brief.annex.findings"), header, rows, List.of());
  }
}
