package tenon.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import tenon.model.Chain;
import tenon.model.Loaded;
import tenon.model.Scenario;
import tenon.packages.DataPackage;
import tenon.packages.ScenarioReader;

/**
 * Writes the generated examples again, with their expected results; tests only compare. The
 * expected results of {@code three-tier} are worked out by hand and stay as they are.
 */
public final class Golden {
  /** Roles whose sites the expected exposure ranks. */
  static final Set<String> RANKED = Set.of("leading", "specialised");

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
    Path directory = Path.of(args[0], "yangtze-ic");
    DataPackage data = YangtzeIc.generate(YangtzeIc.SEED);
    YangtzeIc.write(data, directory);
    Path expected = directory.resolve("expected");
    Expected.write(data.chain(), Expected.sitesOf(data.chain(), RANKED), expected);
    PilotCities.write(Path.of(args[0], "pilot-cities"));
    Regions.write(Path.of(args[0], "regions"));
    for (Map.Entry<String, String> file :
        RehearsalResults.files(data.chain(), scenario(directory, data.chain())).entrySet()) {
      Files.writeString(expected.resolve(file.getKey()), file.getValue());
    }
  }

  /** The scenario of the package at a directory. */
  static Scenario scenario(Path directory, Chain chain) {
    Path file = directory.resolve("scenarios").resolve(YangtzeIc.SCENARIO);
    return switch (ScenarioReader.read(file, chain)) {
      case Loaded.Ready<Scenario> ready -> ready.value();
      case Loaded.Rejected<Scenario> rejected ->
          throw new IllegalStateException(rejected.findings().toString());
    };
  }
}
