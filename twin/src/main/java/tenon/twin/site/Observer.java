package tenon.twin.site;

/** Sees a run day by day. */
interface Observer {

  /** A day is about to begin. */
  void before(int day, Block block);

  /** A day is over. */
  void after(int day, Block block, Flows flows, Regime regime);
}
