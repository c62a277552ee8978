package tenon.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import tenon.packages.DataPackage;

/**
 * Writes the generated example again, with its expected results; tests only compare. The expected
 * results of {@code three-tier} are worked out by hand and stay as they are.
 */
public final class Golden {
  /** Roles whose sites the expected exposure ranks. */
  static final Set<String> RANKED = Set.of("leading", "specialised");

  private Golden() {}

  /**
   * Writes what is generated.
   *
   * @param args the directory that holds the examples
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Name the directory that holds the examples.");
      System.exit(2);
      return;
    }
    Path directory = Path.of(args[0], "yangtze-ic");
    DataPackage data = YangtzeIc.generate(YangtzeIc.SEED);
    YangtzeIc.write(data, directory);
    Expected.write(
        data.chain(), Expected.sitesOf(data.chain(), RANKED), directory.resolve("expected"));
  }
}
