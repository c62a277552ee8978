package tenon.study.chart;

/**
 * A point of a scatter.
 *
 * @param name written beside it; may be empty
 * @param x across
 * @param y upward
 * @param group number of the colour
 */
public record Point(String name, double x, double y, int group) {}
