package tenon.model;

import java.util.List;

/**
 * What reading an input comes to: the whole value, or all its faults. Nothing is half loaded.
 *
 * @param <T> what was to be read
 */
public sealed interface Loaded<T> {

  /** Every finding, errors first, in the order of the input. */
  List<Finding> findings();

  /** The input is sound; the findings are warnings at most. */
  record Ready<T>(T value, List<Finding> findings) implements Loaded<T> {
    public Ready {
      findings = List.copyOf(findings);
    }
  }

  /** The input is refused; at least one finding is an error. */
  record Rejected<T>(List<Finding> findings) implements Loaded<T> {
    public Rejected {
      findings = List.copyOf(findings);
    }
  }
}
