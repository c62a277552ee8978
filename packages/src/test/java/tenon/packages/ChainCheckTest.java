package tenon.packages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Field;
import tenon.model.Resource;

class ChainCheckTest {
  private static final String LINK =
      "link_id,customer_site_id,supplier_site_id,product_id,share,status,activation_days";

  @TempDir Path directory;

  @Test
  void aSoundChainHasNoFindings() {
    assertThat(
            chain()
                .table("recipes", "recipe_id,site_id,product_id", "R,Plant,Steel")
                .table("inputs", "recipe_id,product_id,quantity", "R,Ore,1.6")
                .table("stocks", "site_id,product_id,on_hand", "Mine,Ore,inf")
                .table("sourcing", LINK, "L1,Plant,Mine,Ore,1,active,", "L2,Shop,Plant,Steel,,,")
                .table("demand", "site_id,product_id,mean_per_day", "Shop,Steel,3")
                .findings())
        .isEmpty();
  }

  @Test
  void regionsDoNotContainThemselves() {
    assertThat(
            new Folder(directory)
                .table("regions", "region_id,parent_id", "A,B", "B,C", "C,A", "D,A", "E,E")
                .findings())
        .containsExactly(
            "ERROR regions.csv:2 [parent_id] \"B\" closes a circle of parents: A -> B -> C -> A."
                + " Leave the parent of the topmost one blank.",
            "ERROR regions.csv:6 [parent_id] \"E\" closes a circle of parents: E -> E."
                + " Leave the parent of the topmost one blank.");
  }

  @Test
  void sharesOfActiveLinksSumToOne() {
    assertThat(
            shares(
                "L1,Plant,Mine,Ore,0.5,active,",
                "L2,Plant,Pit,Ore,0.25,,",
                "L3,Plant,Shop,Ore,0.5,standby,3",
                "L4,Plant,Shop,Ore,0.5,closed,"))
        .containsExactly(
            "ERROR sourcing.csv:2 [share] sums to 0.750000 over the 2 active links into \"Plant\""
                + " for \"Ore\". Shares must sum to 1, in these proportions: L1"
                + " 0.6666666666666666, L2 0.3333333333333333");
  }

  @Test
  void sharesMayMissOneByAMillionth() {
    assertThat(
            shares(
                "L1,Plant,Mine,Ore,0.333333,,",
                "L2,Plant,Pit,Ore,0.333333,,",
                "L3,Plant,Shop,Ore,0.333333,,"))
        .isEmpty();
    assertThat(shares("L1,Plant,Mine,Ore,0.5,,", "L2,Plant,Pit,Ore,0.499998,,")).hasSize(1);
  }

  @Test
  void sharesThatAreAllZeroHaveNoProportions() {
    assertThat(shares("L1,Plant,Mine,Ore,0,,", "L2,Plant,Pit,Ore,0,,"))
        .singleElement()
        .asString()
        .endsWith("Write shares that sum to 1.");
  }

  @Test
  void sharesGivenOnSomeLinksOnlyAreWarnedAbout() {
    assertThat(shares("L1,Plant,Mine,Ore,0.5,,", "L2,Plant,Pit,Ore,,,"))
        .containsExactly(
            "WARNING sourcing.csv:2 [share] is blank on 1 of the 2 active links into \"Plant\" for"
                + " \"Ore\". Write a share on all of them, or on none.");
    assertThat(shares("L1,Plant,Mine,Ore,,,", "L2,Plant,Pit,Ore,,,")).isEmpty();
  }

  @Test
  void sharesOfDatedLinksNeedNotAllHoldAtOnce() {
    assertThat(
            stocked()
                .table(
                    "sourcing",
                    LINK + ",valid_from,valid_to",
                    "L1,Plant,Mine,Ore,1,,,,2026-01-31",
                    "L2,Plant,Pit,Ore,1,,,2026-02-01,")
                .findings())
        .singleElement()
        .asString()
        .startsWith("WARNING sourcing.csv:2 [share] sums to 2.00000");
  }

  @Test
  void linksHaveTwoEndsAndDatesInOrder() {
    assertThat(
            stocked()
                .table(
                    "sourcing",
                    LINK + ",valid_from,valid_to",
                    "L1,Mine,Mine,Ore,,,,2026-02-01,2026-01-31",
                    "L2,Plant,Mine,Ore,,,,2026-02-01,2026-02-01")
                .findings())
        .containsExactly(
            "ERROR sourcing.csv:2 [supplier_site_id] \"Mine\" is both customer and supplier of this"
                + " link. Delete the link, or name another supplier.",
            "ERROR sourcing.csv:2 [valid_to] \"2026-01-31\" is before the first day, 2026-02-01."
                + " Write a day on or after 2026-02-01, or leave it blank if the end is unknown.");
  }

  @Test
  void standbysThatDoNotSayHowLongTheyTakeAreWarnedAbout() {
    assertThat(
            stocked()
                .table("recipes", "recipe_id,site_id,product_id,status", "R,Pit,Ore,standby")
                .table(
                    "sourcing", LINK, "L1,Plant,Mine,Ore,,standby,", "L2,Plant,Pit,Ore,,standby,0")
                .findings())
        .containsExactly(
            "WARNING sourcing.csv:2 [activation_days] is blank on a standby; a method that needs it"
                + " fills it in, and says so. Write the days until it can be used.",
            "WARNING recipes.csv:2 [activation_days] is blank on a standby; a method that needs it"
                + " fills it in, and says so. Write the days until it can be used.");
  }

  @Test
  void contractsAndCostsOfActivationFitTheirLink() {
    assertThat(
            chain()
                .table("stocks", "site_id,product_id,on_hand", "Mine,Ore,inf")
                .table(
                    "sourcing",
                    "link_id,customer_site_id,supplier_site_id,product_id,share,capacity_per_day,"
                        + "status,activation_days,activation_cost,minimum_per_day,minimum_kind",
                    "L1,Plant,Mine,Ore,1,40,,,,50,purchase",
                    "L2,Plant,Pit,Ore,,,standby,0,9,,take_or_pay",
                    "L3,Shop,Plant,Steel,1,,active,,70,5,")
                .findings())
        .contains(
            "ERROR sourcing.csv:2 [minimum_per_day] \"50\" is a contract minimum above what the link"
                + " can carry, 40 a day. Write a minimum of at most the capacity, or correct the"
                + " capacity.",
            "WARNING sourcing.csv:3 [minimum_kind] \"take_or_pay\" says what a contract minimum"
                + " means, but there is none. Write minimum_per_day, or leave this blank.",
            "WARNING sourcing.csv:4 [activation_cost] \"70\" is a cost of activation of what is not"
                + " on standby; it is never paid. Write status standby, or leave the cost blank.");
  }

  @Test
  void aRecipeLeavesSomethingOver() {
    assertThat(
            chain()
                .table("stocks", "site_id,product_id", "Plant,Steel")
                .table("recipes", "recipe_id,site_id,product_id,yield", "R,Plant,Steel,0.5")
                .table("inputs", "recipe_id,product_id,quantity", "R,Steel,0.5")
                .findings())
        .containsExactly(
            "ERROR inputs.csv:2 [quantity] \"0.5\" is as much \"Steel\" as the recipe yields, or"
                + " more: with a yield of 0.5, nothing is left over. Write a quantity below 0.5, or"
                + " delete the input.");
    new Folder(directory)
        .file("inputs.csv", "recipe_id,product_id,quantity\nR,Steel,0.4\n".getBytes(UTF_8));
    assertThat(Folder.texts(PackageReader.read(directory))).isEmpty();
  }

  @Test
  void productsMadeFromEachOtherAreNamedAsACircle() {
    assertThat(
            chain()
                .table("stocks", "site_id,product_id", "Plant,Ore", "Plant,Steel")
                .table("recipes", "recipe_id,site_id,product_id", "R1,Plant,Steel", "R2,Plant,Ore")
                .table("inputs", "recipe_id,product_id,quantity", "R2,Steel,0.1", "R1,Ore,2")
                .findings())
        .containsExactly(
            "WARNING inputs.csv:2 [product_id] \"Steel\" closes a circle of products made from each"
                + " other: Ore <- Steel <- Ore. Check that one of them has a first stock or another"
                + " source; else nothing is ever made.");
  }

  @Test
  void whatIsNeededMustBeAbleToCome() {
    assertThat(
            chain()
                .table("recipes", "recipe_id,site_id,product_id", "R,Plant,Steel")
                .table("inputs", "recipe_id,product_id,quantity", "R,Ore,1")
                .table("sourcing", LINK, "L1,Shop,Mine,Steel,,,", "L2,Plant,Mine,Ore,,closed,")
                .table(
                    "demand",
                    "site_id,product_id,mean_per_day",
                    "Shop,Steel,1",
                    "Shop,Ore,1",
                    "Plant,Steel,1")
                .findings())
        .containsExactly(
            "WARNING sourcing.csv:2 [supplier_site_id] \"Mine\" neither makes nor stocks nor"
                + " receives \"Steel\", which it supplies. Add a recipe, a stock or a link of"
                + " \"Steel\" for \"Mine\".",
            "WARNING sourcing.csv:3 [supplier_site_id] \"Mine\" neither makes nor stocks nor"
                + " receives \"Ore\", which it supplies. Add a recipe, a stock or a link of \"Ore\""
                + " for \"Mine\".",
            "WARNING inputs.csv:2 [product_id] \"Ore\" is an input that cannot reach \"Plant\": no"
                + " link, no recipe, no stock. Add a link, a recipe or a stock of \"Ore\" for"
                + " \"Plant\".",
            "WARNING demand.csv:3 [site_id] \"Shop\" has a demand for \"Ore\", and no link, recipe"
                + " or stock to serve it. Add a link, a recipe or a stock of \"Ore\" for \"Shop\".");
  }

  @Test
  void linksWithoutAnyRecipeOrStockAreWarnedAboutOnce() {
    assertThat(
            chain()
                .table("sourcing", LINK, "L1,Plant,Mine,Ore,,,", "L2,Plant,Pit,Ore,,,")
                .findings())
        .singleElement()
        .asString()
        .startsWith("WARNING sourcing.csv has links, and the package has neither recipes nor");
  }

  @Test
  void anOrderFillsTheStockAboveThePointThatTriggersIt() {
    assertThat(
            chain()
                .table(
                    "stocks",
                    "site_id,product_id,reorder_point,order_up_to",
                    "Mine,Ore,10,9.5",
                    "Pit,Ore,10,10",
                    "Plant,Ore,10,")
                .findings())
        .containsExactly(
            "ERROR stocks.csv:2 [order_up_to] \"9.5\" is below the reorder point of 10: the order"
                + " would never fill the stock. Write 10 or more.");
  }

  @Test
  void somethingDependsOnATechnology() {
    assertThat(
            chain()
                .table(
                    "dependencies", "site_id,technology,jurisdiction", "Plant,EDA,US", ",EDA,usa")
                .findings())
        .containsExactly(
            "ERROR dependencies.csv:3 [site_id] is blank, and so are recipe_id and firm_id: nothing"
                + " depends on \"EDA\". Write the site, the recipe or the firm that needs it.",
            "WARNING dependencies.csv:3 [jurisdiction] \"usa\" is no ISO 3166-1 code of two capital"
                + " letters. Write US");
  }

  @Test
  void aHierarchyHasGoalpostsDirectionsAndWeightsThatMeanSomething() {
    assertThat(
            new Folder(directory)
                .table(
                    "hierarchy",
                    "code,parent,direction,weight,low,high",
                    "A,,1,,,",
                    "B,A,0,0,5,5",
                    "C,A,-1,0,9,5",
                    "D,C,1,2,0,1",
                    "E,C,1,,0,1",
                    "F,G,1,1,,",
                    "G,F,1,1,,")
                .findings())
        .containsExactly(
            "ERROR hierarchy.csv:7 [parent] \"G\" closes a circle of parents: F -> G -> F. Leave"
                + " the parent of the topmost one blank.",
            "ERROR hierarchy.csv:3 [high] \"5\" is not above the low goalpost, 5. The goalposts"
                + " must differ: low scores 0 and high scores 100.",
            "ERROR hierarchy.csv:3 [direction] \"0\" is no direction. Write 1 where more is better,"
                + " -1 where less is.",
            "ERROR hierarchy.csv:4 [high] \"5\" is not above the low goalpost, 9. Write 5 as low and"
                + " 9 as high; where less is better, direction -1 says so.",
            "ERROR hierarchy.csv:3 [weight] is 0 for all 2 siblings. Write a weight above 0 for at"
                + " least one of them, or leave all blank.",
            "WARNING hierarchy.csv:6 [weight] is blank, and others of the 2 siblings have a weight."
                + " Write a weight for all of them, or for none.");
  }

  @Test
  void holidaysEndAfterTheyBegin() {
    assertThat(
            new Folder(directory)
                .table("regions", "region_id", "R")
                .table(
                    "holidays",
                    "region_id,first_day,last_day",
                    "R,2026-02-16,2026-02-15",
                    "R,2026-05-01,2026-05-01",
                    "R,2026-10-01,")
                .findings())
        .containsExactly(
            "ERROR holidays.csv:2 [last_day] \"2026-02-15\" lies before the first day, 2026-02-16."
                + " Write a last day on or after the first, or leave it blank for a single day.");
  }

  @Test
  void moneyNeedsACurrencyOnlyWhereThereIsMoney() {
    Folder folder = new Folder(directory).table("products", "product_id,unit_value", "A,");
    assertThat(folder.findings()).isEmpty();
    folder.file("products.csv", "product_id,unit_value\nA,3\n".getBytes(UTF_8));
    assertThat(folder.findings()).singleElement().asString().contains("products.unit_value");
  }

  @Test
  void theColumnsOfMoneyAreThoseWhoseMeaningSaysSo() {
    for (Resource resource : Resource.values()) {
      List<String> money = new ArrayList<>();
      for (Field field : resource.fields()) {
        if (field.meaning().contains("money")) {
          money.add(field.name());
        }
      }
      assertThat(CurrencyCheck.MONEY.getOrDefault(resource, List.of()))
          .as(resource.title())
          .containsExactlyElementsOf(money);
    }
  }

  @Test
  void checksGoOnWhereIdsAreUnknownOrOccurTwice() {
    assertThat(
            chain()
                .table("recipes", "recipe_id,site_id,product_id", "R,Plant,Steel", "R,Mine,Ore")
                .table("inputs", "recipe_id,product_id,quantity", "R,Steel,1", "X,Ore,1")
                .table("sourcing", LINK, "L1,Shop,Shop,Gold,,,", "L2,Nowhere,Plant,Steel,,,")
                .findings())
        .filteredOn(text -> text.startsWith("ERROR"))
        .hasSize(6);
  }

  private Folder chain() {
    return new Folder(directory)
        .table("regions", "region_id", "N")
        .table("firms", "firm_id", "F")
        .table(
            "sites",
            "site_id,firm_id,region_id,kind",
            "Mine,F,N,supplier",
            "Pit,F,N,supplier",
            "Plant,F,N,plant",
            "Shop,F,N,store")
        .table("products", "product_id", "Ore", "Steel");
  }

  private Folder stocked() {
    return chain().table("stocks", "site_id,product_id", "Mine,Ore", "Pit,Ore", "Shop,Ore");
  }

  private List<String> shares(String... links) {
    String[] lines = new String[links.length + 1];
    lines[0] = LINK;
    System.arraycopy(links, 0, lines, 1, links.length);
    return stocked().table("sourcing", lines).findings();
  }
}
