package tenon.study;

import java.nio.file.Path;
import java.util.List;

/**
 * What a study came to.
 *
 * @param out directory or table that was written
 * @param files files in it, in the order they were written
 * @param answers what each stage answers
 * @param synthetic whether the data are made up; to be said wherever the answer is shown
 * @param resultJson the content of {@code result.json}
 */
public record StudyOutcome(
    Path out, List<String> files, List<Answer> answers, boolean synthetic, String resultJson) {

  /**
   * The answer of one stage, in the language of the recipe.
   *
   * @param sentence the answer in one or two sentences
   * @param lines what is worth a line on a terminal, at most ten
   */
  public record Answer(String sentence, List<String> lines) {
    public Answer {
      lines = List.copyOf(lines);
    }
  }

  /** Files that lie beside {@code out} where that is a file itself. */
  public List<String> besides() {
    String name = String.valueOf(out.getFileName());
    return files.contains(name)
        ? files.stream().filter(file -> !file.equals(name)).toList()
        : List.of();
  }

  public StudyOutcome {
    files = List.copyOf(files);
    answers = List.copyOf(answers);
  }
}
