package tenon.study.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tenon.study.document.Block.Explorer;
import tenon.study.document.Block.Figure;
import tenon.study.document.Block.Formula;
import tenon.study.document.Block.Grid;
import tenon.study.document.Block.Heading;
import tenon.study.document.Block.Paragraph;
import tenon.study.document.Block.Points;

/** A document as plain text: lines of at most 80 columns, tables aligned. */
final class TextWriter {
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();
  private final Captions captions;

  private TextWriter(Document document) {
    captions = new Captions(document.locale());
    underlined(document.title(), '=');
    if (!document.subtitle().isEmpty()) {
      wrapped(document.subtitle(), "", "");
    }
    document.blocks().forEach(this::block);
  }

  static byte[] bytes(Document document) {
    return new TextWriter(document).text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void block(Block block) {
    text.append('\n');
    switch (block) {
      case Heading heading -> heading(heading);
      case Paragraph(var words) -> wrapped(words, "", "");
      case Points(var points) -> points.forEach(point -> wrapped(point, "- ", "  "));
      case Formula formula -> wrapped(formula.plain(), "    ", "    ");
      case Grid grid -> grid(grid);
      case Figure figure -> figure(figure);
      case Explorer(var figure, _, _) -> figure(figure);
    }
  }

  private void heading(Heading heading) {
    switch (heading.level()) {
      case 1 -> underlined("\n" + heading.text(), '=');
      case 2 -> underlined(heading.text(), '-');
      default -> wrapped(heading.text(), "", "");
    }
  }

  private void underlined(String words, char line) {
    int columns = TextWidth.of(words.strip());
    text.append(words).append('\n').append(String.valueOf(line).repeat(columns)).append('\n');
  }

  private void figure(Figure figure) {
    wrapped(captions.line(captions.nextFigure(), figure.title()), "", "");
    wrapped(captions.word("picture", figure.id()), "  ", "  ");
    notes(figure.notes());
  }

  private void grid(Grid grid) {
    wrapped(captions.line(captions.nextTable(), grid.title()), "", "");
    boolean[] numeric = Columns.numeric(grid);
    int[] widths = widths(grid);
    String rule = "-".repeat(total(widths)) + "\n";
    text.append(rule);
    row(grid.header(), widths, numeric);
    text.append(rule);
    for (List<Cell> cells : grid.rows()) {
      row(cells.stream().map(Cell::text).toList(), widths, numeric);
    }
    text.append(rule);
    notes(grid.notes());
  }

  /**
   * As wide as the widest cell; where that is too wide for a page, columns of text and heads are
   * broken into lines, the widest first, none to less than its widest word or number.
   */
  private static int[] widths(Grid grid) {
    int[] widths = new int[grid.header().size()];
    int[] least = new int[widths.length];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = TextWidth.of(grid.header().get(column));
      least[column] = widestPiece(grid.header().get(column));
      for (List<Cell> cells : grid.rows()) {
        String cell = cells.get(column).text();
        widths[column] = Math.max(widths[column], TextWidth.of(cell));
        boolean number = cells.get(column).isNumber();
        int unbroken = number ? TextWidth.of(cell) : widestPiece(cell);
        least[column] = Math.max(least[column], unbroken);
      }
    }
    for (int widest = 0; widest >= 0 && total(widths) > WIDTH; ) {
      widest = -1;
      for (int column = 0; column < widths.length; column++) {
        boolean wider = widest < 0 || widths[column] > widths[widest];
        widest = widths[column] > least[column] && wider ? column : widest;
      }
      if (widest >= 0) {
        widths[widest]--;
      }
    }
    return widths;
  }

  private static int widestPiece(String text) {
    return TextWidth.pieces(text.replace('\n', ' ')).stream()
        .mapToInt(piece -> TextWidth.of(piece.stripTrailing()))
        .max()
        .orElse(0);
  }

  private static int total(int[] widths) {
    int total = 2 * Math.max(0, widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private void row(List<String> cells, int[] widths, boolean[] numeric) {
    List<List<String>> broken = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      broken.add(TextWidth.lines(cells.get(column).replace('\n', ' '), widths[column]));
    }
    int lines = broken.stream().mapToInt(List::size).max().orElse(0);
    for (int at = 0; at < lines; at++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        List<String> parts = broken.get(column);
        String part = at < parts.size() ? parts.get(at) : "";
        String blanks = " ".repeat(Math.max(0, widths[column] - TextWidth.of(part)));
        line.append(column == 0 ? "" : "  ");
        line.append(numeric[column] ? blanks + part : part + blanks);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private void notes(List<String> notes) {
    notes.forEach(note -> wrapped(note, "  ", "  "));
  }

  private void wrapped(String words, String first, String later) {
    List<String> lines = new ArrayList<>();
    for (String line : words.split("\n", -1)) {
      lines.addAll(TextWidth.lines(line, WIDTH - first.length()));
    }
    String indent = first;
    for (String line : lines) {
      text.append(indent).append(line).append('\n');
      indent = later;
    }
  }
}
