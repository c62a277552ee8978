package tenon.packages.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;

/** Small exports in two languages, mapped by hand. */
class MappedImportTest {
  private static final String MAPPING =
      """
      package: {name: erp, currency: CNY}
      sources:
        plants: {file: plants.csv, separator: ";", encoding: gb18030}
        places: {file: places.csv}
      tables:
        regions:
          from: places
          columns: {region_id: code, name_zh: 城市}
        firms:
          from: plants
          distinct: true
          columns: {firm_id: 公司}
        sites:
          from: plants
          columns:
            site_id: {text: "{公司}-{工厂}"}
            firm_id: 公司
            region_id: {join: places, by: 城市, key: 城市, column: code}
            kind: {column: 类别, words: {生产: plant, 仓储: warehouse}}
            ttr_days: {column: 恢复周数, times: 7}
            ttr_basis: {constant: declared}
      """;

  @TempDir private Path folder = Path.of("");

  private Loaded<DataPackage> read(String mapping, String lastWeeks) throws IOException {
    Files.writeString(folder.resolve("places.csv"), "城市,code\n上海,SH\n苏州,SZ\n");
    Files.writeString(
        folder.resolve("plants.csv"),
        "公司;工厂;城市;类别;恢复周数\n甲;1;上海;生产;0.5\n甲;2;苏州;仓储;" + lastWeeks + "\n",
        Charset.forName("GB18030"));
    return MappedImport.read(
        Files.writeString(folder.resolve("mapping.yaml"), mapping), Progress.NONE);
  }

  @Test
  void columnsUnitsConstantsWordsJoinsAndTextsMakeTheTables() throws IOException {
    if (!(read(MAPPING, "3") instanceof Loaded.Ready<DataPackage>(var data, var warnings))) {
      throw new AssertionError("refused");
    }
    Chain chain = data.chain();
    assertThat(chain.sites().count()).isEqualTo(2);
    assertThat(chain.firms().count()).isEqualTo(1);
    assertThat(chain.sites().keys().key(1)).isEqualTo("甲-2");
    assertThat(chain.sites().ttrDays(0)).isEqualTo(3.5);
    assertThat(chain.sites().ttrDays(1)).isEqualTo(21);
    assertThat(data.info().currency()).isEqualTo("CNY");
  }

  @Test
  void aFaultIsToldAtTheRowAndColumnOfTheSource() throws IOException {
    assertThat(read(MAPPING, "lang").findings().stream().filter(Finding::isError))
        .singleElement()
        .satisfies(f -> assertThat(f.place()).isEqualTo("plants.csv:3 [恢复周数]"));
  }

  @Test
  void aFaultyMappingIsRefusedWithTheNearestName() throws IOException {
    String faulty = MAPPING.replace("firm_id: 公司}", "firm_id: 公司名}").replace("times:", "time:");
    assertThat(read(faulty, "3").findings()).extracting(Finding::code).contains("unknown-key");
    String column = MAPPING.replace("firm_id: 公司}", "firm_id: 公司名}");
    assertThat(read(column, "3").findings())
        .anySatisfy(
            f ->
                assertThat(f.text(Locale.ENGLISH))
                    .isEqualTo(
                        "plants.csv:1 \"公司名\" is no column of this file. "
                            + "Mend the mapping; the nearest is: 公司."));
  }
}
