package tenon.twin.site;

/**
 * What a stock that perishes throws away over the horizon.
 *
 * @param shelfLifeDays days that a unit keeps from its receipt
 * @param units units thrown away
 * @param undisturbed the same undisturbed, under the same draws; NaN where it was not run
 */
public record Perished(
    String siteId, String productId, int shelfLifeDays, Spread units, Spread undisturbed) {}
