package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Formula.Term;
import tenon.model.Finding;
import tenon.model.Loaded;

class FormulaTest {
  private static final Observations DATA =
      Tables.csv(
          """
          unit,period,y,x,d,region
          a,1,1,2,0,north
          a,2,3,4,1,north
          a,4,5,1,1,north
          b,1,2,2,0,south
          b,2,2,7,0,south
          b,4,4,3,0,south
          """);

  private static List<String> names(String formula) {
    Design design =
        Design.of(
            DATA,
            RegressionSpec.of(Formula.of(formula)).withPanel(new PanelColumns("unit", "period")),
            Notes.about(Notes.FORMULA, new tenon.model.Findings()));
    return design == null ? List.of() : design.regressors.stream().map(Regressor::name).toList();
  }

  @Test
  void aStarStandsForBothAndTheirProduct() {
    assertThat(names("y ~ x*d | unit")).containsExactly("x", "d", "x:d");
    assertThat(names("y ~ x:d + x | unit")).containsExactly("x:d", "x");
  }

  @Test
  void indicatorsLeaveTheirReferencesOut() {
    assertThat(names("y ~ i(period, d, ref=1) | unit"))
        .containsExactly("period::2:d", "period::4:d");
    assertThat(names("y ~ i(period, ref = c(1, 4)) | unit")).containsExactly("period::2");
    assertThat(names("y ~ i(period, d, 1) | unit")).containsExactly("period::2:d", "period::4:d");
    assertThat(names("y ~ region | period")).containsExactly("region::south");
  }

  @Test
  void aLagInAGapIsUnknown() {
    Regressor lag =
        new Expansion(
                DATA,
                new PanelColumns("unit", "period"),
                Notes.about(Notes.FORMULA, new tenon.model.Findings()))
            .of(new Term(List.of(new Factor.Lag("x", 1, 1))))
            .getFirst();
    assertThat(lag.name()).isEqualTo("l(x, 1)");
    assertThat(lag.values()).containsExactly(Double.NaN, 2, Double.NaN, Double.NaN, 2, Double.NaN);
    assertThat(names("y ~ f(x, 2) + I(x >= 2) | unit")).containsExactly("f(x, 2)", "I(x >= 2)");
  }

  @Test
  void effectsMayBeCombinedAndInstrumentsFollowThem() {
    Formula formula = Formula.of("y ~ x | unit + region^period | d ~ `z 1` + w");
    assertThat(formula.fixedEffects())
        .extracting(Formula.FixedEffect::name)
        .containsExactly("unit", "region^period");
    assertThat(formula.endogenous()).hasSize(1);
    assertThat(formula.instruments().getFirst().factors().getFirst().columns())
        .containsExactly("z 1");
    assertThat(Formula.of("y ~ 1 | d ~ z").fixedEffects()).isEmpty();
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlace() {
    Loaded<Formula> loaded =
        Formula.parse("y ~ x1 + sqrt(x2) + l(x3, 1.5) + i() | unit ^ + year ?");
    assertThat(Results.codes(loaded))
        .containsExactly(
            "formula-sign", "formula-function", "formula-lag", "formula-name", "formula-name");
    assertThat(loaded.findings().get(1).text(Locale.ENGLISH)).contains("character 10");
  }

  @Test
  void unknownNamesComeWithTheNearest() {
    Loaded<Fit> loaded =
        Regression.fit(DATA, RegressionSpec.of(Formula.of("y ~ xx + regoin + l(d) | unitt")));
    List<String> texts = loaded.findings().stream().map(f -> f.text(Locale.ENGLISH)).toList();
    assertThat(texts)
        .anyMatch(text -> text.contains("\"regoin\"") && text.contains("Write \"region\""))
        .anyMatch(text -> text.contains("character 5") && text.contains("Write \"x\""))
        .anyMatch(text -> text.contains("a lag needs"))
        .anyMatch(text -> text.contains("\"unitt\"") && text.contains("Write \"unit\""));
    assertThat(loaded.findings()).allMatch(Finding::isError);
  }
}
