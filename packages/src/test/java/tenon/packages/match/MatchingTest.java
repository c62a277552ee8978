package tenon.packages.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Progress;

class MatchingTest {
  private static final MatchSpec FIRMS = MatchSpec.standard(MatchSpec.Kind.FIRM);

  /** The figures stand in docs/guide/match.md. */
  @Test
  void generatedDuplicatesAreFoundWithTheStatedPrecisionAndRecall() {
    Duplicates made = Duplicates.of(3_000, 1);
    MatchResult result = match(made, FIRMS);
    long joined = result.joined();
    long right = result.pairs().stream().filter(p -> p.joined() && isSame(made, p)).count();
    long offered = result.pairs().stream().filter(p -> isSame(made, p)).count();

    assertThat(right / (double) joined).as("precision").isGreaterThan(0.998);
    assertThat(right / (double) made.same.size()).as("recall").isGreaterThan(0.895);
    assertThat(offered / (double) made.same.size()).as("with review").isGreaterThan(0.965);
    assertThat(result.waiting()).as("for a person").isLessThan(250);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    Duplicates made = Duplicates.of(1_200, 7);
    MatchSpec one = new MatchSpec(FIRMS.kind(), 0.85, 0.7, 0.02, 6, 1);
    MatchSpec five = new MatchSpec(FIRMS.kind(), 0.85, 0.7, 0.02, 6, 5);
    assertThat(match(made, five).pairs()).isEqualTo(match(made, one).pairs());
  }

  @Test
  void noRowIsJoinedTwice() {
    MatchResult result = match(Duplicates.of(1_500, 3), FIRMS);
    List<Pair> joined = result.pairs().stream().filter(Pair::joined).toList();
    assertThat(joined.stream().map(Pair::left)).doesNotHaveDuplicates();
    assertThat(joined.stream().map(Pair::right)).doesNotHaveDuplicates();
  }

  @Test
  void aNameIsKnownInFullWidthTraditionalScriptAndAnotherLegalForm() {
    assertThat(nameScore(firm("", "華鑫（上海）半導體股份有限公司"), firm("", "上海市华鑫半导体有限公司"))).isEqualTo(1);
    assertThat(nameScore(firm("ＡＣＭＥ Ｃｏ．，Ｌｔｄ．", ""), firm("Acme Inc.", ""))).isEqualTo(1);
    assertThat(nameScore(firm("Müller & Söhne GmbH", ""), firm("Muller and Sohne", "")))
        .isEqualTo(1);
  }

  @Test
  void aChineseNameIsKnownByItsPinyin() {
    assertThat(nameScore(firm("", "华鑫科技有限公司"), firm("Huaxin Keji Co., Ltd.", ""))).isEqualTo(0.96);
  }

  /** Firms put what they do into English and keep the rest as it sounds. */
  @Test
  void aChineseNameIsKnownThoughItsTradeIsTranslated() {
    Register.Row chinese = firm("", "深圳市永兴电子有限公司");
    assertThat(nameScore(chinese, firm("Shenzhen Yongxing Electronics Co., Ltd.", "")))
        .isEqualTo(0.96);
    assertThat(nameScore(firm("Suzhou Mingrui Precision", ""), firm("", "苏州明瑞精密有限公司")))
        .isEqualTo(0.96);
    // What is not the same brand stays below what is joined without a person.
    assertThat(nameScore(chinese, firm("Shenzhen Yuanda Electronics Co., Ltd.", "")))
        .isLessThan(0.85);
    assertThat(nameScore(chinese, firm("Shenzhen Yongxing Chemical Co., Ltd.", "")))
        .isLessThan(0.85);
  }

  @Test
  void plantOneIsNotPlantTwo() {
    assertThat(nameScore(firm("", "华鑫科技第一工厂"), firm("", "华鑫科技第二工厂"))).isLessThan(0.75);
  }

  @Test
  void equalCodesJoinAndDifferentCodesPart() {
    Register.Row one = new Register.Row("a", "", "华鑫科技", code(1), "", "", "", nan(), nan());
    Register.Row renamed = new Register.Row("b", "", "华鑫控股", code(1), "", "", "", nan(), nan());
    Register.Row other = new Register.Row("c", "", "华鑫科技", code(2), "", "", "", nan(), nan());
    MatchResult result = match(List.of(one), List.of(renamed, other), List.of());
    Pair pair = result.pairs().getFirst();
    assertThat(result.right().row(pair.right()).id()).isEqualTo("b");
    assertThat(pair.identifier()).isEqualTo(Pair.Same.EQUAL);
    assertThat(pair.score()).isGreaterThan(0.9);
    assertThat(result.pairs()).hasSize(1);
  }

  @Test
  void sitesOfOneFirmAreToldApartByDistance() {
    Register.Row gate = new Register.Row("a", "Acme plant", "", "", "", "", "", 31.20, 121.50);
    Register.Row near = new Register.Row("b", "Acme plant", "", "", "", "", "", 31.201, 121.501);
    Register.Row far = new Register.Row("c", "Acme plant", "", "", "", "", "", 30.20, 120.50);
    MatchSpec sites = MatchSpec.standard(MatchSpec.Kind.SITE);
    MatchResult result =
        Matching.between(
            Register.of("l", List.of(gate)),
            Register.of("r", List.of(near, far)),
            Aliases.NONE,
            List.of(),
            sites,
            Progress.NONE);
    assertThat(result.pairs()).hasSize(1);
    assertThat(result.right().row(result.pairs().getFirst().right()).id()).isEqualTo("b");
  }

  @Test
  void aPersonsDecisionAlwaysWins() {
    List<Register.Row> left = List.of(named("a", "华鑫科技"), named("b", "宏盛材料"));
    List<Register.Row> right = List.of(named("x", "华鑫科技"), named("y", "永兴化工"));
    List<Decision> decisions = List.of(decision("a", "x", false), decision("a", "y", true));
    MatchResult result = match(left, right, decisions);
    assertThat(result.pairs()).hasSize(1);
    assertThat(result.pairs().getFirst().status()).isEqualTo(Pair.Status.DECIDED);
    assertThat(result.right().row(result.pairs().getFirst().right()).id()).isEqualTo("y");
  }

  @Test
  void decisionsThatJoinOneRowToTwoAreRefused() {
    Register left = Register.of("l", List.of(named("a", "华鑫科技")));
    Register right = Register.of("r", List.of(named("x", "华鑫科技"), named("y", "永兴化工")));
    List<Decision> both = List.of(decision("a", "x", true), decision("a", "y", true));
    assertThat(Matching.contradictions(left, right, both, FIRMS)).hasSize(1);
  }

  @Test
  void twoThatAreEquallyLikelyGoToAPerson() {
    List<Register.Row> right = List.of(named("x", "华鑫科技"), named("y", "华鑫科技"));
    MatchResult result = match(List.of(named("a", "华鑫科技")), right, List.of());
    assertThat(result.joined()).isZero();
    assertThat(result.pairs()).allMatch(p -> p.status() == Pair.Status.AMBIGUOUS).hasSize(2);
  }

  @Test
  void withinOneRegisterRowsFormGroupsAndAPersonCanPartThem() {
    List<Register.Row> rows =
        List.of(
            named("a", "华鑫科技有限公司"), named("b", "永兴化工"), named("c", "華鑫科技"), named("d", "华鑫科技公司"));
    Register register = Register.of("r", rows);
    MatchResult all = Matching.within(register, Aliases.NONE, List.of(), FIRMS, Progress.NONE);
    assertThat(all.clusters()).containsExactly(List.of(0, 2, 3));
    List<Decision> parted = List.of(decision("a", "d", false), decision("c", "d", false));
    MatchResult less = Matching.within(register, Aliases.NONE, parted, FIRMS, Progress.NONE);
    assertThat(less.clusters()).containsExactly(List.of(0, 2));
  }

  private static MatchResult match(Duplicates made, MatchSpec spec) {
    return Matching.between(
        Register.of("l", made.left),
        Register.of("r", made.right),
        Aliases.NONE,
        List.of(),
        spec,
        Progress.NONE);
  }

  private static MatchResult match(
      List<Register.Row> left, List<Register.Row> right, List<Decision> decisions) {
    return Matching.between(
        Register.of("l", left),
        Register.of("r", right),
        Aliases.NONE,
        decisions,
        FIRMS,
        Progress.NONE);
  }

  private static boolean isSame(Duplicates made, Pair pair) {
    String ids = made.left.get(pair.left()).id() + " " + made.right.get(pair.right()).id();
    return made.same.contains(ids);
  }

  private static double nameScore(Register.Row a, Register.Row b) {
    NameText text = new NameText();
    Names.Pieces pieces = new Names.Pieces(2);
    Names left = Names.of(Register.of("l", List.of(a)), text, java.util.Map.of(), pieces);
    Names right = Names.of(Register.of("r", List.of(b)), text, java.util.Map.of(), pieces);
    return new NameScore(left, right, pieces).of(0, 0);
  }

  private static Register.Row firm(String name, String chinese) {
    return new Register.Row("1", name, chinese, "", "", "", "", nan(), nan());
  }

  private static Register.Row named(String id, String chinese) {
    return new Register.Row(id, "", chinese, "", "", "", "", nan(), nan());
  }

  private static Decision decision(String left, String right, boolean same) {
    return new Decision(left, right, same, "", "", "");
  }

  private static String code(int serial) {
    String first = "91310000MA000000" + serial;
    return first + Identifiers.creditCheckCharacter(first);
  }

  private static double nan() {
    return Double.NaN;
  }
}
