package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.page.Resources;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path temp = Path.of("");

  @Test
  void namesInTheDataCannotLeaveTheirBlock() throws IOException {
    String evil = "<img src=x onerror=alert(1)>";
    String html = html(TinyChain.named(evil, "</script><script>alert(2)</script>"), Locale.ENGLISH);
    String page = DATA.matcher(html).replaceFirst("");
    assertThat(page).doesNotContain("onerror=alert", "alert(2)");
    assertThat(block(html)).doesNotContain("<", ">");
    assertThat(data(html).path("lists").path("answers").path(0).asString()).contains(evil);

    String zh = html(TinyChain.named(evil, "</script><script>alert(2)</script>"), Locale.CHINESE);
    assertThat(block(zh)).doesNotContain("<", ">");
    assertThat(data(zh).path("lists").path("answers").path(0).asString()).contains("</script>");
  }

  @Test
  void thePageForbidsItselfTheNetwork() throws IOException {
    String html = html(TinyChain.standard(), Locale.ENGLISH);
    assertThat(html).contains("content=\"default-src 'none'; script-src 'unsafe-inline';");
    String skeleton = Resources.text("report.html");
    assertThat(skeleton).doesNotContain("http://", "https://", "src=");
    assertThat(Resources.text("report.css")).doesNotContain("url(", "@import");
    for (String script : List.of("page.js", "drawing.js", "charts.js", "curves.js", "start.js")) {
      assertThat(Resources.text(script)).doesNotContain("innerHTML", "fetch(", "import(", "eval(");
    }
  }

  @Test
  void theChartLibraryComesWithItsLicenceNotice() throws IOException {
    assertThat(html(TinyChain.standard(), Locale.ENGLISH))
        .contains(
            "Licensed to the Apache Software Foundation (ASF)",
            "This product includes software developed at",
            "Mike Bostock");
  }

  @Test
  void everySlotIsFilledAndThePageSpeaksTheLanguageAskedFor() throws IOException {
    String english = html(TinyChain.standard(), Locale.ENGLISH);
    String chinese = html(TinyChain.standard(), Locale.CHINA);
    assertThat(english).contains("<html lang=\"en\">").doesNotContain("{{");
    assertThat(chinese).contains("<html lang=\"zh-Hans\">", "产业链全貌").doesNotContain("{{");
  }

  @Test
  void whatThePackageSaysInTwoLanguagesIsToldInTheReadersAlone() throws IOException {
    JsonNode english = data(html(TinyChain.standard(), Locale.ENGLISH));
    JsonNode chinese = data(html(TinyChain.standard(), Locale.CHINA));
    assertThat(english.path("text").path("title").asString()).endsWith("Tiny chain");
    assertThat(chinese.path("text").path("title").asString()).endsWith("小链");
    assertThat(english.path("text").path("description").asString()).isEqualTo("Three sites.");
    assertThat(chinese.path("text").path("description").asString()).isEqualTo("三个站点。");
    assertThat(english.path("lists").path("package").path(0).asString()).isEqualTo("Invented.");
    assertThat(chinese.path("lists").path("package").path(0).asString()).isEqualTo("虚构。");
  }

  @Test
  void syntheticDataAreSaidToBeSynthetic() throws IOException {
    JsonNode text = data(html(TinyChain.standard(), Locale.ENGLISH)).path("text");
    assertThat(text.path("banner").asString()).startsWith("Synthetic data");
  }

  @Test
  void theDrawingShowsTheChainInItsTiers() throws IOException {
    JsonNode chain = data(html(TinyChain.standard(), Locale.ENGLISH)).path("chain");
    assertThat(chain.path("nodes").size()).isEqualTo(3);
    assertThat(chain.path("flows").size()).isEqualTo(2);
    assertThat(chain.path("columns").size()).isEqualTo(3);
    assertThat(chain.path("nodes").path(0).path("lines").path(0).asString())
        .isEqualTo("1. Deep Mine");
    assertThat(chain.path("nodes").path(0).path("exposed").asBoolean()).isTrue();
  }

  private String html(TinyChain chain, Locale locale) throws IOException {
    Path source = chain.writeTo(Files.createTempDirectory(temp, "package").resolve("tiny"));
    Path out = Files.createTempDirectory(temp, "result").resolve("out");
    Loaded<StudyOutcome> loaded =
        Study.run(source, Recipe.of(Stage.EXPOSURE).withLocale(locale), out, Progress.NONE);
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    return Files.readString(out.resolve("report.html"));
  }

  private static String block(String html) {
    Matcher block = DATA.matcher(html);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static JsonNode data(String html) {
    return JsonMapper.shared().readTree(block(html));
  }
}
