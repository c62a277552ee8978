package tenon.study.document;

import java.util.List;

/** A part of a document. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 for a section, 2 for a subsection, 3 for a paragraph with a name
   */
  record Heading(int level, String text) implements Block {
    public Heading {
      if (level < 1 || level > 3) {
        throw new IllegalArgumentException("level " + level + " is not 1 to 3");
      }
    }
  }

  /** A paragraph of plain text. */
  record Paragraph(String text) implements Block {}

  /** Points, one line each. */
  record Points(List<String> texts) implements Block {
    public Points {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A displayed formula.
   *
   * @param latex as LaTeX mathematics without delimiters
   * @param plain as a line of plain text, for the forms that have no mathematics
   */
  record Formula(String latex, String plain) implements Block {}

  /**
   * A table with a title and notes.
   *
   * @param id name of its file and of its sheet: lower-case letters, digits, underscores
   * @param title the sentence that the table proves, or what it holds
   * @param header names of the columns
   * @param rows cells by row, each as long as the header
   * @param notes lines below the table: units, standard errors, sources
   */
  record Grid(
      String id, String title, List<String> header, List<List<Cell>> rows, List<String> notes)
      implements Block {
    public Grid {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      notes = List.copyOf(notes);
      for (List<Cell> row : rows) {
        if (row.size() != header.size()) {
          throw new IllegalArgumentException(
              "table " + id + " has a row of " + row.size() + " cells, not " + header.size());
        }
      }
    }
  }

  /**
   * A picture with the table it was drawn from named in its notes.
   *
   * @param id name of its file: lower-case letters, digits, underscores
   * @param title the sentence that the picture proves
   * @param svg the picture as one SVG element
   * @param notes lines below the picture
   */
  record Figure(String id, String title, String svg, List<String> notes) implements Block {
    public Figure {
      notes = List.copyOf(notes);
    }
  }

  /**
   * A picture that answers to the reader where the form has a script: a page for browsers. All
   * other forms show the picture as it is.
   *
   * @param figure the picture; the script finds its element by its id
   * @param data what the script draws from, as JSON; it stands in the element of the id of the
   *     picture with {@code -data} behind it
   * @param script statements that load nothing
   */
  record Explorer(Figure figure, String data, String script) implements Block {}
}
