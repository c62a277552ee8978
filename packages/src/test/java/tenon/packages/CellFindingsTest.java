package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Columns;
import tenon.model.Resource;

class CellFindingsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234         | thousands | Write 1234 (or 1.234 where the comma marks the decimals).",
        "1,234,567.5   | thousands | Write 1234567.5",
        "1 234         | thousands | Write 1234",
        "12'345.6      | thousands | Write 12345.6",
        "１，２３４，５６７ | thousands | Write 1234567",
        "１２．５        | plain number | Write 12.5",
        "12%           | percentage | Write 0.12",
        "12.5 %        | percentage | Write 0.125",
        "１２％          | percentage | Write 0.12",
        "$5.20         | currency  | Write 5.20",
        "¥1,200        | currency  | Write 1200",
        "1200元         | currency  | Write 1200",
        "USD 7         | currency  | Write 7",
        "0,5           | comma for the decimals | Write 0.5",
        "1.234.567,89  | comma for the decimals | Write 1234567.89",
        "5 days        | \"days\" after | Write 5 if",
        "1.2万          | \"万\" after | Write 12000 if",
        "3亿            | \"亿\" after | Write 300000000 if",
        "' 7'          | plain number | Write 7",
        "NA            | no value  | Leave the cell blank",
        "NaN           | no value  | Leave the cell blank",
        "null          | no value  | Leave the cell blank",
        "-             | no value  | Leave the cell blank",
        "unknown       | no value  | Leave the cell blank",
        "未知            | no value  | Leave the cell blank",
        "#N/A          | no value  | Leave the cell blank",
        "' '           | no value  | Leave the cell blank",
        "seven         | no number | Write digits",
        "0x10          | no number | Write digits",
        "1.2.3         | no number | Write digits",
        "inf           | without limit | Write a number",
        "∞             | without limit | Write a number",
        "-inf          | no number | Write digits",
        "-3            | out of range | Write 0 or more.",
        "1e999         | computed  | Write a number between",
        "2e18          | computed  | in a larger unit",
        "1e-999        | computed  | Write a number between",
      })
  void aNumberThatCouldBeMeantIsOffered(String cell, String what, String mend) {
    assertThat(product("unit_value", cell))
        .singleElement()
        .asString()
        .startsWith("ERROR products.csv:2 [unit_value] \"" + cell + "\" ")
        .contains(what)
        .contains(mend);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-0,0", "007,7", "+5,5", "1e3,1000", ".5,0.5", "5.,5", "0e99999999999,0"})
  void plainDecimalsAreRead(String cell, double expected) {
    assertThat(product("unit_value", cell)).isEmpty();
    Columns products = reread(Resource.PRODUCTS);
    assertThat(products.number("unit_value", 0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026/1/5    | Write 2026-01-05",
        "2026.01.05  | Write 2026-01-05",
        "2026年1月5日  | Write 2026-01-05",
        "20260105    | Write 2026-01-05",
        "2026-1-5    | Write 2026-01-05",
        "2026-01-05T00:00:00 | Write 2026-01-05",
        "05.01.2026  | Write 2026-01-05",
        "25/12/2026  | Write 2026-12-25",
        "12/25/2026  | Write 2026-12-25",
        "1/2/2026    | Write 2026-02-01 or 2026-01-02, whichever is meant.",
        "46027       | Write 2026-01-05 if that is the day.",
        "2026-02-30  | is no day of the calendar.",
        "31.02.2026  | is no day of the calendar.",
        "NA          | Leave the cell blank",
        "soon        | Write year, month and day as in 2026-11-21.",
      })
  void aDateThatCouldBeMeantIsOffered(String cell, String mend) {
    assertThat(link("valid_from", cell))
        .singleElement()
        .asString()
        .startsWith("ERROR sourcing.csv:2 [valid_from] \"" + cell + "\" ")
        .contains(mend);
  }

  @Test
  void unlimitedIsReadOnlyWhereTheColumnMayBeUnlimited() {
    assertThat(link("capacity_per_day", "inf")).isEmpty();
    Columns links = reread(Resource.SOURCING);
    assertThat(links.number("capacity_per_day", 0)).isInfinite();
  }

  @ParameterizedTest
  @CsvSource({"∞", "Inf", "infinity", "unlimited", "不限"})
  void otherWordsForUnlimitedAreMended(String cell) {
    assertThat(link("capacity_per_day", cell))
        .singleElement()
        .asString()
        .contains("is not how \"without limit\" is written here. Write inf");
  }

  @Test
  void rangesNameWhatTheyAllow() {
    assertThat(link("share", "1.5")).singleElement().asString().contains("from 0 to 1.");
    assertThat(hierarchy("level", "1.5"))
        .singleElement()
        .asString()
        .contains("whole number from 0 to 99.");
    assertThat(recipe("yield", "0")).singleElement().asString().contains("above 0 and at most 1.");
  }

  @Test
  void categoriesOfferTheNearest() {
    assertThat(link("status", "Active"))
        .containsExactly(
            "ERROR sourcing.csv:2 [status] \"Active\" is none of active, standby, closed."
                + " Write active");
    assertThat(link("status", "xyz")).singleElement().asString().contains("Write one of these");
  }

  @Test
  void flagsAreReadAsTheStandardReadsThem() {
    for (String cell : List.of("true", "True", "TRUE", "1", "false", "False", "FALSE", "0", "")) {
      assertThat(input("essential", cell)).as(cell).isEmpty();
    }
    assertThat(input("essential", "是")).singleElement().asString().contains("Write true");
    assertThat(input("essential", "No")).singleElement().asString().contains("Write false");
    assertThat(input("essential", "2")).singleElement().asString().contains("Write true or false");
  }

  @Test
  void spacesAroundIdsAreAnErrorOnEveryLine() {
    assertThat(
            new Folder(directory)
                .table("products", "product_id,unit", "A, t", "B,t", "C, t", " D,　t")
                .findings())
        .containsExactly(
            "ERROR products.csv:2 [unit] \" t\" has spaces around it. Write \"t\".",
            "ERROR products.csv:4 [unit] \" t\" has spaces around it. Write \"t\".",
            "ERROR products.csv:5 [product_id] \" D\" has spaces around it. Write \"D\".",
            "ERROR products.csv:5 [unit] \"　t\" has spaces around it. Write \"t\".");
  }

  @Test
  void idsHaveBoundsAndNoControlCharacters() {
    assertThat(
            new Folder(directory)
                .table("products", "product_id", "x".repeat(201), "a\u0007b", "y".repeat(200))
                .findings())
        .satisfiesExactly(
            f -> assertThat(f).contains(":2 ").contains("has 201 characters"),
            f ->
                assertThat(f)
                    .contains(":3 ")
                    .contains("\"a\\u0007b\" has the control character U+0007"));
  }

  @Test
  void freeTextMayHaveLineBreaksAndSpacesButNoOtherControlCharacters() {
    Folder folder =
        new Folder(directory).table("products", "product_id,name", "A,\" two\nlines\t\"");
    assertThat(table(folder, Resource.PRODUCTS).text("name", 0)).isEqualTo(" two\nlines\t");
    assertThat(new Folder(directory).table("products", "product_id,name", "A,a\u0000b").findings())
        .singleElement()
        .asString()
        .contains("U+0000");
  }

  @Test
  void aBlankIsUnknownAndAnErrorWhereAValueIsRequired() {
    Folder folder =
        new Folder(directory).table("products", "product_id,criticality,unit", "A,,\"\"", ",3,t");
    assertThat(folder.findings())
        .containsExactly(
            "ERROR products.csv:3 [product_id] is blank, and every row needs it."
                + " Write the key of the product.");
  }

  @Test
  void allFaultsOfARowAreReportedAtOnce() {
    assertThat(
            new Folder(directory)
                .table("products", "product_id,criticality,unit_value", "A,x,y", "B,1,z")
                .findings())
        .filteredOn(text -> text.startsWith("ERROR"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "firms | firm_id | G | credit_line | -5 | out of range | Write 0 or more",
        "firms | firm_id | G | credit_line | NaN | no value | Leave the cell blank",
        "firms | firm_id | G | cash | 1e19 | computed | in a larger unit",
        "firms | firm_id | G | fixed_cost_per_day | -1 | out of range | Write 0 or more",
        "sites | site_id,firm_id,region_id,kind | T,F,North,plant | workers | inf | without limit | Write a number",
        "sites | site_id,firm_id,region_id,kind | T,F,North,plant | shifts | 0 | out of range | from 1 to 24",
        "sites | site_id,firm_id,region_id,kind | T,F,North,plant | shifts | 2.5 | whole | Write",
        "sites | site_id,firm_id,region_id,kind | T,F,North,plant | shifts | 25 | out of range | from 1 to 24",
        "sites | site_id,firm_id,region_id,kind | T,F,North,plant | crew_per_shift | -3 | out of range | Write 0 or more",
        "recipes | recipe_id,site_id,product_id | R,S1,P | workers_per_unit | -1 | out of range | Write 0 or more",
        "recipes | recipe_id,site_id,product_id | R,S1,P | yield | 0 | out of range | Write",
        "recipes | recipe_id,site_id,product_id | R,S1,P | changeover_days | -2 | out of range | Write 0 or more",
        "sourcing | link_id,customer_site_id,supplier_site_id,product_id | L,S2,S1,P | payment_days | -30 | out of range | Write 0 or more",
        "sourcing | link_id,customer_site_id,supplier_site_id,product_id | L,S2,S1,P | price_per_unit | 2e18 | computed | in a larger unit",
        "sourcing | link_id,customer_site_id,supplier_site_id,product_id | L,S2,S1,P | via_site_id | HUB | is unknown among the sites | Add to sites.csv",
        "sourcing | link_id,customer_site_id,supplier_site_id,product_id | L,S2,S1,P | activation_days | soon | no number | Write digits",
        "demand | site_id,product_id,mean_per_day | S2,P,1 | payment_days | 30 days | after | Write 30 if",
        "demand | site_id,product_id,mean_per_day | S2,P,1 | price_per_unit | -2 | out of range | Write 0 or more",
        "demand | site_id,product_id,mean_per_day | S2,P,1 | backorder | perhaps | perhaps | Write",
        "stocks | site_id,product_id | S2,P | policy | jit | none of | Write",
        "dependencies | site_id,technology | S1,EUV | lost_share | 1.5 | out of range | Write",
        "dependencies | site_id,technology | S1,EUV | grace_days | -1 | out of range | Write 0 or more",
        "dependencies | site_id,technology | S1,EUV | substitute_days | ∞ | without limit | Write a number",
      })
  void moneyPeopleAndTermsAreCheckedCellByCell(
      String table, String head, String row, String column, String cell, String what, String mend) {
    String place = "ERROR " + table + ".csv:" + (table.matches("firms|sites") ? "[234]" : "2");
    Folder folder = chain();
    List<String> told =
        warningsApart(
            table.equals("firms")
                ? folder.table("firms", "firm_id," + column, "F,", row + ',' + quoted(cell))
                : table.equals("sites")
                    ? folder.table(
                        "sites",
                        head + ',' + column,
                        "S1,F,North,plant,",
                        "S2,F,North,store,",
                        row + ',' + quoted(cell))
                    : folder.table(table, head + ',' + column, row + ',' + quoted(cell)));
    assertThat(told)
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .containsPattern("^" + place + " \\[" + column + "\\]")
                    .contains(what)
                    .contains(mend));
  }

  private Columns reread(Resource resource) {
    return table(new Folder(directory), resource);
  }

  private static Columns table(Folder folder, Resource resource) {
    return Objects.requireNonNull(folder.ready().tables().get(resource));
  }

  private List<String> product(String column, String cell) {
    return table("products", "product_id," + column, "A," + quoted(cell));
  }

  private List<String> hierarchy(String column, String cell) {
    return table("hierarchy", "code," + column, "A," + quoted(cell));
  }

  private List<String> link(String column, String cell) {
    Folder folder = chain().table("recipes", "recipe_id,site_id,product_id", "R,S1,P");
    return warningsApart(
        folder.table(
            "sourcing",
            "link_id,customer_site_id,supplier_site_id,product_id," + column,
            "L,S2,S1,P," + quoted(cell)));
  }

  private List<String> recipe(String column, String cell) {
    return warningsApart(
        chain()
            .table("recipes", "recipe_id,site_id,product_id," + column, "R,S1,P," + quoted(cell)));
  }

  private List<String> input(String column, String cell) {
    return warningsApart(
        chain()
            .table("recipes", "recipe_id,site_id,product_id", "R,S1,P")
            .table("inputs", "recipe_id,product_id,quantity," + column, "R,Q,1," + quoted(cell)));
  }

  private Folder chain() {
    return new Folder(directory)
        .table("regions", "region_id", "North")
        .table("firms", "firm_id", "F")
        .table("sites", "site_id,firm_id,region_id,kind", "S1,F,North,plant", "S2,F,North,store")
        .table("products", "product_id", "P", "Q");
  }

  private List<String> table(String name, String... lines) {
    return warningsApart(new Folder(directory).table(name, lines));
  }

  private static List<String> warningsApart(Folder folder) {
    return folder.findings().stream().filter(text -> text.startsWith("ERROR")).toList();
  }

  private static String quoted(String cell) {
    return '"' + cell + '"';
  }
}
