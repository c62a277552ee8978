package tenon.respond.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.scms.ScmsImport;
import tenon.respond.Coverage;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;

/**
 * The largest maker of a year is removed for good. The published figures of the rule: 2012, 31
 * products of which 7 are made nowhere else, 35.51 % coverable; 2013, 14 products, 0, 78.87 %.
 */
class ScmsCoverageTest {
  private static final int HORIZON_DAYS = 365;

  @Test
  void until2012SevenProductsOfTheLargestSiteAreUncovered() {
    Plan plan = remove(LocalDate.of(2012, 12, 31), "Aurobindo Unit III, India");
    assertThat(plan.coverage()).hasSize(31);
    assertThat(plan.uncovered()).hasSize(7);
    assertThat(coverable(plan)).isCloseTo(0.3551, within(0.0002));
    everyGapIsExplained(plan);
  }

  @Test
  void in2013EveryProductOfTheLargestSiteIsMadeElsewhere() {
    Plan plan = remove(null, "Hetero Unit III Hyderabad IN");
    assertThat(plan.coverage()).hasSize(14);
    assertThat(plan.uncovered()).isEmpty();
    assertThat(coverable(plan)).isCloseTo(0.7887, within(0.0002));
    everyGapIsExplained(plan);
  }

  private static double coverable(Plan plan) {
    double coverable = 0;
    double lost = 0;
    for (Coverage coverage : plan.coverage()) {
      coverable += coverage.coverablePerDay();
      lost += coverage.lostPerDay();
    }
    return coverable / lost;
  }

  private static void everyGapIsExplained(Plan plan) {
    Map<Coverage.Gap, Double> gaps = new TreeMap<>();
    double delivered = 0;
    double lost = 0;
    for (Coverage coverage : plan.coverage()) {
      boolean full = coverage.deliveredPerDay() >= coverage.lostPerDay() * (1 - 1e-6);
      assertThat(coverage.gap() == Coverage.Gap.NONE).isEqualTo(full);
      assertThat(coverage.deliveredPerDay())
          .isLessThanOrEqualTo(coverage.coverablePerDay() * (1 + 1e-5) + 1e-3);
      gaps.merge(coverage.gap(), coverage.lostPerDay() - coverage.deliveredPerDay(), Double::sum);
      delivered += coverage.deliveredPerDay();
      lost += coverage.lostPerDay();
    }
    System.out.println("delivered " + delivered / lost + ", short per day by reason " + gaps);
  }

  private static Plan remove(@Nullable LocalDate until, String siteName) {
    Chain chain = read(until);
    String id = "";
    for (int site = 0; site < chain.sites().count(); site++) {
      id = siteName.equals(chain.sites().name(site)) ? chain.sites().keys().key(site) : id;
    }
    return Reallocation.plan(
        chain,
        Reallocation.removal(chain, id, HORIZON_DAYS),
        PlanSpec.standard().withPeriods(HORIZON_DAYS, 12),
        Progress.NONE);
  }

  private static Chain read(@Nullable LocalDate until) {
    Path file = root().resolve("shared/data/supply_chain/usaid_scms");
    file = file.resolve("scms_delivered_2006_2013.csv");
    if (!Files.exists(file)) {
      System.out.println("Skipped, as the published delivery file is not here: " + file);
    }
    assumeTrue(Files.exists(file), "the published delivery file is not here");
    return switch (ScmsImport.read(file, until, Progress.NONE)) {
      case Loaded.Ready<DataPackage>(DataPackage value, var warnings) -> value.chain();
      case Loaded.Rejected<DataPackage>(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  /** The folder beside which a checkout may have published data. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    return folder.resolve("..").normalize();
  }
}
