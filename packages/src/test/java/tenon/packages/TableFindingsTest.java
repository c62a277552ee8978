package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.model.Columns;
import tenon.model.Resource;

class TableFindingsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndingIsReadWithOrWithoutOneAtTheEnd(String end) {
    for (String last : List.of("", end, end + end)) {
      String text = String.join(end, "product_id,name_zh", "A,甲", "\"B\",\"乙,\"\"\"") + last;
      Columns products = read(text.getBytes(StandardCharsets.UTF_8));
      assertThat(products.rows()).isEqualTo(2);
      assertThat(products.text("name_zh", 0)).isEqualTo("甲");
      assertThat(products.text("name_zh", 1)).isEqualTo("乙,\"");
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() {
    assertThat(read(utf8("\uFEFFproduct_id\nA\n")).text("product_id", 0)).isEqualTo("A");
  }

  @Test
  void linesArePhysicalLinesAfterQuotedBreaksAndBlankLines() {
    assertThat(
            findings(
                utf8("product_id,name,criticality\nA,\"x\ny\r\nz\",1\n\nB,,x\nC,\"\n\",y\nD,,z")))
        .satisfiesExactly(
            f -> assertThat(f).startsWith("ERROR products.csv:6 [criticality] \"x\""),
            f -> assertThat(f).startsWith("ERROR products.csv:7 [criticality] \"y\""),
            f -> assertThat(f).startsWith("ERROR products.csv:9 [criticality] \"z\""));
  }

  @Test
  void aHeaderWithoutRowsIsAnEmptyTable() {
    assertThat(read(utf8("product_id,name")).rows()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\uFEFF", "\r\n\r\n"})
  void anEmptyFileLacksItsHeader(String text) {
    assertThat(findings(utf8(text)))
        .containsExactly("ERROR products.csv is empty. Write at least the header: product_id");
  }

  @Test
  void rowsWithMoreOrFewerCellsAreCountedAndNotJudged() {
    assertThat(findings(utf8("product_id,criticality,unit\nA,x\nB,1,2,3,4\nC,1,t\n")))
        .containsExactly(
            "ERROR products.csv:2 has 2 cells where the header has 3."
                + " Add the missing commas, or put a cell with a line break in it into quotes.",
            "ERROR products.csv:3 has 5 cells where the header has 3."
                + " Put a cell with a comma in it into quotes, or take out what is too many.");
  }

  @Test
  void otherSeparatorsAreNamed() {
    assertThat(findings(utf8("product_id;name\nA;b\n")))
        .singleElement()
        .asString()
        .contains("the cells are separated by \";\"")
        .contains("Save the file with commas");
    assertThat(findings(utf8("product_id\tname\nA\tb\n")))
        .singleElement()
        .asString()
        .contains("\\t");
  }

  @Test
  void columnsAreMatchedByTheirExactName() {
    assertThat(findings(utf8("Product_ID,name ,unit,unit,colour,nmae,\nA,b,c,d,e,f,\n")))
        .containsExactly(
            "ERROR products.csv:1 [product_id] \"Product_ID\" is not spelt as the column is."
                + " Write \"product_id\".",
            "ERROR products.csv:1 [name] \"name \" is not spelt as the column is. Write \"name\".",
            "ERROR products.csv:1 [unit] occurs twice, as columns 3 and 4; only the first is read."
                + " Delete one of them, or give it another name.",
            "WARNING products.csv:1 \"colour\" is no column of this table and is not read."
                + " The columns are product_id, name, name_zh, unit, hs6, gtin, unit_value,"
                + " margin_per_unit, criticality.",
            "WARNING products.csv:1 \"nmae\" is no column of this table and is not read."
                + " If \"name\" is meant, write that.",
            "WARNING products.csv:1 has no name for column 7, which is not read."
                + " Name it, or delete it.");
  }

  @Test
  void aMissingColumnNamesTheOneThatIsMeant() {
    assertThat(findings(utf8("products_id,name\nA,b\n")))
        .contains(
            "ERROR products.csv:1 [product_id] is required and missing."
                + " If the column \"products_id\" is meant, name it \"product_id\".");
    assertThat(findings(utf8("name\nb\n")))
        .contains(
            "ERROR products.csv:1 [product_id] is required and missing."
                + " Add a column \"product_id\".");
  }

  @Test
  void quotesMustBeClosedAndEndTheCell() {
    assertThat(findings(utf8("product_id,name\nA,b\nB,\"c\nD,e\n")))
        .singleElement()
        .asString()
        .startsWith("ERROR products.csv:3 begins a row with a quote that is never closed");
    assertThat(findings(utf8("product_id,name\nA,\"b\" c\n")))
        .singleElement()
        .asString()
        .startsWith("ERROR products.csv:2 [name] has text right after its closing quote.");
    assertThat(read(utf8("product_id,name\nA,5\" pipe\n")).text("name", 0)).isEqualTo("5\" pipe");
  }

  @Test
  void bytesThatAreNotUtf8AreFoundByLineAndTheirEncodingIsGuessed() {
    byte[] gbk = "product_id,name_zh\nA,甲\nB,电子元件\n".getBytes(Charset.forName("GB18030"));
    assertThat(findings(gbk))
        .singleElement()
        .asString()
        .startsWith("ERROR products.csv:2 is not UTF-8 here")
        .contains("GB18030");
    byte[] latin =
        "product_id,name\r\nA,b\r\n\"B\rC\",café\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(findings(latin))
        .singleElement()
        .asString()
        .startsWith("ERROR products.csv:4 is not UTF-8 here; there are 1 such places")
        .endsWith("Save the file as UTF-8.");
  }

  @Test
  void utf16IsRecognisedByItsMark() {
    assertThat(findings("\uFEFFproduct_id\nA\n".getBytes(StandardCharsets.UTF_16LE)))
        .singleElement()
        .asString()
        .contains("is UTF-16 (little endian), not UTF-8.");
    assertThat(findings("\uFEFFproduct_id\nA\n".getBytes(StandardCharsets.UTF_16BE)))
        .singleElement()
        .asString()
        .contains("big endian");
  }

  @Test
  void duplicateIdsNameTheFirst() {
    assertThat(findings(utf8("product_id,name\nA,1\nB,2\nA,3\nA,4\n")))
        .containsExactly(
            "ERROR products.csv:4 [product_id] \"A\" has the same key as products.csv:2."
                + " Delete one of the two rows, or give one another product_id.",
            "ERROR products.csv:5 [product_id] \"A\" has the same key as products.csv:2."
                + " Delete one of the two rows, or give one another product_id.");
  }

  @Test
  void keysOfSeveralColumnsAreCompared() {
    Folder folder =
        new Folder(directory)
            .table("essential", "supplier_sector,customer_sector,class", "a,b,1", "b,a,1", "a,b,2")
            .table(
                "industry_table",
                "year,from_region,from_sector,to_region,to_sector,kind,value",
                "2025,N,a,S,b,final,1",
                "2025,N,a,S,b,import,1",
                "2025,N,a,S,b,final,2");
    assertThat(folder.findings())
        .filteredOn(text -> text.startsWith("ERROR"))
        .containsExactly(
            "ERROR essential.csv:4 \"a, b\" has the same key as essential.csv:2."
                + " Delete one of the two rows, or make them differ in supplier_sector, customer_sector.",
            "ERROR industry_table.csv:4 \"2025, N, a, S, b, final\" has the same key as"
                + " industry_table.csv:2. Delete one of the two rows, or make them differ in year,"
                + " from_region, from_sector, to_region, to_sector, kind.");
  }

  @Test
  void datesArePartOfAKey() {
    assertThat(
            chain()
                .table(
                    "demand_series",
                    "site_id,product_id,date,quantity",
                    "S,P,2026-01-01,1",
                    "S,P,2026-01-02,1",
                    "S,P,2026-01-01,1")
                .findings())
        .singleElement()
        .asString()
        .startsWith("ERROR demand_series.csv:4 \"S, P, 2026-01-01\" has the same key");
  }

  @Test
  void unknownIdsOfferTheNearestAndARowToPaste() {
    assertThat(
            new Folder(directory)
                .table("regions", "region_id,name_zh", "Shenzhen,深圳", "\"Wu,xi\",无锡")
                .table("firms", "firm_id", "F")
                .table(
                    "sites",
                    "kind,site_id,firm_id,region_id,name",
                    "plant,S1,F,Shenzen,x",
                    "plant,S2,F,\"A,b\",x",
                    "plant,S3,F2,Shenzhen,x")
                .findings())
        .containsExactly(
            "ERROR sites.csv:4 [firm_id] \"F2\" is unknown among the firms."
                + " Add to firms.csv the row: F2",
            "ERROR sites.csv:2 [region_id] \"Shenzen\" is unknown among the regions."
                + " The nearest known id is \"Shenzhen\"; write that, or add to regions.csv the"
                + " row: Shenzen,",
            "ERROR sites.csv:3 [region_id] \"A,b\" is unknown among the regions."
                + " Add to regions.csv the row: \"A,b\",");
  }

  @Test
  void aTableThatOthersNeedIsAskedForOncePerColumn() {
    assertThat(
            new Folder(directory)
                .table("regions", "region_id", "N")
                .table("sites", "site_id,firm_id,region_id,kind", "S,F,N,plant", "T,G,N,plant")
                .findings())
        .containsExactly(
            "ERROR sites.csv [firm_id] refers to the table \"firms\", which the package does not"
                + " have. Add {\"name\": \"firms\", \"path\": \"firms.csv\"} to the resources, and"
                + " a file firms.csv with the lines: firm_id / F / G");
  }

  @Test
  void rowsThatCouldNotBeReadAreNotMissedElsewhere() {
    Folder folder = chain();
    folder.bytes("hierarchy", utf8("code,parent\nA,\n"));
    folder.file("products.csv", utf8("product_id\nP\n\"Q"));
    folder.table("demand", "site_id,product_id,mean_per_day", "S,Q,1", "S,P,1");
    assertThat(folder.findings())
        .filteredOn(text -> text.startsWith("ERROR"))
        .singleElement()
        .asString()
        .contains("never closed");
  }

  @Test
  void findingsComeInTheSameOrderEveryTime() {
    Folder folder = chain();
    String[] rows =
        IntStream.range(0, 500)
            .mapToObj(i -> i + ",S" + i % 7 + ",S" + i % 3 + ",P" + i % 2 + "," + i)
            .toArray(String[]::new);
    String[] lines = new String[rows.length + 1];
    lines[0] = "link_id,customer_site_id,supplier_site_id,product_id,share";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    folder.table("sourcing", lines).table("stocks", "site_id,product_id,on_hand", "S,P,x");
    List<String> first = folder.findings();
    assertThat(first).hasSizeGreaterThan(300);
    for (int i = 0; i < 10; i++) {
      assertThat(folder.findings()).isEqualTo(first);
    }
  }

  private Folder chain() {
    return new Folder(directory)
        .table("regions", "region_id", "N")
        .table("firms", "firm_id", "F")
        .table("sites", "site_id,firm_id,region_id,kind", "S,F,N,plant")
        .table("products", "product_id", "P");
  }

  private Columns read(byte[] products) {
    Columns columns =
        new Folder(directory).bytes("products", products).ready().tables().get(Resource.PRODUCTS);
    return columns == null ? Columns.empty(Resource.PRODUCTS) : columns;
  }

  private List<String> findings(byte[] products) {
    return new Folder(directory).bytes("products", products).findings();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
