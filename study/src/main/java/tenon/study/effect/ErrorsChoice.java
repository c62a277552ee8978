package tenon.study.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.SmallSample;

/**
 * How standard errors are asked for on a command line.
 *
 * @param kind by clusters, {@code iid}, {@code hc1}, {@code hc2}, {@code hc3}, {@code nw}, {@code
 *     dk}; empty for the usual: by cluster where clusters or fixed effects are named, else iid
 * @param clusters cluster variables; empty for the first fixed effect
 * @param ownCounts whether each term of a multi-way sum has its own number of clusters
 * @param unit column of units, for Newey-West
 * @param period column of periods, for Newey-West and Driscoll-Kraay
 * @param lags lags of these, or -1 for the rule of thumb
 * @param rule the small-sample rule
 */
public record ErrorsChoice(
    String kind,
    List<String> clusters,
    boolean ownCounts,
    String unit,
    String period,
    int lags,
    SmallSample rule) {
  public ErrorsChoice {
    clusters = List.copyOf(clusters);
  }

  /** Clustered by the given variables, or as usual where there are none. */
  public static ErrorsChoice by(List<String> clusters) {
    return new ErrorsChoice("", clusters, false, "", "", -1, SmallSample.standard());
  }

  /**
   * The errors, null where the usual ones are meant.
   *
   * @throws IllegalArgumentException if the kind is none, or lacks its columns
   */
  @Nullable Errors errors() {
    return switch (kind) {
      case "" -> clusters.isEmpty() ? null : new Errors.Clustered(clusters, ownCounts);
      case "cluster" -> clusters.isEmpty() ? null : new Errors.Clustered(clusters, ownCounts);
      case "iid" -> new Errors.Iid();
      case "hc1" -> new Errors.Robust(Errors.Robust.Kind.HC1);
      case "hc2" -> new Errors.Robust(Errors.Robust.Kind.HC2);
      case "hc3" -> new Errors.Robust(Errors.Robust.Kind.HC3);
      case "nw" -> new Errors.NeweyWest(unit, period, lags);
      case "dk" -> new Errors.DriscollKraay(period, lags);
      default -> throw new IllegalArgumentException("no kind of errors: " + kind);
    };
  }
}
