package tenon.study.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.study.document.Block.Explorer;
import tenon.study.document.Block.Figure;
import tenon.study.document.Block.Formula;
import tenon.study.document.Block.Grid;
import tenon.study.document.Block.Heading;
import tenon.study.document.Block.Paragraph;
import tenon.study.document.Block.Points;

/**
 * A document as an article that compiles with any current engine; one with ideographs needs {@code
 * xelatex} and {@code ctex}. Pictures lie beside it. Tables and figures stand where they are spoken
 * of, for a report has more of them than text; long tables go on over pages.
 */
final class LatexWriter {
  /** Longer tables break across pages. */
  private static final int LONG = 14;

  /** Letters that a line of a table holds, by the size of its letters. */
  private static final Map<String, Double> SIZES = sizes();

  /** How much longer a line is across the page. */
  private static final double ACROSS = 24.7 / 16;

  private final StringBuilder latex = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final Document document;

  private LatexWriter(Document document) {
    this.document = document;
    document.blocks().forEach(this::block);
    head();
    latex.append(body).append("\n\\end{document}\n");
  }

  private static Map<String, Double> sizes() {
    Map<String, Double> sizes = new LinkedHashMap<>();
    sizes.put("small", 96.0);
    sizes.put("footnotesize", 106.0);
    sizes.put("scriptsize", 118.0);
    sizes.put("tiny", 150.0);
    return sizes;
  }

  static byte[] bytes(Document document) {
    return new LatexWriter(document).latex.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head() {
    String title = LatexText.escape(document.title());
    String subtitle = LatexText.escape(document.subtitle());
    boolean chinese = document.locale().getLanguage().equals("zh");
    latex.append(chinese ? "% xelatex\n\\documentclass[UTF8,a4paper,11pt]{ctexart}\n" : english());
    latex.append(
        """
        \\usepackage{amsmath,amssymb}
        \\usepackage{booktabs,longtable,array}
        \\usepackage{graphicx,float,lscape}
        \\usepackage[a4paper,margin=2.5cm]{geometry}
        \\usepackage{caption}
        \\captionsetup{font=small,labelfont=bf,justification=raggedright,singlelinecheck=false}
        \\setlength{\\LTcapwidth}{\\linewidth}
        \\setlength{\\tabcolsep}{4pt}
        """);
    latex.append("\\title{").append(title);
    latex.append(subtitle.isEmpty() ? "" : "\\\\[0.5ex]\\large " + subtitle).append("}\n");
    latex.append("\\author{}\n\\date{}\n\n\\begin{document}\n\\maketitle\n");
  }

  private String english() {
    String fonts =
        """
        \\usepackage{iftex}
        \\ifPDFTeX
          \\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{}
        \\fi
        \\usepackage{textcomp}
        """;
    boolean ideographs = LatexText.hasIdeographs(document.title() + document.subtitle() + body);
    return (ideographs ? "% xelatex\n" : "% pdflatex or xelatex\n")
        + "\\documentclass[a4paper,11pt]{article}\n"
        + (ideographs ? "\\usepackage[UTF8,scheme=plain]{ctex}\n" : "")
        + fonts;
  }

  private void block(Block block) {
    switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph(var words) -> body.append('\n').append(text(words)).append('\n');
      case Points(var points) -> points(points);
      case Formula formula ->
          body.append("\\begin{equation*}\n")
              .append(formula.latex())
              .append("\n\\end{equation*}\n");
      case Grid grid -> grid(grid);
      case Figure figure -> figure(figure);
      case Explorer(var figure, _, _) -> figure(figure);
    }
  }

  private void heading(Heading heading) {
    String command =
        switch (heading.level()) {
          case 1 -> "section";
          case 2 -> "subsection";
          default -> "paragraph";
        };
    body.append("\n\\").append(command).append('{').append(text(heading.text())).append("}\n");
  }

  private void points(List<String> points) {
    body.append("\n\\begin{itemize}\n");
    points.forEach(point -> body.append("  \\item ").append(text(point)).append('\n'));
    body.append("\\end{itemize}\n");
  }

  private void figure(Figure figure) {
    body.append("\n\\begin{figure}[H]\n\\centering\n\\caption{").append(text(figure.title()));
    body.append("}\n\\label{fig:").append(figure.id());
    body.append("}\n\\includegraphics[width=\\linewidth,height=0.82\\textheight,keepaspectratio]{");
    body.append(DocumentFiles.picture(figure)).append("}\n");
    notes(figure.notes());
    body.append("\\end{figure}\n");
  }

  private void grid(Grid grid) {
    TableShape shape = new TableShape(grid);
    boolean across = shape.least() > room("tiny");
    double wider = across ? ACROSS : 1;
    String size = size(shape.whole() / wider, "scriptsize");
    boolean whole = !size.isEmpty();
    if (!whole) {
      size = size(Math.min(shape.least() / wider, room("tiny")), "tiny");
    }
    String columns = whole ? columns(grid) : columns(grid, shape.shares(room(size) * wider));
    body.append(across ? "\n\\begin{landscape}" : "");
    if (grid.rows().size() > LONG) {
      pages(grid, columns, size);
    } else {
      body.append("\n\\begin{table}[H]\n\\centering\n\\").append(size).append('\n');
      body.append(label(grid)).append("\n\\begin{tabular}{").append(columns);
      body.append("}\n\\toprule\n").append(header(grid)).append("\\midrule\n");
      rows(grid);
      body.append("\\bottomrule\n\\end{tabular}\n");
      notes(grid.notes());
      body.append("\\end{table}\n");
    }
    body.append(across ? "\\end{landscape}\n" : "");
  }

  private void pages(Grid grid, String columns, String size) {
    body.append("\n{\\").append(size).append("\n\\begin{longtable}{").append(columns);
    body.append("}\n").append(label(grid)).append("\\\\\n\\toprule\n").append(header(grid));
    body.append("\\midrule\n\\endfirsthead\n\\toprule\n").append(header(grid));
    body.append("\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n");
    rows(grid);
    body.append("\\end{longtable}\n");
    notes(grid.notes());
    body.append("}\n");
  }

  /**
   * The greatest size at which so many letters fit a line, or nothing if that is below the least.
   */
  private static String size(double letters, String least) {
    for (String name : SIZES.keySet()) {
      if (letters <= room(name)) {
        return name;
      }
      if (name.equals(least)) {
        break;
      }
    }
    return "";
  }

  private static double room(String size) {
    return SIZES.getOrDefault(size, 0.0);
  }

  private static String label(Grid grid) {
    return "\\caption{" + text(grid.title()) + "}\\label{tab:" + grid.id() + "}";
  }

  /** Every cell in one line. */
  private static String columns(Grid grid) {
    StringBuilder columns = new StringBuilder();
    for (boolean number : Columns.numeric(grid)) {
      columns.append(number ? 'r' : 'l');
    }
    return columns.toString();
  }

  /** Cells broken into lines, by the share of each column in the line. */
  private static String columns(Grid grid, double[] shares) {
    boolean[] numeric = Columns.numeric(grid);
    StringBuilder columns = new StringBuilder();
    for (int column = 0; column < shares.length; column++) {
      columns.append(numeric[column] ? ">{\\raggedleft" : ">{\\raggedright");
      columns.append("\\arraybackslash}p{\\dimexpr ");
      columns.append(String.format(Locale.ROOT, "%.4f", shares[column]));
      columns.append("\\linewidth-2\\tabcolsep}");
    }
    return columns.toString();
  }

  private static String header(Grid grid) {
    return String.join(" & ", grid.header().stream().map(LatexWriter::cell).toList()) + " \\\\\n";
  }

  private void rows(Grid grid) {
    for (List<Cell> cells : grid.rows()) {
      List<String> texts = cells.stream().map(cell -> cell(cell.set())).toList();
      body.append(String.join(" & ", texts)).append(" \\\\\n");
    }
  }

  private void notes(List<String> notes) {
    for (String note : notes) {
      body.append("\\par\\smallskip{\\footnotesize\\raggedright ").append(text(note));
      body.append("\\par}\n");
    }
  }

  /** A bracket at the start of a row would be read as the argument of the row before. */
  private static String cell(String words) {
    String text = text(words.replace('\n', ' '));
    return text.startsWith("[") || text.startsWith("*") ? "{}" + text : text;
  }

  private static String text(String words) {
    return LatexText.escape(words);
  }
}
