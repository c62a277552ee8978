package tenon.twin.firm;

/** Cascades solved for their fixed point, both directions apart. */
final class ExactRun implements Runner {
  private final FixedPoint down;
  private final FixedPoint up;
  private final double[] weight;

  /** Greatest number of customers. */
  private final int widest;

  ExactRun(FirmNetwork network, double[] weight, Replaceability replaceability) {
    boolean replaced = replaceability == Replaceability.SECTOR;
    down = new FixedPoint(Side.down(network), replaced ? new Market(network, 0) : null);
    up = new FixedPoint(Side.up(network), null);
    this.weight = weight;
    int most = 0;
    for (int firm = 0; firm < network.firms(); firm++) {
      most = Math.max(most, network.firstSale(firm + 1) - network.firstSale(firm));
    }
    widest = most;
  }

  @Override
  public Outcome run(double[] lost) {
    down.solve(lost);
    up.solve(lost);
    // Outputs, their total, weights and the sums over all firms are rounded.
    double bound = 4 * (weight.length + widest + 4) * 0x1p-53;
    for (int firm = 0; firm < weight.length; firm++) {
      bound += weight[firm] * Math.max(down.bound(firm), up.bound(firm));
    }
    return Outcome.of(weight, down.loss(), up.loss(), bound, down.systems() + up.systems());
  }
}
