package tenon.packages.willems;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;

/** The two files of a chain, line by line. */
final class Given {
  static final String STAGES =
      "Stage Name,stageCost,relDepth,stageClassification,avgDemand,stdDevDemand,maxServiceTime,"
          + "serviceLevel,stageTime,stdDev stageTime,stageTime_1,stageTime_%_1,stageTime_2,"
          + "stageTime_%_2,stageTime_3,stageTime_%_3,xPosition,yPosition";
  static final String ARCS = "sourceStage,destinationStage";

  private final Path folder;
  private final List<String> stages = new ArrayList<>(List.of(STAGES));
  private final List<String> arcs = new ArrayList<>(List.of(ARCS));

  Given(Path folder) {
    this.folder = folder;
  }

  /** Ore and tin go into the mill; its goods are shipped to the shop, and to a depot with tin. */
  static Given worked(Path folder) {
    return new Given(folder)
        .stage("Ore,12,3,Part,,,,,28,11.224972160321824,20,0.4,25,0.4,50,0.2,32,32")
        .stage("Tin,5,3,Parts,,,,,15,,,,,,,,32,96")
        .stage("Mill,30,2,Manuf,,,,,10,1.5,,,,,,,176,32")
        .stage("Ship,2.5,1,Trans,,,,,4.2,0.4,4,0.8,5,0.2,,,304,32")
        .stage("Shop,0,0,Retail,253,36.62,0,0.95,0,,,,,,,,400,32")
        .stage("Depot,1,0,Dist,0,0,5,0.98,2,0.5,,,,,,,400,96")
        .arc("Ore,Mill")
        .arc("Tin,Mill")
        .arc("Mill,Ship")
        .arc("Ship,Shop")
        .arc("Mill,Depot")
        .arc("Tin,Depot");
  }

  Given stage(String line) {
    stages.add(line);
    return this;
  }

  Given arc(String line) {
    arcs.add(line);
    return this;
  }

  /** Replaces a text in the table of stages. */
  Given stages(String from, String to) {
    stages.replaceAll(line -> line.replace(from, to));
    return this;
  }

  /** Replaces a text in the table of arcs. */
  Given arcs(String from, String to) {
    arcs.replaceAll(line -> line.replace(from, to));
    return this;
  }

  Loaded<DataPackage> read() {
    return read(String.join("\n", stages).getBytes(UTF_8), String.join("\n", arcs).getBytes(UTF_8));
  }

  Loaded<DataPackage> read(byte[] stageFile, byte[] arcFile) {
    try {
      Path stagePath = Files.write(folder.resolve("01_stages.csv"), stageFile);
      Path arcPath = Files.write(folder.resolve("01_arcs.csv"), arcFile);
      return WillemsImport.read(stagePath, arcPath, Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The findings as a user reads them. */
  List<String> findings() {
    return texts(read());
  }

  DataPackage ready() {
    return switch (read()) {
      case Loaded.Ready<DataPackage> ready -> ready.value();
      case Loaded.Rejected<DataPackage> rejected ->
          throw new AssertionError(texts(rejected).toString());
    };
  }

  static List<String> texts(Loaded<DataPackage> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  static Columns table(DataPackage data, Resource resource) {
    return Objects.requireNonNull(data.tables().get(resource));
  }
}
