package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static tenon.assess.Drawn.codes;

import org.junit.jupiter.api.Test;
import tenon.model.Loaded;

class A03_FaultsTest {

  @Test
  void everyFaultIsToldAtOnce() {
    var loaded =
        Assess.assess(
            Drawn.panel(
                """
                i . 1
                a i 0 .5 0  1
                b i 1 .  9  3
                c i 1 .5
                """,
                "u t a 1\nu t b Infinity\nu t c 1"),
            AssessSpec.standard());
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(codes(loaded))
        .containsExactly(
            "no-direction", "infinite", "goalposts-order", "no-goalposts", "weights-partly");
    assertThat(Drawn.texts(loaded.findings()))
        .contains(
            "hierarchy [low] \"b\" has the low goalpost 9.0000, which is not below the high one,"
                + " 3.0000. Write the lesser value as low and the greater as high, also where less"
                + " is better: direction -1 turns the scale.");
  }

  @Test
  void nodesInACircleAreRefused() {
    var loaded =
        Assess.assess(Drawn.panel("i\na i 1 1 0 1\nx y\ny x", "u t a 1"), AssessSpec.standard());
    assertThat(codes(loaded)).containsExactly("circle", "circle");
  }

  @Test
  void emptyPanelIsRefused() {
    assertThat(codes(Assess.assess(Drawn.panel("i\na i 1 1 0 1", ""), AssessSpec.standard())))
        .contains("nothing");
  }

  @Test
  void blankDirectionMeansMoreIsBetterAndIsNamed() {
    var loaded = Assess.assess(Drawn.panel("a . . . 0 10 5", "u t a 4"), AssessSpec.standard());
    assertThat(codes(loaded)).containsExactly("default-direction");
    assertThat(Drawn.ready(loaded).scores().score(0, 0, 0)).isEqualTo(40);
  }

  @Test
  void valuesOfNodesThatGatherOthersAreNotUsed() {
    var loaded =
        Assess.assess(Drawn.panel("i\na i 1 1 0 10 5", "u t i 99\nu t a 4"), AssessSpec.standard());
    assertThat(codes(loaded)).containsExactly("value-on-node");
    assertThat(Drawn.ready(loaded).scores().score(0, 0, 0)).isEqualTo(40);
  }

  @Test
  void indicatorWithoutAnyValueIsLeftOutAndNamed() {
    var loaded =
        Assess.assess(
            Drawn.panel("i\na i 1 .5 0 10 5\nb i 1 .5 0 10 5", "u t a 4"), AssessSpec.standard());
    assertThat(codes(loaded)).containsExactly("indicator-empty");
    assertThat(Drawn.ready(loaded).scores().score(0, 0, 0)).isEqualTo(40);
  }

  @Test
  void indicatorThatNeverChangesCannotBeScaledByTheSample() {
    var loaded =
        Assess.assess(
            Drawn.panel("i\na i 1 .5 . . 5\nb i 1 .5 . . 5", "u t a 4\nu t b 1\nv t a 4\nv t b 3"),
            AssessSpec.standard().withScaling(new Scaling.PooledSample()));
    assertThat(codes(loaded)).containsExactly("constant", "relative-grades");
    assertThat(Drawn.ready(loaded).scores().score(0, 1, 0)).isEqualTo(100);
  }
}
