package tenon.packages.mapping;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Chinese heads as sets of concepts. Chinese heads are put together of words of one to four
 * characters, and each trade and program has its own synonyms: 货品编码, 物料代码 and 存货编号 are all goods
 * with code. A head is cut from the left into the longest words that are known (forward maximum
 * matching); each stands for one concept or two, and a character that no word begins with stands
 * for itself. Two heads are alike by the Dice coefficient of their concepts, weighted, since 所属 or
 * 当前 say less than 税则. Heads written in pinyin are cut in the same way by how the words sound.
 */
final class Concepts {
  private static final double LIGHT = 0.3;
  private static final double CODE = 0.6;
  private static final double UNKNOWN = 0.7;
  private static final double HEAVY = 1.5;

  /** What equal concepts count for where the words differ. */
  private static final double SAME = 0.95;

  /** What the first letters of the syllables count for. */
  private static final double INITIALS = 0.8;

  private static final int LEAST_INITIALS = 3;

  /** Sounds that ICU gives for another use of the character than heads have. */
  private static final Map<Character, String> SOUNDS = Map.of('行', "hang", '长', "chang", '率', "lu");

  private static final Map<String, Set<String>> WORDS = new HashMap<>();
  private static final Map<String, Set<String>> SPOKEN = new HashMap<>();
  private static final Map<String, Double> WEIGHTS = new HashMap<>();
  private static final Map<String, Set<String>> BAGS = new ConcurrentHashMap<>();
  private static final Map<String, String> SYLLABLES = new ConcurrentHashMap<>();
  private static final int LONGEST;
  private static final int LONGEST_SPOKEN;

  static {
    Properties all = Heads.load("concepts");
    for (String concept : new TreeSet<>(all.stringPropertyNames())) {
      String[] words = all.getProperty(concept).split("\\|", -1);
      if (concept.startsWith("_")) {
        for (String light : words) {
          WEIGHTS.put(light, concept.equals("_light") ? LIGHT : HEAVY);
        }
      } else {
        Set<String> stands = Set.of(concept.split("\\+", -1));
        for (String word : words) {
          WORDS.putIfAbsent(word.toLowerCase(Locale.ROOT), stands);
        }
      }
    }
    WEIGHTS.put("code", CODE);
    for (String word : new TreeSet<>(WORDS.keySet())) {
      if (word.length() > 1) { // one syllable sounds like too many words
        SPOKEN.putIfAbsent(pinyin(word), WORDS.getOrDefault(word, Set.of()));
      }
    }
    LONGEST = WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);
    LONGEST_SPOKEN = SPOKEN.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private Concepts() {}

  /** How alike two plain heads in Chinese are, 0 to 1. */
  static double like(String one, String other) {
    return alike(of(one), of(other));
  }

  /**
   * How like a word of the dictionary a head is that may be its pinyin, 0 to 1.
   *
   * @param head plain head in Latin letters
   * @param word plain word in Chinese
   */
  static double sounds(String head, String word) {
    String letters = letters(head);
    if (letters.length() < LEAST_INITIALS) {
      return 0;
    }
    String syllables = SYLLABLES.computeIfAbsent(word, Concepts::syllables);
    if (letters.equals(syllables.replace(" ", ""))) {
      return SAME;
    }
    String first = syllables.replaceAll("(?<=[a-z])[a-z]+", "").replace(" ", "");
    if (letters.equals(first)) {
      return INITIALS;
    }
    Set<String> bag = spoken(letters);
    return bag == null ? 0 : alike(bag, of(word));
  }

  /** Concepts of a Chinese head. */
  static Set<String> of(String plain) {
    return BAGS.computeIfAbsent(plain, Concepts::cut);
  }

  private static double alike(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    if (one.equals(other)) {
      return SAME;
    }
    double both = 0;
    for (String concept : one) {
      both += other.contains(concept) ? weight(concept) : 0;
    }
    double dice = 2 * both / (weight(one) + weight(other));
    return dice < 0.5 ? 0 : 0.9 * dice;
  }

  private static double weight(Set<String> bag) {
    double sum = 0;
    for (String concept : new TreeSet<>(bag)) {
      sum += weight(concept);
    }
    return sum;
  }

  private static double weight(String concept) {
    return WEIGHTS.getOrDefault(concept, concept.startsWith("'") ? UNKNOWN : 1.0);
  }

  private static Set<String> cut(String plain) {
    String solid = plain.replace(" ", "");
    Set<String> bag = new HashSet<>();
    int at = 0;
    while (at < solid.length()) {
      int to = Math.min(solid.length(), at + LONGEST);
      while (to > at + 1 && !WORDS.containsKey(solid.substring(at, to))) {
        to--;
      }
      String word = solid.substring(at, to);
      bag.addAll(WORDS.getOrDefault(word, Set.of("'" + word)));
      at = to;
    }
    // Which unit, whose site, and as of when matter only beside something else.
    if (bag.size() > 1) {
      bag.remove("own");
      bag.remove("now");
    }
    return Set.copyOf(bag);
  }

  /** Concepts of letters that are wholly words in pinyin; null for others. */
  private static @Nullable Set<String> spoken(String letters) {
    Set<String> bag = new HashSet<>();
    int at = 0;
    while (at < letters.length()) {
      int to = Math.min(letters.length(), at + LONGEST_SPOKEN);
      while (to > at && !SPOKEN.containsKey(letters.substring(at, to))) {
        to--;
      }
      if (to == at) {
        return null;
      }
      bag.addAll(SPOKEN.getOrDefault(letters.substring(at, to), Set.of()));
      at = to;
    }
    return bag;
  }

  private static String pinyin(String word) {
    return syllables(word).replace(" ", "");
  }

  /** Pinyin without tones, a blank between syllables; ü is u. */
  private static String syllables(String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      String sound = SOUNDS.get(c);
      String made = sound == null ? Pinyin.LATIN.transform(String.valueOf(c)) : sound;
      text.append(text.isEmpty() ? "" : " ").append(letters(made));
    }
    return text.toString();
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replaceAll("(?<=[ln])v", "u");
  }

  /** Made when a head in Chinese is first seen: the rules take a while to load. */
  private static final class Pinyin {
    private static final Transliterator LATIN =
        Transliterator.getInstance("Han-Latin; Latin-ASCII");
  }
}
