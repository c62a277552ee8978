package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenon.model.Columns;
import tenon.model.Panel;
import tenon.model.Resource;

class RandomHierarchiesTest {

  @Test
  void scoresGapsAndWeightsAgreeWithThePlainRecursion() {
    Seeds.forSeeds(
        200,
        random -> {
          Panel panel = RandomPanels.panel(random, random.nextInt(3) * .3);
          AssessSpec spec = RandomPanels.spec(random);
          compare(Drawn.assessed(panel, spec), new PlainAssess(panel, spec));
        });
  }

  private static void compare(Assessment assessed, PlainAssess plain) {
    Panel panel = assessed.panel();
    for (int node = 0; node < panel.hierarchy().count(); node++) {
      assertThat(assessed.weights().global(node)).isCloseTo(plain.global(node), within(1e-12));
      for (int unit = 0; unit < panel.units().count(); unit++) {
        for (int period = 0; period < panel.periods().count(); period++) {
          same(assessed.scores().score(node, unit, period), plain.score(node, unit, period));
          same(assessed.gaps().points(node, unit, period), plain.gap(node, unit, period));
        }
      }
    }
  }

  private static void same(double fast, @Nullable Double plain) {
    if (plain == null) {
      assertThat(fast).isNaN();
    } else {
      assertThat(fast).isCloseTo(plain, within(1e-9));
    }
  }

  @Test
  void weightsOfSiblingsAndOfAllIndicatorsSumToOneByEveryMethod() {
    Seeds.forSeeds(
        100,
        random -> {
          Assessment assessed =
              Drawn.assessed(RandomPanels.panel(random, .2), RandomPanels.spec(random));
          for (String method : assessed.weights().methods()) {
            sumsToOne(assessed, method);
          }
        });
  }

  private static void sumsToOne(Assessment assessed, String method) {
    int nodes = assessed.panel().hierarchy().count();
    double[] beneath = new double[nodes];
    boolean[] leaf = new boolean[nodes];
    Arrays.fill(leaf, true);
    for (int node = 0; node < nodes; node++) {
      int parent = assessed.panel().hierarchy().parent(node);
      if (parent >= 0) {
        beneath[parent] += assessed.weights().local(method, node);
        leaf[parent] = false;
      }
    }
    double all = 0;
    for (int node = 0; node < nodes; node++) {
      if (leaf[node]) {
        all += assessed.weights().global(method, node);
      } else {
        assertThat(beneath[node]).isCloseTo(1, within(1e-12));
      }
    }
    assertThat(all).isCloseTo(1, within(1e-12));
  }

  @Test
  void betterIndicatorNeverLowersTheScoreUnderGoalposts() {
    Seeds.forSeeds(
        200,
        random -> {
          Panel panel = RandomPanels.panel(random, .2);
          Assessment before = Drawn.assessed(panel, AssessSpec.standard());
          int node = random.nextInt(panel.hierarchy().count());
          Panel better = raised(panel, node, panel.hierarchy().direction(node) * .2);
          Assessment after = Drawn.assessed(better, AssessSpec.standard());
          for (int unit = 0; unit < panel.units().count(); unit++) {
            for (int period = 0; period < panel.periods().count(); period++) {
              double was = before.scores().score(0, unit, period);
              double is = after.scores().score(0, unit, period);
              assertThat(is >= was - 1e-12 || (Double.isNaN(is) && Double.isNaN(was))).isTrue();
            }
          }
        });
  }

  @Test
  void orderOfTheUnitsDoesNotMatter() {
    Seeds.forSeeds(
        200,
        random -> {
          Panel panel = RandomPanels.panel(random, .2);
          AssessSpec spec = RandomPanels.spec(random);
          Assessment one = Drawn.assessed(panel, spec);
          Assessment other = Drawn.assessed(reversed(panel), spec);
          int units = panel.units().count();
          for (int node = 0; node < panel.hierarchy().count(); node++) {
            for (int unit = 0; unit < units; unit++) {
              double mean = one.scores().mean(node, unit);
              assertThat(Double.isNaN(mean) ? -1 : mean)
                  .isCloseTo(orMinusOne(other.scores().mean(node, units - 1 - unit)), within(1e-9));
            }
          }
        });
  }

  @Test
  void ranksCountTheBetterOnes() {
    Seeds.forSeeds(
        100,
        random -> {
          Panel panel = RandomPanels.panel(random, .4);
          Scores scores = Drawn.assessed(panel, AssessSpec.standard()).scores();
          int node = random.nextInt(panel.hierarchy().count());
          int[] ranks = scores.ranks(node, 0);
          for (int unit = 0; unit < ranks.length; unit++) {
            double own = scores.score(node, unit, 0);
            int better = 0;
            for (int other = 0; other < ranks.length; other++) {
              better += scores.score(node, other, 0) > own ? 1 : 0;
            }
            assertThat(ranks[unit]).isEqualTo(Double.isNaN(own) ? 0 : better + 1);
          }
        });
  }

  private static double orMinusOne(double value) {
    return Double.isNaN(value) ? -1 : value;
  }

  private static Panel raised(Panel panel, int node, double by) {
    return copy(panel, false, node, by);
  }

  private static Panel reversed(Panel panel) {
    return copy(panel, true, 0, 0);
  }

  private static Panel copy(Panel panel, boolean reversed, int raised, double by) {
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    for (int node = 0; node < panel.hierarchy().count(); node++) {
      int parent = panel.hierarchy().parent(node);
      hierarchy
          .row()
          .set("code", panel.hierarchy().keys().key(node))
          .set("parent", parent < 0 ? null : panel.hierarchy().keys().key(parent))
          .set("direction", panel.hierarchy().direction(node))
          .set("weight", panel.hierarchy().weight(node))
          .set("low", panel.hierarchy().low(node))
          .set("high", panel.hierarchy().high(node));
    }
    int units = panel.units().count();
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    for (int nth = 0; nth < units; nth++) {
      int unit = reversed ? units - 1 - nth : nth;
      for (int period = 0; period < panel.periods().count(); period++) {
        for (int node = 0; node < panel.hierarchy().count(); node++) {
          values
              .row()
              .set("unit_id", panel.units().key(unit))
              .set("period", panel.periods().key(period))
              .set("code", panel.hierarchy().keys().key(node))
              .set("value", panel.value(unit, period, node) + (node == raised ? by : 0));
        }
      }
    }
    return Drawn.panel(hierarchy.build(), values.build());
  }
}
