package tenon.model;

/**
 * A sector of a region; also a final use of a region, or a kind of value added.
 *
 * @param region key of the region; empty where a table knows only one
 * @param sector key of the sector, of the final use, or of the kind of value added
 */
public record Industry(String region, String sector) {

  /** Region and sector in one word: {@code CHN|C26}; the sector alone where there is no region. */
  public String label() {
    return region.isEmpty() ? sector : region + "|" + sector;
  }

  /** The industry that a label names: what stands before the first {@code |} is its region. */
  public static Industry of(String label) {
    int bar = label.indexOf('|');
    return bar < 0
        ? new Industry("", label)
        : new Industry(label.substring(0, bar), label.substring(bar + 1));
  }
}
