package tenon.packages.mapping;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a file or of a step, read one after the other and, if wanted, again. */
interface RowTable {
  /** Hears the rows. */
  interface Rows {
    void row(long line, @Nullable Object[] cells) throws IOException;
  }

  /** Name of the file that findings name. */
  String shown();

  /** Names of the columns; null after a finding. */
  @Nullable List<String> heads();

  /** Streams the rows; false after a finding that ends the reading. */
  boolean read(Rows rows) throws IOException;
}
