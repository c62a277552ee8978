package tenon.study.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Chain;
import tenon.model.Message;
import tenon.packages.PackageInfo;
import tenon.study.document.Block;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.InferredMark;
import tenon.study.text.Labels;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.Trial;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words, tables and JSON of ranked questions, and the request to each firm. */
record AskAnswer(Chain chain, PackageInfo info, List<Question> questions) {
  static final String BUNDLE = "tenon.study.sources";
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
  private static final List<String> HEADER =
      List.of(
          "rank",
          "kind",
          "key",
          "site_id",
          "firm_id",
          "product_id",
          "low",
          "middle",
          "high",
          "value_of_information",
          "swing",
          "changes_decision",
          "inferred");

  List<Table> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < questions.size(); at++) {
      Question question = questions.get(at);
      Candidate of = question.candidate();
      List<String> states = of.states();
      rows.add(
          List.of(
              Integer.toString(at + 1),
              word(of.kind()),
              of.key(),
              chain.sites().keys().key(of.site()),
              firmKey(of),
              product(of),
              states.getFirst(),
              states.size() > 2 ? states.get(1) : "",
              states.getLast(),
              Numbers.exactCell(question.value()),
              Numbers.exactCell(question.swing()),
              Boolean.toString(question.value() > 0),
              Boolean.toString(link(of) >= 0 && chain.links().inferred(link(of)))));
    }
    List<List<String>> requests = new ArrayList<>();
    byFirm()
        .forEach(
            (firm, list) ->
                requests.add(
                    List.of(
                        firm,
                        request(list, Locale.ENGLISH),
                        request(list, Locale.SIMPLIFIED_CHINESE))));
    return List.of(
        new Table("questions.csv", HEADER, rows),
        new Table("requests.csv", List.of("firm_id", "request_en", "request_zh"), requests));
  }

  private String firmKey(Candidate of) {
    return chain.firms().keys().key(chain.sites().firm(of.site()));
  }

  private String product(Candidate of) {
    return of.product() < 0 ? "" : chain.products().keys().key(of.product());
  }

  /** Row of the link that is asked about, or -1. */
  private static int link(Candidate of) {
    return of.spot() instanceof Trial.Link(var link) ? link : -1;
  }

  private String mark(Candidate of, Locale locale) {
    return new InferredMark(chain, new Words(locale)).of(link(of));
  }

  private static String word(Candidate.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The questions that matter at all, by firm in the order of its first question. */
  private Map<String, List<Question>> byFirm() {
    Map<String, List<Question>> firms = new TreeMap<>();
    for (Question question : questions) {
      if (question.swing() > 0 || question.value() > 0) {
        firms.computeIfAbsent(firmKey(question.candidate()), k -> new ArrayList<>()).add(question);
      }
    }
    return firms;
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("legal_note", say(Locale.ENGLISH, "ask.legal"));
    root.put("legal_note_zh", say(Locale.SIMPLIFIED_CHINESE, "ask.legal"));
    ArrayNode array = root.putArray("questions");
    for (Question question : questions) {
      Candidate of = question.candidate();
      ObjectNode node = array.addObject();
      node.put("kind", word(of.kind()));
      node.put("key", of.key());
      node.put("site_id", chain.sites().keys().key(of.site()));
      node.put("firm_id", firmKey(of));
      node.put("product_id", product(of));
      node.set("states", Json.array(of.states()));
      node.set("probabilities", Json.exact(of.probabilities()));
      node.set("value_of_information", Json.exact(question.value()));
      node.set("swing", Json.exact(question.swing()));
      node.put("changes_decision", question.value() > 0);
      node.put("inferred", link(of) >= 0 && chain.links().inferred(link(of)));
    }
    ArrayNode requests = root.putArray("requests");
    byFirm()
        .forEach(
            (firm, list) -> {
              ObjectNode node = requests.addObject();
              node.put("firm_id", firm);
              node.put("en", request(list, Locale.ENGLISH));
              node.put("zh", request(list, Locale.SIMPLIFIED_CHINESE));
            });
    return root;
  }

  /** The first questions as lines. */
  List<String> top(Locale locale, int count) {
    Names names = new Names(chain, new Words(locale));
    List<String> lines = new ArrayList<>();
    for (Question question : questions.subList(0, Math.min(count, questions.size()))) {
      lines.add(
          say(
              locale,
              "ask.line",
              Integer.toString(lines.size() + 1),
              what(question.candidate(), names, locale),
              Numbers.shown(question.value()),
              Numbers.shown(question.swing())));
    }
    return lines;
  }

  private String what(Candidate of, Names names, Locale locale) {
    String product = of.product() < 0 ? "" : names.product(of.product());
    return say(locale, "ask.what." + word(of.kind()), names.site(of.site()), product, of.key())
        + mark(of, locale);
  }

  /** What is written to a firm: why, and each number with the form it is wanted in. */
  private String request(List<Question> list, Locale locale) {
    Names names = new Names(chain, new Words(locale));
    int firm = chain.sites().firm(list.getFirst().candidate().site());
    StringBuilder text = new StringBuilder();
    text.append(say(locale, "ask.request.open", names.firm(firm), title(locale))).append('\n');
    int number = 1;
    for (Question question : list) {
      Candidate of = question.candidate();
      String product = of.product() < 0 ? "" : names.product(of.product());
      text.append(number++).append(". ");
      text.append(
          say(locale, "ask.request." + word(of.kind()), names.site(of.site()), product, of.key())
              + mark(of, locale));
      text.append('\n');
    }
    return text.append(say(locale, "ask.request.close")).toString();
  }

  /** The ranked list, and the request to each firm in both languages. */
  Document document(Locale locale) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, say(locale, "ask.title")));
    blocks.add(new Block.Paragraph(say(locale, "ask.method")));
    blocks.add(new Block.Points(top(locale, 20)));
    blocks.add(new Block.Paragraph(say(locale, "ask.legal")));
    for (List<Question> list : byFirm().values()) {
      int firm = chain.sites().firm(list.getFirst().candidate().site());
      blocks.add(new Block.Heading(2, new Names(chain, new Words(locale)).firm(firm)));
      for (Locale language : LANGUAGES) {
        for (String line : request(list, language).split("\n", -1)) {
          blocks.add(new Block.Paragraph(line));
        }
      }
    }
    return new Document(say(locale, "ask.title"), title(locale), locale, blocks);
  }

  private static String say(Locale locale, String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  /** The title of the package in a language, where it has it in both. */
  private String title(Locale language) {
    return Labels.inOneLanguage(info.title(), new Words(language).chinese());
  }
}
