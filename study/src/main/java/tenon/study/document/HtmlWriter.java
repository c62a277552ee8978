package tenon.study.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tenon.study.document.Block.Explorer;
import tenon.study.document.Block.Figure;
import tenon.study.document.Block.Formula;
import tenon.study.document.Block.Grid;
import tenon.study.document.Block.Heading;
import tenon.study.document.Block.Paragraph;
import tenon.study.document.Block.Points;
import tenon.study.page.Resources;

/** A document as one page that loads nothing: styles and pictures inside, no script. */
final class HtmlWriter {
  private static final String CSS = "/tenon/study/document/document.css";

  /** Fewer sections need no list of contents. */
  private static final int LISTED = 4;

  private final StringBuilder html = new StringBuilder();
  private final Document document;
  private final Captions captions;
  private int sections;

  private HtmlWriter(Document document) throws IOException {
    this.document = document;
    captions = new Captions(document.locale());
    head();
    html.append("<body>\n<header>\n<h1>").append(text(document.title())).append("</h1>\n");
    if (!document.subtitle().isEmpty()) {
      html.append("<p class=\"subtitle\">").append(text(document.subtitle())).append("</p>\n");
    }
    contents();
    html.append("</header>\n<main>\n");
    document.blocks().forEach(this::block);
    html.append("</main>\n</body>\n</html>\n");
  }

  static byte[] bytes(Document document) throws IOException {
    return new HtmlWriter(document).html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head() throws IOException {
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(captions.chinese() ? "zh-Hans" : "en")
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src 'unsafe-inline'; img-src data:")
        .append(scripts())
        .append("\">\n<title>")
        .append(text(document.title()))
        .append("</title>\n<style>\n")
        .append(Resources.text(CSS))
        .append("</style>\n</head>\n");
  }

  /** Allows the scripts of this document, by their digest, and no others. */
  private String scripts() {
    StringBuilder allowed = new StringBuilder();
    for (Block block : document.blocks()) {
      if (block instanceof Explorer(_, _, var script)) {
        allowed.append(" 'sha256-").append(Markup.digest(script)).append('\'');
      }
    }
    return allowed.isEmpty() ? "" : "; script-src" + allowed;
  }

  private void contents() {
    List<Heading> headings =
        document.blocks().stream()
            .filter(Heading.class::isInstance)
            .map(Heading.class::cast)
            .filter(heading -> heading.level() == 1)
            .toList();
    if (headings.size() < LISTED) {
      return;
    }
    html.append("<nav aria-label=\"").append(captions.word("contents")).append("\"><ol>\n");
    for (int i = 0; i < headings.size(); i++) {
      html.append("<li><a href=\"#s").append(i + 1).append("\">");
      html.append(text(headings.get(i).text())).append("</a></li>\n");
    }
    html.append("</ol></nav>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph(var words) -> element("p", words);
      case Points(var points) -> points(points);
      case Formula formula -> formula(formula);
      case Grid grid -> grid(grid);
      case Figure figure -> figure(figure);
      case Explorer explorer -> explorer(explorer);
    }
  }

  private void heading(Heading heading) {
    String id = "";
    if (heading.level() == 1) {
      sections++;
      id = " id=\"s" + sections + "\"";
    }
    int level = heading.level() + 1;
    html.append("<h").append(level).append(id).append('>').append(text(heading.text()));
    html.append("</h").append(level).append(">\n");
  }

  private void points(List<String> points) {
    html.append("<ul>\n");
    points.forEach(point -> element("li", point));
    html.append("</ul>\n");
  }

  private void formula(Formula formula) {
    String shown =
        MathsReader.read(formula.latex())
            .map(tree -> MathMl.display(tree, formula.plain()))
            .orElseGet(() -> "<span class=\"plain\">" + text(formula.plain()) + "</span>");
    html.append("<div class=\"formula\">").append(shown).append("</div>\n");
  }

  private void grid(Grid grid) {
    String caption = caption(captions.nextTable(), grid.title());
    boolean[] numeric = Columns.numeric(grid);
    html.append("<div class=\"table\" id=\"").append(Markup.attribute(grid.id()));
    html.append("\">\n<div class=\"scroll\" tabindex=\"0\"><table>\n<caption>").append(caption);
    html.append("</caption>\n<thead><tr>");
    for (int column = 0; column < numeric.length; column++) {
      String name = numeric[column] ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
      html.append(name).append(text(grid.header().get(column))).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> cells : grid.rows()) {
      row(cells, numeric);
    }
    html.append("</tbody></table></div>\n");
    notes(grid.notes());
    html.append("</div>\n");
  }

  private void row(List<Cell> cells, boolean[] numeric) {
    html.append("<tr>");
    for (int column = 0; column < numeric.length; column++) {
      html.append(numeric[column] ? "<td class=\"n\">" : "<td>");
      html.append(text(cells.get(column).set())).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void figure(Figure figure) {
    html.append("<figure id=\"").append(Markup.attribute(figure.id())).append("\">\n<figcaption>");
    html.append(caption(captions.nextFigure(), figure.title())).append("</figcaption>\n");
    html.append("<div class=\"scroll\" tabindex=\"0\">").append(figure.svg()).append("</div>\n");
    notes(figure.notes());
    html.append("</figure>\n");
  }

  private void explorer(Explorer explorer) {
    figure(explorer.figure());
    String id = Markup.attribute(explorer.figure().id() + "-data");
    html.append("<script type=\"application/json\" id=\"").append(id).append("\">");
    html.append(explorer.data().replace("<", "\\u003c")).append("</script>\n<script>");
    html.append(explorer.script()).append("</script>\n");
  }

  private String caption(String label, String title) {
    return "<span>" + text(label) + "</span> " + text(title);
  }

  private void notes(List<String> notes) {
    notes.forEach(note -> html.append("<p class=\"note\">").append(text(note)).append("</p>\n"));
  }

  private void element(String name, String words) {
    html.append('<').append(name).append('>').append(text(words));
    html.append("</").append(name).append(">\n");
  }

  private static String text(String words) {
    return Markup.text(words).replace("\n", "<br>");
  }
}
