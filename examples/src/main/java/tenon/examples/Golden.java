package tenon.examples;

import java.io.IOException;
import java.nio.file.Path;
import tenon.packages.PackageWriter;

/** Writes the example packages again; tests only compare. */
public final class Golden {
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
    PackageWriter.write(YangtzeIc.generate(YangtzeIc.SEED), Path.of(args[0], "yangtze-ic"));
  }
}
