package tenon.examples;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site.
 *
 * @param makes products it makes
 * @param sells products it passes on without making them
 * @param standby product it could make after a time of activation, or null
 */
record Site(
    String id,
    Firm firm,
    Region region,
    String kind,
    double latitude,
    double longitude,
    double ttrDays,
    String ttrBasis,
    double risk,
    List<String> makes,
    List<String> sells,
    @Nullable String standby) {}
