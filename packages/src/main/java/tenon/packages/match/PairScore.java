package tenon.packages.match;

import java.util.stream.IntStream;

/** Scores pairs of rows; the rule stands in the documentation of methods. */
final class PairScore {
  /** Beside an equal identifier the names must be this much alike, or a person looks at them. */
  private static final double NAMES_FIT = 0.35;

  private final Register left;
  private final Register right;
  private final NameScore names;
  private final PlaceScore places;
  private final double placeWeight;
  private final boolean sites;
  private final String[] leftRegions;
  private final String[] rightRegions;

  PairScore(Register left, Register right, NameScore names, MatchSpec.Kind kind) {
    this.left = left;
    this.right = right;
    this.names = names;
    places = new PlaceScore(kind.scaleKm);
    placeWeight = kind.placeWeight;
    sites = kind == MatchSpec.Kind.SITE;
    leftRegions = regions(left);
    rightRegions = regions(right);
  }

  private String[] regions(Register register) {
    return IntStream.range(0, register.count())
        .mapToObj(row -> places.region(register.row(row)))
        .toArray(String[]::new);
  }

  Pair of(int a, int b) {
    Register.Row one = left.row(a);
    Register.Row other = right.row(b);
    double name = names.of(a, b);
    double place = places.of(one, leftRegions[a], other, rightRegions[b]);
    Pair.Same same = sites ? ofSites(one, other) : ofFirms(one, other);
    double score = score(same, alike(name, place));
    return new Pair(a, b, score, same, name, place, Pair.Status.CANDIDATE);
  }

  private double alike(double name, double place) {
    double byName = Double.isNaN(name) ? 0 : name;
    return Double.isNaN(place) ? byName : (1 - placeWeight) * byName + placeWeight * place;
  }

  private static double score(Pair.Same same, double alike) {
    return switch (same) {
      case EQUAL -> alike >= NAMES_FIT ? 0.9 + 0.1 * alike : 0.75;
      case MIXED -> Math.min(0.75, 0.5 + 0.25 * alike);
      case DIFFERENT -> 0.6 * alike;
      case UNKNOWN -> alike;
    };
  }

  private static Pair.Same ofFirms(Register.Row a, Register.Row b) {
    return same(
        compared(a.creditCode(), b.creditCode()) + compared(a.lei(), b.lei()),
        differ(a.creditCode(), b.creditCode()) || differ(a.lei(), b.lei()));
  }

  /** A firm has many sites, so the codes of firms can only tell sites apart. */
  private static Pair.Same ofSites(Register.Row a, Register.Row b) {
    return same(
        compared(a.gln(), b.gln()),
        differ(a.gln(), b.gln())
            || differ(a.creditCode(), b.creditCode())
            || differ(a.lei(), b.lei()));
  }

  private static Pair.Same same(int equal, boolean differ) {
    if (equal > 0) {
      return differ ? Pair.Same.MIXED : Pair.Same.EQUAL;
    }
    return differ ? Pair.Same.DIFFERENT : Pair.Same.UNKNOWN;
  }

  private static int compared(String a, String b) {
    return !a.isEmpty() && a.equals(b) ? 1 : 0;
  }

  private static boolean differ(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }
}
