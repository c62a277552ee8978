package tenon.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A policy tried in 45 of 285 cities from 2018 on, 2012 to 2022: synthetic values with planted
 * effects, around the descriptives and coefficients of Yu, Zhang, Yang and Yao (2025), Journal of
 * Distribution Science 23(12), whose own panel is not public. Names of cities and the roster of
 * pilots are real, everything else is made up; see {@link PilotOutcome} for what is planted.
 */
public final class PilotCities {
  /** Seed of the panel that is kept in {@code examples/pilot-cities}. */
  public static final long SEED = 20_261_126L;

  static final int FIRST_YEAR = 2012;
  static final int YEARS = 11;
  static final int POLICY_YEAR = 2018;

  /** Places of the roster that are one unit of the panel beyond doubt. */
  private static final List<String> SURE = List.of("exact", "spelling");

  private PilotCities() {}

  /** A city with its place on the map, degrees. */
  record City(
      String name,
      String nameZh,
      String province,
      String region,
      double longitude,
      double latitude,
      boolean pilot) {}

  /** A place of the published roster. */
  record Pilot(int number, String published, String unit, String how, String candidates) {
    boolean isSure() {
      return SURE.contains(how);
    }
  }

  static List<Pilot> roster() {
    return Sheet.read("pilots/roster.txt").stream()
        .map(
            row ->
                new Pilot(
                    (int) row.number("number"),
                    row.text("published"),
                    row.text("unit"),
                    row.text("how"),
                    row.text("candidates")))
        .toList();
  }

  static List<City> cities(Draws draws) {
    List<String> pilots = roster().stream().filter(Pilot::isSure).map(Pilot::unit).toList();
    List<City> cities = new ArrayList<>();
    for (Sheet.Row row : Sheet.read("pilots/cities.txt")) {
      for (String both : row.text("cities").split(",", -1)) {
        String trimmed = both.strip();
        String name = trimmed.substring(0, trimmed.lastIndexOf(' '));
        cities.add(
            new City(
                name,
                trimmed.substring(name.length() + 1),
                row.text("province"),
                row.text("region"),
                row.number("lon") + draws.within("longitude", name, -2, 2),
                row.number("lat") + draws.within("latitude", name, -1.6, 1.6),
                pilots.contains(name)));
      }
    }
    return cities;
  }

  /** Files by name; the same seed gives the same bytes. */
  static Map<String, String> files(long seed) {
    Draws draws = new Draws(seed);
    List<City> cities = cities(draws);
    PilotOutcome outcome = new PilotOutcome(cities, draws);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("panel.csv", panel(cities, outcome));
    files.put("roster.csv", rosterCsv());
    files.put("study.yaml", Sheet.content("pilots/study.yaml"));
    files.put("expected/planted.csv", outcome.planted());
    return files;
  }

  /** Writes the panel anew; the argument is the directory, {@code examples/pilot-cities}. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }

  static void write(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("expected"));
    for (Map.Entry<String, String> file : files(SEED).entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private static String panel(List<City> cities, PilotOutcome outcome) {
    StringBuilder csv =
        new StringBuilder("city,city_zh,province,region,longitude,latitude,year,DID,")
            .append(String.join(",", PilotOutcome.COLUMNS))
            .append('\n');
    for (int c = 0; c < cities.size(); c++) {
      City city = cities.get(c);
      for (int t = 0; t < YEARS; t++) {
        csv.append(city.name)
            .append(',')
            .append(city.nameZh)
            .append(',')
            .append(city.province)
            .append(',')
            .append(city.region)
            .append(String.format(Locale.ROOT, ",%.3f,%.3f,", city.longitude, city.latitude))
            .append(FIRST_YEAR + t)
            .append(city.pilot && FIRST_YEAR + t >= POLICY_YEAR ? ",1" : ",0");
        for (String column : PilotOutcome.COLUMNS) {
          csv.append(',').append(outcome.cell(column, c, t));
        }
        csv.append('\n');
      }
    }
    return csv.toString();
  }

  private static String rosterCsv() {
    StringBuilder csv = new StringBuilder("number,published,unit,how,candidates\n");
    for (Pilot pilot : roster()) {
      csv.append(pilot.number)
          .append(',')
          .append(pilot.published)
          .append(',')
          .append(pilot.unit)
          .append(',')
          .append(pilot.how)
          .append(',')
          .append(pilot.candidates)
          .append('\n');
    }
    return csv.toString();
  }
}
