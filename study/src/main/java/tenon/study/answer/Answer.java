package tenon.study.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.study.document.Document;
import tenon.study.page.Table;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a command over plain files came to.
 *
 * @param command words of the command: {@code assess ahp}
 * @param lines what is read on a terminal, most important first
 * @param result all numbers with full digits, for other programs
 * @param tables tables of the result; the first is the one that is meant where only one is asked
 *     for
 * @param document the report, or null where the answer needs none
 * @param inputs files the answer depends on
 * @param settings every choice that was made, by name, defaults included
 * @param holds false where the work is done and the answer is no: a bar missed, a judgement that
 *     contradicts itself
 * @param texts further files by name, as they are
 */
public record Answer(
    String command,
    List<String> lines,
    ObjectNode result,
    List<Table> tables,
    @Nullable Document document,
    List<Path> inputs,
    Map<String, String> settings,
    boolean holds,
    Map<String, String> texts) {

  /** An answer without further files. */
  public Answer(
      String command,
      List<String> lines,
      ObjectNode result,
      List<Table> tables,
      @Nullable Document document,
      List<Path> inputs,
      Map<String, String> settings,
      boolean holds) {
    this(command, lines, result, tables, document, inputs, settings, holds, Map.of());
  }

  public Answer {
    lines = List.copyOf(lines);
    tables = List.copyOf(tables);
    inputs = List.copyOf(inputs);
    texts = Map.copyOf(texts);
  }
}
