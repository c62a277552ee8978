package tenon.twin.firm;

/**
 * A firm that fell in a cascade.
 *
 * @param firm the firm
 * @param direction for want of inputs or of customers
 * @param step step in which its loss first reached the bar; 0 for firms that were hit first
 * @param loss its lost share of output in that step
 * @param cause partner whose loss weighed most in what limited it, or -1 for firms hit first
 * @param causeShare part of the loss due to that partner, 0 to 1
 */
public record Fall(
    int firm, Direction direction, int step, double loss, int cause, double causeShare) {

  /** Stands for no partner: the firm was hit by the shock itself. */
  public static final int SHOCK = -1;
}
