package tenon.packages.place;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.CsvRows;
import tenon.packages.JsonFile;
import tenon.packages.Notice;
import tools.jackson.databind.JsonNode;

/**
 * Reference tables of places; the layout of each is told from its contents:
 *
 * <ul>
 *   <li>JSON of ports by UN/LOCODE with {@code coordinates: [east, north]} (sea-ports);
 *   <li>CSV with the columns UN/LOCODE, Latitude, Longitude (World Port Index);
 *   <li>the CSV of UN/LOCODE itself as it is downloaded, with or without a header: change, country,
 *       location, name, name without diacritics, subdivision, function and status, date, IATA,
 *       coordinates, remarks;
 *   <li>JSON {@code {"3166-2": [{"code", "name"}]}} (iso-codes);
 *   <li>JSON of six-digit Chinese area codes by parent.
 * </ul>
 */
final class References {
  private static final Pattern AREA = Pattern.compile("[0-9]{6}");
  private static final Pattern DEGREES =
      Pattern.compile("([0-9]{2})([0-9]{2})([NS]) ([0-9]{3})([0-9]{2})([EW])");

  /** Degrees north and east by UN/LOCODE. */
  final Map<String, double[]> ports = new HashMap<>();

  /** Codes that a list has without coordinates. */
  final Set<String> placeless = new HashSet<>();

  /** Names by code of ISO 3166-2. */
  final Map<String, String> subdivisions = new HashMap<>();

  /** Chinese names by area code. */
  final Map<String, String> areas = new HashMap<>();

  private final Findings findings;

  References(Findings findings) {
    this.findings = findings;
  }

  void read(Path file, Progress progress) {
    int before = ports.size() + subdivisions.size() + areas.size();
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    boolean sound = json ? json(file) : csv(file, progress);
    if (sound && ports.size() + subdivisions.size() + areas.size() == before) {
      Notice notice = Notice.about(PlaceLookup.BUNDLE, file);
      findings.add(notice.error("place-no-reference", 0, null, null));
    }
  }

  private boolean json(Path file) {
    return switch (JsonFile.read(file)) {
      case Loaded.Rejected<JsonNode>(var errors) -> {
        errors.forEach(findings::add);
        yield false;
      }
      case Loaded.Ready<JsonNode>(var root, var warnings) -> {
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
          entry(entry.getKey(), entry.getValue());
        }
        yield true;
      }
    };
  }

  private void entry(String key, JsonNode value) {
    if (key.equals("3166-2")) {
      value.forEach(
          node -> subdivisions.put(node.path("code").asString(""), node.path("name").asString("")));
    } else if (value.path("coordinates").size() == 2) {
      JsonNode place = value.path("coordinates");
      ports.put(key, new double[] {place.get(1).asDouble(), place.get(0).asDouble()});
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> area : value.properties()) {
        if (AREA.matcher(area.getKey()).matches() && area.getValue().isString()) {
          areas.put(area.getKey(), area.getValue().asString());
        }
      }
    }
  }

  private boolean csv(Path file, Progress progress) {
    Findings faults = new Findings();
    // UN/LOCODE comes in the encoding of its year; only codes and coordinates are used.
    CsvRows.readAscii(file, "UN/LOCODE,Latitude,Longitude", faults, progress, new Rows());
    findings.addAll(faults);
    return !faults.hasErrors();
  }

  private final class Rows implements CsvRows.Listener {
    private int code = -1;
    private int north = -1;
    private int east = -1;
    private boolean portIndex;

    @Override
    public boolean header(List<String> names) {
      code = names.indexOf("UN/LOCODE");
      north = names.indexOf("Latitude");
      east = names.indexOf("Longitude");
      portIndex = code >= 0 && north >= 0 && east >= 0;
      if (!portIndex) {
        row(1, names);
      }
      return true;
    }

    @Override
    public void row(long line, List<String> cells) {
      if (portIndex) {
        String locode = cells.get(code).replace(" ", "");
        double latitude = number(cells.get(north));
        double longitude = number(cells.get(east));
        if (!locode.isEmpty() && !Double.isNaN(latitude + longitude)) {
          ports.putIfAbsent(locode, new double[] {latitude, longitude});
        }
      } else if (cells.size() >= 11) {
        String locode = cells.get(1).strip() + cells.get(2).strip();
        Matcher place = DEGREES.matcher(cells.get(10).strip());
        if (place.matches()) {
          ports.put(locode, degrees(place));
        } else {
          placeless.add(locode);
        }
      }
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  /** Degrees and minutes, as UN/LOCODE writes them: {@code 3114N 12129E}. */
  private static double[] degrees(Matcher place) {
    double north = number(place.group(1)) + number(place.group(2)) / 60;
    double east = number(place.group(4)) + number(place.group(5)) / 60;
    return new double[] {
      place.group(3).equals("S") ? -north : north, place.group(6).equals("W") ? -east : east
    };
  }
}
