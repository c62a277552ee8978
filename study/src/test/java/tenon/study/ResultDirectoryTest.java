package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Finding;

class ResultDirectoryTest {
  private static final List<String> NAMES = List.of("a.csv", "manifest.json");

  @TempDir private Path temp = Path.of("");
  private Path out = Path.of("");
  private Path source = Path.of("");

  @BeforeEach
  void places() {
    out = temp.resolve("work/out");
    source = temp.resolve("package");
  }

  @Test
  void aFailedRunLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                ResultDirectory.write(
                    out,
                    directory -> {
                      Files.writeString(directory.resolve("a.csv"), "half");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(temp.resolve("work")).isEmptyDirectory();
  }

  @Test
  void aFailedRunLeavesTheResultBeforeItAsItWas() throws IOException {
    ResultDirectory.write(out, directory -> result(directory, "first"));
    assertThatThrownBy(
            () ->
                ResultDirectory.write(
                    out,
                    directory -> {
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(out.resolve("a.csv")).hasContent("first");
    assertThat(names(temp.resolve("work"))).containsExactly("out");
  }

  @Test
  void anInterruptedRunLeavesNothingBehind() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ResultDirectory.write(out, directory -> result(directory, "late")))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(temp.resolve("work")).isEmptyDirectory();
  }

  @Test
  void anEarlierResultIsReplacedAndForeignFilesStay() throws IOException {
    ResultDirectory.write(out, directory -> result(directory, "first"));
    Files.writeString(out.resolve("notes.txt"), "mine");
    Files.createDirectory(out.resolve("plots"));
    assertThat(ResultDirectory.faults(out, source, NAMES)).isEmpty();
    ResultDirectory.write(out, directory -> result(directory, "second"));
    assertThat(names(out)).containsExactly("a.csv", "manifest.json", "notes.txt", "plots");
    assertThat(out.resolve("a.csv")).hasContent("second");
    assertThat(out.resolve("notes.txt")).hasContent("mine");
    assertThat(names(temp.resolve("work"))).containsExactly("out");
  }

  @Test
  void aForeignDirectoryIsRefused() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.doc"), "years of work");
    assertThat(codes(out)).containsExactly("out-not-ours");
  }

  @Test
  void aManifestOfAnotherProgramDoesNotOpenADirectory() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("manifest.json"), "{\"name\": \"some web app\"}");
    assertThat(codes(out)).containsExactly("out-not-ours");
    Files.writeString(out.resolve("manifest.json"), "no json at all");
    assertThat(codes(out)).containsExactly("out-not-ours");
  }

  @Test
  void aManifestThatNamesFilesElsewhereIsNotTrusted() throws IOException {
    Files.createDirectories(out);
    Files.writeString(
        out.resolve("manifest.json"),
        "{\"made_by\": \"tenon\", \"results\": [{\"name\": \"../precious.csv\"}]}");
    assertThat(codes(out)).containsExactly("out-not-ours");
  }

  @Test
  void aForeignFileWhereAResultWouldGoIsRefused() throws IOException {
    ResultDirectory.write(
        out,
        directory ->
            Files.writeString(
                directory.resolve("manifest.json"), "{\"made_by\": \"tenon\", \"results\": []}"));
    Files.writeString(out.resolve("a.csv"), "mine");
    assertThat(codes(out)).containsExactly("out-file-not-ours");
  }

  @Test
  void aNewOrEmptyDirectoryIsFineAndAFileIsNot() throws IOException {
    assertThat(codes(out)).isEmpty();
    Files.createDirectories(out);
    assertThat(codes(out)).isEmpty();
    assertThat(codes(Files.writeString(temp.resolve("file"), "x"))).containsExactly("out-is-file");
  }

  @Test
  void resultsNeverGoIntoTheirPackageNorThePackageIntoThem() throws IOException {
    assertThat(codes(source.resolve("out"))).containsExactly("out-in-package");
    assertThat(codes(source)).containsExactly("out-in-package");
    assertThat(codes(temp)).containsExactly("out-in-package");
    assertThat(codes(temp.resolve("package-out"))).isEmpty();
  }

  private List<String> codes(Path place) throws IOException {
    return ResultDirectory.faults(place, source, NAMES).stream().map(Finding::code).toList();
  }

  private static void result(Path directory, String text) throws IOException {
    Files.writeString(directory.resolve("a.csv"), text);
    Files.writeString(
        directory.resolve("manifest.json"),
        "{\"made_by\": \"tenon\", \"results\": [{\"name\": \"a.csv\"}]}");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
