package tenon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.TableFormat;

/**
 * Loads a package of 20,000 sites, 2,000 products and a million sourcing links, as CSV or Parquet,
 * with all its checks: the first load of a fresh process, and loads after it.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx1g", value = 2)
public class LoadBenchmark {

  /** Number of sourcing links. */
  @Param("1000000")
  public int links;

  /** Form of the files. */
  @Param({"CSV", "PARQUET"})
  public TableFormat format = TableFormat.CSV;

  private Path directory = Path.of("");

  @Setup
  public void write() throws IOException {
    directory = Files.createTempDirectory("tenon-load-");
    new LinkPackage(links, 20_000, 2_000).write(directory);
    if (format == TableFormat.PARQUET) {
      // By another process, so that the first load of this one is the first use of DuckDB too.
      ParquetPackage.rewrite(directory);
    }
  }

  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public DataPackage first() {
    return load();
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 5)
  @Measurement(iterations = 10)
  public DataPackage again() {
    return load();
  }

  private DataPackage load() {
    return switch (PackageReader.read(directory)) {
      case Loaded.Ready<DataPackage> ready -> ready.value();
      case Loaded.Rejected<DataPackage> rejected ->
          throw new IllegalStateException(rejected.findings().toString());
    };
  }
}
