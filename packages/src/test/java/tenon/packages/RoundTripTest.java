package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Loaded;
import tenon.model.Resource;

class RoundTripTest {
  @TempDir Path directory;

  @Test
  void whatIsWrittenIsReadAndWrittenAgainByteForByte() throws IOException {
    int rows = 0;
    for (long seed = 0; seed < 150; seed++) {
      DataPackage data = new RandomPackage(seed).build();
      Path first = directory.resolve("first-" + seed);
      PackageWriter.write(data, first);
      Loaded<DataPackage> loaded = PackageReader.read(first);
      assertThat(Folder.texts(loaded))
          .as("seed %d", seed)
          .noneMatch(text -> text.startsWith("ERROR"));
      DataPackage read = ((Loaded.Ready<DataPackage>) loaded).value();
      Path second = directory.resolve("second-" + seed);
      PackageWriter.write(read, second);
      assertThat(bytes(second)).as("seed %d", seed).isEqualTo(bytes(first));
      assertThat(read.info()).as("seed %d", seed).isEqualTo(data.info());
      rows += same(seed, data, read);
    }
    assertThat(rows).as("the packages are not empty").isGreaterThan(2_000);
  }

  /** Compares every cell; an empty text is unknown. Returns the number of rows. */
  private static int same(long seed, DataPackage data, DataPackage read) {
    int rows = 0;
    assertThat(read.tables().keySet()).isEqualTo(data.tables().keySet());
    for (Map.Entry<Resource, Columns> table : data.tables().entrySet()) {
      Columns before = table.getValue();
      Columns after = read.tables().getOrDefault(table.getKey(), Columns.empty(table.getKey()));
      assertThat(after.rows()).isEqualTo(before.rows());
      rows += before.rows();
      for (Field field : table.getKey().fields()) {
        for (int row = 0; row < before.rows(); row++) {
          assertThat(cell(after, field, row))
              .as("seed %d, %s.%s, row %d", seed, table.getKey().title(), field.name(), row)
              .isEqualTo(cell(before, field, row));
        }
      }
    }
    return rows;
  }

  private static String cell(Columns columns, Field field, int row) {
    if (field.type() == Field.Type.NUMBER) {
      return Double.toString(columns.number(field.name(), row) + 0.0);
    }
    String text = columns.text(field.name(), row);
    return text == null ? "" : text;
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    for (Path file : PackageReader.files(folder)) {
      bytes.put(String.valueOf(file.getFileName()), Arrays.toString(Files.readAllBytes(file)));
    }
    return bytes;
  }
}
