package tenon.twin.site;

/** The rules of every day of a run of one block of replications. */
interface Course {

  /** The rules of a day; asked for in order. */
  Regime on(int day);

  /** Whether any of the rules are planned. */
  boolean planned();

  /** Most days that any shipment over an arc is delayed. */
  int longestDelay(int arc);

  /** Most days that any order over an arc is late. */
  int longestNews(int arc);
}
