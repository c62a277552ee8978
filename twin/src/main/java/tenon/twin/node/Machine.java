package tenon.twin.node;

/** A machine and the jobs in it. */
final class Machine {
  final int slot;
  final int station;
  final int number;
  final JobQueue jobs = new JobQueue();
  int product = -1;
  double workLeft = Double.POSITIVE_INFINITY;
  boolean blocked;
  double blockedSince;

  Machine(int slot, int station, int number) {
    this.slot = slot;
    this.station = station;
    this.number = number;
  }
}
