package tenon.study.document;

/** A form that a report can be written in. */
public enum DocumentFormat {
  HTML("html"),
  LATEX("tex"),
  DOCX("docx"),
  XLSX("xlsx"),
  TXT("txt");

  private final String ending;

  DocumentFormat(String ending) {
    this.ending = ending;
  }

  /** How the names of its files end, without the dot. */
  public String ending() {
    return ending;
  }

  /** Name of the file in a result directory. */
  public String file() {
    return "report." + ending;
  }

  /** Whether pictures lie beside the file instead of inside it. */
  boolean hasPicturesBeside() {
    return this == LATEX;
  }
}
