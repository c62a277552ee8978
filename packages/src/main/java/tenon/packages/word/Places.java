package tenon.packages.word;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds countries in names: the English names of ISO 3166-1, and the aliases, cities and codes of
 * {@code places.csv} beside this class.
 */
public final class Places {
  private static final int LONGEST_NAME_WORDS = 6;

  /** What a guess at a country rests on. */
  public enum Basis {
    /** The name of a country stands in the text. */
    COUNTRY,
    /** The name of a city stands in the text. */
    CITY,
    /** The text ends in the code of a country. */
    CODE,
    /** Nothing in the text tells a country. */
    NONE
  }

  /**
   * A guess at where a name belongs.
   *
   * @param jurisdiction ISO 3166-1 alpha-2 code, null with {@link Basis#NONE}
   * @param basis what the guess rests on
   */
  public record Guess(@Nullable String jurisdiction, Basis basis) {}

  private static final Guess NOWHERE = new Guess(null, Basis.NONE);

  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, String> cities = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  /** English names of ISO 3166-1, to offer the nearest of. */
  private final List<String> names;

  private Places() {
    List<String> iso = List.of(Locale.getISOCountries());
    names = iso.stream().map(Places::name).sorted().toList();
    iso.forEach(code -> countries.put(Words.plain(name(code)), code));
    iso.forEach(code -> codes.put(code, code));
    Set<String> forms = new HashSet<>();
    try (InputStream file = Places.class.getResourceAsStream("places.csv");
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
      rows.forEach(row -> learn(row, forms));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // "S.A." and the like close the names of firms as often as they name a country.
    codes.keySet().removeAll(forms);
  }

  public static Places load() {
    return new Places();
  }

  private void learn(NamedCsvRecord row, Set<String> forms) {
    String name = row.getField("name");
    String jurisdiction = row.getField("jurisdiction");
    switch (row.getField("kind")) {
      case "country" -> countries.put(Words.plain(name), jurisdiction);
      case "city" -> cities.put(Words.plain(name), jurisdiction);
      case "code" -> codes.put(name, jurisdiction);
      case "form" -> forms.add(name);
      default -> throw new IllegalStateException("places.csv: " + row);
    }
  }

  /** English name of a country. */
  public static String name(String jurisdiction) {
    return Locale.of("", jurisdiction).getDisplayCountry(Locale.ENGLISH);
  }

  /** Chinese name of a country. */
  public static String chineseName(String jurisdiction) {
    return Locale.of("", jurisdiction).getDisplayCountry(Locale.SIMPLIFIED_CHINESE);
  }

  /** ISO 3166-1 code of a country by its whole name; null where the name is not known. */
  public @Nullable String country(String name) {
    return countries.get(Words.plain(name));
  }

  /** The known name nearest to one that is not known. */
  public String nearest(String name) {
    return Objects.requireNonNullElse(Words.nearest(name, names), "");
  }

  /**
   * Guesses where a site or a firm stands from its name: by the longest name of a country in it,
   * else the longest name of a city, else a code in capitals at its end.
   */
  public Guess guess(String name) {
    String[] words = Words.plain(name).split(" ", -1);
    String country = longest(words, countries);
    if (country != null) {
      return new Guess(country, Basis.COUNTRY);
    }
    String city = longest(words, cities);
    if (city != null) {
      return new Guess(city, Basis.CITY);
    }
    String code = codes.get(lastWord(name));
    return code == null ? NOWHERE : new Guess(code, Basis.CODE);
  }

  /** What the longest run of words that is a key maps to, the last of several; null of none. */
  private static @Nullable String longest(String[] words, Map<String, String> places) {
    for (int length = Math.min(words.length, LONGEST_NAME_WORDS); length > 0; length--) {
      for (int start = words.length - length; start >= 0; start--) {
        String run = String.join(" ", List.of(words).subList(start, start + length));
        String place = places.get(run);
        if (place != null) {
          return place;
        }
      }
    }
    return null;
  }

  private static String lastWord(String name) {
    int end = name.length();
    while (end > 0 && !Character.isLetterOrDigit(name.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetterOrDigit(name.charAt(start - 1))) {
      start--;
    }
    return name.substring(start, end);
  }
}
