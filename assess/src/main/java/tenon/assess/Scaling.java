package tenon.assess;

/** How values become scores from 0 to 100. */
public sealed interface Scaling {

  /**
   * By the goalposts {@code low} and {@code high} of each indicator, low &lt; high whatever the
   * direction: z = 100 (x - low) / (high - low) where more is better, z = 100 (high - x) / (high -
   * low) where less is. Values beyond are clipped. Scores and grades are absolute: they do not
   * change when another unit joins the panel.
   */
  record Goalposts() implements Scaling {}

  /**
   * By the least and greatest value of each indicator in the whole panel, all periods pooled, so
   * that periods can be compared. Scores and grades are relative to the sample.
   */
  record PooledSample() implements Scaling {}
}
