package tenon.evaluate.space;

/**
 * Columns of who, when and where.
 *
 * @param unit column of units
 * @param period column of periods, numbers
 * @param longitude degrees east
 * @param latitude degrees north
 */
public record SpaceColumns(String unit, String period, String longitude, String latitude) {}
