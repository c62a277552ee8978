package tenon.twin.firm;

/** Cascades solved for their fixed point, both directions apart. */
final class ExactRun implements Runner {
  private final FixedPoint down;
  private final FixedPoint up;
  private final double[] weight;

  ExactRun(FirmNetwork network, double[] weight, Replaceability replaceability) {
    boolean replaced = replaceability == Replaceability.SECTOR;
    down = new FixedPoint(network.down, replaced ? new Market(network, 0) : null);
    up = new FixedPoint(network.up, null);
    this.weight = weight;
  }

  @Override
  public Outcome run(double[] lost) {
    down.solve(lost);
    up.solve(lost);
    // The weights are rounded, and so are the sums over all firms.
    double bound = 2 * (weight.length + 4) * 0x1p-53;
    for (int firm = 0; firm < weight.length; firm++) {
      bound += weight[firm] * Math.max(down.bound(firm), up.bound(firm));
    }
    return Outcome.of(weight, down.loss(), up.loss(), bound, down.systems() + up.systems());
  }
}
