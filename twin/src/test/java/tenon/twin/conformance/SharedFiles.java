package tenon.twin.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of published programs that lie beside a checkout. */
final class SharedFiles {
  private SharedFiles() {}

  /** The lines of a file; skips the test where it is not here. */
  static List<String> lines(String name) {
    Path file = folder().resolve(name);
    if (!Files.isReadable(file)) {
      System.out.println("Skipped: " + file + " is not here.");
    }
    assumeTrue(Files.isReadable(file), () -> file + " is not here");
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The folder beside the checkout, whose root holds .ci. */
  private static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".ci"))) {
        return at.resolveSibling("shared");
      }
    }
    return folder.resolveSibling("shared");
  }
}
