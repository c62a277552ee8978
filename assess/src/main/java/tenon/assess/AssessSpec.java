package tenon.assess;

/**
 * How a panel is to be assessed.
 *
 * @param scaling how values become scores
 * @param weighting how siblings are weighted
 */
public record AssessSpec(Scaling scaling, Weighting weighting) {

  /** Fixed goalposts and given weights: grades are absolute and judge nothing by the sample. */
  public static AssessSpec standard() {
    return new AssessSpec(new Scaling.Goalposts(), new Weighting.Given());
  }

  public AssessSpec withScaling(Scaling other) {
    return new AssessSpec(other, weighting);
  }

  public AssessSpec withWeighting(Weighting other) {
    return new AssessSpec(scaling, other);
  }
}
