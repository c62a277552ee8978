package tenon.twin;

/**
 * What fills one node out of others: the output of a recipe, the flow over a link, the taking of
 * one substitute, or the draw on a stock. Its level is in units per day of the node it fills.
 */
final class Activity {
  /** Node filled. */
  final int fills;

  /** Greatest level, units per day; infinite is unlimited. */
  final double capacity;

  /** Stock drawn on, units, which limits the level to stock / T; 0 where there is none. */
  final double drawsOn;

  /** Days until it starts; negative where it is active from the first day. */
  final double activationDays;

  /** Nodes taken from, each once. */
  final int[] takes;

  /** Units taken from each per unit filled. */
  final double[] quantity;

  /** Sites whose outage stops it. */
  final int[] shutAt;

  /**
   * By which it is found again in a network; such an activity is never merged. Or {@link #NO_TAG}.
   */
  final int tag;

  static final int NO_TAG = -1;

  private static final double ACTIVE = -1;
  private static final int[] NO_NODES = {};
  private static final double[] NO_QUANTITIES = {};

  private Activity(
      int fills,
      double capacity,
      double drawsOn,
      double activationDays,
      int[] takes,
      double[] quantity,
      int[] shutAt,
      int tag) {
    this.tag = tag;
    this.fills = fills;
    this.capacity = capacity;
    this.drawsOn = drawsOn;
    this.activationDays = activationDays;
    this.takes = takes;
    this.quantity = quantity;
    this.shutAt = shutAt;
  }

  /** An activity from the first day. */
  static Activity active(
      int fills, double capacity, int[] takes, double[] quantity, int... shutAt) {
    return new Activity(fills, capacity, 0, ACTIVE, takes, quantity, shutAt, NO_TAG);
  }

  /** The draw on a stock; unlimited where the stock is infinite. */
  static Activity draw(int fills, double stock, int... shutAt) {
    boolean unlimited = Double.isInfinite(stock);
    return new Activity(
        fills,
        unlimited ? stock : 0,
        unlimited ? 0 : stock,
        ACTIVE,
        NO_NODES,
        NO_QUANTITIES,
        shutAt,
        NO_TAG);
  }

  /** The same activity on standby. */
  Activity startingAfter(double days) {
    return new Activity(fills, capacity, drawsOn, days, takes, quantity, shutAt, tag);
  }

  /** The same activity, to be found again by a tag. */
  Activity tagged(int mark) {
    return new Activity(fills, capacity, drawsOn, activationDays, takes, quantity, shutAt, mark);
  }

  /** The same activity with its nodes numbered anew. */
  Activity renumbered(int[] newNode) {
    int[] inputs = new int[takes.length];
    for (int k = 0; k < inputs.length; k++) {
      inputs[k] = newNode[takes[k]];
    }
    return new Activity(
        newNode[fills], capacity, drawsOn, activationDays, inputs, quantity, shutAt, tag);
  }

  /** The same activity taking from another node what it took from one, times a factor. */
  Activity takingFrom(int node, int other, double factor) {
    int at = indexOf(node);
    int there = indexOf(other);
    if (there < 0) {
      int[] inputs = takes.clone();
      inputs[at] = other;
      double[] quantities = quantity.clone();
      quantities[at] *= factor;
      return withInputs(inputs, quantities);
    }
    int[] inputs = new int[takes.length - 1];
    double[] quantities = new double[takes.length - 1];
    for (int k = 0, n = 0; k < takes.length; k++) {
      if (k != at) {
        inputs[n] = takes[k];
        quantities[n++] = quantity[k] + (k == there ? quantity[at] * factor : 0);
      }
    }
    return withInputs(inputs, quantities);
  }

  private Activity withInputs(int[] inputs, double[] quantities) {
    return new Activity(fills, capacity, drawsOn, activationDays, inputs, quantities, shutAt, tag);
  }

  /** Position of a node in {@link #takes}, or -1. */
  int indexOf(int node) {
    for (int k = 0; k < takes.length; k++) {
      if (takes[k] == node) {
        return k;
      }
    }
    return -1;
  }

  boolean isShutAt(int site) {
    for (int shut : shutAt) {
      if (shut == site) {
        return true;
      }
    }
    return false;
  }

  /** Whether it only passes on from one node, without limit, from the first day, and untagged. */
  boolean passesOn() {
    return takes.length == 1 && capacity == Double.POSITIVE_INFINITY && !standby() && tag == NO_TAG;
  }

  boolean standby() {
    return activationDays >= 0;
  }

  /** Change of its limit with s = 1/T: limit = capacity + limitSlope s. */
  double limitSlope() {
    if (drawsOn > 0) {
      return drawsOn;
    }
    return standby() && capacity < Double.POSITIVE_INFINITY ? -capacity * activationDays : 0;
  }
}
