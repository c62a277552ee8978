package tenon.packages.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;

class TradeFileTest {
  @TempDir private Path folder = Path.of("");

  private final Findings findings = new Findings();

  private List<String> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("trade.csv"), text);
    List<String> flows = new ArrayList<>();
    TradeFile.read(
        file,
        false,
        new Countries(),
        findings,
        Progress.NONE,
        (year, from, to, hs6, value, quantity) ->
            flows.add(year + " " + from + " " + to + " " + hs6 + " " + value + " " + quantity));
    return flows;
  }

  @Test
  void baciIsReadWithTheNumbersOfCustomsTerritories() throws IOException {
    assertThat(read("t,i,j,k,v,q\n2021,842,156,10121,1.5,NA\n2021,757,490,854231,2,3\n"))
        .containsExactly("2021 USA CHN 010121 1.5 NaN", "2021 CHE TWN 854231 2.0 3.0");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void theChineseCustomsAreRead() throws IOException {
    String text = "数据年月,商品编码,贸易伙伴编码,贸易伙伴名称,第一数量,美元\n202301,85423119,133,韩国,\"1,000\",\"12,000\"\n";
    assertThat(read(text)).containsExactly("2023 KOR CHN 854231 12000.0 1000.0");
  }

  /** As the customs' site hands it out: one fault that says what to do, none about its columns. */
  @Test
  void aFileInTheEncodingOfChineseSpreadsheetsIsToldAsThatAlone() throws IOException {
    Path file = folder.resolve("gb.csv");
    String text = "数据年月,商品编码,贸易伙伴名称,美元\n202301,85423119,韩国,12\n";
    Files.write(file, text.getBytes(Charset.forName("GB18030")));
    TradeFile.read(
        file,
        false,
        new Countries(),
        findings,
        Progress.NONE,
        (year, from, to, hs6, value, quantity) -> {});
    assertThat(findings.list())
        .singleElement()
        .extracting(finding -> finding.text(Locale.ENGLISH))
        .asString()
        .contains("gb.csv:1", "most likely GB18030", "CSV UTF-8");
  }

  @Test
  void everyFaultIsToldAtOnce() throws IOException {
    assertThat(read("t,i,j,k,v,q\nx,1,2,85,-1,y\n2021,,156,854231,1,1\n")).isEmpty();
    assertThat(findings.list())
        .extracting(Finding::place)
        .contains("trade.csv:2 [t]", "trade.csv:2 [k]", "trade.csv:2 [v]", "trade.csv:3 [i]");
  }

  @Test
  void importsBecomeAPackage() throws IOException {
    String text = "t,i,j,k,v,q\n2021,842,156,854231,30,3\n2021,392,156,854231,10,1\n";
    Path file = Files.writeString(folder.resolve("trade.csv"), text);
    Loaded<DataPackage> loaded = TradeImport.read(file, "China", 0, Set.of(), Progress.NONE);
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    if (loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings)) {
      assertThat(data.chain().links().share(1)).isEqualTo(0.75);
      assertThat(data.chain().links().pricePerUnit(0)).isEqualTo(10);
    }
  }
}
