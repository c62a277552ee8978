package tenon.study.drawing;

/** Which sites of a drawing stand out: ranked ones are drawn one by one, marked ones accented. */
public final class Emphasis {
  /** Ranks up to this one are written before the name of a marked site. */
  static final int NUMBERED = 20;

  private final int[] rank;
  private final boolean[] marked;

  /** Nothing stands out yet. */
  public Emphasis(int sites) {
    rank = new int[sites];
    marked = new boolean[sites];
  }

  /** Gives a site a rank from 1 on, the most important first. */
  public Emphasis rank(int site, int place) {
    rank[site] = place;
    return this;
  }

  public Emphasis mark(int site) {
    marked[site] = true;
    return this;
  }

  /** Rank of a site from 1 on, or 0. */
  int rank(int site) {
    return rank[site];
  }

  boolean marked(int site) {
    return marked[site];
  }
}
