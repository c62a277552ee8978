package tenon.assess.fuzzy;

/** How weights w and memberships r of indicators become one membership. */
public enum Operator {
  /** &Sigma; w r: all indicators count by their weight. */
  PRODUCT_SUM,
  /** max min(w, r): the principal factor decides. */
  MIN_MAX,
  /** max w r: the principal factor stands out. */
  PRODUCT_MAX,
  /** min(1, &Sigma; min(w, r)): every indicator counts up to its weight. */
  MIN_BOUNDED_SUM;

  double join(double joined, double weight, double membership) {
    return switch (this) {
      case PRODUCT_SUM -> joined + weight * membership;
      case MIN_MAX -> Math.max(joined, Math.min(weight, membership));
      case PRODUCT_MAX -> Math.max(joined, weight * membership);
      case MIN_BOUNDED_SUM -> Math.min(1, joined + Math.min(weight, membership));
    };
  }
}
