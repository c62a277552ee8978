package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenon.model.Columns;
import tenon.model.Resource;

class TemplatesTest {
  private final Template template = Templates.named("regional-chain-resilience");
  private final Columns rows = template.hierarchy();

  /** Zhang (2024): .340, .344 and .316 by dimension, 1.000 in all. */
  @Test
  void publishedWeightsSumToOneAndByDimensionAsPublished() {
    double all = 0;
    for (int row = 0; row < rows.rows(); row++) {
      all += rows.number("level", row) == 3 ? rows.number("weight", row) : 0;
    }
    assertThat(all).isCloseTo(1, within(1e-12));
    assertThat(rows.number("weight", 1)).isEqualTo(.340);
    assertThat(rows.number("weight", 2)).isEqualTo(.344);
    assertThat(rows.number("weight", 3)).isEqualTo(.316);
  }

  @Test
  void weightsAreTakenAsTheyStandWithoutAnyWarning() {
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    for (int row = 0; row < rows.rows(); row++) {
      if (rows.number("level", row) == 3) {
        values.row().set("unit_id", "u").set("period", "t").set("code", rows.text("code", row));
        values.set("value", rows.number("low", row));
      }
    }
    var panel = Drawn.panel(Templates.regionalChainResilience(), values.build());
    Assessment assessed = Drawn.assessed(panel, AssessSpec.standard());
    assertThat(assessed.findings()).extracting(f -> f.code()).containsExactly("no-target");
    for (int row = 0; row < rows.rows(); row++) {
      if (rows.number("level", row) == 3) {
        assertThat(assessed.weights().global(row))
            .isCloseTo(rows.number("weight", row), within(1e-15));
      }
    }
    // Everything at its low goalpost: worst where more is better, best where less is.
    assertThat(assessed.scores().score(0, 0, 0)).isCloseTo(13.6, within(1e-9));
  }

  @Test
  void everyNumberSaysWhereItComesFrom() {
    for (int row = 0; row < rows.rows(); row++) {
      Template.Origin origin = template.origins().get(row);
      assertThat(origin.code()).isEqualTo(rows.text("code", row));
      assertThat(origin.weight() != null).isEqualTo(!Double.isNaN(rows.number("weight", row)));
      assertThat(origin.goalposts() != null).isEqualTo(!Double.isNaN(rows.number("low", row)));
      assertThat(origin.target() != null).isEqualTo(!Double.isNaN(rows.number("target", row)));
    }
  }

  @Test
  void nodesAreNamedInBothLanguages() {
    for (int row = 0; row < rows.rows(); row++) {
      assertThat(rows.text("name", row)).isNotBlank();
      assertThat(rows.text("name_zh", row)).containsPattern("\\p{IsHan}");
    }
    assertThat(Templates.names()).contains(template.name()).hasSize(9);
    assertThat(template.title(Locale.CHINESE)).isEqualTo("区域产业链韧性");
  }

  @ParameterizedTest
  @MethodSource("tenon.assess.Templates#names")
  void everyTemplateIsATreeThatCanBeAssessed(String name) {
    Template one = Templates.named(name);
    Columns nodes = one.hierarchy();
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    for (int row = 0; row < nodes.rows(); row++) {
      Template.Origin origin = one.origins().get(row);
      assertThat(nodes.text("name", row)).isNotBlank();
      assertThat(nodes.text("name_zh", row)).containsPattern("\\p{IsHan}");
      assertThat(origin.weight() != null).isEqualTo(!Double.isNaN(nodes.number("weight", row)));
      if (origin.note() != null) {
        assertThat(origin.noteZh()).containsPattern("\\p{IsHan}");
        for (String unit : new String[] {"a", "b"}) {
          values.row().set("unit_id", unit).set("period", "t").set("code", nodes.text("code", row));
          values.set("value", unit.equals("a") == nodes.number("direction", row) > 0 ? 2 : 1);
        }
      }
    }
    assertThat(one.source()).isNotBlank();
    assertThat(one.title(Locale.CHINESE)).containsPattern("\\p{IsHan}");
    var spec = new AssessSpec(new Scaling.PooledSample(), new Weighting.Given());
    Assessment assessed = Drawn.assessed(Drawn.panel(nodes, values.build()), spec);
    // Whatever the direction, a is best in everything and b worst.
    assertThat(assessed.scores().score(0, 0, 0)).isCloseTo(100, within(1e-9));
    assertThat(assessed.scores().score(0, 1, 0)).isZero();
  }
}
