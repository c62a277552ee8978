package tenon.packages.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of one register, ready to be compared: the core in Chinese, the core in letters, the
 * Chinese core in pinyin, their pieces as numbers of a shared dictionary, and the numerals that
 * tell one plant of a firm from the next.
 */
final class Names {
  final String[] han;
  final String[] letters;
  final String[] sound;

  /** As they sound, but with words of trades in English. */
  final String[] english;

  final String[] numerals;

  /** Distinct pairs of neighbouring Chinese characters. */
  final int[][] pairs;

  /** Words of the name in letters, in their order. */
  final int[][] words;

  /** Distinct runs of three letters of the name in letters or, where there is none, in pinyin. */
  final int[][] runs;

  /** Runs of three letters of the Chinese name with words of trades in English. */
  final int[][] englishRuns;

  private Names(int rows) {
    han = new String[rows];
    letters = new String[rows];
    sound = new String[rows];
    english = new String[rows];
    numerals = new String[rows];
    pairs = new int[rows][];
    words = new int[rows][];
    runs = new int[rows][];
    englishRuns = new int[rows][];
  }

  static Names of(Register register, NameText text, Map<String, String> aliases, Pieces pieces) {
    Names names = new Names(register.count());
    for (int row = 0; row < register.count(); row++) {
      names.fill(row, register.row(row), text, aliases);
      names.cut(row, pieces);
    }
    return names;
  }

  private void fill(int row, Register.Row entry, NameText text, Map<String, String> aliases) {
    han[row] = "";
    letters[row] = "";
    for (String name : List.of(entry.nameZh(), entry.name())) {
      String core = LegalForms.strip(text.plain(name));
      core = aliases.getOrDefault(core, core);
      if (core.codePoints().anyMatch(NameText::isHan)) {
        han[row] = han[row].isEmpty() ? core.replace(" ", "") : han[row];
      } else if (letters[row].isEmpty()) {
        letters[row] = core;
      }
    }
    sound[row] = text.pinyin(han[row]);
    english[row] = text.english(han[row]);
    numerals[row] = numerals(han[row].isEmpty() ? letters[row] : han[row]);
  }

  /** Digits, and the Chinese ordinals after 第, in their order. */
  private static String numerals(String name) {
    StringBuilder found = new StringBuilder();
    boolean ordinal = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int value = "零一二三四五六七八九".indexOf(c);
      if (c >= '0' && c <= '9') {
        found.append(c);
      } else if (ordinal && value >= 0) {
        found.append(value);
      }
      ordinal = c == '第' || (ordinal && value >= 0);
    }
    return found.toString();
  }

  private void cut(int row, Pieces pieces) {
    pairs[row] = pieces.grams('h', han[row], 2);
    words[row] =
        letters[row].isEmpty()
            ? new int[0]
            : Arrays.stream(letters[row].split(" ", -1))
                .mapToInt(w -> pieces.add("w" + w))
                .toArray();
    String joined = letters[row].isEmpty() ? sound[row] : letters[row].replace(" ", "");
    runs[row] = pieces.grams('l', joined, 3);
    englishRuns[row] = letters[row].isEmpty() ? pieces.grams('l', english[row], 3) : runs[row];
    pieces.count(pairs[row]);
    pieces.count(Arrays.stream(words[row]).distinct().toArray());
    pieces.count(runs[row]);
  }

  /** The dictionary of pieces of names, with the number of rows that hold each. */
  static final class Pieces {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] rowsWith = new int[1 << 10];
    private final int rows;

    Pieces(int rows) {
      this.rows = rows;
    }

    int add(String piece) {
      Integer known = ids.get(piece);
      if (known != null) {
        return known;
      }
      ids.put(piece, texts.size());
      texts.add(piece);
      if (texts.size() > rowsWith.length) {
        rowsWith = Arrays.copyOf(rowsWith, rowsWith.length * 2);
      }
      return texts.size() - 1;
    }

    private int[] grams(char kind, String text, int length) {
      if (text.isEmpty()) {
        return new int[0];
      }
      if (text.length() < length) {
        return new int[] {add(kind + text)};
      }
      int[] found = new int[text.length() - length + 1];
      for (int i = 0; i < found.length; i++) {
        found[i] = add(kind + text.substring(i, i + length));
      }
      return Arrays.stream(found).distinct().toArray();
    }

    private void count(int[] distinct) {
      for (int piece : distinct) {
        rowsWith[piece]++;
      }
    }

    int count() {
      return texts.size();
    }

    /** The piece as it stands in names. */
    String text(int piece) {
      return texts.get(piece).substring(1);
    }

    /** Inverse document frequency: log(1 + rows / rows with the piece). */
    double weight(int piece) {
      return Math.log1p((double) rows / Math.max(1, rowsWith[piece]));
    }
  }
}
