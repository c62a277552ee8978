package tenon.study.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenon.assess.text.TermCounter;
import tenon.packages.text.WordBreaks;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/**
 * How often the terms of a dictionary stand in the documents of a corpus.
 *
 * @param dictionary the dictionary
 * @param rows one for each document
 */
public record TextCounts(WordDictionary dictionary, List<Row> rows) {
  private static final double PER = 1000;

  public TextCounts {
    rows = List.copyOf(rows);
  }

  /**
   * Counts of one document.
   *
   * @param document whose
   * @param words all its words
   * @param byTerm by term in its plain form
   */
  public record Row(Corpus.Document document, int words, Map<String, Integer> byTerm) {}

  /** Counts. */
  public static TextCounts of(WordDictionary dictionary, Corpus corpus) {
    List<String> terms = dictionary.terms();
    TermCounter counter = new TermCounter(terms);
    List<Row> rows = new ArrayList<>();
    for (Corpus.Document document : corpus.documents()) {
      WordBreaks words = WordBreaks.of(document.text());
      int[] counts = counter.count(words.text(), words.starts(), words.ends());
      Map<String, Integer> byTerm = new HashMap<>();
      for (int term = 0; term < counts.length; term++) {
        byTerm.put(terms.get(term), counts[term]);
      }
      rows.add(new Row(document, words.starts().length, byTerm));
    }
    return new TextCounts(dictionary, rows);
  }

  private int count(Row row, String category) {
    return dictionary.categories().getOrDefault(category, List.of()).stream()
        .mapToInt(term -> row.byTerm().getOrDefault(WordDictionary.plain(term), 0))
        .sum();
  }

  private List<Row> of(String unit, String period) {
    return rows.stream()
        .filter(row -> row.document().unit().equals(unit))
        .filter(row -> row.document().period().equals(period))
        .toList();
  }

  /** Terms of a category in the documents of a unit and period; {@code NaN} without documents. */
  public double count(String unit, String period, String category) {
    List<Row> own = of(unit, period);
    return own.isEmpty() ? Double.NaN : own.stream().mapToInt(row -> count(row, category)).sum();
  }

  /** As above for each thousand words. */
  public double perThousand(String unit, String period, String category) {
    int words = of(unit, period).stream().mapToInt(Row::words).sum();
    return words == 0 ? Double.NaN : PER * count(unit, period, category) / words;
  }

  /** Units in ascending order. */
  public Set<String> units() {
    Set<String> units = new TreeSet<>();
    rows.forEach(row -> units.add(row.document().unit()));
    return units;
  }

  /** Periods in ascending order. */
  public Set<String> periods() {
    Set<String> periods = new TreeSet<>();
    rows.forEach(row -> periods.add(row.document().period()));
    return periods;
  }

  /** Files that were read. */
  public List<java.nio.file.Path> files() {
    return rows.stream().map(row -> row.document().file()).toList();
  }

  /** A row for each document: words, then count and share of each category. */
  public Table documents() {
    List<String> header = new ArrayList<>(List.of("document", "unit", "period", "words"));
    for (String category : dictionary.categories().keySet()) {
      header.add(category);
      header.add(category + "_per_thousand");
    }
    List<List<String>> lines = new ArrayList<>();
    for (Row row : rows) {
      List<String> line =
          new ArrayList<>(
              List.of(
                  row.document().name(),
                  row.document().unit(),
                  row.document().period(),
                  Integer.toString(row.words())));
      for (String category : dictionary.categories().keySet()) {
        int count = count(row, category);
        line.add(Integer.toString(count));
        line.add(Numbers.exactCell(row.words() == 0 ? Double.NaN : PER * count / row.words()));
      }
      lines.add(line);
    }
    return new Table("text_documents.csv", header, lines);
  }

  /** A row for each term: how often, in how many documents. */
  public Table terms() {
    List<List<String>> lines = new ArrayList<>();
    dictionary
        .categories()
        .forEach(
            (category, terms) ->
                terms.forEach(
                    term -> {
                      String plain = WordDictionary.plain(term);
                      int all =
                          rows.stream().mapToInt(r -> r.byTerm().getOrDefault(plain, 0)).sum();
                      long in =
                          rows.stream().filter(r -> r.byTerm().getOrDefault(plain, 0) > 0).count();
                      lines.add(List.of(category, term, Integer.toString(all), Long.toString(in)));
                    }));
    return new Table("text_terms.csv", List.of("category", "term", "count", "documents"), lines);
  }

  /** The dictionary with what was found, and the shares by unit and period. */
  public List<Block> blocks(Words words) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            words.get(
                "corpus.said",
                Numbers.count(rows.size()),
                Numbers.count(units().size()),
                Numbers.count(dictionary.terms().size()),
                Numbers.count(dictionary.categories().size()))));
    List<List<Cell>> shares = new ArrayList<>();
    List<String> categories = List.copyOf(dictionary.categories().keySet());
    for (String unit : units()) {
      for (String period : periods()) {
        if (!of(unit, period).isEmpty()) {
          List<Cell> line = new ArrayList<>(List.of(Cell.of(unit), Cell.of(period)));
          for (String category : categories) {
            double share = perThousand(unit, period, category);
            line.add(Double.isNaN(share) ? Cell.of("") : Cell.of(Numbers.fixed(share, 2), share));
          }
          shares.add(line);
        }
      }
    }
    List<String> header =
        new ArrayList<>(List.of(words.get("corpus.unit"), words.get("corpus.period")));
    header.addAll(categories);
    blocks.add(
        new Block.Grid(
            "text_shares",
            words.get("corpus.t.shares"),
            header,
            shares,
            List.of(words.get("corpus.n.shares"))));
    List<List<Cell>> terms = new ArrayList<>();
    for (List<String> row : terms().rows()) {
      terms.add(
          List.of(
              Cell.of(row.get(0)),
              Cell.of(row.get(1)),
              Cell.of(row.get(2), Double.parseDouble(row.get(2))),
              Cell.of(row.get(3), Double.parseDouble(row.get(3)))));
    }
    String title =
        dictionary.title().isEmpty()
            ? words.get("corpus.t.dictionary")
            : words.get("corpus.t.dictionary.of", dictionary.title());
    blocks.add(
        new Block.Grid(
            "text_dictionary",
            title,
            List.of(
                words.get("corpus.category"),
                words.get("corpus.term"),
                words.get("corpus.count"),
                words.get("corpus.documents")),
            terms,
            dictionary.source().isEmpty()
                ? List.of(words.get("corpus.n.dictionary"))
                : List.of(
                    words.get("corpus.n.dictionary"),
                    words.get("corpus.n.source", dictionary.source()))));
    return blocks;
  }
}
