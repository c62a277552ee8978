package tenon.evaluate;

/**
 * The small-sample rule: V = G/(G-1) x (n-1)/(n-K) x sandwich, G the least number of clusters, K =
 * slopes + &Sigma;(G<sub>q</sub> - 1) + 1 over the absorbed effects q, those nested in a cluster
 * variable left out; t with G - 1 degrees of freedom. Without clusters K is full and t has n - K.
 *
 * @param scalesByParameters whether the factor (n-1)/(n-K) is applied
 * @param effects which absorbed effects K counts
 * @param scalesByClusters whether the factor G/(G-1) is applied
 * @param conventionalDegrees whether t has n - K degrees of freedom with clusters too
 */
public record SmallSample(
    boolean scalesByParameters,
    Effects effects,
    boolean scalesByClusters,
    boolean conventionalDegrees) {

  /** Which absorbed effects count as parameters. */
  public enum Effects {
    /** All but those nested in a cluster variable. */
    NOT_NESTED,
    NONE,
    ALL
  }

  /** The rule as it stands above. */
  public static SmallSample standard() {
    return new SmallSample(true, Effects.NOT_NESTED, true, false);
  }
}
