package tenon.assess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How siblings in the hierarchy are weighted. Weights are formed within each group of siblings and
 * sum to 1 there; the weight of an indicator in the whole is the product down the tree.
 */
public sealed interface Weighting {

  /** Name of the method with what moves its weights, for example {@code ahp x entropy + 0.01}. */
  String title();

  /** Whether the weights depend on the values, or on the hierarchy and what is told alone. */
  default boolean looksAtValues() {
    return switch (this) {
      case Entropy _, Critic _, PrincipalComponent _ -> true;
      case Combined(var first, var second) -> first.looksAtValues() || second.looksAtValues();
      case Given _, Equal _, Judged _, Fixed _ -> false;
    };
  }

  /**
   * The weights in the hierarchy, normalised within each group. They may be told within the groups
   * (each sums to 1) or for the whole tree (a group sums to the weight of the node above).
   */
  record Given() implements Weighting {
    @Override
    public String title() {
      return "given";
    }
  }

  /** Siblings weigh the same. */
  record Equal() implements Weighting {
    @Override
    public String title() {
      return "equal";
    }
  }

  /**
   * From experts' pairwise judgements by the analytic hierarchy process; see {@link Ahp}. A group
   * whose consistency ratio exceeds {@link AhpWeights#ACCEPTED} is refused.
   *
   * @param groups judgements of one or more experts by the code of the node above the siblings; a
   *     single child needs none
   * @param randomIndex table of random consistency indices
   */
  record Judged(Map<String, List<Judgements>> groups, RandomIndex randomIndex)
      implements Weighting {
    public Judged {
      Map<String, List<Judgements>> copy = new LinkedHashMap<>();
      groups.forEach((code, experts) -> copy.put(code, List.copyOf(experts)));
      groups = Collections.unmodifiableMap(copy);
    }

    /** Judgements whose consistency is measured by the table of Saaty 1980. */
    public Judged(Map<String, List<Judgements>> groups) {
      this(groups, RandomIndex.SAATY_1980);
    }

    @Override
    public String title() {
      return "ahp";
    }
  }

  /**
   * By the information in the data: p = (x + shift) / &Sigma;(x + shift), e = -&Sigma; p ln p / ln
   * N over the N known cells of an indicator in all periods, with 0 ln 0 = 0; the weight is
   * proportional to the divergence 1 - e. A node above the indicators has the sum of the
   * divergences beneath it, so that the product down the tree is the entropy weight among all
   * indicators.
   *
   * @param basis what x is
   * @param shift amount added to every x, 0 by default; some studies shift by a small number to
   *     avoid zeros, which moves the weights and is not needed
   */
  record Entropy(Basis basis, double shift) implements Weighting {

    /** What entropy is taken of. */
    public enum Basis {
      /** Min-max over the pooled panel, turned where less is better. */
      POOLED_MIN_MAX,
      /** The values as they are; none may be negative, and more must be better. */
      VALUES
    }

    public Entropy {
      if (!(shift >= 0 && shift < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("shift " + shift + " must be a finite number from 0 up");
      }
    }

    /** Entropy of the pooled min-max, without a shift. */
    public Entropy() {
      this(Basis.POOLED_MIN_MAX, 0);
    }

    @Override
    public String title() {
      return (basis == Basis.VALUES ? "entropy of values" : "entropy")
          + (shift > 0 ? " + " + shift : "");
    }
  }

  /**
   * Weights told by code instead of in the hierarchy; normalised within each group.
   *
   * @param title name of the set of weights
   * @param byCode weight of every node but those at the top, from 0 up
   */
  record Fixed(String title, Map<String, Double> byCode) implements Weighting {
    public Fixed {
      byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
    }
  }

  /**
   * By contrast and conflict (Diakoulaki, Mavrotas, Papayannakis 1995): C<sub>j</sub> =
   * s<sub>j</sub> &Sigma;<sub>k</sub> (1 - r<sub>jk</sub>), with s the standard deviation (n - 1)
   * of the pooled min-max and k over all indicators beneath the same top. A node above the
   * indicators has the sum beneath it, as with {@link Entropy}.
   *
   * @param ranked whether r is Spearman's correlation instead of Pearson's
   */
  record Critic(boolean ranked) implements Weighting {

    /** With Pearson's correlation, as published. */
    public Critic() {
      this(false);
    }

    @Override
    public String title() {
      return ranked ? "critic (ranks)" : "critic";
    }
  }

  /**
   * Squared loadings of the first principal component of each group's correlations (OECD/JRC
   * Handbook, step 6); groups of nodes are weighed by the weighted means of what lies beneath.
   */
  record PrincipalComponent() implements Weighting {
    @Override
    public String title() {
      return "pca";
    }
  }

  /**
   * Geometric mean of two methods, w = &radic;(a b) / &Sigma; &radic;(a b) within each group: the
   * usual marriage of judgement and data.
   */
  record Combined(Weighting first, Weighting second) implements Weighting {
    @Override
    public String title() {
      return first.title() + " x " + second.title();
    }
  }
}
