package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Resource;

class FlatTableTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void numbersAndTextsAreToldApart() throws IOException {
    FlatTable table = ready("id,year,y,code\na,2018,1.5,007\nb,2019,NA,010\n");
    assertThat(table.names()).containsExactly("id", "year", "y", "code");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.numbers("y")).containsExactly(1.5, Double.NaN);
    assertThat(table.texts("year")).containsExactly("2018", "2019");
    assertThat(table.texts("code")).containsExactly("007", "010");
    assertThat(table.isNumeric("code")).isFalse();
  }

  @Test
  void aColumnMayTurnToTextsLate() throws IOException {
    FlatTable table = ready("id\n1\n\"\"\n0.25\nx\n1\n");
    assertThat(table.texts("id")).containsExactly("1", "", "0.25", "x", "1");
    assertThat(table.noNumbers("id")).singleElement().extracting(Finding::line).isEqualTo(5L);
  }

  @Test
  void faultsNameTheMend() throws IOException {
    assertThat(texts("a,a,\n1,2,3\n")).hasSize(2).anyMatch(text -> text.contains("two columns"));
    assertThat(texts("a,b\n")).singleElement().asString().contains("has no rows");
    FlatTable table = ready("invest,value\n1,2\n");
    assertThat(table.unknown("invset").text(Locale.ENGLISH)).contains("If \"invest\" is meant");
  }

  @Test
  void jsonIsRecordsOrColumnsOrAMatrix() throws IOException {
    FlatTable records = json("[{\"unit\": \"A\", \"x\": 1.5}, {\"unit\": \"B\"}]");
    assertThat(records.names()).containsExactly("unit", "x");
    assertThat(records.numbers("x")).containsExactly(1.5, Double.NaN);
    FlatTable matrix = json("{\"values\": [[1, 2], [3, 4], [5, 6]], \"periods\": [2001, 2002]}");
    assertThat(matrix.names()).containsExactly("unit", "2001", "2002");
    assertThat(matrix.texts("unit")).containsExactly("1", "2", "3");
    assertThat(matrix.numbers("2002")).containsExactly(2, 4, 6);
    FlatTable columns = json("{\"units\": [\"A\", \"B\"], \"y\": [1, 2], \"W\": [[0, 1], [1, 0]]}");
    assertThat(columns.names()).containsExactly("unit", "y");
  }

  @Test
  void parquetHoldsTheSameAsCsv() throws IOException {
    Columns columns =
        new Columns.Builder(Resource.INDICATORS)
            .row()
            .set("unit_id", "A")
            .set("period", "2018")
            .set("code", "x")
            .set("value", 0.1)
            .build();
    Path file = directory.resolve("panel.parquet");
    ParquetWriter.write(columns, file);
    FlatTable table = ((Loaded.Ready<FlatTable>) FlatTable.read(file)).value();
    assertThat(table.texts("unit_id")).containsExactly("A");
    assertThat(table.numbers("value")).containsExactly(0.1);
  }

  private FlatTable json(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("t.json"), text);
    return ((Loaded.Ready<FlatTable>) FlatTable.read(file)).value();
  }

  private FlatTable ready(String text) throws IOException {
    return ((Loaded.Ready<FlatTable>) read(text)).value();
  }

  private List<String> texts(String text) throws IOException {
    return ((Loaded.Rejected<FlatTable>) read(text))
        .findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private Loaded<FlatTable> read(String text) throws IOException {
    return FlatTable.read(Files.writeString(directory.resolve("t.csv"), text));
  }
}
