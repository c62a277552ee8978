package tenon.study.chart;

import java.util.List;

/**
 * An area on a map.
 *
 * @param name written beside it
 * @param dashed whether its edge is broken
 * @param corners latitude and longitude of each corner, degrees
 */
public record Outline(String name, boolean dashed, List<double[]> corners) {
  public Outline {
    corners = List.copyOf(corners);
  }
}
