package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Stage;

/** Opens the report in Chromium, where there is one. */
class BrowserTest {
  @TempDir private Path temp = Path.of("");
  private Path page = Path.of("");
  private String chromium = "";

  @BeforeEach
  void aReportOfHostileNamesAndABrowser() throws IOException {
    Optional<Path> found = browser();
    if (found.isEmpty()) {
      System.out.println("BrowserTest is skipped: no chromium on the PATH.");
    }
    assumeTrue(found.isPresent(), "no chromium on the PATH");
    chromium = found.orElseThrow().toString();
    TinyChain chain =
        TinyChain.named(
            "<img src=x onerror=console.error(1)>", "</script><script>console.error(2)</script>");
    Loaded<StudyOutcome> loaded =
        Study.run(
            chain.writeTo(temp.resolve("tiny")),
            Recipe.of(Stage.EXPOSURE).withLocale(Locale.ENGLISH),
            temp.resolve("out"),
            Progress.NONE);
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    page = temp.resolve("out/report.html");
  }

  @Test
  void nothingIsComplainedOfOnTheConsoleAndEveryFigureIsDrawn() throws Exception {
    // The policy of the page turns every attempt to load anything into a complaint.
    String dom = open(page, 1280).replaceAll("(?s)<script.*?</script>", "");
    assertThat(log()).doesNotContain("CONSOLE");
    assertThat(dom)
        .contains("1. &lt;img src=x onerror=console.error(1)&gt;")
        .doesNotContain("<img");
    assertThat(dom.split("<svg", -1)).as("the chain and four charts").hasSize(6);
    assertThat(dom).contains("<td class=\"number\">60.00</td>");
  }

  /** In a frame, since a window cannot be made as narrow as a phone. */
  @Test
  void neitherPhoneNorDeskScrollsThePageSideways() throws Exception {
    Files.writeString(
        temp.resolve("framed.html"),
        Files.readString(page)
            .replace(
                "</body>",
                "<script>parent.postMessage(document.documentElement.scrollWidth, '*')</script></body>"));
    for (int width : new int[] {390, 1180}) {
      Path probe = temp.resolve("probe.html");
      Files.writeString(
          probe,
          "<title></title><script>onmessage = (e) => { document.title = 'wide ' + e.data; }</script>"
              + "<iframe style='border:0' height=900 src=framed.html width="
              + width
              + "></iframe>");
      assertThat(open(probe, 1280)).contains("<title>wide " + width + "</title>");
    }
  }

  private String open(Path file, int width) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--virtual-time-budget=5000",
                "--enable-logging=stderr"));
    command.add("--user-data-dir=" + Files.createTempDirectory(temp, "profile"));
    command.add("--window-size=" + width + ",2000");
    command.add("--dump-dom");
    command.add(file.toUri().toString());
    Path dom = temp.resolve("dom.html");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(temp.resolve("log.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(log()).isZero();
    return Files.readString(dom);
  }

  private String log() throws IOException {
    Path log = temp.resolve("log.txt");
    return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
  }

  private static Optional<Path> browser() {
    String path = System.getenv("PATH");
    if (path == null) {
      return Optional.empty();
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
