package tenon.packages.trade;

import com.ibm.icu.util.Region;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Codes of countries: two letters, three letters, numbers (ISO 3166-1), the numbers of customs
 * territories that trade data use where they differ, and names in English and Chinese.
 */
public final class Countries {
  /** Customs territories of the UN's trade statistics whose number is not that of ISO 3166-1. */
  private static final Map<String, String> CUSTOMS =
      Map.of(
          "842", "USA", "251", "FRA", "699", "IND", "757", "CHE", "579", "NOR", "381", "ITA", "490",
          "TWN");

  private final Map<String, Locale> byCode = new HashMap<>();

  /** All countries that ICU knows. */
  public Countries() {
    for (String two : Locale.getISOCountries()) {
      Locale country = Locale.of("", two);
      byCode.put(two, country);
      byCode.put(country.getISO3Country(), country);
      byCode.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), country);
      byCode.put(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE), country);
      int number = Region.getInstance(two).getNumericCode();
      if (number > 0) {
        byCode.put(Integer.toString(number), country);
      }
    }
    CUSTOMS.forEach((number, three) -> byCode.put(number, three(three)));
  }

  private Locale three(String code) {
    Locale country = byCode.get(code);
    if (country == null) {
      throw new IllegalStateException("the JDK does not know " + code);
    }
    return country;
  }

  /**
   * One code for every way to write a country: three letters of ISO 3166-1. What is not known stays
   * as it is written.
   */
  public String code(String written) {
    Locale country = find(written);
    return country == null ? written.strip() : country.getISO3Country();
  }

  /** Whether the country is known. */
  public boolean knows(String written) {
    return find(written) != null;
  }

  private @Nullable Locale find(String written) {
    String plain = written.strip().toUpperCase(Locale.ROOT);
    String number = plain.replaceFirst("^0+(?=[0-9])", "");
    return byCode.get(number);
  }

  /** Name of a country in a language; the code where it is not known. */
  public String name(String code, Locale language) {
    Locale country = find(code);
    return country == null ? code : country.getDisplayCountry(language);
  }
}
