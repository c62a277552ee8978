package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.model.Finding;
import tenon.packages.Scratch;
import tenon.study.answer.Answer;
import tenon.study.document.Block;
import tenon.study.document.Document;
import tenon.study.document.DocumentFiles;
import tenon.study.document.DocumentFormat;
import tenon.study.page.FindingsJson;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.InferredMark;
import tenon.study.text.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** Leaves the files of an answer: a directory, or one table where the name ends in {@code .csv}. */
public final class AnswerFiles {
  private static final String RESULT = "result.json";
  private static final String ONE_TABLE = ".csv";

  private AnswerFiles() {}

  /** Fails where nothing could be written; to be asked before the answer is worked out. */
  public static void check(Path out) throws IOException {
    Scratch.check(out);
  }

  /** The answer with its findings, for other programs. */
  public static String json(Answer answer, List<Finding> findings, Locale locale) {
    ObjectNode root = answer.result().deepCopy();
    root.set("findings", FindingsJson.of(findings, locale));
    return Json.pretty(root);
  }

  /**
   * Writes the files, or says why they must not be written there; then nothing is. A report is left
   * as a page for browsers.
   *
   * @throws IOException if they cannot be written
   */
  public static List<Finding> write(Answer answer, List<Finding> findings, Path out, Locale locale)
      throws IOException {
    return write(answer, findings, List.of(DocumentFormat.HTML), out, locale);
  }

  /**
   * Writes the files, or says why they must not be written there; then nothing is.
   *
   * @param formats forms of the report, where the answer has one
   * @throws IOException if they cannot be written
   */
  public static List<Finding> write(
      Answer answer,
      List<Finding> findings,
      Collection<DocumentFormat> formats,
      Path out,
      Locale locale)
      throws IOException {
    if (out.toString().endsWith(ONE_TABLE)) {
      if (answer.tables().isEmpty()) {
        return List.of(Refusal.of("no-table", out.toString(), null));
      }
      ResultDirectory.writeFile(out, answer.tables().getFirst().csv());
      return List.of();
    }
    Answer told = marked(answer, findings, locale);
    List<String> names = names(told, formats);
    for (Path input : answer.inputs()) {
      List<Finding> faults = ResultDirectory.faults(out, input, names);
      if (!faults.isEmpty()) {
        return faults;
      }
    }
    ResultDirectory.write(
        out, directory -> fill(directory, told, findings, formats, names, locale));
    return List.of();
  }

  /** A report of a chain with links that nobody declared says so at its head. */
  private static Answer marked(Answer answer, List<Finding> findings, Locale locale) {
    List<Finding> inferred = InferredMark.among(findings);
    Document document = answer.document();
    if (document == null || inferred.isEmpty()) {
      return answer;
    }
    List<Block> blocks = new ArrayList<>();
    inferred.forEach(one -> blocks.add(new Block.Paragraph(one.text(locale))));
    blocks.addAll(document.blocks());
    return new Answer(
        answer.command(),
        answer.lines(),
        answer.result(),
        answer.tables(),
        new Document(document.title(), document.subtitle(), document.locale(), blocks),
        answer.inputs(),
        answer.settings(),
        answer.holds(),
        answer.texts());
  }

  private static List<String> names(Answer answer, Collection<DocumentFormat> formats) {
    List<String> names = new ArrayList<>();
    answer.tables().forEach(table -> names.add(table.file()));
    Document document = answer.document();
    if (document != null) {
      names.addAll(DocumentFiles.names(document, formats));
    }
    answer.texts().keySet().stream().sorted().forEach(names::add);
    names.add(RESULT);
    names.add(Manifest.FILE);
    return names;
  }

  private static void fill(
      Path directory,
      Answer answer,
      List<Finding> findings,
      Collection<DocumentFormat> formats,
      List<String> names,
      Locale locale)
      throws IOException {
    for (Table table : answer.tables()) {
      Files.writeString(directory.resolve(table.file()), table.csv());
    }
    Document document = answer.document();
    if (document != null) {
      DocumentFiles.write(document, formats, directory);
    }
    for (Map.Entry<String, String> text : answer.texts().entrySet()) {
      Files.writeString(directory.resolve(text.getKey()), text.getValue());
    }
    Files.writeString(directory.resolve(RESULT), json(answer, findings, locale));
    List<String> results = names.subList(0, names.size() - 1);
    Files.writeString(
        directory.resolve(Manifest.FILE),
        Manifest.of(answer, InputFile.ofFiles(answer.inputs()), InputFile.of(directory, results)));
  }
}
