package tenon.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What reading an input comes to: the whole value, or all its faults. Nothing is half loaded.
 *
 * @param <T> what was to be read
 */
public sealed interface Loaded<T> {

  /** Every finding, errors first, in the order of the input. */
  List<Finding> findings();

  /** The same, with what was found before in front. */
  default Loaded<T> after(List<Finding> before) {
    List<Finding> all = Stream.concat(before.stream(), findings().stream()).toList();
    return switch (this) {
      case Ready<T>(T value, var _) -> new Ready<>(value, all);
      case Rejected<T> _ -> new Rejected<>(all);
    };
  }

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
