package tenon.packages.match;

import java.util.regex.Pattern;

/** How near two rows are, 0 to 1; NaN where either place is unknown. */
final class PlaceScore {
  private static final double EARTH_RADIUS_KM = 6371.0088;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final Pattern LEVEL = Pattern.compile("(特别行政区|自治区|自治州|省|市|区|县)$");

  private final double scaleKm;
  private final NameText text = new NameText();

  /** Coordinates count exp(-distance / scale). */
  PlaceScore(double scaleKm) {
    this.scaleKm = scaleKm;
  }

  /** The region as it is compared; to be prepared once for each row. */
  String region(Register.Row row) {
    String plain = text.plain(row.region());
    return CODE.matcher(plain).matches() ? plain : LEVEL.matcher(plain).replaceFirst("");
  }

  double of(Register.Row a, String regionA, Register.Row b, String regionB) {
    if (a.located() && b.located()) {
      return Math.exp(-distanceKm(a, b) / scaleKm);
    }
    if (regionA.isEmpty() || regionB.isEmpty()) {
      return Double.NaN;
    }
    if (regionA.equals(regionB)) {
      return 1;
    }
    boolean codes = CODE.matcher(regionA).matches() && CODE.matcher(regionB).matches();
    return codes ? ofCodes(regionA, regionB) : 0;
  }

  /**
   * Codes of GB/T 2260: two digits for the province, two for the prefecture, two for the county.
   */
  private static double ofCodes(String a, String b) {
    if (a.regionMatches(0, b, 0, 4)) {
      return 0.8;
    }
    return a.regionMatches(0, b, 0, 2) ? 0.5 : 0;
  }

  /** Great-circle distance, km, by the haversine formula. */
  static double distanceKm(Register.Row a, Register.Row b) {
    double north = Math.toRadians(b.latitude() - a.latitude());
    double east = Math.toRadians(b.longitude() - a.longitude());
    double h =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude()))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
  }
}
