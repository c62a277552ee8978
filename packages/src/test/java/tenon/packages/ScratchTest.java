package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why nothing can be written at a place is told in its user's terms, and nothing is left there. */
class ScratchTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aFileWhereADirectoryShouldBeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path target = file.resolve("deep").resolve("out");
    for (ThrowingPath attempt : attempts()) {
      assertThatThrownBy(() -> attempt.at(target))
          .isInstanceOfSatisfying(
              Unwritable.class,
              told -> {
                assertThat(told.why()).isEqualTo(Unwritable.Why.FILE_ABOVE);
                assertThat(told.place()).isEqualTo(target.toString());
                assertThat(told.above()).isEqualTo(file.toString());
              });
    }
    assertThat(file).hasContent("x");
  }

  @Test
  void aNameThatIsTooLongIsToldAsThat() {
    Path target = folder.resolve("n".repeat(300));
    assertThatThrownBy(() -> Scratch.check(target))
        .isInstanceOfSatisfying(
            Unwritable.class, told -> assertThat(told.why()).isEqualTo(Unwritable.Why.TOO_LONG));
  }

  /** A name may be as long as names can be: what is made beside it does not repeat it. */
  @Test
  void aLongNameThatIsAllowedIsNoFault() throws IOException {
    Path target = folder.resolve("n".repeat(250));
    Scratch.check(target);
    assertThat(Scratch.directory(target)).isDirectory();
  }

  @Test
  void aCheckLeavesNothing() throws IOException {
    Scratch.check(folder.resolve("a").resolve("b"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @FunctionalInterface
  private interface ThrowingPath {
    void at(Path target) throws IOException;
  }

  private static ThrowingPath[] attempts() {
    return new ThrowingPath[] {
      Scratch::check, Scratch::directory, Scratch::file, PackageWriter::check
    };
  }
}
