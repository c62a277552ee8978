package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.ImportStudy;

/** {@code tenon import tradenetwork NODES.csv EDGES.csv --out PACKAGE}: trade between countries. */
@Command(name = "tradenetwork")
final class TradeNetworkCommand extends NetworkCommand {
  @Parameters(index = "0", paramLabel = "NODES.csv", descriptionKey = "tradenetwork.nodes")
  private Path nodes = Path.of("");

  @Parameters(index = "1", paramLabel = "EDGES.csv", descriptionKey = "tradenetwork.edges")
  private Path edges = Path.of("");

  TradeNetworkCommand(Console console) {
    super(console);
  }

  @Override
  Path source() {
    return edges;
  }

  @Override
  Loaded<ImportStudy> read(Progress progress) throws IOException {
    return ImportStudy.tradenetwork(nodes, edges, out, common.locale(), progress);
  }
}
