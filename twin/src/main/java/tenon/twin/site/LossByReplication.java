package tenon.twin.site;

import java.util.Arrays;

/** The loss of each replication, for differences between runs under the same draws. */
public final class LossByReplication {
  private final double[] losses;

  LossByReplication(double[] losses) {
    this.losses = losses;
  }

  public int replications() {
    return losses.length;
  }

  /** Loss of a replication, in the unit of {@link Loss}. */
  public double at(int replication) {
    return losses[replication];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LossByReplication same && Arrays.equals(losses, same.losses);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(losses);
  }
}
