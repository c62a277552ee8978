package tenon.twin.node;

/** Jobs that wait before a station; the head is the one that is taken next. */
interface Waiting {
  /** Jobs that wait. */
  int size();

  /** Jobs among them that a machine may take now; only whether they reach a batch matters. */
  int ready();

  /** When the head came to the node. */
  double born();

  /** When it joined this queue. */
  double joined();

  /** What it has waited in queues before. */
  double waited();

  int product();

  /** Share of a whole lot that is taken of it, above 0, at most 1. */
  double part();

  /** Takes the head. */
  void drop();

  void add(double bornAt, double joinedAt, double waitedSoFar, int what, double share);
}
