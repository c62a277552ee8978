package tenon.twin.firm;

/**
 * What one cascade comes to. The loss arrays belong to whoever computed them and hold until its
 * next cascade.
 */
final class Outcome {
  final double esri;
  final double esriDown;
  final double esriUp;
  final double errorBound;
  final long steps;

  /** Lost share of output by firm, for want of inputs. */
  final double[] down;

  /** Lost share of output by firm, for want of customers. */
  final double[] up;

  private Outcome(
      double esri,
      double esriDown,
      double esriUp,
      double errorBound,
      long steps,
      double[] down,
      double[] up) {
    this.esri = esri;
    this.esriDown = esriDown;
    this.esriUp = esriUp;
    this.errorBound = errorBound;
    this.steps = steps;
    this.down = down;
    this.up = up;
  }

  /** Weighs the losses of the firms. */
  static Outcome of(double[] weight, double[] down, double[] up, double errorBound, long steps) {
    double both = 0;
    double downOnly = 0;
    double upOnly = 0;
    for (int firm = 0; firm < weight.length; firm++) {
      both += weight[firm] * Math.max(down[firm], up[firm]);
      downOnly += weight[firm] * down[firm];
      upOnly += weight[firm] * up[firm];
    }
    return new Outcome(both, downOnly, upOnly, errorBound, steps, down, up);
  }
}
