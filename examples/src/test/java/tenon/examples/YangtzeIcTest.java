package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.packages.DataPackage;

class YangtzeIcTest {
  private static final DataPackage DATA = YangtzeIc.generate(YangtzeIc.SEED);
  private static final Columns FIRMS = table(Resource.FIRMS);
  private static final Columns SITES = table(Resource.SITES);
  private static final Columns REGIONS = table(Resource.REGIONS);
  private static final Columns RECIPES = table(Resource.RECIPES);
  private static final Columns LINKS = table(Resource.SOURCING);

  private static Columns table(Resource resource) {
    return DATA.chain().table(resource);
  }

  /** As in the published description that the package's README names. */
  @Test
  void countsEnterprisesByRoleAsPublished() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < FIRMS.rows(); row++) {
      counts.merge(String.valueOf(FIRMS.text("role", row)), 1, Integer::sum);
    }
    assertThat(counts)
        .containsEntry("leading", 12)
        .containsEntry("specialised", 156)
        .containsEntry("supporting", 867)
        .containsOnlyKeys("leading", "specialised", "supporting", "external", "market");
  }

  @Test
  void hasTheFourLinksOfTheChainAndOneCoreWithThreeZones() {
    assertThat(FIRMS.dictionary("sector").stream())
        .contains("design", "manufacturing", "packaging", "testing", "equipment", "materials");
    Map<String, Integer> levels = new TreeMap<>();
    for (int row = 0; row < REGIONS.rows(); row++) {
      levels.merge(String.valueOf(REGIONS.text("level", row)), 1, Integer::sum);
    }
    assertThat(levels).containsEntry("core", 1).containsEntry("zone", 3);
  }

  @Test
  void spendsOnResearchWhatIsPublished() {
    double research = 0;
    double revenue = 0;
    for (int row = 0; row < FIRMS.rows(); row++) {
      String role = String.valueOf(FIRMS.text("role", row));
      if (!role.equals("external") && !role.equals("market")) {
        research += FIRMS.number("rd_expenditure_per_year", row);
        revenue += FIRMS.number("revenue_per_year", row);
      }
    }
    assertThat(Round.decimals(100 * research / revenue, 3)).isEqualTo(4.567);
  }

  @Test
  void saysThatItIsSyntheticInBothLanguages() {
    assertThat(DATA.info().synthetic()).isTrue();
    assertThat(DATA.info().title()).contains("synthetic").contains("合成");
    assertThat(DATA.info().description()).contains("SYNTHETIC").contains("合成数据");
  }

  @Test
  void everyFirmSuppliesOrIsSupplied() {
    Set<String> trading = new HashSet<>();
    Chain chain = DATA.chain();
    for (int link = 0; link < chain.links().count(); link++) {
      if (!chain.links().standby(link)) {
        trading.add(chain.firms().keys().key(chain.sites().firm(chain.links().supplier(link))));
        trading.add(chain.firms().keys().key(chain.sites().firm(chain.links().customer(link))));
      }
    }
    assertThat(FIRMS.dictionary("firm_id").stream()).allMatch(trading::contains);
  }

  @Test
  void everySiteButTheStoresSuppliesSomething() {
    Set<String> supplying = new HashSet<>();
    for (int row = 0; row < LINKS.rows(); row++) {
      supplying.add(String.valueOf(LINKS.text("supplier_site_id", row)));
    }
    for (int row = 0; row < SITES.rows(); row++) {
      if (!"store".equals(SITES.text("kind", row))) {
        assertThat(supplying).contains(String.valueOf(SITES.text("site_id", row)));
      }
    }
  }

  @Test
  void noTwoFirmsShareANameInEitherLanguage() {
    Set<String> names = new HashSet<>();
    for (int row = 0; row < FIRMS.rows(); row++) {
      assertThat(names.add(String.valueOf(FIRMS.text("name", row)))).isTrue();
      assertThat(names.add(String.valueOf(FIRMS.text("name_zh", row)))).isTrue();
    }
  }

  @Test
  void sharesSumToOneExactly() {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (int row = 0; row < LINKS.rows(); row++) {
      if ("active".equals(LINKS.text("status", row))) {
        String need = LINKS.text("customer_site_id", row) + " " + LINKS.text("product_id", row);
        sums.merge(need, BigDecimal.valueOf(LINKS.number("share", row)), BigDecimal::add);
      }
    }
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("1"));
  }

  @Test
  void someProductsHaveASingleMaker() {
    Map<String, Set<String>> makers = new TreeMap<>();
    for (int row = 0; row < RECIPES.rows(); row++) {
      makers
          .computeIfAbsent(String.valueOf(RECIPES.text("product_id", row)), id -> new HashSet<>())
          .add(String.valueOf(RECIPES.text("site_id", row)));
    }
    assertThat(makers.get("resist-arf")).hasSize(1);
    assertThat(makers.get("spare-chuck")).hasSize(1);
    assertThat(makers.get("substrate-flip")).hasSize(1);
    assertThat(makers.keySet())
        .hasSameSizeAs(DATA.chain().products().keys().stream().toList());
  }

  @Test
  void nothingCostsMoreInInputsThanItFetches() {
    Goods goods = Goods.read();
    for (Product product : goods.products()) {
      double inputs =
          goods.bill(product.id()).stream()
              .mapToDouble(line -> line.usual() * goods.product(line.input()).value())
              .sum();
      assertThat(inputs / product.yield().low())
          .as(product.id())
          .isLessThan(product.value());
    }
  }

  @Test
  void partsOfAGroupOfSubstitutesMakeAWhole() {
    Goods goods = Goods.read();
    Map<String, BigDecimal> parts = new TreeMap<>();
    for (Product product : goods.products()) {
      for (BillLine line : goods.bill(product.id())) {
        if (!line.group().isEmpty()) {
          String group = product.id() + " " + line.group();
          parts.merge(group, BigDecimal.valueOf(line.split()), BigDecimal::add);
        }
      }
    }
    assertThat(parts.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("1"));
  }
}
