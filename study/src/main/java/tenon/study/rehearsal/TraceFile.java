package tenon.study.rehearsal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tenon.model.Scenario;
import tenon.study.part.Subject;
import tenon.twin.site.DayOfNode;
import tenon.twin.site.Simulation;

/**
 * Writes the first replication of a simulation day by day and node by node, as it runs: nothing is
 * kept in memory.
 */
public final class TraceFile {
  /** Name of the file in a result directory. */
  public static final String NAME = "trace.csv";

  private static final String HEADER =
      "period,node,IL,IO_total,OQ_total,IS_total,OS_total,"
          + "holding_cost,stockout_cost,intransit_cost,total_cost,fill_rate,disrupted";

  private TraceFile() {}

  /** Runs the first replication of a study's scenario and writes it. */
  public static void write(Subject subject, Scenario scenario, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      boolean lines = !subject.chain().nodes().isEmpty();
      out.write(HEADER);
      out.write(lines ? ",node_capacity\n" : "\n");
      Simulation.trace(
          subject.chain(),
          scenario,
          Specs.answered(subject.recipe()),
          0,
          day -> append(out, day, lines));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static void append(BufferedWriter out, DayOfNode day, boolean lines) {
    StringBuilder line = new StringBuilder();
    line.append(day.day()).append(',').append(name(day.node()));
    for (double number :
        new double[] {
          day.level(),
          day.asked(),
          day.ordered(),
          day.received(),
          day.shipped(),
          day.holdingCost(),
          day.stockoutCost(),
          day.transitCost(),
          day.totalCost(),
          day.fillRate()
        }) {
      line.append(',').append(number + 0.0);
    }
    line.append(',').append(day.disrupted() ? 1 : 0);
    if (lines) {
      line.append(',').append(Double.isNaN(day.lineCapacity()) ? "" : day.lineCapacity() + 0.0);
    }
    line.append('\n');
    try {
      out.append(line);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String name(String node) {
    boolean plain = node.indexOf(',') < 0 && node.indexOf('"') < 0 && node.indexOf('\n') < 0;
    return plain ? node : '"' + node.replace("\"", "\"\"") + '"';
  }
}
