package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenon.twin.SiteExposure;

/** The files of an exposure study. */
final class ExposureFiles {
  /** Every file of a result directory, in the order of writing. */
  static final List<String> NAMES =
      List.of(
          "exposure.csv",
          "losses.csv",
          "single_sources.csv",
          "sole_makers.csv",
          "firms.csv",
          "result.json",
          "report.html",
          Manifest.FILE);

  private static final int RANKING_LINES = 10;

  private final ExposureFacts facts;
  private final Words words;
  private final Names names;
  private final Answer answer;
  private final String resultJson;

  ExposureFiles(ExposureFacts facts) {
    this.facts = facts;
    words = new Words(facts.recipe().locale());
    names = new Names(facts.chain(), words);
    answer = new Answer(facts, words, names);
    resultJson = Json.pretty(new ResultJson(facts, words, answer).root());
  }

  String exposureTable() {
    return new Tables(facts).exposure().csv();
  }

  void writeTo(Path directory) throws IOException {
    for (Table table : new Tables(facts).all()) {
      Files.writeString(directory.resolve(table.file()), table.csv());
    }
    Files.writeString(directory.resolve("result.json"), resultJson);
    Files.writeString(
        directory.resolve("report.html"), new Report(facts, words, names, answer).html());
    List<String> results = NAMES.subList(0, NAMES.size() - 1);
    Files.writeString(
        directory.resolve(Manifest.FILE),
        Manifest.of(facts, InputFile.of(directory, results)));
  }

  ExposureOutcome outcome(Path out, List<String> written) {
    return new ExposureOutcome(
        out, written, answer.sentence(), facts.info().synthetic(), ranking(), resultJson);
  }

  private List<String> ranking() {
    Money money = new Money(words, facts.info().currency());
    List<String> lines = new ArrayList<>();
    for (SiteExposure row : facts.ranked()) {
      if (lines.size() < RANKING_LINES && row.priority() > 0) {
        lines.add(
            words.get(
                "ranking.line",
                Integer.toString(lines.size() + 1),
                names.site(row.site()),
                money.text(row.priority()),
                money.text(row.lostMargin())));
      }
    }
    return lines;
  }
}
