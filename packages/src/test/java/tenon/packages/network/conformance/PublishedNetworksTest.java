package tenon.packages.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Chain;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.network.BrunelImport;
import tenon.packages.network.SupplyGraphImport;
import tenon.packages.network.TradeNetworkImport;

/** The published files become packages that are sound, with the sums of the files. */
class PublishedNetworksTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void brunelKeepsAllOrders() throws IOException {
    Loaded<DataPackage> loaded = BrunelImport.read(data("brunel_logistics"), true, Progress.NONE);
    Chain chain = sound(loaded);
    if (loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings)) {
      assertThat(data.info().assumptions()).anyMatch(line -> line.contains("2224 orders"));
    }
    // 2,036 pairs of plant and product, and the handling of orders at 19 plants.
    assertThat(chain.recipes().count()).isEqualTo(2036 + 19);
    assertThat(chain.demands().count()).isEqualTo(1684);
    double demanded =
        IntStream.range(0, chain.demands().count()).mapToDouble(chain.demands()::meanPerDay).sum();
    double delivered =
        IntStream.range(0, chain.links().count())
            .filter(link -> !chain.links().standby(link))
            .mapToDouble(chain.links()::volumePerDay)
            .sum();
    assertThat(demanded).isCloseTo(9215, within(1e-6));
    assertThat(delivered).isCloseTo(demanded, within(1e-6));
  }

  @Test
  void supplyGraphHasFortyProductsAndTheirDays() throws IOException {
    Chain chain = sound(SupplyGraphImport.read(data("supplygraph"), Progress.NONE));
    assertThat(chain.products().count()).isEqualTo(40);
    assertThat(chain.sites().count()).isEqualTo(26);
  }

  @Test
  void theTradeNetworkKeepsItsEdges() throws IOException {
    Path folder = data("itnr_auto_electrical_trade");
    Chain chain =
        sound(
            TradeNetworkImport.read(
                folder.resolve("nodes_2011.csv"), folder.resolve("edges_2011.csv"), Progress.NONE));
    assertThat(chain.links().count()).isEqualTo(739);
    assertThat(chain.sites().count()).isEqualTo(104);
  }

  private Chain sound(Loaded<DataPackage> loaded) throws IOException {
    if (!(loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings))) {
      throw new AssertionError(loaded.findings());
    }
    Path target = folder.resolve("package");
    PackageWriter.write(data, target);
    Loaded<DataPackage> again = PackageReader.read(target);
    assertThat(again).isInstanceOf(Loaded.Ready.class);
    return data.chain();
  }

  private static Path data(String name) {
    Path path = Path.of("data", "supply_chain", name);
    Path root = root();
    Path place = root == null ? path : root.resolveSibling("shared").resolve(path);
    assumeTrue(Files.isDirectory(place), "the published files are not here: " + place);
    return place;
  }

  private static @Nullable Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
