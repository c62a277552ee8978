package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rooms on a class path without DuckDB: who has no Parquet file never needs it. */
class WithoutDuckDbTest {
  @TempDir Path directory = Path.of("");

  @Test
  void packagesOfCsvAreReadAndWritten() throws IOException, ReflectiveOperationException {
    new Folder(directory.resolve("in")).table("products", "product_id", "A");
    try (URLClassLoader loader = loader()) {
      Object loaded = read(loader, directory.resolve("in"));
      assertThat(loaded.getClass().getSimpleName()).isEqualTo("Ready");
      Object data = loaded.getClass().getMethod("value").invoke(loaded);
      loader
          .loadClass(PackageWriter.class.getName())
          .getMethod("write", data.getClass(), Path.class)
          .invoke(null, data, directory.resolve("out"));
    }
    assertThat(directory.resolve("out/products.csv")).hasContent("product_id\nA\n");
  }

  @Test
  void aParquetFileIsAFindingWhereItsReaderDoesNotStart()
      throws IOException, ReflectiveOperationException {
    new Folder(directory).parquet("products", "SELECT 'A' AS product_id");
    try (URLClassLoader loader = loader()) {
      Object loaded = read(loader, directory);
      Object findings = loaded.getClass().getMethod("findings").invoke(loaded);
      assertThat((List<?>) findings)
          .singleElement()
          .extracting(finding -> text(finding))
          .asString()
          .startsWith(
              "products.parquet cannot be read: the reader of Parquet files does not start on this"
                  + " machine")
          .endsWith("Give the table as CSV.");
    }
  }

  private static String text(Object finding) {
    try {
      return (String)
          finding.getClass().getMethod("text", Locale.class).invoke(finding, Locale.ENGLISH);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object read(ClassLoader loader, Path folder) throws ReflectiveOperationException {
    return loader
        .loadClass(PackageReader.class.getName())
        .getMethod("read", Path.class)
        .invoke(null, folder);
  }

  private static URLClassLoader loader() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("duckdb")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
