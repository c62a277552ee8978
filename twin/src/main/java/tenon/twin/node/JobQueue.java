package tenon.twin.node;

import java.util.Arrays;

/**
 * Jobs first in, first out: when each came, when it joined this queue, its product, its waits, and
 * its share of a whole lot. A queue can be marked, and set back to its mark.
 */
final class JobQueue implements Waiting {
  private double[] born = new double[16];
  private double[] joined = new double[16];
  private double[] waited = new double[16];
  private double[] part = new double[16];
  private int[] product = new int[16];

  // counted on without end, and masked where they are used
  private int from;
  private int to;
  private boolean marked;
  private int markFrom;
  private int markTo;

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public int ready() {
    return to - from;
  }

  @Override
  public void add(double bornAt, double joinedAt, double waitedSoFar, int what, double share) {
    if (to - (marked ? markFrom : from) == born.length) {
      grow();
    }
    int at = to & (born.length - 1);
    born[at] = bornAt;
    joined[at] = joinedAt;
    waited[at] = waitedSoFar;
    product[at] = what;
    part[at] = share;
    to++;
  }

  @Override
  public double born() {
    return born[from & (born.length - 1)];
  }

  @Override
  public double joined() {
    return joined[from & (born.length - 1)];
  }

  @Override
  public double waited() {
    return waited[from & (born.length - 1)];
  }

  @Override
  public int product() {
    return product[from & (born.length - 1)];
  }

  @Override
  public double part() {
    return part[from & (born.length - 1)];
  }

  @Override
  public void drop() {
    from++;
  }

  /** Lots of a product in the queue. */
  double lots(int what) {
    double lots = 0;
    for (int nth = 0; nth < size(); nth++) {
      lots += product(nth) == what ? part(nth) : 0;
    }
    return lots;
  }

  /** When the nth job from the head joined. */
  double joined(int nth) {
    return joined[(from + nth) & (born.length - 1)];
  }

  int product(int nth) {
    return product[(from + nth) & (born.length - 1)];
  }

  double part(int nth) {
    return part[(from + nth) & (born.length - 1)];
  }

  /** Moves the head to another queue. */
  void moveTo(JobQueue other) {
    other.add(born(), joined(), waited(), product(), part());
    drop();
  }

  void clear() {
    from = to;
  }

  /** Remembers how the queue stands. */
  void mark() {
    marked = true;
    markFrom = from;
    markTo = to;
  }

  /** Sets the queue back to how it stood when it was marked. */
  void reset() {
    from = markFrom;
    to = markTo;
  }

  private void grow() {
    int keep = marked ? markFrom : from;
    born = wider(born, keep);
    joined = wider(joined, keep);
    waited = wider(waited, keep);
    part = wider(part, keep);
    int[] products = new int[2 * product.length];
    for (int at = keep; at != to; at++) {
      products[at & (products.length - 1)] = product[at & (product.length - 1)];
    }
    product = products;
  }

  private double[] wider(double[] ring, int keep) {
    double[] wider = Arrays.copyOf(ring, 2 * ring.length);
    for (int at = keep; at != to; at++) {
      wider[at & (wider.length - 1)] = ring[at & (ring.length - 1)];
    }
    return wider;
  }
}
