package tenon.packages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordBreaksTest {
  private static List<String> words(String raw) {
    WordBreaks cut = WordBreaks.of(raw);
    return IntStream.range(0, cut.starts().length)
        .mapToObj(i -> cut.text().substring(cut.starts()[i], cut.ends()[i]))
        .toList();
  }

  @Test
  void chineseIsCutByADictionary() {
    assertThat(words("中国经济增长，企业恢复生产。")).containsExactly("中国", "经济", "增长", "企业", "恢复", "生产");
  }

  @Test
  void englishIsCutAtBlanksAndPunctuationAndFolded() {
    assertThat(words("Supply-chain RISKS, in 2023!"))
        .containsExactly("supply", "chain", "risks", "in", "2023");
  }

  @Test
  void wideFormsAndLineBreaksDoNotMatter() {
    assertThat(WordBreaks.plain("供应\n  链 ＡＢＣ\tdef")).isEqualTo("供应链 abc def");
  }
}
