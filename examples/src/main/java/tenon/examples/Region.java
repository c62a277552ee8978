package tenon.examples;

/**
 * A place.
 *
 * @param hazard factor on the probability of an outage
 * @param mark first character of the Chinese name of a firm there; empty where none is founded
 * @param say sound of the mark
 */
record Region(
    String id,
    String name,
    String nameZh,
    String parent,
    String level,
    String iso,
    String jurisdiction,
    double latitude,
    double longitude,
    double hazard,
    String mark,
    String say) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  static Region of(Sheet.Row row) {
    return new Region(
        row.text("id"),
        row.text("name"),
        row.text("name_zh"),
        row.text("parent"),
        row.text("level"),
        row.text("iso"),
        row.text("jurisdiction"),
        row.number("latitude"),
        row.number("longitude"),
        row.number("hazard"),
        row.text("mark"),
        row.text("say"));
  }

  boolean foreign() {
    return !jurisdiction.equals("CN");
  }

  /** Great-circle distance by the haversine formula, km. */
  double distanceKm(Region other) {
    double phi = StrictMath.toRadians(latitude);
    double psi = StrictMath.toRadians(other.latitude);
    double halfNorth = StrictMath.sin((psi - phi) / 2);
    double halfEast = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
    double a =
        halfNorth * halfNorth
            + StrictMath.cos(phi) * StrictMath.cos(psi) * halfEast * halfEast;
    return 2 * EARTH_RADIUS_KM * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(a)));
  }
}
