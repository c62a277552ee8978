package tenon.twin.firm;

/** Which way a loss travels. */
public enum Direction {
  /** From suppliers to customers, for want of inputs. */
  DOWN,

  /** From customers to suppliers, for want of demand. */
  UP
}
