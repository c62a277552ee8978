package tenon.bench;

import java.io.IOException;
import java.nio.file.Path;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.TableFormat;

/** Replaces the tables of a package by the same tables as Parquet. */
public final class ParquetPackage {
  private ParquetPackage() {}

  /** Does it in a process of its own, which leaves no code behind that is compiled or loaded. */
  static void rewrite(Path directory) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ParquetPackage.class.getName(),
                directory.toString())
            .inheritIO()
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(directory + " could not be written as Parquet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Rewrites the package in the directory that is given. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    switch (PackageReader.read(directory)) {
      case Loaded.Ready<DataPackage>(var data, _) ->
          PackageWriter.write(data, directory, TableFormat.PARQUET);
      case Loaded.Rejected<DataPackage>(var errors) -> throw new IOException(errors.toString());
    }
  }
}
