package tenon.packages.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;

/** Mappings that the program proposes. */
class ProposalTest {
  /** Exports drawn of each kind; 25 were measured for the guide. */
  private static final int SEEDS = 4;

  @TempDir private Path folder = Path.of("");

  private static MappingProposal ready(Path place) {
    return switch (MappingProposal.of(place, Locale.ENGLISH)) {
      case Loaded.Ready<MappingProposal>(var proposal, var warnings) -> proposal;
      case Loaded.Rejected<MappingProposal>(var errors) ->
          throw new AssertionError(errors.toString());
    };
  }

  /** Right, proposed, and to be found, over exports drawn anew. */
  private double[] measured(boolean chinese, int part) throws IOException {
    int right = 0;
    int proposed = 0;
    int wanted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Path place =
          Files.createDirectories(folder.resolve((chinese ? "zh" : "en") + part + "-" + seed));
      Exports exports = new Exports(seed, chinese, part);
      exports.write(place);
      Map<String, String> truth = exports.truth();
      wanted += (int) truth.values().stream().filter(t -> !t.isEmpty()).count();
      for (MappingProposal.Choice choice : ready(place).choices()) {
        proposed++;
        String is = truth.get(choice.source() + ": " + choice.head());
        boolean same = (choice.table() + "." + choice.column()).equals(is);
        right += same ? 1 : 0;
      }
    }
    return new double[] {(double) right / proposed, (double) right / wanted, wanted};
  }

  /** On heads that the dictionary was never held against; the guide states what 25 draws gave. */
  @Test
  void whatIsProposedForStrangeExportsIsMostlyRight() throws IOException {
    double[] english = measured(false, 1);
    double[] chinese = measured(true, 2);
    double[] others = measured(true, 3);
    assertThat(english[0]).isGreaterThan(0.85);
    assertThat(english[1]).isGreaterThan(0.7);
    assertThat(chinese[0]).isGreaterThan(0.95);
    assertThat(chinese[1]).isGreaterThan(0.9);
    assertThat(others[0]).isGreaterThan(0.9);
    assertThat(others[1]).isGreaterThan(0.8);
  }

  /** Synonyms, words in another order, whole pinyin and its first letters, and none of these. */
  @Test
  void headsAreAlikeByWhatTheirWordsMean() {
    assertThat(Heads.plainLike("货品代号", "物料编码")).isEqualTo(0.95);
    assertThat(Heads.plainLike("额定日产能", "单日产能")).isGreaterThan(0.8);
    assertThat(Heads.plainLike("wuliao_bianma", "物料编码")).isEqualTo(0.95);
    assertThat(Heads.plainLike("huopindaihao", "物料编码")).isEqualTo(0.95);
    assertThat(Heads.plainLike("hangyemingcheng", "行业名称")).isEqualTo(0.95);
    assertThat(Heads.plainLike("CGZQ", "采购周期")).isEqualTo(0.8);
    assertThat(Heads.plainLike("安全库存", "物料编码")).isZero();
    assertThat(Heads.plainLike("cgzqx", "采购周期")).isZero();
    assertThat(Heads.plainLike("unit price", "采购单价")).isZero();
  }

  @Test
  void headsInPinyinAreProposed() throws IOException {
    StringBuilder text = new StringBuilder("kehu,gongyingshang,WLBM,jiaohuozhouqi,caigou_danjia\n");
    for (int i = 0; i < 12; i++) {
      text.append(
          "C" + i % 3 + ",S" + i % 4 + ",M" + i % 5 + "," + (1 + i % 3) + ",1" + i + ".5\n");
    }
    Path csv = Files.writeString(folder.resolve("caigou.csv"), text);
    assertThat(ready(csv).choices())
        .extracting(MappingProposal.Choice::head, MappingProposal.Choice::column)
        .containsExactlyInAnyOrder(
            tuple("kehu", "customer_site_id"),
            tuple("gongyingshang", "supplier_site_id"),
            tuple("WLBM", "product_id"),
            tuple("jiaohuozhouqi", "lead_time_days"),
            tuple("caigou_danjia", "price_per_unit"));
  }

  /** One table of deliveries, nothing else: sites, firms, products and regions come of it. */
  @Test
  void aSingleExportIsImportedAsProposed() throws IOException {
    StringBuilder text = new StringBuilder("客户;供应商;物料编码;交货周期（周）;运输方式;采购单价;备注\n");
    for (int i = 0; i < 12; i++) {
      text.append(
          "C"
              + i % 3
              + ";S"
              + i % 4
              + ";M"
              + i % 5
              + ";"
              + (1 + i % 3)
              + ";road;1,2"
              + (10 + i)
              + ".5;x\n");
    }
    Path csv = folder.resolve("采购供应.csv");
    Files.writeString(csv, text, Charset.forName("GB18030"));
    String yaml = ready(csv).yaml(folder);
    Path mapping = Files.writeString(folder.resolve("mapping.yaml"), yaml);
    Loaded<DataPackage> loaded = MappedImport.read(mapping, Progress.NONE);
    assertThat(loaded.findings().stream().filter(Finding::isError)).isEmpty();
    if (loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings)) {
      assertThat(data.chain().links().count()).isEqualTo(12);
      assertThat(data.chain().sites().count()).isEqualTo(7);
      assertThat(data.chain().links().leadTimeDays(0)).isEqualTo(7);
      assertThat(data.chain().links().pricePerUnit(0)).isEqualTo(1210.5);
    }
    assertThat(yaml).contains("encoding: gb18030", "separator: \";\"", "采购供应: 备注");
  }

  @Test
  void whatIsNoExportIsRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(codes(empty)).containsExactly("propose-none");
    assertThat(codes(folder.resolve("none.csv"))).containsExactly("propose-unreadable");
    assertThat(codes(Files.writeString(folder.resolve("x.csv"), "qq,zz\n1,2\n")))
        .containsExactly("propose-unlike");
    assertThat(codes(Files.writeString(folder.resolve("y.xlsx"), "no zip")))
        .containsExactly("mapping-no-workbook");
  }

  private static List<String> codes(Path place) {
    return MappingProposal.of(place, Locale.CHINESE).findings().stream()
        .map(Finding::code)
        .toList();
  }
}
