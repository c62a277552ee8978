package tenon.study.chart;

/**
 * A place with an amount.
 *
 * @param name written beside it
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param value amount, or NaN where unknown
 */
public record Place(String name, double latitude, double longitude, double value) {}
