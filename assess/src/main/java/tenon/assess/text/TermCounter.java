package tenon.assess.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the terms of a dictionary in a text that is cut into words. A term counts where it begins
 * with a word and ends with one, so that a term inside a longer word does not; of several terms
 * that begin at a place the longest counts, and what it covers counts for no other. A term that
 * ends in {@code *} counts for every word that begins so. After Loughran and McDonald (2011),
 * <i>Journal of Finance</i> 66(1): counts by category, in proportion to the words of the document.
 */
public final class TermCounter {
  private final List<String> terms;
  private final Map<String, List<Integer>> byFirst = new HashMap<>();

  /**
   * A counter.
   *
   * @param terms in the plain form of the texts, each once
   */
  public TermCounter(List<String> terms) {
    this.terms = List.copyOf(terms);
    for (int term = 0; term < terms.size(); term++) {
      if (stem(term).isEmpty()) {
        throw new IllegalArgumentException("term " + (term + 1) + " is empty");
      }
      byFirst.computeIfAbsent(stem(term).substring(0, 1), _ -> new ArrayList<>()).add(term);
    }
    byFirst
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt((Integer t) -> -stem(t).length())));
  }

  private boolean open(int term) {
    return terms.get(term).endsWith("*");
  }

  private String stem(int term) {
    String text = terms.get(term);
    return open(term) ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * Counts in one text.
   *
   * @param starts first character of each word, ascending
   * @param ends character after each word
   * @return number of times each term counts, in the order of the terms
   */
  public int[] count(String text, int[] starts, int[] ends) {
    int[] counts = new int[terms.size()];
    int word = 0;
    while (word < starts.length) {
      int after = word + 1;
      for (int term : at(text, starts[word])) {
        int last = lastWord(text, starts, ends, word, term);
        if (last >= 0) {
          counts[term]++;
          after = last + 1;
          break;
        }
      }
      word = after;
    }
    return counts;
  }

  private List<Integer> at(String text, int start) {
    return byFirst.getOrDefault(text.substring(start, start + 1), List.of());
  }

  /** The word with which a term that begins at a word ends, or -1 where it does not stand there. */
  private int lastWord(String text, int[] starts, int[] ends, int word, int term) {
    String stem = stem(term);
    if (!text.startsWith(stem, starts[word])) {
      return -1;
    }
    int end = starts[word] + stem.length();
    int last = word;
    while (last < ends.length && ends[last] < end) {
      last++;
    }
    boolean whole = last < ends.length && (open(term) ? starts[last] < end : ends[last] == end);
    return whole ? last : -1;
  }
}
