package tenon.packages.match;

import java.util.Arrays;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How much alike two names are, 0 to 1; NaN where they cannot be compared. */
final class NameScore {
  /** Words that are less alike than this are different words, as in SoftTFIDF. */
  private static final double SAME_WORD = 0.9;

  /** Share of the rare pieces; the rest is Jaro-Winkler of the whole. */
  private static final double PIECES = 0.55;

  /** Share of the Chinese name where both rows have both. */
  private static final double CHINESE = 0.75;

  /**
   * A name in letters that reads as the pinyin of a Chinese one is less certain than a spelling.
   */
  private static final double BY_SOUND = 0.96;

  /** What remains where numerals differ: plant 1 is not plant 2. */
  private static final double OTHER_NUMERALS = 0.8;

  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();
  private static final JaroWinklerSimilarity WINKLER = new JaroWinklerSimilarity();

  private final Names left;
  private final Names right;
  private final double[] weights;
  private final Names.Pieces pieces;

  NameScore(Names left, Names right, Names.Pieces pieces) {
    this.left = left;
    this.right = right;
    this.pieces = pieces;
    weights = new double[pieces.count()];
    Arrays.setAll(weights, pieces::weight);
  }

  double weight(int piece) {
    return weights[piece];
  }

  double of(int a, int b) {
    double han = Double.NaN;
    if (!left.han[a].isEmpty() && !right.han[b].isEmpty()) {
      han = mixed(cosine(left.pairs[a], right.pairs[b]), left.han[a], right.han[b]);
    }
    double latin = Double.NaN;
    if (!left.letters[a].isEmpty() && !right.letters[b].isEmpty()) {
      double words =
          (soft(left.words[a], right.words[b]) + soft(right.words[b], left.words[a])) / 2;
      latin = mixed(words, left.letters[a], right.letters[b]);
    }
    double both = both(han, latin);
    double best = Double.isNaN(both) ? bySound(a, b) : both;
    return left.numerals[a].equals(right.numerals[b]) ? best : best * OTHER_NUMERALS;
  }

  /** The registered name is the Chinese one; translations vary, and hide characters that differ. */
  private static double both(double han, double latin) {
    if (Double.isNaN(han) || Double.isNaN(latin)) {
      return Double.isNaN(han) ? latin : han;
    }
    return han == 1 ? 1 : CHINESE * han + (1 - CHINESE) * latin;
  }

  /** Where one name is in Chinese alone and the other in letters alone. */
  private double bySound(int a, int b) {
    String one = left.letters[a].isEmpty() ? left.sound[a] : left.letters[a].replace(" ", "");
    String other = right.letters[b].isEmpty() ? right.sound[b] : right.letters[b].replace(" ", "");
    if (one.isEmpty() || other.isEmpty()) {
      return Double.NaN;
    }
    double bySound = mixed(cosine(left.runs[a], right.runs[b]), one, other);
    String first = left.letters[a].isEmpty() ? left.english[a] : one;
    String second = right.letters[b].isEmpty() ? right.english[b] : other;
    double byTrade = mixed(cosine(left.englishRuns[a], right.englishRuns[b]), first, second);
    return BY_SOUND * Math.max(bySound, byTrade);
  }

  private static double mixed(double byPieces, String one, String other) {
    return one.equals(other) ? 1 : PIECES * byPieces + (1 - PIECES) * WINKLER.apply(one, other);
  }

  /** Cosine of two sets, each piece weighted by its rarity. */
  private double cosine(int[] one, int[] other) {
    double shared = 0;
    for (int piece : one) {
      for (int candidate : other) {
        if (piece == candidate) {
          shared += weights[piece] * weights[piece];
        }
      }
    }
    return shared == 0 ? 0 : shared / (norm(one) * norm(other));
  }

  private double norm(int[] set) {
    double sum = 0;
    for (int piece : set) {
      sum += weights[piece] * weights[piece];
    }
    return Math.sqrt(sum);
  }

  /** SoftTFIDF: each word with the word of the other name that is most like it. */
  private double soft(int[] one, int[] other) {
    double sum = 0;
    for (int word : one) {
      double most = 0;
      int like = -1;
      for (int candidate : other) {
        double alike = alike(word, candidate);
        if (alike > most) {
          most = alike;
          like = candidate;
        }
      }
      if (like >= 0) {
        sum += weights[word] * weights[like] * most;
      }
    }
    return sum == 0 ? 0 : Math.min(1, sum / (norm(one) * norm(other)));
  }

  private double alike(int word, int candidate) {
    if (word == candidate) {
      return 1;
    }
    String one = pieces.text(word);
    String other = pieces.text(candidate);
    if (Math.abs(one.length() - other.length()) > 3 || Math.min(one.length(), other.length()) < 3) {
      return 0;
    }
    double winkler = WINKLER.apply(one, other);
    int edits = Math.max(one.length(), other.length()) < 8 ? 1 : 2;
    boolean near = EDITS.apply(one, other) <= edits;
    return near && winkler >= SAME_WORD ? winkler : 0;
  }
}
