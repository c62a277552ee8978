package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;

/** A package being put together on disk, for tests. */
final class Folder {
  private final Path directory;
  private final List<String> resources = new ArrayList<>();
  private String members = "\"name\": \"test\"";

  Folder(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /** Adds the table of that name, line by line. */
  Folder table(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Folder bytes(String name, byte[] content) {
    file(name + ".csv", content);
    return resource("{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\"}");
  }

  /** Adds the table of that name as Parquet, with the rows of a query. */
  Folder parquet(String name, String query) {
    return parquet(name, ParquetFile.of(query));
  }

  Folder parquet(String name, byte[] content) {
    file(name + ".parquet", content);
    return resource("{\"name\": \"" + name + "\", \"path\": \"" + name + ".parquet\"}");
  }

  Folder resource(String json) {
    resources.add(json);
    return members(members);
  }

  /** Replaces what the descriptor says beside its resources. */
  Folder members(String json) {
    members = json;
    return descriptor("{" + json + ", \"resources\": [" + String.join(",\n", resources) + "]}");
  }

  Folder descriptor(String json) {
    return file("datapackage.json", json.getBytes(StandardCharsets.UTF_8));
  }

  Folder file(String name, byte[] content) {
    try {
      Files.createDirectories(directory.resolve(name).getParent());
      Files.write(directory.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Loaded<DataPackage> read() {
    return PackageReader.read(directory);
  }

  Loaded<DataPackage> read(ReadLimits limits) {
    return PackageReader.read(directory, limits, Progress.NONE);
  }

  /** The package, which must be sound. */
  DataPackage ready() {
    Loaded<DataPackage> loaded = read();
    assertThat(texts(loaded)).filteredOn(text -> text.startsWith("ERROR")).isEmpty();
    return ((Loaded.Ready<DataPackage>) loaded).value();
  }

  /** The findings as the user reads them, with their severity in front. */
  List<String> findings() {
    return texts(read());
  }

  static List<String> texts(Loaded<DataPackage> loaded) {
    return loaded.findings().stream()
        .map(finding -> finding.severity() + " " + finding.text(Locale.ENGLISH))
        .toList();
  }

  static List<String> codes(Loaded<DataPackage> loaded) {
    return loaded.findings().stream().map(Finding::code).toList();
  }
}
