package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.model.Loaded;

class DescriptorTest {
  private static final String PRODUCTS = "{\"name\": \"products\", \"path\": \"products.csv\"}";

  @TempDir Path directory;

  @Test
  void malformedJsonIsNamedByLineAndColumn() {
    assertThat(folder("{\n  \"name\": \"x\",\n  \"resources\": [}\n").findings())
        .singleElement()
        .asString()
        .startsWith("ERROR datapackage.json:3 is not well-formed JSON at column 17:");
    assertThat(folder("").findings())
        .singleElement()
        .asString()
        .contains("does not hold a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "7",
        "\"x\"",
        "{} {}",
        "{\"a\": 1, \"a\": 2}",
        "{\"resources\": {}}",
        "{",
        "{\"resources\": []}",
        "{\"resources\": [1, null, [], \"x\"]}",
        "\u0000",
        "{\"name\": 5}"
      })
  void otherShapesAreErrors(String json) {
    Loaded<DataPackage> loaded = folder(json).read();
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(loaded.findings()).isNotEmpty();
  }

  @Test
  void deeplyNestedJsonIsAnError() {
    assertThat(folder("[".repeat(100_000)).findings())
        .singleElement()
        .asString()
        .contains("is not well-formed JSON");
  }

  @Test
  void aDirectoryOfTablesWithoutADescriptorIsOfferedOne() {
    Folder folder = new Folder(directory).file("products.csv", utf8("product_id\n"));
    assertThat(folder.findings())
        .containsExactly(
            "ERROR datapackage.json does not exist. Beside the tables there, write this file:"
                + " {\"name\": \"my-package\", \"resources\": [{\"name\": \"products\","
                + " \"path\": \"products.csv\"}]}");
    assertThat(Folder.texts(PackageReader.read(directory.resolve("nowhere"))))
        .singleElement()
        .asString()
        .contains("Point to a directory with a datapackage.json");
  }

  @Test
  void unknownTablesAreNotSilentlyDropped() {
    assertThat(with("{\"name\": \"product\", \"path\": \"products.csv\"}"))
        .containsExactly(
            "WARNING datapackage.json [resources[1].name] \"product\" is no table that Tenon knows;"
                + " its file is not read. If \"products\" is meant, write that.");
    assertThat(with("{\"name\": \"weather\", \"path\": \"w.csv\"}"))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("The tables are regions, firms, sites,");
  }

  @Test
  void aTableOrAFileIsListedOnce() {
    assertThat(with(PRODUCTS))
        .containsExactly(
            "ERROR datapackage.json [resources[1].name] \"products\" is listed already as"
                + " resources[0]. Keep one of the two.");
    assertThat(with("{\"name\": \"regions\", \"path\": \"products.csv\"}"))
        .singleElement()
        .asString()
        .contains("\"products.csv\" is already the file of resources[0].");
  }

  @Test
  void aFileThatIsMissingNamesThoseThatAreThere() {
    assertThat(with("{\"name\": \"regions\", \"path\": \"product.csv\"}"))
        .singleElement()
        .asString()
        .contains("\"product.csv\" does not exist. The nearest file there is \"products.csv\".");
    assertThat(with("{\"name\": \"regions\", \"path\": \"where/else.csv\"}"))
        .singleElement()
        .asString()
        .contains("does not exist. The files there are products.csv.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../secret.csv         | inside the package",
        "a/../../secret.csv    | inside the package",
        "/etc/hostname         | path from there",
        "~/x.csv               | path from there",
        "C:/x.csv              | Nothing is fetched",
        "http://localhost/x    | Nothing is fetched",
        "file:///etc/hostname  | Nothing is fetched",
        "FILE:x.csv            | Nothing is fetched",
        "..\\\\secret.csv      | instead of",
        "a\\\\b.csv            | instead of",
        "a\\u0000b.csv         | control characters",
        "' '                   | for example",
      })
  void pathsThatLeadElsewhereAreRefused(String path, String mend) throws IOException {
    Files.writeString(directory.resolveSibling("secret.csv"), "region_id\nA\n");
    assertThat(with("{\"name\": \"regions\", \"path\": \"" + path + "\"}"))
        .singleElement()
        .asString()
        .startsWith("ERROR datapackage.json [resources[1].path] ")
        .contains("is not a path that may be read.")
        .contains(mend);
  }

  @Test
  void linksThatLeadOutOfThePackageAreRefused() throws IOException {
    Path outside = Files.createTempFile("outside", ".csv");
    try {
      Files.writeString(outside, "region_id\nA\n");
      Files.createSymbolicLink(directory.resolve("regions.csv"), outside);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Assumptions.abort("no symbolic links here: " + e.getMessage());
    }
    assertThat(with("{\"name\": \"regions\", \"path\": \"regions.csv\"}"))
        .singleElement()
        .asString()
        .contains("The link leads out of the package");
    Files.delete(outside);
  }

  @Test
  void directoriesAreNoTables() throws IOException {
    Files.createDirectory(directory.resolve("regions.csv"));
    assertThat(with("{\"name\": \"regions\", \"path\": \"regions.csv\"}"))
        .singleElement()
        .asString()
        .contains("is no regular file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"format\": \"xlsx\"",
        "\"encoding\": \"gbk\"",
        "\"dialect\": {\"delimiter\": \";\"}",
        "\"dialect\": {\"header\": false}",
        "\"compression\": \"zip\"",
        "\"dialect\": {\"csv\": {\"quoteChar\": \"'\"}}"
      })
  void otherFormsOfTablesAreRefused(String member) {
    assertThat(with("{\"name\": \"regions\", \"path\": \"products.csv\", " + member + "}"))
        .singleElement()
        .asString()
        .contains("is a form that is not read. Save the table as comma-separated UTF-8");
  }

  @Test
  void listsOfFilesAndInlineRowsAreRefused() {
    assertThat(with("{\"name\": \"regions\", \"path\": [\"a.csv\", \"b.csv\"]}"))
        .singleElement()
        .asString()
        .contains("lists several files");
    assertThat(with("{\"name\": \"regions\", \"data\": [{\"region_id\": 1}]}"))
        .singleElement()
        .asString()
        .contains("rows inside the descriptor are not read");
    assertThat(with("{\"name\": \"regions\"}"))
        .singleElement()
        .asString()
        .contains("Write \"path\": \"regions.csv\".");
  }

  @Test
  void otherWordsForMissingValuesAreWarnedAbout() {
    assertThat(
            with(
                "{\"name\": \"weather\", \"path\": \"w.csv\"}, {\"name\": \"regions\", \"path\":"
                    + " \"r.csv\", \"schema\": {\"missingValues\": [\"\", \"NA\"]}}"))
        .anySatisfy(text -> assertThat(text).contains("\"NA\" is not read as unknown"));
  }

  @Test
  void theCurrencyIsAnIsoCode() {
    assertThat(members("\"name\": \"x\", \"currency\": \"CNY\"")).isEmpty();
    assertThat(members("\"name\": \"x\", \"currency\": \"rmb\""))
        .containsExactly(
            "ERROR datapackage.json [currency] \"rmb\" is no ISO 4217 code of a currency."
                + " Write \"CNY\".");
    assertThat(members("\"name\": \"x\", \"currency\": \"eur\""))
        .singleElement()
        .asString()
        .contains("Write \"EUR\".");
    assertThat(members("\"name\": \"x\", \"currency\": \"gold\"")).hasSize(1);
  }

  @Test
  void membersOfTheWrongTypeAreErrors() {
    assertThat(
            members(
                "\"name\": 1, \"title\": [], \"synthetic\": \"yes\", \"assumptions\": \"none\","
                    + " \"licenses\": \"MIT\""))
        .filteredOn(text -> text.startsWith("ERROR"))
        .hasSize(5);
  }

  @Test
  void aMemberThatIsNearlyOursIsWarnedAbout() {
    assertThat(members("\"name\": \"x\", \"currancy\": \"CNY\", \"extra\": 1"))
        .containsExactly(
            "WARNING datapackage.json \"currancy\" is not read. If \"currency\" is meant, write"
                + " that.");
  }

  @Test
  void aPackageWithoutANameIsGivenOneAndToldSo() {
    assertThat(members("\"title\": \"x\""))
        .singleElement()
        .asString()
        .startsWith("WARNING datapackage.json [name] is missing;");
    assertThat(members("\"name\": \"My Package\""))
        .singleElement()
        .asString()
        .contains("Write \"my-package\".");
  }

  @Test
  void whatThePackageSaysOfItselfIsRead() {
    Folder folder = folder("{}").table("products", "product_id", "A");
    PackageInfo info =
        folder
            .members(
                "\"name\": \"x\", \"title\": \"标题\", \"description\": \"d\", \"version\": \"1.2\","
                    + " \"licenses\": [{\"name\": \"CC0-1.0\"}], \"currency\": \"EUR\","
                    + " \"synthetic\": true, \"assumptions\": [\"a\", \"b\"]")
            .ready()
            .info();
    assertThat(info)
        .isEqualTo(
            new PackageInfo("x", "标题", "d", "1.2", "EUR", true, "CC0-1.0", List.of("a", "b")));
  }

  @Test
  void theFilesOfAPackageAreItsDescriptorAndTables() throws IOException {
    Folder folder =
        new Folder(directory).table("products", "product_id").table("regions", "region_id");
    Files.writeString(directory.resolve("notes.txt"), "not ours");
    assertThat(PackageReader.files(directory))
        .extracting(path -> String.valueOf(path.getFileName()))
        .containsExactly("datapackage.json", "products.csv", "regions.csv");
    assertThat(PackageReader.files(directory.resolve("datapackage.json"))).hasSize(3);
    assertThat(PackageReader.files(folder.directory().resolve("nowhere"))).isEmpty();
  }

  @Test
  void aDescriptorMayBeNamedInsteadOfItsDirectory() {
    Folder folder = new Folder(directory).table("products", "product_id", "A");
    assertThat(PackageReader.read(folder.directory().resolve("datapackage.json")))
        .isInstanceOf(Loaded.Ready.class);
  }

  private List<String> members(String json) {
    return new Folder(directory).table("products", "product_id", "A").members(json).findings();
  }

  private List<String> with(String resource) {
    return new Folder(directory).table("products", "product_id", "A").resource(resource).findings();
  }

  private Folder folder(String json) {
    return new Folder(directory).descriptor(json);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
