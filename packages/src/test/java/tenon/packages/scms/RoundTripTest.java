package tenon.packages.scms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;

class RoundTripTest {

  @TempDir Path folder = Path.of("");

  @Test
  void anImportedPackageChecksWithoutErrors() throws IOException {
    DataPackage made = Sample.ready(Sample.worked(null));
    PackageWriter.write(made, folder.resolve("package"));
    Loaded<DataPackage> read = PackageReader.read(folder.resolve("package"));

    assertThat(Sample.cells(Sample.ready(read))).isEqualTo(Sample.cells(made));
    assertThat(Sample.ready(read).info()).isEqualTo(made.info());
  }

  @Test
  void namesOfAnyLengthAndScriptMakeAPackageThatChecks() throws IOException {
    String longName = "Überlange ".repeat(300);
    Sample file =
        Sample.file()
            .line(
                Column.COUNTRY,
                longName,
                Column.VENDOR,
                longName,
                Column.PLANT,
                longName,
                Column.MOLECULE,
                longName)
            .line(
                Column.COUNTRY,
                "北".repeat(100),
                Column.VENDOR,
                "𠮷".repeat(99),
                Column.PLANT,
                "a\u0001b\u00A0c",
                Column.MOLECULE,
                "--")
            .line(Column.COUNTRY, longName + "2", Column.PLANT, longName + "2");
    DataPackage made = Sample.ready(file.read(folder));
    PackageWriter.write(made, folder.resolve("package"));
    Loaded<DataPackage> read = PackageReader.read(folder.resolve("package"));

    assertThat(Sample.cells(Sample.ready(read))).isEqualTo(Sample.cells(made));
  }
}
