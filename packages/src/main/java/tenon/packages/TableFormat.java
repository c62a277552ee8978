package tenon.packages;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Resource;

/** Form of the file of a table. */
public enum TableFormat {
  /** Comma-separated UTF-8 with double quotes and one header line. */
  CSV("text/csv"),

  /** Apache Parquet; rows have no lines, so that findings number the rows, the first being 1. */
  PARQUET("application/vnd.apache.parquet");

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Name in a descriptor, and ending of a file: {@code csv} or {@code parquet}. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return mediaType;
  }

  /** Usual name of the file of a table. */
  String file(Resource resource) {
    return resource.title() + "." + title();
  }

  /**
   * The format of a file.
   *
   * @param declared what the descriptor says, or null: then the ending of the path decides
   */
  static TableFormat of(@Nullable String declared, String path) {
    String word = declared == null ? path : "." + declared;
    return Stream.of(values())
        .filter(format -> word.toLowerCase(Locale.ROOT).endsWith("." + format.title()))
        .findFirst()
        .orElse(CSV);
  }
}
