package tenon.respond.design;

import java.util.EnumSet;
import java.util.Set;

/** The five systems of a chain that a lever may strengthen. */
public enum ResilienceSystem {
  /** Who delivers: second sources, plants elsewhere, closed loops, warm standbys. */
  SUPPLY,
  /** What is new: substitutes, and what is under development. */
  INNOVATION,
  /** What can be made, and is kept. */
  CAPACITY,
  /** Where it is sold. */
  MARKET,
  /** Who has the money to go on. */
  FINANCE;

  /** The systems of a lever, by what it changes. */
  public static Set<ResilienceSystem> of(Lever lever) {
    Set<ResilienceSystem> systems = EnumSet.noneOf(ResilienceSystem.class);
    if (lever.isDeveloped()) {
      systems.add(INNOVATION);
    }
    for (Change change : lever.changes()) {
      systems.add(
          switch (change) {
            case Change.Source _, Change.Plant _, Change.Loop _, Change.Ready _ -> SUPPLY;
            case Change.Substitute _ -> INNOVATION;
            case Change.Capacity _, Change.Stock _, Change.Notice _ -> CAPACITY;
            case Change.Market _ -> MARKET;
            case Change.Credit _, Change.EarlyPayment _, Change.Insurance _ -> FINANCE;
          });
    }
    return systems;
  }
}
