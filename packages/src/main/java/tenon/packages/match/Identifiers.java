package tenon.packages.match;

/**
 * Identifiers of firms and places that carry a check digit. All take the identifier in capitals,
 * without spaces or dashes.
 */
public final class Identifiers {
  /** Alphabet of GB 32100-2015: no I, O, S, V, Z. */
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int CREDIT_LENGTH = 18;
  private static final int LEI_LENGTH = 20;
  private static final int GLN_LENGTH = 13;

  private Identifiers() {}

  /**
   * Whether this is a unified social credit code: 18 characters whose last is (31 - sum of c_i 3^(i
   * - 1) mod 31) mod 31 over the first 17 (GB 32100-2015).
   */
  public static boolean isCreditCode(String code) {
    int check = creditCheck(code);
    return check >= 0 && CREDIT_ALPHABET.indexOf(code.charAt(CREDIT_LENGTH - 1)) == check;
  }

  /** Value of the check character that belongs to the first 17; -1 where they are no such code. */
  private static int creditCheck(String code) {
    if (code.length() != CREDIT_LENGTH) {
      return -1;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < CREDIT_LENGTH - 1; i++) {
      int value = CREDIT_ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return -1;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return (31 - sum % 31) % 31;
  }

  /**
   * The check character of the first 17 characters of a credit code.
   *
   * @throws IllegalArgumentException if one of them is not of the alphabet
   */
  public static char creditCheckCharacter(String first17) {
    int check = creditCheck(first17 + "0");
    if (check < 0) {
      throw new IllegalArgumentException(first17 + " is no beginning of a credit code");
    }
    return CREDIT_ALPHABET.charAt(check);
  }

  /**
   * Whether this is a legal entity identifier: 18 letters or digits and two check digits; the
   * whole, letters as 10 to 35, leaves 1 when divided by 97 (ISO 17442-1, ISO/IEC 7064 MOD 97-10).
   */
  public static boolean isLei(String code) {
    if (code.length() != LEI_LENGTH
        || !digit(code.charAt(LEI_LENGTH - 1))
        || !digit(code.charAt(LEI_LENGTH - 2))) {
      return false;
    }
    return remainder97(code) == 1;
  }

  /**
   * The two check digits that belong to the first 18 characters of a legal entity identifier.
   *
   * @throws IllegalArgumentException if one of them is neither digit nor capital
   */
  public static String leiCheckDigits(String first18) {
    int rest = remainder97(first18 + "00");
    if (rest < 0) {
      throw new IllegalArgumentException(first18 + " is no beginning of an LEI");
    }
    int check = 98 - rest;
    return "" + (char) ('0' + check / 10) + (char) ('0' + check % 10);
  }

  private static int remainder97(String code) {
    int rest = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (digit(c)) {
        rest = (rest * 10 + c - '0') % 97;
      } else if (c >= 'A' && c <= 'Z') {
        rest = (rest * 100 + c - 'A' + 10) % 97;
      } else {
        return -1;
      }
    }
    return rest;
  }

  /** Whether this is a global location number: 13 digits with the check digit of GS1. */
  public static boolean isGln(String code) {
    return code.length() == GLN_LENGTH && isGs1(code);
  }

  /**
   * Whether the last of these digits is the check digit of GS1: digits weighted 3, 1, 3, ... from
   * the right, the check digit completes the sum to a multiple of ten (GS1 General Specifications,
   * section 7.9). Serves GTIN-8, 12, 13, 14, GLN and SSCC.
   */
  public static boolean isGs1(String code) {
    int sum = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(code.length() - 1 - i);
      if (!digit(c)) {
        return false;
      }
      sum += (c - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return code.length() > 1 && sum % 10 == 0;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
