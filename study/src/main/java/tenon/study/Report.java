package tenon.study;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report: one page that needs nothing but itself. Names in the data are foreign input; they reach
 * the page only inside a block of JSON that cannot be left, and from there only as text nodes.
 */
final class Report {
  private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/";
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z.:-]+)}}");

  private final ExposureFacts facts;
  private final Words words;
  private final Names names;
  private final Answer answer;

  Report(ExposureFacts facts, Words words, Names names, Answer answer) {
    this.facts = facts;
    this.words = words;
    this.names = names;
    this.answer = answer;
  }

  String html() throws IOException {
    // One pass: what fills a slot is never searched for slots.
    Matcher slots = SLOT.matcher(Resources.text("report.html"));
    StringBuilder html = new StringBuilder();
    while (slots.find()) {
      slots.appendReplacement(html, Matcher.quoteReplacement(fill(slots.group(1))));
    }
    return slots.appendTail(html).toString();
  }

  private String fill(String slot) throws IOException {
    return switch (slot) {
      case "lang" -> words.htmlLang();
      case "title" -> escape(answer.title());
      case "css" -> Resources.text("report.css");
      case "echarts-licence" -> notice();
      case "echarts" -> Resources.text(ECHARTS + "dist/echarts.common.min.js");
      case "script" -> Resources.text("report.js");
      case "data" -> Json.forScript(data());
      default -> escape(words.get(slot));
    };
  }

  /** The notice of the chart library and of what it contains, as a comment of the page. */
  private static String notice() throws IOException {
    String text = Resources.text(ECHARTS + "NOTICE") + "\n\n" + Resources.text(ECHARTS + "licenses/LICENSE-d3");
    return text.replace("--", "- -");
  }

  private ObjectNode data() {
    ObjectNode root = Json.object();
    ObjectNode text = root.putObject("text");
    ObjectNode charts = root.putObject("charts");
    ObjectNode tables = root.putObject("tables");
    ObjectNode lists = root.putObject("lists");
    text.put("title", answer.title());
    text.put("answer", answer.sentence());
    text.put("description", facts.info().description());
    if (facts.info().synthetic()) {
      text.put("banner", words.get("banner.synthetic"));
    }
    drawing(root, text);
    exposure(root, text, charts, tables);
    sources(text, charts, tables);
    firms(text, charts, tables);
    assumptions(root, lists);
    lineage(text, tables);
    return root;
  }

  private void drawing(ObjectNode root, ObjectNode text) {
    DrawingSection section = new DrawingSection(facts, words, names);
    if (section.empty()) {
      text.put("chain.empty", words.get("chain.empty"));
      return;
    }
    text.put("chain.title", section.title());
    text.put("chain.note", section.note());
    root.set("chain", section.json());
  }

  private void exposure(ObjectNode root, ObjectNode text, ObjectNode charts, ObjectNode tables) {
    ExposureSection section = new ExposureSection(facts, words, names);
    if (section.top().isEmpty()) {
      text.put("exposure.empty", words.get("exposure.empty"));
    } else {
      text.put("exposure.title", section.title());
      text.put("exposure.note", words.get("exposure.note"));
      charts.set("exposure", section.bars());
    }
    if (!facts.ranked().isEmpty()) {
      text.put("scatter.title", section.scatterTitle());
      text.put("scatter.note", section.scatterNote());
      charts.set("scatter", section.scatter());
      tables.set("exposure", section.table());
      text.put("table.note", words.get("table.note"));
    }
    root.set("reasons", section.reasons());
  }

  private void sources(ObjectNode text, ObjectNode charts, ObjectNode tables) {
    SourceSection section = new SourceSection(facts, words, names);
    if (section.noSingles()) {
      text.put("single.empty", words.get("single.empty"));
    } else {
      text.put("single.title", section.singleTitle());
      charts.set("single", section.singleBars());
      tables.set("single", section.singleTable());
    }
    if (section.noSoleMakers()) {
      text.put("sole.empty", words.get("sole.empty"));
    } else {
      text.put("sole.title", section.soleTitle());
      tables.set("sole", section.soleTable());
    }
  }

  private void firms(ObjectNode text, ObjectNode charts, ObjectNode tables) {
    if (!(facts.priorityTotal() > 0)) {
      text.put("firms.empty", words.get("exposure.empty"));
      return;
    }
    FirmSection section = new FirmSection(facts, words, names);
    text.put("firms.title", section.title());
    charts.set("firms", section.bars());
    tables.set("firms", section.table());
  }

  private void assumptions(ObjectNode root, ObjectNode lists) {
    AssumptionSection section = new AssumptionSection(facts, words);
    lists.set("method", section.ofMethod());
    lists.set("package", section.ofPackage());
    root.set("findings", section.findings());
  }

  private void lineage(ObjectNode text, ObjectNode tables) {
    LineageSection section = new LineageSection(facts, words);
    tables.set("numbers", section.numbers());
    tables.set("inputs", section.inputs());
    text.put("command", section.command());
    text.put("program", section.program());
    if (facts.recipe().date() != null) {
      text.put("date", words.get("footer.date", facts.recipe().date().toString()));
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
