package tenon.study.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tenon.study.document.Block.Explorer;
import tenon.study.document.Block.Figure;
import tenon.study.document.Block.Formula;
import tenon.study.document.Block.Grid;
import tenon.study.document.Block.Heading;
import tenon.study.document.Block.Paragraph;
import tenon.study.document.Block.Points;

/**
 * A document as an article that compiles with any current engine; one with ideographs needs {@code
 * xelatex} and {@code ctex}. Pictures lie beside it.
 */
final class LatexWriter {
  /** Longer tables break across pages. */
  private static final int LONG = 30;

  /** Cells wider than this many letters are set as paragraphs. */
  private static final int PARAGRAPH = 40;

  private final StringBuilder latex = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final Document document;

  private LatexWriter(Document document) {
    this.document = document;
    document.blocks().forEach(this::block);
    head();
    latex.append(body).append("\n\\end{document}\n");
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
        \\usepackage{graphicx}
        \\usepackage[a4paper,margin=2.5cm]{geometry}
        \\usepackage{caption}
        \\captionsetup{font=small,labelfont=bf,justification=raggedright,singlelinecheck=false}
        \\makeatletter\\setlength{\\@fptop}{0pt}\\makeatother
        \\newsavebox{\\tablebox}
        \\newenvironment{fitted}{\\begin{lrbox}{\\tablebox}}{\\end{lrbox}%
          \\ifdim\\wd\\tablebox>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox{\\tablebox}}%
          \\else\\usebox{\\tablebox}\\fi}
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
          \\usepackage[T1]{fontenc}
          \\usepackage{lmodern}
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
    body.append("\n\\begin{figure}[htbp]\n\\centering\n\\caption{").append(text(figure.title()));
    body.append("}\n\\label{fig:").append(figure.id());
    body.append("}\n\\includegraphics[width=\\linewidth]{");
    body.append(DocumentFiles.picture(figure)).append("}\n");
    notes(figure.notes());
    body.append("\\end{figure}\n");
  }

  private void grid(Grid grid) {
    boolean pages = grid.rows().size() > LONG;
    String columns = columns(grid);
    String label = "\\caption{" + text(grid.title()) + "}\\label{tab:" + grid.id() + "}";
    if (pages) {
      body.append("\n{\\small\n\\begin{longtable}{").append(columns).append("}\n");
      body.append(label).append("\\\\\n\\toprule\n").append(header(grid));
      body.append("\\midrule\n\\endfirsthead\n\\toprule\n").append(header(grid));
      body.append("\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n");
      rows(grid);
      body.append("\\end{longtable}\n");
      notes(grid.notes());
      body.append("}\n");
    } else {
      body.append("\n\\begin{table}[htbp]\n\\centering\n\\small\n").append(label);
      body.append("\n\\begin{fitted}\n\\begin{tabular}{").append(columns).append("}\n\\toprule\n");
      body.append(header(grid)).append("\\midrule\n");
      rows(grid);
      body.append("\\bottomrule\n\\end{tabular}\n\\end{fitted}\n");
      notes(grid.notes());
      body.append("\\end{table}\n");
    }
  }

  private static String columns(Grid grid) {
    boolean[] numeric = Columns.numeric(grid);
    StringBuilder columns = new StringBuilder();
    for (int column = 0; column < numeric.length; column++) {
      int widest = 0;
      for (List<Cell> cells : grid.rows()) {
        widest = Math.max(widest, TextWidth.of(cells.get(column).text()));
      }
      boolean paragraph = widest > PARAGRAPH;
      columns.append(
          numeric[column] ? "r" : paragraph ? ">{\\raggedright\\arraybackslash}p{6cm}" : "l");
    }
    return columns.toString();
  }

  private static String header(Grid grid) {
    return String.join(" & ", grid.header().stream().map(LatexWriter::cell).toList()) + " \\\\\n";
  }

  private void rows(Grid grid) {
    for (List<Cell> cells : grid.rows()) {
      List<String> texts = cells.stream().map(cell -> cell(cell.text())).toList();
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
