package tenon.evaluate;

/**
 * The columns that say whom and when a row is about.
 *
 * @param unit column of units
 * @param period column of periods: numbers where lags or event time are asked for
 */
public record PanelColumns(String unit, String period) {}
