package tenon.twin.site;

import tenon.twin.node.DayLine;
import tenon.twin.node.NodeResult;

/** What the lines of sites in detail do, by site, day and replication. */
final class LineBook {
  final int days;
  final int replications;
  final double[][][] finished;
  final double[][][] capacity;
  final double[][][] queue;
  private final DayLine[][] lines;

  LineBook(Network network, int days, int replications) {
    this.days = days;
    this.replications = replications;
    int sites = network.lineSites.size();
    finished = new double[sites][days][replications];
    capacity = new double[sites][days][replications];
    queue = new double[sites][days][replications];
    lines = new DayLine[sites][replications];
  }

  /** Writes a block whose first replication has a number. */
  Observer from(int first) {
    return new Observer() {
      @Override
      public void before(int day, Block block) {}

      @Override
      public void after(int day, Block block, Flows flows, Regime regime) {
        for (int place = 0; day >= 0 && place < block.lines.size(); place++) {
          write(place, day, first, block.lines.get(place));
        }
      }
    };
  }

  private void write(int place, int day, int first, LineWork work) {
    for (int r = 0; r < work.lines.length; r++) {
      DayLine line = work.lines[r];
      lines[place][first + r] = line;
      queue[place][day][first + r] = line.queue();
      for (int entry = 0; entry < work.site.keys.length; entry++) {
        finished[place][day][first + r] += line.finished(entry);
        capacity[place][day][first + r] += work.capacity[entry][r] / work.site.lots[entry];
      }
    }
  }

  NodeResult result(int place) {
    return DayLine.result(lines[place], days);
  }
}
