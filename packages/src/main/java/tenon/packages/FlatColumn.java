package tenon.packages;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column that grows cell by cell: numbers while all cells are, then codes of distinct texts, so
 * that a million rows of a few names take four bytes each.
 */
final class FlatColumn {
  private static final int FIRST = 1024;

  private double[] numbers = new double[FIRST];
  private int[] codes = new int[0];
  private @Nullable Map<String, Integer> dictionary;
  private final List<String> distinct = new ArrayList<>();
  private int count;

  static boolean isUnknown(String cell) {
    return cell.isEmpty() || cell.equals("NA") || cell.equals("NaN");
  }

  void add(String raw) {
    String cell = raw.strip();
    if (dictionary == null) {
      double number = isUnknown(cell) ? Double.NaN : number(cell);
      if (!Double.isNaN(number) || isUnknown(cell)) {
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
        return;
      }
      turnToTexts();
    }
    addText(isUnknown(cell) ? "" : cell);
  }

  boolean isNumeric() {
    return dictionary == null;
  }

  double[] numbers() {
    if (dictionary != null) {
      throw new IllegalArgumentException("a column of texts has no numbers");
    }
    return Arrays.copyOf(numbers, count);
  }

  List<String> texts() {
    return new AbstractList<>() {
      @Override
      public String get(int row) {
        return dictionary == null ? text(numbers[row]) : distinct.get(codes[row]);
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  /** A number that is written as one; NaN for codes such as 007, and for words. */
  private static double number(String cell) {
    if (cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1))) {
      return Double.NaN;
    }
    return switch (cell) {
      case "inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-inf", "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> FirmReader.number(cell);
    };
  }

  private static String text(double number) {
    if (Double.isNaN(number)) {
      return "";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }

  private void turnToTexts() {
    int before = count;
    codes = new int[Math.max(FIRST, before * 2)];
    dictionary = new HashMap<>();
    count = 0;
    for (int row = 0; row < before; row++) {
      addText(text(numbers[row]));
    }
    numbers = new double[0];
  }

  private void addText(String text) {
    Map<String, Integer> known = dictionary;
    if (known == null) {
      throw new IllegalStateException("a column of numbers has no dictionary");
    }
    if (count == codes.length) {
      codes = Arrays.copyOf(codes, count * 2);
    }
    Integer code = known.putIfAbsent(text, distinct.size());
    if (code == null) {
      code = distinct.size();
      distinct.add(text);
    }
    codes[count++] = code;
  }
}
