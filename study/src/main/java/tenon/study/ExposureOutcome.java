package tenon.study;

import java.nio.file.Path;
import java.util.List;

/**
 * What an exposure study came to.
 *
 * @param out directory or table that was written
 * @param files files in it, in the order they were written
 * @param answer the answer in one sentence, in the language of the recipe
 * @param synthetic whether the data are made up; to be said wherever the answer is shown
 * @param ranking the gravest sites as lines of text, at most ten
 * @param resultJson the content of {@code result.json}
 */
public record ExposureOutcome(
    Path out,
    List<String> files,
    String answer,
    boolean synthetic,
    List<String> ranking,
    String resultJson) {

  public ExposureOutcome {
    files = List.copyOf(files);
    ranking = List.copyOf(ranking);
  }
}
