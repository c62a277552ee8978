package tenon.packages.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tenon.model.Field;
import tenon.packages.match.Identifiers;

/** What the first rows of a column hold. */
final class ColumnProfile {
  private static final Pattern HS6 = Pattern.compile("\\d{4}\\.?\\d{2}(\\.?\\d{2,4})?");
  private static final Pattern LOCODE = Pattern.compile("[A-Z]{2} ?[A-Z2-9]{3}");
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
  private static final int MOST_DISTINCT = 20_000;

  private final String head;
  private final Map<String, Integer> values = new LinkedHashMap<>();
  private int filled;
  private int blank;

  ColumnProfile(String head) {
    this.head = head;
  }

  void take(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      blank++;
    } else {
      filled++;
      if (values.size() < MOST_DISTINCT || values.containsKey(text)) {
        values.merge(text, 1, Integer::sum);
      }
    }
  }

  String head() {
    return head;
  }

  int filled() {
    return filled;
  }

  int distinct() {
    return values.size();
  }

  Set<String> values() {
    return values.keySet();
  }

  /** Whether each row has a value of its own. */
  boolean unique() {
    return blank == 0 && filled > 0 && values.size() == filled;
  }

  private interface Test {
    boolean holds(String text);
  }

  /** Share of the rows for which something holds. */
  private double share(Test test) {
    long count = 0;
    long all = 0;
    for (Map.Entry<String, Integer> entry : values.entrySet()) {
      all += entry.getValue();
      count += test.holds(entry.getKey()) ? entry.getValue() : 0;
    }
    return all == 0 ? 0 : (double) count / all;
  }

  boolean percent() {
    return share(text -> text.endsWith("%")) > 0.5;
  }

  boolean grouped() {
    return share(text -> text.contains(",") && Values.maybeNumber(text) != null) > 0;
  }

  private static double number(String text) {
    Double number =
        Values.maybeNumber(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
    return number == null ? Double.NaN : number;
  }

  double numeric() {
    return share(text -> !Double.isNaN(number(text)));
  }

  double within(double factor, double low, double high) {
    return share(
        text -> {
          double value = number(text) * factor;
          return value >= low && value <= high;
        });
  }

  double most() {
    return values.keySet().stream()
        .mapToDouble(ColumnProfile::number)
        .filter(x -> !Double.isNaN(x))
        .max()
        .orElse(Double.NaN);
  }

  /** Share that are days, read in one order. */
  double days(String order) {
    return share(text -> Days.parse(text, order) != null);
  }

  private double han() {
    return share(
        text ->
            text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
  }

  private double length() {
    return values.keySet().stream().mapToInt(String::length).average().orElse(0);
  }

  /** Share of the distinct values that are among others. */
  double among(Set<String> others) {
    long count = values.keySet().stream().filter(others::contains).count();
    return values.isEmpty() ? 0 : (double) count / values.size();
  }

  /** Words of the column with the codes they stand for, where these differ. */
  Map<String, String> codes(Field field) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String word : values.keySet()) {
      String code = Heads.code(field, word);
      if (!code.isEmpty() && !code.equals(word)) {
        codes.put(word, code);
      }
    }
    return codes;
  }

  /** Share of the rows whose content a code with a check proves; 0 for other columns. */
  double proof(Field field) {
    return switch (field.name()) {
      case "lei" -> share(Identifiers::isLei);
      case "credit_code" -> share(Identifiers::isCreditCode);
      case "gln" -> share(Identifiers::isGln);
      default -> 0;
    };
  }

  /** How well the content suits a column, 0 to 1. */
  double suits(Field field, double factor) {
    if (filled == 0) {
      return 0;
    }
    boolean measured =
        numeric() > 0.9
            && share(text -> number(text) % 1 != 0 && !Double.isNaN(number(text))) > 0.05;
    return switch (field.type()) {
      case NUMBER -> suitsNumber(field, factor);
      case ID -> measured || days("dmy") > 0.5 ? 0 : length() > 40 ? 0.3 : unique() ? 1 : 0.7;
      case REF -> measured || days("dmy") > 0.5 ? 0 : length() > 40 ? 0.3 : unique() ? 0.7 : 0.9;
      case LABEL -> suitsLabel(field, measured);
      case TEXT ->
          numeric() > 0.5 || days("dmy") > 0.5
              ? 0.05
              : field.name().equals("name_zh") ? suitsLanguage(han()) : suitsLanguage(field, han());
      case CATEGORY, FLAG -> share(text -> !Heads.code(field, text).isEmpty()) >= 0.8 ? 1 : 0.05;
      case DATE -> Math.max(days("dmy"), days("mdy")) >= 0.9 ? 1 : 0;
    };
  }

  private double suitsLanguage(double share) {
    return share >= 0.5 ? 1 : 0.05;
  }

  private double suitsLanguage(Field field, double share) {
    return field.name().equals("name") ? share < 0.5 ? 1 : 0.4 : 0.9;
  }

  private double suitsNumber(Field field, double factor) {
    if (numeric() < 0.9 || (days("dmy") > 0.9 && numeric() < 1)) {
      return 0;
    }
    if (Double.isNaN(field.low())) {
      return 1;
    }
    double high = Double.isNaN(field.high()) ? Double.POSITIVE_INFINITY : field.high();
    if (within(factor, field.low(), high) >= 0.95) {
      return 1;
    }
    boolean share = high == 1 && within(0.01, field.low(), 1) >= 0.95;
    return share ? 0.9 : 0.05;
  }

  private double matching(Pattern pattern) {
    return share(text -> pattern.matcher(text).matches());
  }

  private double suitsLabel(Field field, boolean measured) {
    Pattern pattern =
        switch (field.name()) {
          case "hs6" -> HS6;
          case "unlocode" -> LOCODE;
          case "iso_3166_2" -> SUBDIVISION;
          case "jurisdiction" -> COUNTRY;
          case "gtin" -> GTIN;
          default -> null;
        };
    if (pattern != null) {
      return matching(pattern) >= 0.8 ? 1 : 0.05;
    }
    if (List.of("lei", "credit_code", "gln").contains(field.name())) {
      return proof(field) >= 0.8 ? 1 : 0.1;
    }
    return measured ? 0.05 : length() > 40 ? 0.3 : 0.9;
  }

  /** The commonest values, for a comment. */
  List<String> examples(int count) {
    List<String> all = new ArrayList<>(new LinkedHashSet<>(values.keySet()));
    Map<String, Integer> order = new HashMap<>();
    all.forEach(text -> order.put(text, order.size()));
    all.sort(
        java.util.Comparator.comparingInt((String text) -> -values.getOrDefault(text, 0))
            .thenComparingInt(text -> order.getOrDefault(text, 0)));
    return all.subList(0, Math.min(count, all.size()));
  }
}
