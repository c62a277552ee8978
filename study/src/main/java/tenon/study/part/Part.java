package tenon.study.part;

import java.util.List;
import tenon.model.Finding;
import tenon.study.document.Block;
import tenon.study.page.Page;
import tenon.study.page.Table;
import tenon.study.recipe.Stage;
import tools.jackson.databind.node.ObjectNode;

/** What one stage adds to the result of a study. */
public interface Part {

  /** The stage that was done. */
  Stage stage();

  /** The answer in one or two sentences. */
  String answer();

  /** What is worth a line on a terminal, most important first, at most ten lines. */
  List<String> highlights();

  /** Tables of the result; the first is the one that is meant where only one is asked for. */
  List<Table> tables();

  /**
   * All numbers with their units, for other programs. Holds at least {@code summary}, a flat object
   * of the figures by which two runs are compared.
   */
  ObjectNode result();

  /** Adds sections to the page. */
  void fill(Page page);

  /**
   * What a brief of two pages says of this stage beside its answer: headings of level 2, and tables
   * of a few rows whose notes name the sheet of the annex they come from.
   */
  List<Block> brief();

  /**
   * Tables of the brief that are no tables of the result; the annex has them whole. How the numbers
   * of each come about is told in the wording under its name, as for {@link #lineage}.
   */
  default List<Table> annex() {
    return List.of();
  }

  /** What the method takes for granted, one sentence each. */
  List<String> assumptions();

  /** The numbers whose origin the page tells, as keys of the wording. */
  List<String> lineage();

  /** Defaults that filled blanks, and doubts met on the way; warnings all. */
  List<Finding> findings();
}
