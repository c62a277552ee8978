package tenon.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts of a package as a reader of one language sees them. */
class LabelsTest {
  @Test
  void aTitleInBothLanguagesIsSaidInThatOfTheReader() {
    String title = "Three tiers (synthetic) / 三级示例（合成数据）";
    assertThat(Labels.inOneLanguage(title, false)).isEqualTo("Three tiers (synthetic)");
    assertThat(Labels.inOneLanguage(title, true)).isEqualTo("三级示例（合成数据）");
  }

  @Test
  void sentencesInBothLanguagesAreSaidInThatOfTheReader() {
    String about = "Made up. Fit for teaching. 合成数据：“一核三区”布局。仅供教学。";
    assertThat(Labels.inOneLanguage(about, false)).isEqualTo("Made up. Fit for teaching.");
    assertThat(Labels.inOneLanguage(about, true)).isEqualTo("合成数据：“一核三区”布局。仅供教学。");
  }

  @Test
  void aTextInOneLanguageStaysWhole() {
    for (String text :
        new String[] {"", "Plants", "Plants / sites.", "工厂 / ERP 导出", "The firm 锡衡 packs chips."}) {
      assertThat(Labels.inOneLanguage(text, true)).isEqualTo(text);
      assertThat(Labels.inOneLanguage(text, false)).isEqualTo(text);
    }
  }
}
