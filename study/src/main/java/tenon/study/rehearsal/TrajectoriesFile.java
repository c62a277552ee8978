package tenon.study.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.packages.ParquetStream;
import tenon.packages.ParquetStream.Column;
import tenon.packages.ParquetStream.Kind;
import tenon.study.part.Subject;
import tenon.twin.site.NodeDays;
import tenon.twin.site.NodeDays.Amount;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;

/**
 * Writes every node of every day of every replication as Parquet, while it is being run: nothing is
 * kept in memory but the state of the replications that run together.
 */
public final class TrajectoriesFile {
  /** Name of the file in a result directory. */
  public static final String NAME = "trajectories.parquet";

  /** Rows from one word of progress to the next. */
  private static final int STRIDE = 1 << 16;

  /** Columns before the amounts. */
  private static final List<Column> PLACE =
      List.of(
          new Column("replication", Kind.WHOLE),
          new Column("day", Kind.WHOLE),
          new Column("site_id", Kind.TEXT),
          new Column("product_id", Kind.TEXT));

  private TrajectoriesFile() {}

  /** Runs a study's scenario so many times and writes it. */
  public static void write(
      Subject subject, Scenario scenario, int replications, Path file, Progress progress)
      throws IOException {
    List<Column> columns = new ArrayList<>(PLACE);
    for (Amount amount : Amount.values()) {
      columns.add(new Column(amount.name().toLowerCase(Locale.ROOT), Kind.NUMBER));
    }
    SimulationSpec spec = Specs.answered(subject.recipe()).withReplications(replications);
    NodeDays days = Simulation.nodeDays(subject.chain(), scenario, spec);
    ParquetStream.write(file, columns, new Rows(days, progress));
  }

  private record Rows(NodeDays days, Progress progress) implements ParquetStream.Rows {
    private static final Amount[] AMOUNTS = Amount.values();

    @Override
    public boolean next() {
      if (days.done() % STRIDE == 0) {
        progress.report("write", days.done(), days.count());
      }
      return days.next();
    }

    @Override
    public int whole(int column) {
      return column == 0 ? days.replication() : days.day();
    }

    @Override
    public double number(int column) {
      return days.units(AMOUNTS[column - PLACE.size()]);
    }

    @Override
    public String text(int column) {
      return column == 2 ? days.siteId() : days.productId();
    }
  }
}
