package tenon.packages;

/**
 * How large a package may be before reading refuses it with a finding, instead of running out of
 * memory or reading for hours.
 *
 * @param maxFileBytes greatest size of one table's file
 * @param maxRows greatest number of rows of one table
 * @param maxFieldChars greatest length of one cell
 * @param maxColumns greatest number of columns in a file
 * @param maxDescriptorBytes greatest size of the descriptor
 */
public record ReadLimits(
    long maxFileBytes, int maxRows, int maxFieldChars, int maxColumns, int maxDescriptorBytes) {

  /** Generous: tables of 4 GiB and 50 million rows, cells of 100,000 characters. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(4L << 30, 50_000_000, 100_000, 1_000, 16 << 20);

  public ReadLimits {
    if (maxFileBytes < 1
        || maxRows < 1
        || maxFieldChars < 1
        || maxColumns < 1
        || maxDescriptorBytes < 1) {
      throw new IllegalArgumentException("every limit must be at least 1");
    }
  }
}
