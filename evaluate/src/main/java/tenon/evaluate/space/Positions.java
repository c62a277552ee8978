package tenon.evaluate.space;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Coding;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;

/** Where units lie and since when they are treated. */
final class Positions {
  private static final double RADIUS_KM = 6371.0088;

  final Coding units;
  final double[] longitude;
  final double[] latitude;

  /** First treated period by unit; infinite where never. */
  final double[] since;

  private Positions(Coding units) {
    this.units = units;
    longitude = new double[units.count()];
    latitude = new double[units.count()];
    since = new double[units.count()];
    Arrays.fill(longitude, Double.NaN);
    Arrays.fill(latitude, Double.NaN);
    Arrays.fill(since, Double.POSITIVE_INFINITY);
  }

  /** The positions, or null after every fault was told. */
  static @Nullable Positions of(
      Observations data, SpaceColumns columns, String treatment, Notes notes) {
    boolean sound = true;
    for (String name :
        new String[] {
          columns.unit(), columns.period(), columns.longitude(), columns.latitude(), treatment
        }) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
        sound = false;
      } else if (!name.equals(columns.unit()) && data.isText(name)) {
        notes.error("column-texts", null, name);
        sound = false;
      }
    }
    if (!sound) {
      return null;
    }
    Positions positions = new Positions(Coding.of(data, columns.unit()));
    for (int row = 0; row < data.rows(); row++) {
      int u = positions.units.code(row);
      if (u < 0) {
        continue;
      }
      positions.longitude[u] = data.number(columns.longitude(), row);
      positions.latitude[u] = data.number(columns.latitude(), row);
      if (data.number(treatment, row) == 1) {
        positions.since[u] = Math.min(positions.since[u], data.number(columns.period(), row));
      }
    }
    int lost = 0;
    for (double at : positions.longitude) {
      lost += Double.isNaN(at) ? 1 : 0;
    }
    if (lost > 0) {
      notes.warn("no-position", columns.longitude(), null, Integer.toString(lost));
    }
    return positions;
  }

  boolean isTreated(int unit) {
    return since[unit] < Double.POSITIVE_INFINITY;
  }

  /** Great-circle distance, km; NaN where a position is unknown. */
  double kilometres(int a, int b) {
    double north = Math.toRadians(latitude[b] - latitude[a]);
    double east = Math.toRadians(longitude[b] - longitude[a]);
    double half =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude[a]))
                * Math.cos(Math.toRadians(latitude[b]))
                * square(Math.sin(east / 2));
    return 2 * RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, half)));
  }

  private static double square(double x) {
    return x * x;
  }

  /** Distance to the nearest unit that is treated in a period; infinite where none is. */
  double nearest(int unit, double period) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int other = 0; other < since.length; other++) {
      if (other != unit && since[other] <= period) {
        double distance = kilometres(unit, other);
        nearest = distance < nearest ? distance : nearest;
      }
    }
    return nearest;
  }
}
