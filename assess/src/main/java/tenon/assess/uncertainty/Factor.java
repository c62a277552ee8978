package tenon.assess.uncertainty;

import java.util.List;

/**
 * One choice that is varied; its alternatives are equally likely.
 *
 * @param name stable name, which also names its random draws
 * @param alternatives two or more for the same place of the pipeline
 */
public record Factor(String name, List<Alternative> alternatives) {
  public Factor {
    alternatives = List.copyOf(alternatives);
  }
}
