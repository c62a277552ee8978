package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Resource;

/** Sound packages with some bytes changed: reading answers, whatever the bytes are. */
class MutationTest {
  private static final int PACKAGES = 20;

  /** Tables that are sound without others. */
  private static final List<Resource> ALONE =
      List.of(Resource.PRODUCTS, Resource.INDUSTRY_TABLE, Resource.HIERARCHY, Resource.DATAFLOWS);

  private static final int MUTATIONS = 100;
  private static final int PARQUET_MUTATIONS = 50;
  private static final byte[] TELLING = {
    '"',
    ',',
    '\n',
    '\r',
    0,
    (byte) 0xFF,
    (byte) 0xEF,
    '{',
    '}',
    '[',
    ']',
    ':',
    '-',
    '.',
    'e',
    '9',
    ' ',
    ';',
    '\t',
    '\\',
    '/'
  };

  @TempDir Path directory;

  @Test
  void readingAnswersWhateverTheBytesAre() throws IOException {
    int rejected = 0;
    for (long seed = 0; seed < PACKAGES; seed++) {
      Path folder = directory.resolve("p" + seed);
      PackageWriter.write(new RandomPackage(seed).build(), folder);
      rejected += mutate(folder, PackageReader.files(folder), seed, MUTATIONS);
    }
    assertThat(rejected).as("mutations that were seen").isGreaterThan(PACKAGES * MUTATIONS / 3);
  }

  @Test
  void readingParquetAnswersWhateverTheBytesAre() throws IOException {
    int rejected = 0;
    for (Resource resource : ALONE) {
      Path folder = directory.resolve(resource.title());
      PackageWriter.write(alone(resource), folder, TableFormat.PARQUET);
      Path file = folder.resolve(resource.title() + ".parquet");
      int seed = ALONE.indexOf(resource);
      rejected += mutate(folder, List.of(file), seed, PARQUET_MUTATIONS);
    }
    assertThat(rejected)
        .as("mutations that were seen")
        .isBetween(ALONE.size() * PARQUET_MUTATIONS / 3, ALONE.size() * PARQUET_MUTATIONS - 1);
  }

  /** The first random package in which the table has some rows, without all others. */
  private static DataPackage alone(Resource resource) {
    for (long seed = 0; ; seed++) {
      DataPackage whole = new RandomPackage(seed).build();
      Columns table = whole.tables().get(resource);
      if (table != null && table.rows() > 3) {
        return new DataPackage(whole.info(), Map.of(resource, table));
      }
    }
  }

  /** Reads the package again and again, each time with other bytes; how often it is refused. */
  private static int mutate(Path folder, List<Path> files, long seed, int mutations)
      throws IOException {
    int rejected = 0;
    for (int i = 0; i < mutations; i++) {
      SplittableRandom random = new SplittableRandom(seed * MUTATIONS + i);
      Path file = files.get(random.nextInt(files.size()));
      byte[] original = Files.readAllBytes(file);
      Files.write(file, mutated(original, random));
      rejected += read(folder, seed, i) ? 1 : 0;
      Files.write(file, original);
    }
    return rejected;
  }

  /** Whether the package is refused; every finding can be worded in both languages. */
  private static boolean read(Path folder, long seed, int mutation) {
    try {
      Loaded<DataPackage> loaded = PackageReader.read(folder);
      loaded.findings().forEach(finding -> assertThat(finding.text(Locale.ENGLISH)).isNotBlank());
      loaded.findings().forEach(finding -> assertThat(finding.text(Locale.CHINESE)).isNotBlank());
      if (loaded instanceof Loaded.Ready<DataPackage> ready) {
        assertThat(ready.value().chain().links().count()).isNotNegative();
        assertThat(ready.value().panel().units().count()).isNotNegative();
        return false;
      }
      return true;
    } catch (RuntimeException e) {
      return fail("seed %d, mutation %d".formatted(seed, mutation), e);
    }
  }

  private static byte[] mutated(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    for (int edits = 1 + random.nextInt(4); edits > 0 && bytes.length > 0; edits--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
      byte some =
          random.nextBoolean()
              ? TELLING[random.nextInt(TELLING.length)]
              : (byte) random.nextInt(256);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, at, 1, some);
            case 1 -> replaced(bytes, at, 0, some);
            case 2 -> replaced(bytes, at, length);
            case 3 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            default -> Arrays.copyOf(bytes, random.nextInt(10) == 0 ? at : bytes.length);
          };
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int at, int gone, byte... put) {
    byte[] result = new byte[bytes.length - gone + put.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(put, 0, result, at, put.length);
    System.arraycopy(bytes, at + gone, result, at + put.length, bytes.length - at - gone);
    return result;
  }
}
