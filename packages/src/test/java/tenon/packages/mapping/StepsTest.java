package tenon.packages.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageWriter;

/** Steps, workbooks and encodings of mappings. */
class StepsTest {
  @TempDir private Path folder = Path.of("");

  private Loaded<DataPackage> read(String mapping) throws IOException {
    return MappedImport.read(
        Files.writeString(folder.resolve("mapping.yaml"), mapping), Progress.NONE);
  }

  private List<String> written(Loaded<DataPackage> loaded, String table) throws IOException {
    if (!(loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings))) {
      throw new AssertionError(texts(loaded).toString());
    }
    PackageWriter.write(data, folder.resolve("pkg"));
    List<String> lines = Files.readAllLines(folder.resolve("pkg/" + table + ".csv"));
    return lines.subList(1, lines.size());
  }

  private static List<String> texts(Loaded<DataPackage> loaded) {
    return loaded.findings().stream()
        .filter(Finding::isError)
        .map(f -> f.text(Locale.ENGLISH))
        .toList();
  }

  private static final String SALES =
      """
      sources:
        sales: {file: sales.csv}
        goods: {file: goods.csv}
      steps:
        priced:
          from: sales
          join: {goods: {on: {item: sku}, rows: optional}}
          add: {worth: "qty * price", dear: "worth >= 50"}
          where: known(price)
        totals:
          from: priced
          by: [item]
          take: {sold: sum(qty), mean: "sum(worth) / sum(qty)", n: count(), often: most(shop), mid: median(qty), dear: "sum(if(dear, 1, 0))"}
          sort: [-sold, item]
        missing: {from: sales, join: {goods: {on: {item: sku}, rows: without}}, by: [item]}
      tables:
        products:
          from: totals
          columns: {product_id: item, unit_value: mean, name: {formula: "n & '|' & sold & '|' & often & '|' & mid & '|' & dear"}}
      """;

  /** Against maps filled by hand, row by row. */
  @Test
  void joinsGroupsAndSortsAgreeWithPlainLoops() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Map<String, Integer> price = new TreeMap<>();
      StringBuilder goods = new StringBuilder("sku,price\n");
      for (int i = 0; i < 6; i++) {
        if (random.nextBoolean()) {
          price.put("g" + i, 1 + random.nextInt(20));
          goods.append("g").append(i).append(',').append(price.get("g" + i)).append('\n');
        }
      }
      goods.append("extra,1\n");
      price.put("extra", 1);
      StringBuilder sales = new StringBuilder("item,shop,qty\nextra,z,1\n");
      Map<String, List<Integer>> sold = new TreeMap<>(Map.of("extra", new ArrayList<>(List.of(1))));
      Map<String, Map<String, Integer>> shops = new TreeMap<>();
      shops.put("extra", new TreeMap<>(Map.of("z", 1)));
      for (int i = 0; i < 40; i++) {
        String item = "g" + random.nextInt(6);
        String shop = "s" + random.nextInt(3);
        int qty = 1 + random.nextInt(9);
        sales.append(item).append(',').append(shop).append(',').append(qty).append('\n');
        if (price.containsKey(item)) {
          sold.computeIfAbsent(item, k -> new ArrayList<>()).add(qty);
          shops.computeIfAbsent(item, k -> new TreeMap<>()).merge(shop, 1, Integer::sum);
        }
      }
      Files.writeString(folder.resolve("sales.csv"), sales);
      Files.writeString(folder.resolve("goods.csv"), goods);
      List<String> expected = new ArrayList<>();
      sold.entrySet().stream()
          .sorted(
              java.util.Comparator.comparingInt(
                      (Map.Entry<String, List<Integer>> e) ->
                          -e.getValue().stream().mapToInt(q -> q).sum())
                  .thenComparing(Map.Entry::getKey))
          .forEach(
              e -> {
                List<Integer> q = e.getValue().stream().sorted().toList();
                int n = q.size();
                int p = price.getOrDefault(e.getKey(), 0);
                double mid = (q.get((n - 1) / 2) + q.get(n / 2)) / 2.0;
                String often =
                    shops.getOrDefault(e.getKey(), Map.of()).entrySet().stream()
                        .max(
                            java.util.Comparator.comparing(Map.Entry<String, Integer>::getValue)
                                .thenComparing(
                                    Map.Entry::getKey, java.util.Comparator.reverseOrder()))
                        .orElseThrow()
                        .getKey();
                expected.add(
                    "%s,%d|%d|%s|%s|%d,%d"
                        .formatted(
                            e.getKey(),
                            n,
                            q.stream().mapToInt(x -> x).sum(),
                            often,
                            Values.text((Object) mid),
                            q.stream().filter(x -> x * p >= 50).count(),
                            p));
              });
      assertThat(written(read(SALES), "products")).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void everyFaultOfStepsIsToldWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("sales.csv"), "item,shop,qty\na,s,1\n");
    Files.writeString(folder.resolve("goods.csv"), "sku,price\na,2\n");
    String faulty =
        SALES
            .replace("\"qty * price\"", "\"qty * \"")
            .replace("join: {goods: {on: {item: sku}, rows: without}}", "from2: x")
            .replace("from: totals", "from: total");
    assertThat(texts(read(faulty)))
        .anyMatch(t -> t.contains("[steps.priced.add.worth]") && t.contains("at character 7"))
        .anyMatch(t -> t.contains("\"from2\""))
        .anyMatch(t -> t.contains("[tables.products.from]") && t.contains("totals"));
    assertThat(texts(read(SALES.replace("sum(qty)", "sum(qti)"))))
        .anySatisfy(
            t ->
                assertThat(t)
                    .contains("mapping.yaml [steps.totals.take.sold] \"qti\"")
                    .contains("nearest is: qty"));
    Files.writeString(folder.resolve("sales.csv"), "item,shop,qty\na,s,one\na,s,2\n");
    assertThat(texts(read(SALES)))
        .anySatisfy(t -> assertThat(t).startsWith("sales.csv:2 [qty] \"one\" is no number"));
  }

  private static final String PLACES =
      """
      sources: {places: {file: "%s"%s}}
      tables:
        regions: {from: places, columns: {region_id: 编号, name_zh: 城市}}
      """;

  @Test
  void wrongEncodingsAreToldWithTheLine() throws IOException {
    Path csv = folder.resolve("p.csv");
    String text = "编号,城市\nSH,上海\nSZ,苏州\n";
    Files.writeString(csv, text, Charset.forName("GB18030"));
    assertThat(texts(read(PLACES.formatted("p.csv", ""))))
        .singleElement()
        .satisfies(t -> assertThat(t).startsWith("p.csv:1 ").contains("encoding: gb18030"));
    assertThat(written(read(PLACES.formatted("p.csv", ", encoding: gb18030")), "regions"))
        .containsExactly("SH,上海", "SZ,苏州");
    Files.writeString(csv, text);
    assertThat(texts(read(PLACES.formatted("p.csv", ", encoding: gb18030"))))
        .singleElement()
        .satisfies(t -> assertThat(t).contains("is UTF-8, not gb18030"));
    byte[] bytes = (text + "X,").getBytes(StandardCharsets.UTF_8);
    byte[] broken = java.util.Arrays.copyOf(bytes, bytes.length + 2);
    broken[bytes.length] = (byte) 0xFF;
    broken[bytes.length + 1] = '\n';
    Files.write(csv, broken);
    assertThat(texts(read(PLACES.formatted("p.csv", ""))))
        .singleElement()
        .satisfies(t -> assertThat(t).startsWith("p.csv:4 holds bytes that are not utf-8"));
    Files.write(csv, text.getBytes(StandardCharsets.UTF_16));
    assertThat(texts(read(PLACES.formatted("p.csv", ""))))
        .singleElement()
        .satisfies(t -> assertThat(t).contains("UTF-16"));
  }

  /** A workbook written by hand, part by part, after the standard. */
  private void workbook(String rows) throws IOException {
    Map<String, String> parts =
        new TreeMap<>(
            Map.of(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='说明' r:id='a'/><sheet name='数据' r:id='b'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='a' Target='worksheets/s1.xml'/><Relationship Id='b' Target='/xl/worksheets/s2.xml'/></Relationships>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy\"年\"m\"月\"'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>",
                "xl/sharedStrings.xml",
                "<sst><si><t>编号</t></si><si><r><t>城</t></r><r><t>市</t></r><rPh><t>x</t></rPh></si></sst>",
                "xl/worksheets/s1.xml",
                "<worksheet><sheetData/></worksheet>",
                "xl/worksheets/s2.xml",
                "<worksheet><sheetData><row r='3'><c r='A3' t='s'><v>0</v></c><c r='C3' t='s'><v>1</v></c></row>"
                    + rows
                    + "</sheetData></worksheet>"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(folder.resolve("p.xlsx"), bytes.toByteArray());
  }

  @Test
  void aSheetOfAWorkbookIsASource() throws IOException {
    workbook(
        "<row r='5'><c r='A5' t='str'><v>SH</v></c><c r='C5' t='inlineStr'><is><t>上海</t></is></c></row>"
            + "<row r='7'><c r='A7'><v>10</v></c><c r='C7' s='1'><v>46082</v></c></row>");
    Loaded<DataPackage> loaded = read(PLACES.formatted("p.xlsx", ", sheet: 数据"));
    assertThat(written(loaded, "regions")).containsExactly("SH,上海", "10,2026-03-01");
    assertThat(texts(read(PLACES.formatted("p.xlsx", ", sheet: 数椐"))))
        .singleElement()
        .satisfies(t -> assertThat(t).contains("数据"));
    assertThat(texts(read(PLACES.formatted("p.xlsx", ""))))
        .singleElement()
        .satisfies(t -> assertThat(t).contains("is empty"));
    workbook("<row r='9'><c r='A9' t='e'><v>#REF!</v></c></row>");
    assertThat(texts(read(PLACES.formatted("p.xlsx", ", sheet: 数据"))))
        .singleElement()
        .satisfies(t -> assertThat(t).startsWith("p.xlsx:9 \"#REF!\""));
    Files.writeString(folder.resolve("p.xlsx"), "no zip");
    assertThat(texts(read(PLACES.formatted("p.xlsx", ""))))
        .singleElement()
        .satisfies(t -> assertThat(t).contains("is no Excel workbook"));
  }

  /** Each source that cannot be read is told once, and none of its columns. */
  @Test
  void onlyTheRootFaultOfAnUnreadableSourceIsTold() throws IOException {
    Files.write(folder.resolve("bytes.csv"), new byte[] {'a', '\n', (byte) 0xff, '\n'});
    assertThat(
            texts(
                read(
                    """
                    sources:
                      plants: {file: none.csv}
                      places: {file: none.xlsx}
                      odd: {file: bytes.csv}
                    steps:
                      big: {from: plants, where: "[a] > 0", add: {x: "[b] + 1"}}
                    tables:
                      regions: {from: places, columns: {region_id: code, name_zh: name}}
                      firms: {from: plants, columns: {firm_id: f}}
                      sites: {from: big, columns: {site_id: a, firm_id: b, region_id: c}}
                    """)))
        .satisfiesExactly(
            t -> assertThat(t).startsWith("none.csv cannot be read"),
            t -> assertThat(t).startsWith("none.xlsx cannot be read"),
            t -> assertThat(t).startsWith("bytes.csv:2 holds bytes that are not utf-8"));
    assertThat(
            texts(
                read(
                    """
                    sources: {odd: {file: bytes.csv}}
                    tables:
                      regions: {from: odd, columns: {region_id: a}}
                      firms: {from: odd, columns: {firm_id: a}}
                      sites: {from: odd, columns: {site_id: a, firm_id: a, region_id: a}}
                    """)))
        .singleElement()
        .satisfies(t -> assertThat(t).startsWith("bytes.csv:2 holds bytes that are not utf-8"));
  }
}
