package tenon.twin.firm;

/** The formulas of the published program, written down over full matrices. Slow and plain. */
final class PlainCascade {
  final double[] down;
  final double[] up;
  long steps;

  private final int n;
  private final int sectors;
  private final int[] sector;
  private final double[][] weightDown;
  private final double[][] weightUp;
  private final int[][] needed;
  private final double[] output;
  private final boolean replaced;
  private final double guard;

  PlainCascade(RandomFirms net, Replaceability replaceability, double guard) {
    n = net.sector.length;
    sectors = net.sectors;
    sector = net.sector;
    replaced = replaceability == Replaceability.SECTOR;
    this.guard = guard;
    double[][] w = new double[n][n];
    for (int link = 0; link < net.amount.length; link++) {
      w[net.supplier[link]][net.customer[link]] += net.amount[link];
    }
    output = new double[n];
    double[] input = new double[n];
    double[][] fromSector = new double[sectors][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        output[i] += w[i][j];
        input[j] += w[i][j];
        fromSector[sector[i]][j] += w[i][j];
      }
    }
    weightDown = new double[n][n];
    weightUp = new double[n][n];
    needed = new int[sectors][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        needed[sector[i]][j] = net.essential[sector[i] * sectors + sector[j]];
        if (w[i][j] > 0) {
          weightUp[i][j] = w[i][j] / output[i];
          weightDown[i][j] =
              switch (needed[sector[i]][j]) {
                case 2 -> w[i][j] / fromSector[sector[i]][j];
                case 1 -> w[i][j] / input[j];
                default -> 0;
              };
        }
      }
    }
    down = new double[n];
    up = new double[n];
  }

  /** Iterates on remaining output until no change exceeds eps. */
  void run(double[] lost, double eps, long most) {
    double[] psi = new double[n];
    for (int i = 0; i < n; i++) {
      psi[i] = 1 - lost[i];
    }
    double[] hd = psi.clone();
    double[] hu = psi.clone();
    steps = 0;
    double change;
    do {
      double[] nextDown = stepDown(psi, hd);
      double[] nextUp = stepUp(psi, hu);
      change = 0;
      for (int i = 0; i < n; i++) {
        change = Math.max(change, Math.abs(nextDown[i] - hd[i]));
        change = Math.max(change, Math.abs(nextUp[i] - hu[i]));
      }
      hd = nextDown;
      hu = nextUp;
      steps++;
    } while (change > eps && steps < most);
    for (int i = 0; i < n; i++) {
      down[i] = 1 - hd[i];
      up[i] = 1 - hu[i];
    }
  }

  private double[] stepDown(double[] psi, double[] h) {
    double[] left = new double[sectors];
    for (int i = 0; i < n; i++) {
      left[sector[i]] += output[i] * h[i];
    }
    double[] next = new double[n];
    for (int j = 0; j < n; j++) {
      double[] lack = new double[sectors];
      for (int i = 0; i < n; i++) {
        lack[sector[i]] += weightDown[i][j] * sigma(i, left) * (1 - h[i]);
      }
      double worst = 1;
      double together = 0;
      for (int k = 0; k < sectors; k++) {
        if (needed[k][j] == 2) {
          worst = Math.min(worst, 1 - lack[k]);
        } else if (needed[k][j] == 1) {
          together += lack[k];
        }
      }
      next[j] = Math.max(0, Math.min(psi[j], Math.min(worst, 1 - together)));
    }
    return next;
  }

  private double sigma(int i, double[] left) {
    double m = left[sector[i]];
    if (!replaced || (guard == 0 && m == 0)) {
      return 1;
    }
    return Math.min(1, output[i] / (m <= guard ? 1 : m));
  }

  private double[] stepUp(double[] psi, double[] h) {
    double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      double lack = 0;
      for (int j = 0; j < n; j++) {
        lack += weightUp[i][j] * (1 - h[j]);
      }
      next[i] = Math.max(0, Math.min(psi[i], 1 - lack));
    }
    return next;
  }
}
