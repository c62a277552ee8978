package tenon.study.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Field;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.study.ImportStudy;

/** Forms of many firms, joined. */
class FormsTest {
  private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

  @TempDir private Path folder = Path.of("");

  /** A form as rows of column and text, written with the heads of a language. */
  private final class Sender {
    private final Map<Resource, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Locale locale;
    private String day = "";
    private String currency = "";

    Sender(String firm, Locale locale) {
      this.locale = locale;
      row(Resource.FIRMS, "firm_id", firm, "name", "Firm " + firm, "region_id", "CN-SH");
    }

    Sender row(Resource resource, Object... pairs) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        row.put((String) pairs[i], pairs[i + 1]);
      }
      rows.computeIfAbsent(resource, r -> new ArrayList<>()).add(row);
      return this;
    }

    Sender site(String site, String firmOfSite, double ttr) {
      return row(
          Resource.SITES,
          "site_id",
          site,
          "firm_id",
          firmOfSite,
          "region_id",
          "CN-SH",
          "kind",
          Titles.code("plant", locale),
          "ttr_days",
          ttr);
    }

    Path save(String name) throws IOException {
      Path file = folder.resolve("forms").resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (XSSFWorkbook book = new XSSFWorkbook();
          OutputStream out = Files.newOutputStream(file)) {
        Sheet guide = book.createSheet(Titles.say(locale, "guide"));
        put(guide, 0, 0, WorkbookTemplate.label("reported_on", locale));
        put(guide, 0, 1, day);
        put(guide, 1, 0, WorkbookTemplate.label("currency", locale));
        put(guide, 1, 1, currency);
        rows.forEach((resource, list) -> sheet(book, resource, list));
        book.write(out);
      }
      return file;
    }

    private void sheet(XSSFWorkbook book, Resource resource, List<Map<String, Object>> list) {
      Sheet sheet = book.createSheet(Titles.sheet(resource, locale));
      List<String> columns = list.stream().flatMap(r -> r.keySet().stream()).distinct().toList();
      for (int at = 0; at < columns.size(); at++) {
        Field field = resource.fields().get(resource.position(columns.get(at)));
        put(sheet, 0, at, Titles.column(resource, field, locale));
        for (int row = 0; row < list.size(); row++) {
          Object cell = list.get(row).get(columns.get(at));
          if (cell != null) {
            put(sheet, row + 1, at, cell);
          }
        }
      }
    }
  }

  private static void put(Sheet sheet, int row, int column, Object value) {
    Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    switch (value) {
      case Double number -> line.createCell(column).setCellValue(number);
      case Object text -> line.createCell(column).setCellValue(text.toString());
    }
  }

  private WorkbookStudy join() throws IOException {
    return WorkbookStudy.forms(
        folder.resolve("forms"), folder.resolve("pkg"), null, Locale.ENGLISH, Progress.NONE);
  }

  private List<String> conflicts() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("pkg-conflicts.csv"));
    return lines.subList(1, lines.size());
  }

  /**
   * What the planted conflict must read like: table, key, column, kept, by whom, other, by, why.
   */
  private static String told(String line) {
    String[] c = line.split(",", -1);
    return String.join(",", c[0], c[1], c[2], c[3], c[4], c[6], c[7], c[9]);
  }

  @Test
  void plantedConflictsOfThreeHundredFormsAreListedAndNoOthers() throws IOException {
    Random random = new Random(17);
    Set<String> planted = new HashSet<>();
    int n = 300;
    for (int i = 0; i < n; i++) {
      String firm = "f" + i;
      String before = "f" + (i + n - 1) % n;
      Sender form = new Sender(firm, i % 2 == 0 ? Locale.ENGLISH : ZH);
      form.day = "2026-03-01";
      form.currency = "CNY";
      double ttr = 20 + i % 40;
      form.site(firm + "-a", firm, ttr);
      form.row(Resource.PRODUCTS, "product_id", "p-" + firm, "unit_value", 2.5);
      form.row(
          Resource.RECIPES,
          "recipe_id",
          "r1", // every sender calls its recipe so
          "site_id",
          firm + "-a",
          "product_id",
          "p-" + firm,
          "capacity_per_day",
          100.0);
      form.row(Resource.INPUTS, "recipe_id", "r1", "product_id", "p-" + before, "quantity", 1.0);
      form.row(
          Resource.STOCKS, "site_id", firm + "-a", "product_id", "p-" + before, "on_hand", 50.0);
      form.row(
          Resource.SOURCING,
          "link_id",
          "1",
          "customer_site_id",
          firm + "-a",
          "supplier_site_id",
          before + "-a",
          "product_id",
          "p-" + before,
          "share",
          1.0,
          "lead_time_days",
          12.0);
      String supplier = before + "-a";
      if (random.nextInt(10) == 0) {
        // The customer knows the supplier's time to recover worse than the supplier.
        double right = 20 + (i + n - 1) % n % 40;
        form.site(supplier, before, right + 5);
        planted.add(
            "sites,%s,ttr_days,%.0f,%s,%.0f,%s,owner"
                .formatted(supplier, right, before, right + 5, firm));
      } else if (random.nextInt(4) == 0) {
        form.site(supplier, before, 20 + (i + n - 1) % n % 40); // the same: no conflict
      }
      if (random.nextInt(10) == 0) {
        form.row(Resource.PRODUCTS, "product_id", "p-" + before, "unit_value", 3.0);
        planted.add("products,p-%s,unit_value,2.5,%s,3,%s,owner".formatted(before, before, firm));
      }
      String next = "f" + (i + 1) % n;
      if (random.nextInt(10) == 0) {
        // The supplier tells the link of its customer under another name.
        form.row(
            Resource.SOURCING,
            "link_id",
            "out",
            "customer_site_id",
            next + "-a",
            "supplier_site_id",
            firm + "-a",
            "product_id",
            "p-" + firm,
            "lead_time_days",
            9.0);
        planted.add("sourcing,%s-1,lead_time_days,12,%s,9,%s,owner".formatted(next, next, firm));
      }
      form.save("form-%03d.xlsx".formatted(i));
      if (random.nextInt(20) == 0) {
        // The firm reports again; the file comes first by name, the day is later.
        Sender again = new Sender(firm, ZH);
        again.day = "2026-06-01";
        again.site(firm + "-a", firm, ttr);
        again.row(Resource.PRODUCTS, "product_id", "p-" + firm);
        again.row(
            Resource.RECIPES,
            "recipe_id",
            "line-7",
            "site_id",
            firm + "-a",
            "product_id",
            "p-" + firm,
            "capacity_per_day",
            140.0);
        again.save("again-%03d.xlsx".formatted(i));
        planted.add("recipes,%s,capacity_per_day,140,%s,100,%s,latest".formatted("?", firm, firm));
      }
    }

    WorkbookStudy done = join();

    assertThat(done.loaded()).isInstanceOf(Loaded.Ready.class);
    assertThat(planted).hasSizeGreaterThan(70);
    assertThat(conflicts().stream().map(FormsTest::told))
        .map(line -> line.replaceAll("^recipes,[^,]*", "recipes,?"))
        .containsExactlyInAnyOrderElementsOf(planted);
    assertThat(done.loaded().findings().stream().filter(f -> f.code().startsWith("form-conflict")))
        .hasSameSizeAs(planted);
    assertThat(Files.readAllLines(folder.resolve("pkg/firms.csv"))).hasSize(n + 1);
    assertThat(Files.readAllLines(folder.resolve("pkg/sourcing.csv")))
        .hasSize(n + 1)
        .allMatch(line -> line.startsWith("link_id") || line.contains("reported by form-"));
    assertThat(Files.readString(folder.resolve("pkg-senders.csv")))
        .contains("sites,f7-a,f7,form-007.xlsx,2026-03-01");
  }

  @Test
  void amongThirdsTheMajorityStandsAndElseTheFirst() throws IOException {
    String[] kinds = {"a", "b", "c"};
    double[] ttr = {30, 45, 45};
    for (int i = 0; i < 3; i++) {
      new Sender(kinds[i], Locale.ENGLISH)
          .row(Resource.FIRMS, "firm_id", "silent", "name", "Name " + kinds[i])
          .site("silent-1", "silent", ttr[i])
          .save(kinds[i] + ".xlsx");
    }
    assertThat(join().loaded()).isInstanceOf(Loaded.Ready.class);
    assertThat(conflicts().stream().map(FormsTest::told))
        .containsExactlyInAnyOrder(
            "firms,silent,name,Name a,a,Name b,b,first",
            "firms,silent,name,Name a,a,Name c,c,first",
            "sites,silent-1,ttr_days,45,b,30,a,majority");
  }

  @Test
  void brokenFormsAreListedWholeMarkedAndNothingIsImported() throws IOException {
    new Sender("ok", Locale.ENGLISH).site("ok-1", "ok", 10).save("ok.xlsx");
    new Sender("neg", ZH).site("neg-1", "neg", -3).site("neg-2", "ngg", 4).save("sub/neg.xlsx");
    new Sender("dup", ZH).site("ok-1", "dup", 4).save("dup.xlsx");
    Sender clash = new Sender("ok", Locale.ENGLISH).site("ok-1", "ok", 10);
    clash.day = "1 March";
    clash.save("day.xlsx");
    Files.writeString(folder.resolve("forms/broken.xlsx"), "no workbook");
    Files.writeString(folder.resolve("forms/note.txt"), "x");

    WorkbookStudy done = join();

    List<Finding> errors = done.loaded().findings().stream().filter(Finding::isError).toList();
    assertThat(errors)
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            "forms-broken",
            "workbook-unreadable",
            "out-of-range",
            "form-unknown-near",
            "form-day",
            "form-site-twice",
            "form-site-twice",
            "form-site-twice");
    assertThat(errors.stream().map(f -> f.text(Locale.ENGLISH)))
        .anyMatch(t -> t.startsWith("sub/neg.xlsx 场点!E2 [ttr_days]"))
        .anyMatch(t -> t.contains("5 of 5 forms are broken"));
    assertThat(Files.exists(folder.resolve("pkg"))).isFalse();
    try (Stream<Path> copies = Files.walk(folder.resolve("pkg-marked"))) {
      assertThat(copies.filter(Files::isRegularFile).map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("neg.xlsx", "dup.xlsx", "day.xlsx", "ok.xlsx");
    }
  }

  @Test
  void whereTheOutputWouldBeReadAgainOrNoFormLiesItIsRefused() throws IOException {
    new Sender("a", ZH).site("a-1", "a", 3).save("a.xlsx");
    Path forms = folder.resolve("forms");
    Loaded<ImportStudy> inside =
        WorkbookStudy.forms(forms, forms.resolve("pkg"), null, ZH, Progress.NONE).loaded();
    assertThat(inside.findings()).extracting(Finding::code).containsExactly("forms-inside");
    Path none = folder.resolve("none");
    Loaded<ImportStudy> missing =
        WorkbookStudy.forms(none, folder.resolve("pkg"), null, ZH, Progress.NONE).loaded();
    assertThat(missing.findings()).extracting(Finding::code).containsExactly("forms-unreadable");
    Files.createDirectories(none);
    Loaded<ImportStudy> empty =
        WorkbookStudy.forms(none, folder.resolve("pkg"), null, ZH, Progress.NONE).loaded();
    assertThat(empty.findings()).extracting(Finding::code).containsExactly("forms-none");
  }

  @Test
  void theFilledFormOfTheTemplateIsReadInBothLanguages() throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, ZH)) {
      Path template = folder.resolve("forms/" + locale.getLanguage() + ".xlsx");
      WorkbookStudy.template(true, template, locale);
      try (var in = Files.newInputStream(template);
          XSSFWorkbook book = new XSSFWorkbook(in)) {
        Sheet firms = book.getSheet(Titles.sheet(Resource.FIRMS, locale));
        put(firms, 4, 1, "f-" + locale.getLanguage());
        put(firms, 4, 4, "CN-SH");
        try (OutputStream out = Files.newOutputStream(template)) {
          book.write(out);
        }
      }
    }
    assertThat(join().loaded()).isInstanceOf(Loaded.Ready.class);
    assertThat(Files.readAllLines(folder.resolve("pkg/firms.csv")))
        .containsExactly("firm_id,region_id", "f-en,CN-SH", "f-zh,CN-SH");
    assertThat(conflicts()).isEmpty();
  }

  @Test
  void aCurrencyOfItsOwnIsRefused() throws IOException {
    for (String currency : List.of("CNY", "USD")) {
      Sender form = new Sender(currency, ZH).site(currency + "-1", currency, 3);
      form.currency = currency;
      form.save(currency + ".xlsx");
    }
    assertThat(join().loaded().findings())
        .extracting(Finding::code)
        .containsExactly("forms-broken", "forms-currency", "forms-currency");
  }
}
