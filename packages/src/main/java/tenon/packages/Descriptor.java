package tenon.packages;

import java.nio.file.Path;
import java.util.List;
import tenon.model.Resource;

/**
 * What {@code datapackage.json} says, as far as it concerns us.
 *
 * @param file the descriptor's own file
 * @param info what the package says of itself
 * @param entries its resources, in order
 */
record Descriptor(Path file, PackageInfo info, List<Entry> entries) {

  /** Name of the descriptor in a directory. */
  static final String FILE = "datapackage.json";

  Descriptor {
    entries = List.copyOf(entries);
  }

  /**
   * A resource that can be read.
   *
   * @param resource which
   * @param path its path as the descriptor gives it
   * @param file the file at that path
   * @param format form of the file
   */
  record Entry(Resource resource, String path, Path file, TableFormat format) {}
}
