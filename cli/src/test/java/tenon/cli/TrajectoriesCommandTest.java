package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Loaded;
import tenon.packages.FlatTable;

/** Every node of every day of every replication as Parquet. */
class TrajectoriesCommandTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "cash-and-crews");

  @TempDir private Path folder = Path.of("");

  private Session run(Object out, String option, Object file, String threads) {
    return Session.run(
        "simulate",
        EXAMPLE,
        "--scenario",
        "half-absent",
        "--reps",
        "20",
        "--threads",
        threads,
        option,
        file,
        "--out",
        out);
  }

  private static FlatTable read(Path file) {
    return switch (FlatTable.read(file)) {
      case Loaded.Ready<FlatTable>(var table, var none) -> table;
      case Loaded.Rejected<FlatTable>(var errors) -> throw new AssertionError(errors);
    };
  }

  @Test
  void theyAreWrittenOnceInTheResultAndOnceWhereAsked() throws IOException {
    Path file = folder.resolve("all.parquet");
    Session session = run(folder.resolve("out"), "--trajectories", file, "2");
    assertThat(session.exit()).as(session.err()).isZero();
    Path kept = folder.resolve("out").resolve("trajectories.parquet");
    assertThat(file).hasSameBinaryContentAs(kept);
    assertThat(Files.readString(folder.resolve("out").resolve("manifest.json")))
        .contains("trajectories.parquet");
    FlatTable table = read(file);
    assertThat(table.names())
        .containsExactly(
            "replication",
            "day",
            "site_id",
            "product_id",
            "on_hand",
            "level",
            "ordered",
            "received",
            "shipped",
            "demanded",
            "served");
    // What demands.csv says is never served is what was demanded less what was served, whole.
    double unserved =
        Arrays.stream(table.numbers("demanded")).sum()
            - Arrays.stream(table.numbers("served")).sum();
    assertThat(session.out()).contains(": " + Math.round(unserved / 20) + " piece never served");
    run(folder.resolve("again"), "--trajectories", folder.resolve("one.parquet"), "1");
    assertThat(folder.resolve("one.parquet")).hasSameBinaryContentAs(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "--trajectories,all.csv,out,ends in .parquet",
    "--trajectories,gone/all.parquet,out,does not exist",
    "--trajectories,all.parquet,out.csv,give --out a directory",
    "--trace,gone/trace.csv,out,does not exist",
    "--trace,.,out,is a directory",
  })
  void whatCannotBeWrittenIsSaidBeforeAnyWork(String option, String file, String out, String why) {
    Session session = run(folder.resolve(out), option, folder.resolve(file), "1");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains(why);
    assertThat(folder).isEmptyDirectory();
  }
}
