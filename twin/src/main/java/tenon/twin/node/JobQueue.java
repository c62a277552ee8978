package tenon.twin.node;

import java.util.Arrays;

/** Jobs first in, first out: when each came, when it joined this queue, its product, its waits. */
final class JobQueue {
  private double[] born = new double[16];
  private double[] joined = new double[16];
  private double[] waited = new double[16];
  private int[] product = new int[16];
  private int head;
  private int size;

  int size() {
    return size;
  }

  void add(double bornAt, double joinedAt, double waitedSoFar, int what) {
    if (size == born.length) {
      grow();
    }
    int at = (head + size) & (born.length - 1);
    born[at] = bornAt;
    joined[at] = joinedAt;
    waited[at] = waitedSoFar;
    product[at] = what;
    size++;
  }

  double born() {
    return born[head];
  }

  double joined() {
    return joined[head];
  }

  double waited() {
    return waited[head];
  }

  int product() {
    return product[head];
  }

  void drop() {
    head = (head + 1) & (born.length - 1);
    size--;
  }

  private void grow() {
    born = straight(born);
    joined = straight(joined);
    waited = straight(waited);
    int[] products = Arrays.copyOfRange(product, head, head + 2 * size);
    System.arraycopy(product, 0, products, size - head, head);
    product = products;
    head = 0;
  }

  private double[] straight(double[] ring) {
    double[] wider = Arrays.copyOfRange(ring, head, head + 2 * size);
    System.arraycopy(ring, 0, wider, size - head, head);
    return wider;
  }
}
