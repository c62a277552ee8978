package tenon.study.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tenon.study.document.Block;
import tenon.study.document.Document;
import tenon.study.part.Part;
import tenon.study.part.Subject;
import tenon.study.recipe.Stage;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** The brief: the answers, then what each part says of itself, then where the numbers come from. */
public final class BriefDocument {
  /** A longer description is left to the report. */
  private static final int OPENING = 150;

  private final Subject subject;
  private final List<Part> parts;
  private final String annex;
  private final Words words;

  private BriefDocument(Subject subject, List<Part> parts, String annex) {
    this.subject = subject;
    this.parts = parts;
    this.annex = annex;
    words = subject.words();
  }

  /**
   * The brief of a study.
   *
   * @param parts what the stages came to, in the order of the loop
   * @param annex name of the file that holds every number
   * @param findings number of doubts met on the way, which the annex lists
   */
  public static Document of(Subject subject, List<Part> parts, String annex, int findings) {
    return new BriefDocument(subject, parts, annex).document(findings);
  }

  private Document document(int findings) {
    List<Block> blocks = new ArrayList<>();
    if (subject.info().synthetic()) {
      blocks.add(new Block.Paragraph(words.get("banner.synthetic")));
    }
    String inferred = subject.mark().banner();
    if (!inferred.isEmpty()) {
      blocks.add(new Block.Paragraph(inferred));
    }
    blocks.add(new Block.Heading(2, words.get("brief.short")));
    Optional<ConcentrationBrief> links = ConcentrationBrief.of(subject);
    List<String> answers = new ArrayList<>(parts.stream().map(Part::answer).toList());
    links.ifPresent(told -> answers.add(told.answer()));
    blocks.add(new Block.Points(answers));
    parts.forEach(part -> blocks.addAll(part.brief()));
    links.ifPresent(told -> blocks.addAll(told.blocks()));
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      blocks.add(new Block.Heading(2, words.get("brief.missing")));
      blocks.add(new Block.Points(missing));
    }
    blocks.add(new Block.Heading(2, words.get("brief.lineage")));
    blocks.add(
        new Block.Paragraph(
            words.get(
                "brief.lineage.text",
                annex,
                subject.info().name(),
                Long.toString(subject.recipe().seed()),
                Numbers.count(findings))));
    String title = words.get("brief.title", own(subject.info().title()));
    return new Document(title, subtitle(), words.locale(), blocks);
  }

  /** The parts that the package has no data for, or that were left out, and how to get them. */
  private List<String> missing() {
    return Arrays.stream(Stage.values())
        .filter(stage -> !subject.recipe().does(stage))
        .map(this::missing)
        .toList();
  }

  /** What a stage lacks: tables that are named, or nothing but that it was asked for. */
  private String missing(Stage stage) {
    List<String> lacking = Lacking.tables(stage, subject.data());
    return lacking.isEmpty()
        ? words.get("brief.left." + stage.title())
        : words.get("brief.missing." + stage.title(), String.join(", ", lacking));
  }

  private String subtitle() {
    String about = Labels.opening(own(subject.info().description().strip()), OPENING);
    LocalDate date = subject.recipe().date();
    String first = about.lines().findFirst().orElse("");
    return date == null ? first : words.get("footer.date", date.toString()) + " " + first;
  }

  private String own(String text) {
    return Labels.inOneLanguage(text, words.chinese());
  }
}
