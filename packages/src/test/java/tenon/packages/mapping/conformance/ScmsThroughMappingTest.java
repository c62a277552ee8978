package tenon.packages.mapping.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageWriter;
import tenon.packages.mapping.MappedImport;
import tenon.packages.scms.ScmsImport;

/** The published deliveries through the example mapping give the package of their importer. */
class ScmsThroughMappingTest {
  private static final String NAME = "scms_delivered_2006_2013.csv";

  @TempDir private Path folder = Path.of("");

  @Test
  void theRulesWrittenAsAMappingGiveTheSamePackage() throws IOException {
    Path published = file();
    Path root = root();
    assumeTrue(root != null, "the repository is not around this test");
    Files.copy(published, folder.resolve(NAME));
    Path yaml =
        Files.copy(
            root.resolve("examples/mapping-scms/mapping.yaml"), folder.resolve("mapping.yaml"));
    Path own = folder.resolve("own");
    Path mapped = folder.resolve("mapped");
    PackageWriter.write(ready(ScmsImport.read(published, null, Progress.NONE)), own);
    PackageWriter.write(ready(MappedImport.read(yaml, Progress.NONE)), mapped);

    assertThat(names(mapped)).isEqualTo(names(own));
    for (String name : names(own)) {
      assertThat(mapped.resolve(name)).as(name).hasSameBinaryContentAs(own.resolve(name));
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      TreeSet<String> names = new TreeSet<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      return names;
    }
  }

  private static DataPackage ready(Loaded<DataPackage> loaded) {
    return switch (loaded) {
      case Loaded.Ready<DataPackage>(DataPackage value, var warnings) -> value;
      case Loaded.Rejected<DataPackage>(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  private static Path file() {
    Path csv = Path.of("data/supply_chain/usaid_scms").resolve(NAME);
    Path root = root();
    Path file = root == null ? csv : root.resolveSibling("shared").resolve(csv);
    assumeTrue(Files.isReadable(file), "the published delivery file is not here: " + file);
    return file;
  }

  private static @Nullable Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
