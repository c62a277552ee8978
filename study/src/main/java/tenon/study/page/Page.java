package tenon.study.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page of a study: sections in the order they are added, and what is drawn in them. Names in
 * the data are foreign input; they reach the page only inside a block of JSON that cannot be left,
 * and from there only as text nodes.
 */
public final class Page {
  private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/";
  private static final List<String> SCRIPTS =
      List.of("page.js", "drawing.js", "charts.js", "curves.js", "start.js");
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z.:-]+)}}");

  private final Words words;
  private final List<String> sections = new ArrayList<>();
  private final ObjectNode data = Json.object();
  private final ObjectNode text = data.putObject("text");
  private final ObjectNode charts = data.putObject("charts");
  private final ObjectNode pictures = data.putObject("pictures");
  private final ObjectNode tables = data.putObject("tables");
  private final ObjectNode lists = data.putObject("lists");

  public Page(Words words) {
    this.words = words;
  }

  /** Adds the section of that name: its fragment, headed by the word {@code section.NAME}. */
  public Page section(String name) {
    sections.add(name);
    return this;
  }

  /** Fills every element whose {@code data-text} is the key; without a text it vanishes. */
  public Page text(String key, String value) {
    text.put(key, value);
    return this;
  }

  public Page chart(String key, ObjectNode chart) {
    charts.set(key, chart);
    return this;
  }

  /**
   * Fills every element whose {@code data-picture} is the key with a picture of the charts, in
   * which names are escaped.
   */
  public Page picture(String key, String svg) {
    pictures.put(key, svg);
    return this;
  }

  public Page table(String key, ObjectNode table) {
    tables.set(key, table);
    return this;
  }

  public Page list(String key, ArrayNode lines) {
    lists.set(key, lines);
    return this;
  }

  /** Hands a structure of its own to the page's script. */
  public Page set(String key, JsonNode value) {
    data.set(key, value);
    return this;
  }

  /** The whole page. */
  public String html(String title) throws IOException {
    return fill(Resources.text("report.html"), title, 0);
  }

  /** Fills the slots in one pass: what fills a slot is never searched for slots. */
  private String fill(String template, String title, int number) throws IOException {
    Matcher slots = SLOT.matcher(template);
    StringBuilder html = new StringBuilder();
    while (slots.find()) {
      slots.appendReplacement(html, Matcher.quoteReplacement(slot(slots.group(1), title, number)));
    }
    return slots.appendTail(html).toString();
  }

  private String slot(String slot, String title, int number) throws IOException {
    return switch (slot) {
      case "lang" -> words.htmlLang();
      case "title" -> escape(title);
      case "number" -> Integer.toString(number);
      case "first" -> sections.isEmpty() ? "" : sections.getFirst();
      case "contents-list" -> contents();
      case "sections" -> fragments(title);
      case "css" -> Resources.text("report.css");
      case "echarts-licence" -> notice();
      case "echarts" -> Resources.text(ECHARTS + "dist/echarts.common.min.js");
      case "script" -> script();
      case "data" -> Json.forScript(data);
      default -> escape(words.get(slot));
    };
  }

  private String contents() {
    StringBuilder list = new StringBuilder();
    for (String section : sections) {
      String label = escape(words.get("section." + section));
      list.append("<li><a href=\"#").append(section).append("\">").append(label);
      list.append("</a></li>\n");
    }
    return list.toString();
  }

  private String fragments(String title) throws IOException {
    StringBuilder html = new StringBuilder();
    int number = 0;
    for (String section : sections) {
      String head = "<section id=\"" + section + "\">\n<h2><span>" + ++number + "</span> ";
      html.append(head).append(escape(words.get("section." + section))).append("</h2>\n");
      html.append(fill(Resources.text("section-" + section + ".html"), title, number));
      html.append("</section>\n");
    }
    return html.toString();
  }

  private static String script() throws IOException {
    StringBuilder script = new StringBuilder();
    for (String file : SCRIPTS) {
      script.append(Resources.text(file));
    }
    return script.toString();
  }

  /** The notice of the chart library and of what it contains, as a comment of the page. */
  private static String notice() throws IOException {
    String text =
        Resources.text(ECHARTS + "NOTICE")
            + "\n\n"
            + Resources.text(ECHARTS + "licenses/LICENSE-d3");
    return text.replace("--", "- -");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
