package tenon.packages.match;

/**
 * How rows are matched.
 *
 * @param kind what the rows are
 * @param accept score from which a pair is joined, 0 to 1
 * @param review score from which a pair is put before a person, at most {@code accept}
 * @param margin a pair is put before a person too where another pair of one of its rows comes this
 *     near in score
 * @param candidates most rows of the other table that a row is compared with because of its Chinese
 *     name, and again because of its name in letters
 * @param threads threads to work on; the result does not depend on it
 */
public record MatchSpec(
    Kind kind, double accept, double review, double margin, int candidates, int threads) {

  /** What the rows are: sites are told apart by place, firms are not. */
  public enum Kind {
    FIRM(0.1, 60),
    SITE(0.4, 3);

    final double placeWeight;
    final double scaleKm;

    Kind(double placeWeight, double scaleKm) {
      this.placeWeight = placeWeight;
      this.scaleKm = scaleKm;
    }
  }

  public MatchSpec {
    if (!(review > 0 && review <= accept && accept <= 1)) {
      throw new IllegalArgumentException(
          "thresholds " + review + " and " + accept + "; write 0 < review <= accept <= 1");
    }
    if (candidates < 1 || threads < 1) {
      throw new IllegalArgumentException("candidates and threads must be at least 1");
    }
  }

  /** Joined from 0.85, shown from 0.7, at most six candidates by each kind of name. */
  public static MatchSpec standard(Kind kind) {
    return new MatchSpec(kind, 0.85, 0.70, 0.02, 6, Runtime.getRuntime().availableProcessors());
  }
}
