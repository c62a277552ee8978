package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Drawn.node;
import static tenon.assess.Drawn.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.model.Panel;

/** One small panel taken through every step; each number can be followed with pencil and paper. */
class A01_EveryStepByHandTest {

  /** Index of P (share matched, patents) and Q (days to change a supplier: less is better). */
  private static final String HIERARCHY =
      """
      index .     1  .    .   .   .
      P     index 1  .6   .   .   .
      match P     1  .75  0   100 80
      pat   P     1  .25  0   10  .
      Q     index 1  .4   .   .   .
      days  Q     -1 1    20  120 40
      """;

  private static final String VALUES =
      """
      east 2022 match 60
      east 2022 pat   2
      east 2022 days  70
      east 2023 match 80
      east 2023 pat   .
      east 2023 days  20
      west 2022 match 20
      west 2022 pat   12
      west 2022 days  120
      west 2023 match .
      west 2023 pat   .
      west 2023 days  .
      """;

  private final Panel panel = Drawn.panel(HIERARCHY, VALUES);
  private final Assessment assessed = Drawn.assessed(panel, AssessSpec.standard());

  @Test
  void valuesAreScaledBetweenTheGoalposts() {
    assertThat(score(assessed, "match", "east", "2022")).isEqualTo(60);
    assertThat(score(assessed, "pat", "east", "2022")).isCloseTo(20, within(1e-12));
    assertThat(score(assessed, "days", "east", "2022")).isCloseTo(50, within(1e-12));
    assertThat(score(assessed, "days", "east", "2023")).isEqualTo(100);
    assertThat(score(assessed, "pat", "west", "2022")).isEqualTo(100); // clipped from 120
  }

  @Test
  void scoresAreGatheredLevelByLevel() {
    // P = .75 * 60 + .25 * 20 = 50; index = .6 * 50 + .4 * 50 = 50.
    assertThat(score(assessed, "P", "east", "2022")).isCloseTo(50, within(1e-12));
    assertThat(score(assessed, "index", "east", "2022")).isCloseTo(50, within(1e-12));
    // P = .75 * 20 + .25 * 100 = 40; index = .6 * 40 + .4 * 0 = 24.
    assertThat(score(assessed, "index", "west", "2022")).isCloseTo(24, within(1e-12));
  }

  @Test
  void missingIndicatorLeavesItsWeightToItsSiblings() {
    // Patents unknown: P = match = 80; index = .6 * 80 + .4 * 100 = 88.
    assertThat(score(assessed, "P", "east", "2023")).isCloseTo(80, within(1e-12));
    assertThat(score(assessed, "index", "east", "2023")).isCloseTo(88, within(1e-12));
  }

  @Test
  void nothingKnownGivesNoScoreNoGradeAndNoRank() {
    int index = node(assessed, "index");
    assertThat(score(assessed, "index", "west", "2023")).isNaN();
    assertThat(assessed.scores().grade(index, 1, 1)).isNull();
    assertThat(assessed.scores().ranks(index, 1)).containsExactly(1, 0);
    assertThat(assessed.scores().ranks(index, 0)).containsExactly(1, 2);
    // Means over the years that are known: (50 + 88) / 2, and 24 alone.
    assertThat(assessed.scores().mean(index, 0)).isCloseTo(69, within(1e-12));
    assertThat(assessed.scores().mean(index, 1)).isCloseTo(24, within(1e-12));
    assertThat(assessed.scores().meanRanks(index)).containsExactly(1, 2);
  }

  @Test
  void scoresHaveGradesNamedInBothLanguages() {
    int index = node(assessed, "index");
    assertThat(assessed.scores().grade(index, 0, 0)).isEqualTo(Grade.MEDIUM);
    assertThat(assessed.scores().grade(index, 1, 0)).isEqualTo(Grade.WEAKER);
    assertThat(Grade.HIGH.title(Locale.ENGLISH)).isEqualTo("High");
    assertThat(Grade.HIGH.title(Locale.CHINESE)).isEqualTo("高");
  }

  @Test
  void lowerBoundBelongsToTheGradeEvenAfterRounding() {
    assertThat(Grade.of(80)).isEqualTo(Grade.HIGH);
    assertThat(Grade.of(100 * (.1 + .7))).isEqualTo(Grade.HIGH); // 79.99999999999999
    assertThat(Grade.of(79.9999)).isEqualTo(Grade.STRONG);
    assertThat(Grade.of(0)).isEqualTo(Grade.LOW);
    assertThat(Grade.of(Double.NaN)).isNull();
  }

  @Test
  void gapsAreTargetLessValueAndTurnWithTheDirection() {
    Gaps gaps = assessed.gaps();
    // 80 - 60 = 20 of a target of 80; 70 - 40 = 30 days of a target of 40.
    assertThat(gaps.inUnit(node(assessed, "match"), 0, 0)).isCloseTo(20, within(1e-12));
    assertThat(gaps.share(node(assessed, "match"), 0, 0)).isCloseTo(.25, within(1e-12));
    assertThat(gaps.inUnit(node(assessed, "days"), 0, 0)).isCloseTo(30, within(1e-12));
    assertThat(gaps.share(node(assessed, "days"), 0, 0)).isCloseTo(.75, within(1e-12));
    assertThat(gaps.inUnit(node(assessed, "days"), 0, 1)).isCloseTo(-20, within(1e-12));
    assertThat(gaps.inUnit(node(assessed, "pat"), 0, 0)).isNaN();
    // Points: match 80 - 60 = 20, days 80 - 50 = 30, patents without target left out:
    // index = .6 * 20 + .4 * 30 = 24.
    assertThat(gaps.points(node(assessed, "P"), 0, 0)).isCloseTo(20, within(1e-12));
    assertThat(gaps.points(node(assessed, "index"), 0, 0)).isCloseTo(24, within(1e-12));
  }

  @Test
  void globalWeightIsTheProductDownTheTree() {
    assertThat(assessed.weights().methods()).containsExactly("given");
    assertThat(assessed.weights().global(node(assessed, "match"))).isCloseTo(.45, within(1e-12));
    assertThat(assessed.weights().global(node(assessed, "pat"))).isCloseTo(.15, within(1e-12));
    assertThat(assessed.weights().global(node(assessed, "days"))).isCloseTo(.4, within(1e-12));
  }

  @Test
  void whatWasAssumedIsSaid() {
    assertThat(assessed.findings())
        .extracting(finding -> finding.code())
        .containsExactly(
            "unknown-values",
            "unknown-values",
            "unknown-values",
            "clipped",
            "no-score",
            "no-target");
    assertThat(Drawn.texts(assessed.findings()))
        .contains(
            "indicators [value] \"pat\" has 0 values below its low goalpost 0.0000 and 1 above its"
                + " high one 10.000, scored as the goalpost. Look at these values; if they"
                + " are right, consider wider goalposts.",
            "indicators [value] \"index\" has no score in 1 of 4 cells (first: west, 2023), since"
                + " nothing beneath it is known there. Give at least one indicator there, or leave"
                + " the unit out.");
  }

  @Test
  void sampleScalesBetweenItsLeastAndGreatestAndWarns() {
    var spec = AssessSpec.standard().withScaling(new Scaling.PooledSample());
    Assessment relative = Drawn.assessed(panel, spec);
    // match runs from 20 to 80, patents from 2 to 12.
    assertThat(score(relative, "match", "east", "2022")).isCloseTo(100 * 2 / 3., within(1e-12));
    assertThat(score(relative, "pat", "west", "2022")).isEqualTo(100);
    assertThat(relative.findings())
        .extracting(finding -> finding.code())
        .contains("relative-grades")
        .doesNotContain("clipped");
  }

  @Test
  void judgementAndEntropyMeetInTheirGeometricMean() {
    Judgements dimensions = Judgements.of(List.of("P", "Q"), new double[][] {{1, 3}, {1 / 3., 1}});
    Judgements indicators = Judgements.of(List.of("match", "pat"), new double[][] {{1, 1}, {1, 1}});
    var ahp = new Weighting.Judged(Map.of("index", List.of(dimensions), "P", List.of(indicators)));
    var spec =
        AssessSpec.standard().withWeighting(new Weighting.Combined(ahp, new Weighting.Entropy()));
    Weights weights = Drawn.assessed(panel, spec).weights();
    assertThat(weights.methods()).containsExactly("ahp", "entropy", "ahp x entropy");

    // Min-max: match 60 80 20 -> 2/3 1 0, shares .4 .6 0; e = .67301 / ln 3 = .61260.
    // Patents 2 12 -> 0 1, e = 0. Days 70 20 120 turned -> .5 1 0, shares 1/3 2/3 0;
    // e = .63651 / ln 3 = .57938.
    double match = 1 - (-.4 * Math.log(.4) - .6 * Math.log(.6)) / Math.log(3);
    double days = 1 - (Math.log(3) / 3 + 2 / 3. * Math.log(1.5)) / Math.log(3);
    assertThat(match).isCloseTo(.38740, within(5e-6));
    assertThat(days).isCloseTo(.42062, within(5e-6));
    double all = match + 1 + days;
    int p = panel.hierarchy().keys().id("P");
    int m = panel.hierarchy().keys().id("match");
    assertThat(weights.global("entropy", m)).isCloseTo(match / all, within(1e-12));
    assertThat(weights.local("entropy", p)).isCloseTo((match + 1) / all, within(1e-12));
    assertThat(weights.local("ahp", p)).isCloseTo(.75, within(1e-12));
    double up = Math.sqrt(.75 * (match + 1) / all);
    double down = Math.sqrt(.25 * days / all);
    assertThat(weights.local(p)).isCloseTo(up / (up + down), within(1e-12));
    double left = Math.sqrt(match);
    assertThat(weights.local(m)).isCloseTo(left / (left + 1), within(1e-12));
    assertThat(weights.judged()).containsOnlyKeys("index", "P");
  }
}
