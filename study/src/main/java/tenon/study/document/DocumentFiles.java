package tenon.study.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import tenon.study.document.Block.Explorer;
import tenon.study.document.Block.Figure;

/**
 * Writes a document in any of its forms. The same document gives the same bytes: no form holds the
 * time of its making. Pictures as PNG depend on the fonts of the machine.
 */
public final class DocumentFiles {
  private DocumentFiles() {}

  /** Names of the files that {@link #write} leaves, in its order. */
  public static List<String> names(Document document, Collection<DocumentFormat> formats) {
    List<String> names = new ArrayList<>();
    for (DocumentFormat format : new TreeSet<>(formats)) {
      names.add(format.file());
      if (format.hasPicturesBeside()) {
        figures(document).forEach(figure -> names.add(picture(figure)));
      }
    }
    return names;
  }

  /**
   * Writes the document as {@code report.html}, {@code report.tex}, ... into a directory that
   * exists.
   *
   * @return names of the files
   * @throws IOException if a file cannot be written
   */
  public static List<String> write(
      Document document, Collection<DocumentFormat> formats, Path directory) throws IOException {
    Pictures pictures = new Pictures();
    for (DocumentFormat format : new TreeSet<>(formats)) {
      Files.write(directory.resolve(format.file()), bytes(document, format, pictures));
      if (format.hasPicturesBeside()) {
        for (Figure figure : figures(document)) {
          Files.write(directory.resolve(picture(figure)), pictures.of(figure).png());
        }
      }
    }
    return names(document, formats);
  }

  /**
   * The document in one form; its pictures as PNG lie beside a LaTeX file.
   *
   * @throws IOException if a part of the program is missing
   */
  public static byte[] bytes(Document document, DocumentFormat format) throws IOException {
    return bytes(document, format, new Pictures());
  }

  private static byte[] bytes(Document document, DocumentFormat format, Pictures pictures)
      throws IOException {
    return switch (format) {
      case HTML -> HtmlWriter.bytes(document);
      case LATEX -> LatexWriter.bytes(document);
      case DOCX -> DocxWriter.bytes(document, pictures);
      case XLSX -> XlsxWriter.bytes(document, pictures);
      case TXT -> TextWriter.bytes(document);
    };
  }

  /** Name of the file of a picture. */
  static String picture(Figure figure) {
    return "figure_" + figure.id() + ".png";
  }

  private static List<Figure> figures(Document document) {
    return document.blocks().stream()
        .map(block -> block instanceof Explorer(var figure, _, _) ? figure : block)
        .filter(Figure.class::isInstance)
        .map(Figure.class::cast)
        .toList();
  }
}
