package tenon.twin.sector;

import java.util.List;
import java.util.Map;

/**
 * The parameters of {@link Ario}, in steps where they are times.
 *
 * @param steps number of steps to run
 * @param unitsByStep units of time (days) in a step
 * @param unitsPerYear units of time in a year, by which the flows of the table are divided
 * @param alternative whether orders go to suppliers by what they can make now; else always as in
 *     the table
 * @param alphaBase usual overproduction, 1
 * @param alphaMax greatest overproduction
 * @param alphaTau units over which overproduction comes and goes
 * @param inventory units of use that a stock covers, where {@code inventories} says nothing
 * @param inventories the same by sector of the input; infinite where it never stops anybody
 * @param restoration units over which a gap in a stock is reordered
 * @param restorations the same by sector of the input
 * @param psi share of its goal below which a stock limits production
 * @param capitalRatio capital per value added of a year
 * @param capitalRatios the same by sector
 * @param capital capital by industry; empty to take it from value added
 * @param rounding whether to skip updates of stocks and orders where nothing differs by more than
 *     one part in 1e5, and to drop what is left of rebuilding below {@code rest}, as BoARIO does
 * @param rest rest of a rebuilding demand that BoARIO drops, in the money of the table
 */
public record ArioSpec(
    int steps,
    double unitsByStep,
    double unitsPerYear,
    boolean alternative,
    double alphaBase,
    double alphaMax,
    double alphaTau,
    double inventory,
    Map<String, Double> inventories,
    double restoration,
    Map<String, Double> restorations,
    double psi,
    double capitalRatio,
    Map<String, Double> capitalRatios,
    List<Double> capital,
    boolean rounding,
    double rest) {

  public ArioSpec {
    inventories = Map.copyOf(inventories);
    restorations = Map.copyOf(restorations);
    capitalRatios = Map.copyOf(capitalRatios);
    capital = List.copyOf(capital);
  }

  /** A year of days with the usual parameters, exact. */
  public static ArioSpec usual() {
    return new ArioSpec(
        365, 1, 365, true, 1, 1.25, 365, 90, Map.of(), 60, Map.of(), 0.8, 4, Map.of(), List.of(),
        false, 1e-5);
  }

  /** The same for another number of steps. */
  public ArioSpec withSteps(int count) {
    return new ArioSpec(
        count,
        unitsByStep,
        unitsPerYear,
        alternative,
        alphaBase,
        alphaMax,
        alphaTau,
        inventory,
        inventories,
        restoration,
        restorations,
        psi,
        capitalRatio,
        capitalRatios,
        capital,
        rounding,
        rest);
  }

  /** The same with or without BoARIO's rounding. */
  public ArioSpec withRounding(boolean skip) {
    return new ArioSpec(
        steps,
        unitsByStep,
        unitsPerYear,
        alternative,
        alphaBase,
        alphaMax,
        alphaTau,
        inventory,
        inventories,
        restoration,
        restorations,
        psi,
        capitalRatio,
        capitalRatios,
        capital,
        skip,
        rest);
  }

  /** The same with the other rule of orders. */
  public ArioSpec withAlternative(boolean byCapacity) {
    return new ArioSpec(
        steps,
        unitsByStep,
        unitsPerYear,
        byCapacity,
        alphaBase,
        alphaMax,
        alphaTau,
        inventory,
        inventories,
        restoration,
        restorations,
        psi,
        capitalRatio,
        capitalRatios,
        capital,
        rounding,
        rest);
  }
}
