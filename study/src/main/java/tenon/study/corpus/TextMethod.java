package tenon.study.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.document.Block;
import tenon.study.document.Document;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon assess text DOCS --dictionary D}: indicators from documents. */
public final class TextMethod {
  private static final String NAME = "text";

  private TextMethod() {}

  /** As a method, for the command line. */
  public static Method method(String family) {
    return new Method(
        family,
        NAME,
        "DOCS",
        List.of(MethodOption.needed("dictionary"), MethodOption.text("name")),
        (asked, progress) -> run(family, asked));
  }

  /** Counts what a dictionary names in the documents of a folder. */
  public static Loaded<TextCounts> counts(Path folder, Path dictionary, String pattern) {
    Loaded<WordDictionary> words = WordDictionary.read(dictionary);
    Loaded<Corpus> corpus = Corpus.read(folder, pattern);
    List<Finding> findings = new ArrayList<>(words.findings());
    findings.addAll(corpus.findings());
    return words instanceof Loaded.Ready<WordDictionary>(var terms, var _)
            && corpus instanceof Loaded.Ready<Corpus>(var documents, var _)
        ? new Loaded.Ready<>(TextCounts.of(terms, documents), findings)
        : new Loaded.Rejected<>(findings);
  }

  private static Loaded<Answer> run(String family, Asked asked) {
    Path dictionary = Path.of(asked.text("dictionary"));
    return switch (counts(asked.source(), dictionary, asked.text("name"))) {
      case Loaded.Rejected<TextCounts>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<TextCounts>(var counts, var warnings) ->
          new Loaded.Ready<>(answer(family, asked, dictionary, counts), warnings);
    };
  }

  private static Answer answer(String family, Asked asked, Path dictionary, TextCounts counts) {
    Words words = new Words(asked.locale());
    List<String> lines = new ArrayList<>();
    ObjectNode root = Json.object();
    ObjectNode categories = root.putObject("dictionary");
    counts
        .dictionary()
        .categories()
        .forEach((category, terms) -> categories.set(category, Json.array(terms)));
    ArrayNode shares = root.putArray("shares");
    lines.add(
        words.get(
            "corpus.said",
            Numbers.count(counts.rows().size()),
            Numbers.count(counts.units().size()),
            Numbers.count(counts.dictionary().terms().size()),
            Numbers.count(counts.dictionary().categories().size())));
    for (String unit : counts.units()) {
      for (String period : counts.periods()) {
        for (String category : counts.dictionary().categories().keySet()) {
          double count = counts.count(unit, period, category);
          if (!Double.isNaN(count)) {
            double share = counts.perThousand(unit, period, category);
            ObjectNode node = shares.addObject();
            node.put("unit", unit);
            node.put("period", period);
            node.put("category", category);
            node.put("count", (int) count);
            node.set("per_thousand", Json.exact(share));
            lines.add(
                words.get(
                    "corpus.line",
                    unit,
                    period,
                    category,
                    Numbers.count((int) count),
                    Double.isNaN(share) ? "" : Numbers.fixed(share, 2)));
          }
        }
      }
    }
    List<Block> blocks = new ArrayList<>(counts.blocks(words));
    List<Path> inputs = new ArrayList<>(counts.files());
    inputs.add(dictionary);
    return new Answer(
        family + " " + NAME,
        lines,
        root,
        List.of(counts.documents(), counts.terms()),
        new Document(words.get("corpus.title"), "", asked.locale(), blocks),
        inputs,
        asked.settings(),
        true);
  }
}
