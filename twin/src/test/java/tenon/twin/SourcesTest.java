package tenon.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.twin.Sources.SingleSource;

final class SourcesTest {

  @Test
  void aProductMadeNowhereElseHasNeitherAnActiveNorAStandbyRecipeAtAnotherSite() {
    Chain chain =
        ChainText.chain(
            """
            A makes ore 5/d
            A makes ore 5/d standby 3
            A makes sand 5/d
            B makes sand 5/d standby 9
            B makes clay 5/d standby 9
            """);
    Sources sources = Sources.of(chain);
    int ore = chain.products().keys().id("ore");
    int sand = chain.products().keys().id("sand");
    int clay = chain.products().keys().id("clay");
    assertThat(sources.sites())
        .containsExactly(
            new Sources.Made(0, List.of(ore, sand), List.of(ore)),
            new Sources.Made(1, List.of(sand, clay), List.of(clay)));
  }

  @Test
  void aCustomerWithOneActiveSupplierIsSingleSourcedWhateverTheNumberOfLinks() {
    Sources sources = sources("A -ore-> P 5/d\nA -ore-> P 9/d\nB -ore-> P 5/d closed\nC -ore-> P 0/d");
    assertThat(sources.singleSources()).containsExactly(new SingleSource(1, 0, 0, false));
  }

  @Test
  void standbyFromAnotherSupplierIsToldAndFromTheSameOneIsNot() {
    assertThat(sources("A -ore-> P 5/d\nA -ore-> P 5/d standby 3").singleSources())
        .containsExactly(new SingleSource(1, 0, 0, false));
    assertThat(sources("A -ore-> P 5/d\nB -ore-> P 5/d standby 3").singleSources())
        .containsExactly(new SingleSource(1, 0, 0, true));
  }

  @Test
  void twoSuppliersOrAnOwnRecipeAreNoSingleSource() {
    assertThat(sources("A -ore-> P 5/d\nB -ore-> P 5/d").singleSources()).isEmpty();
    assertThat(sources("A -ore-> P 5/d\nP makes ore 5/d").singleSources()).isEmpty();
    assertThat(sources("A -ore-> P 5/d standby 3").singleSources()).isEmpty();
  }

  private static Sources sources(String text) {
    return Sources.of(ChainText.chain(text));
  }
}
