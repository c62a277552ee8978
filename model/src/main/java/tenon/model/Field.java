package tenon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link Resource}: the single declaration from which readers, checks, writers and
 * documentation follow.
 *
 * @param name name of the column, in lower_snake_case with its unit where it has one
 * @param type what a cell holds
 * @param required whether a blank is an error
 * @param key whether the column is part of the primary key
 * @param reference resource whose ids the cells name, for {@link Type#REF}
 * @param categories allowed values, for {@link Type#CATEGORY}
 * @param low least allowed number; may itself be excluded
 * @param lowExcluded whether {@code low} itself is refused
 * @param high greatest allowed number
 * @param unlimited whether {@code inf} is allowed and means "without limit"
 * @param whole whether only whole numbers are allowed
 * @param meaning what the column says, one line of English
 */
public record Field(
    String name,
    Type type,
    boolean required,
    boolean key,
    @Nullable String reference,
    List<String> categories,
    double low,
    boolean lowExcluded,
    double high,
    boolean unlimited,
    boolean whole,
    String meaning) {

  /** What a cell holds. */
  public enum Type {
    /** Text that names the row. */
    ID,
    /** The id of a row of another resource. */
    REF,
    /** Text that recurs, such as a sector or a period; held once per distinct value. */
    LABEL,
    /** Free text. */
    TEXT,
    /** One of a short list of words. */
    CATEGORY,
    /** A decimal number. */
    NUMBER,
    /** A calendar date, {@code 2026-11-21}. */
    DATE,
    /** {@code true} or {@code false}. */
    FLAG
  }

  static Field id(String name, String meaning) {
    return of(name, Type.ID, meaning).mandatory().inKey();
  }

  static Field ref(String name, String resource, String meaning) {
    return new Field(
        name, Type.REF, false, false, resource, List.of(), NaN, false, NaN, false, false, meaning);
  }

  static Field label(String name, String meaning) {
    return of(name, Type.LABEL, meaning);
  }

  static Field text(String name, String meaning) {
    return of(name, Type.TEXT, meaning);
  }

  static Field category(String name, String meaning, String... categories) {
    return new Field(
        name,
        Type.CATEGORY,
        false,
        false,
        null,
        List.of(categories),
        NaN,
        false,
        NaN,
        false,
        false,
        meaning);
  }

  static Field number(String name, String meaning) {
    return of(name, Type.NUMBER, meaning);
  }

  /** A number that is not negative. */
  static Field amount(String name, String meaning) {
    return number(name, meaning).between(0, Double.POSITIVE_INFINITY);
  }

  /** A number from 0 to 1. */
  static Field fraction(String name, String meaning) {
    return number(name, meaning).between(0, 1);
  }

  static Field date(String name, String meaning) {
    return of(name, Type.DATE, meaning);
  }

  static Field flag(String name, String meaning) {
    return of(name, Type.FLAG, meaning);
  }

  private static final double NaN = Double.NaN;

  private static Field of(String name, Type type, String meaning) {
    return new Field(
        name, type, false, false, null, List.of(), NaN, false, NaN, false, false, meaning);
  }

  Field mandatory() {
    return copy(true, key, low, lowExcluded, high, unlimited, whole);
  }

  Field inKey() {
    return copy(required, true, low, lowExcluded, high, unlimited, whole);
  }

  Field between(double least, double greatest) {
    return copy(required, key, least, false, greatest, unlimited, whole);
  }

  Field above(double bound) {
    return copy(required, key, bound, true, Double.POSITIVE_INFINITY, unlimited, whole);
  }

  Field atMost(double greatest) {
    return copy(required, key, low, lowExcluded, greatest, unlimited, whole);
  }

  Field orUnlimited() {
    return copy(required, key, low, lowExcluded, high, true, whole);
  }

  Field inWhole() {
    return copy(required, key, low, lowExcluded, high, unlimited, true);
  }

  private Field copy(
      boolean nowRequired,
      boolean nowKey,
      double nowLow,
      boolean nowLowExcluded,
      double nowHigh,
      boolean nowUnlimited,
      boolean nowWhole) {
    return new Field(
        name,
        type,
        nowRequired,
        nowKey,
        reference,
        categories,
        nowLow,
        nowLowExcluded,
        nowHigh,
        nowUnlimited,
        nowWhole,
        meaning);
  }

  /** Whether the number lies in the allowed range; unknown ({@code NaN}) does. */
  public boolean allows(double number) {
    if (Double.isInfinite(number)) {
      return unlimited && number > 0;
    }
    return !(number < low)
        && !(number > high)
        && !(lowExcluded && number == low)
        && !(whole && number != Math.rint(number));
  }
}
