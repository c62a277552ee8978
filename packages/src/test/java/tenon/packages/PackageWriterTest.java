package tenon.packages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackageWriterTest {
  @TempDir Path directory;
  private Path target = Path.of("");

  @BeforeEach
  void chooseATarget() {
    target = directory.resolve("out").resolve("pkg");
  }

  @Test
  void tablesAreWrittenInTheirCanonicalForm() throws IOException {
    Columns products =
        new Columns.Builder(Resource.PRODUCTS)
            .row()
            .set("product_id", "A,\"1\"")
            .set("name_zh", "电子\n元件")
            .set("unit_value", 1e15)
            .row()
            .set("product_id", "=B")
            .set("unit_value", 12)
            .set("margin_per_unit", -0.5)
            .row()
            .set("product_id", "C")
            .set("unit_value", 1e-7)
            .build();
    PackageWriter.write(data(Map.of(Resource.PRODUCTS, products)), target);
    assertThat(Files.readString(target.resolve("products.csv")))
        .isEqualTo(
            """
            product_id,name_zh,unit_value,margin_per_unit
            "A,""1""\","电子
            元件",1.0E15,
            =B,,12,-0.5
            C,,1.0E-7,
            """);
  }

  @Test
  void unlimitedIsWrittenAndBlankColumnsAreNot() throws IOException {
    Columns.Builder stocks = new Columns.Builder(Resource.STOCKS);
    stocks
        .row()
        .set("site_id", "S")
        .set("product_id", "P")
        .set("on_hand", Double.POSITIVE_INFINITY);
    stocks.set("policy", (String) null);
    PackageWriter.write(data(Map.of(Resource.STOCKS, stocks.build())), target);
    assertThat(Files.readString(target.resolve("stocks.csv")))
        .isEqualTo("site_id,product_id,on_hand\nS,P,inf\n");
  }

  @Test
  void theDescriptorFollowsFromTheDeclarationOfColumns() throws IOException {
    Folder folder = new Folder(directory.resolve("in"));
    folder.table("regions", "region_id,parent_id,latitude", "A,,30", "B,A,");
    folder.table("firms", "firm_id,region_id", "F,A");
    folder.table("sites", "site_id,firm_id,region_id,kind", "S,F,B,plant");
    PackageWriter.write(folder.ready(), target);
    JsonNode root =
        JsonMapper.shared().readTree(Files.readString(target.resolve("datapackage.json")));
    assertThat(root.path("$schema").stringValue()).contains("datapackage.org/profiles/2.0");
    assertThat(root.path("synthetic").booleanValue()).isFalse();
    JsonNode regions = root.path("resources").path(0);
    assertThat(regions.path("name").stringValue()).isEqualTo("regions");
    assertThat(regions.path("path").stringValue()).isEqualTo("regions.csv");
    assertThat(regions.path("encoding").stringValue()).isEqualTo("utf-8");
    JsonNode schema = regions.path("schema");
    assertThat(schema.path("primaryKey").toString()).isEqualTo("[\"region_id\"]");
    assertThat(schema.path("missingValues").toString()).isEqualTo("[\"\"]");
    assertThat(schema.path("fields").path(0).path("constraints").toString())
        .isEqualTo("{\"required\":true,\"unique\":true}");
    assertThat(schema.path("fields").path(2).path("constraints").toString())
        .isEqualTo("{\"minimum\":-90,\"maximum\":90}");
    assertThat(schema.path("foreignKeys").toString())
        .isEqualTo("[{\"fields\":[\"parent_id\"],\"reference\":{\"fields\":[\"region_id\"]}}]");
    JsonNode sites = root.path("resources").path(2).path("schema");
    assertThat(sites.path("foreignKeys").path(0).toString())
        .isEqualTo(
            "{\"fields\":[\"firm_id\"],\"reference\":{\"resource\":\"firms\",\"fields\":[\"firm_id\"]}}");
    assertThat(sites.path("fields").path(3).path("constraints").path("enum").size()).isEqualTo(6);
  }

  @Test
  void anEmptyDirectoryIsTakenAndNothingElseIsLeftBehind() throws IOException {
    Files.createDirectories(target);
    PackageWriter.write(products("A"), target);
    assertThat(names(target)).containsExactly("datapackage.json", "products.csv");
    assertThat(names(target.resolveSibling("."))).containsExactly("pkg");
  }

  @Test
  void aDirectoryWithOtherThingsIsRefusedAndLeftAlone() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("thesis.txt"), "ten years");
    assertThatThrownBy(() -> PackageWriter.write(products("A"), target))
        .isInstanceOf(DirectoryNotEmptyException.class);
    assertThat(contents(target)).isEqualTo(Map.of("thesis.txt", "ten years"));
    assertThat(names(target.resolveSibling("."))).containsExactly("pkg");
  }

  @Test
  void aDescriptorOfOtherThingsIsNoPackageOfOurs() throws IOException {
    Files.createDirectories(target);
    Files.writeString(
        target.resolve("datapackage.json"),
        "{\"resources\": [{\"name\": \"weather\", \"path\": \"weather.csv\"}]}");
    assertThatThrownBy(() -> PackageWriter.write(products("A"), target))
        .isInstanceOf(DirectoryNotEmptyException.class);
  }

  @Test
  void aFileIsNoDirectory() throws IOException {
    Files.createDirectories(target.resolveSibling("."));
    Files.writeString(target, "x");
    assertThatThrownBy(() -> PackageWriter.write(products("A"), target))
        .isInstanceOf(NotDirectoryException.class);
    assertThat(Files.readString(target)).isEqualTo("x");
  }

  @Test
  void aPackageIsReplacedAndForeignFilesInItStay() throws IOException {
    Columns regions = new Columns.Builder(Resource.REGIONS).row().set("region_id", "N").build();
    PackageWriter.write(
        data(Map.of(Resource.PRODUCTS, table("A"), Resource.REGIONS, regions)), target);
    Files.writeString(target.resolve("notes.md"), "mine");
    Files.createDirectories(target.resolve("scenarios"));
    PackageWriter.write(products("B"), target);
    assertThat(names(target))
        .containsExactly("datapackage.json", "notes.md", "products.csv", "scenarios");
    assertThat(Files.readString(target.resolve("products.csv"))).isEqualTo("product_id\nB\n");
    assertThat(Files.readString(target.resolve("datapackage.json"))).doesNotContain("regions");
  }

  @Test
  void aForeignFileInTheWayIsRefusedBeforeAnythingChanges() throws IOException {
    PackageWriter.write(products("A"), target);
    Files.writeString(target.resolve("regions.csv"), "mine");
    Map<String, String> before = contents(target);
    Columns regions = new Columns.Builder(Resource.REGIONS).row().set("region_id", "N").build();
    assertThatThrownBy(
            () ->
                PackageWriter.write(
                    data(Map.of(Resource.PRODUCTS, table("B"), Resource.REGIONS, regions)), target))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("regions.csv");
    assertThat(contents(target)).isEqualTo(before);
    assertThat(names(target.resolveSibling("."))).containsExactly("pkg");
  }

  @Test
  void textThatCannotBeWrittenLeavesNothingBehind() {
    assertThatThrownBy(() -> PackageWriter.write(products("half a pair: \uD800"), target))
        .isInstanceOf(IOException.class);
    assertThat(target).doesNotExist();
    assertThat(target.resolveSibling(".")).isEmptyDirectory();
  }

  @Test
  void aPackageWithoutTablesIsWritten() throws IOException {
    PackageWriter.write(data(Map.of()), target);
    assertThat(names(target)).containsExactly("datapackage.json");
  }

  private static DataPackage products(String id) {
    return data(Map.of(Resource.PRODUCTS, table(id)));
  }

  private static Columns table(String id) {
    return new Columns.Builder(Resource.PRODUCTS).row().set("product_id", id).build();
  }

  private static DataPackage data(Map<Resource, Columns> tables) {
    PackageInfo info = new PackageInfo("x", "X", "", null, null, false, null, List.of());
    return new DataPackage(info, tables);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : names(folder)) {
      contents.put(name, Files.readString(folder.resolve(name), UTF_8));
    }
    return contents;
  }
}
