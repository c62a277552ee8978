package tenon.study;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.packages.Scratch;
import tenon.study.text.Refusal;

/**
 * A place for results that shows a whole result or the one before it, never half of one: everything
 * is written beside it and moved there at the end. An earlier result is replaced; what Tenon did
 * not write stays.
 */
final class ResultDirectory {
  private ResultDirectory() {}

  /** Fills a directory. */
  @FunctionalInterface
  interface Content {
    void writeTo(Path directory) throws IOException;
  }

  /** Why results must not be written there; empty if they may. */
  static List<Finding> faults(Path out, Path source, List<String> names) throws IOException {
    Path place = out.toAbsolutePath().normalize();
    Path data = source.toAbsolutePath().normalize();
    if (place.startsWith(data) || data.startsWith(place)) {
      return List.of(Refusal.of("out-in-package", name(place), null));
    }
    if (Files.isRegularFile(out)) {
      return List.of(Refusal.of("out-is-file", name(place), null));
    }
    Scratch.check(place);
    return Files.isDirectory(out) ? faults(out, names) : List.of();
  }

  private static List<Finding> faults(Path out, List<String> names) throws IOException {
    List<String> present = list(out);
    if (present.isEmpty()) {
      return List.of();
    }
    Optional<List<String>> ours = Manifest.filesOf(out);
    if (ours.isEmpty()) {
      return List.of(Refusal.of("out-not-ours", name(out), null));
    }
    return present.stream()
        .filter(name -> names.contains(name) && !ours.get().contains(name))
        .map(name -> Refusal.of("out-file-not-ours", name(out) + "/" + name, null))
        .toList();
  }

  /** Writes a directory beside the place, then moves it there. A failure leaves nothing behind. */
  static void write(Path out, Content content) throws IOException {
    Path place = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
    Path fresh = Scratch.directory(place);
    try {
      content.writeTo(fresh);
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("stopped before " + place.getFileName() + " was complete");
      }
      openToReaders(fresh);
      replace(place, fresh);
    } finally {
      delete(fresh);
    }
  }

  /** Writes one file beside the place, then moves it there. */
  static void writeFile(Path out, String text) throws IOException {
    writeFiles(Map.of(out, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes files beside the place of the first, then moves each to its own. */
  static void writeFiles(Map<Path, byte[]> contents) throws IOException {
    Path first = contents.keySet().iterator().next().toAbsolutePath().normalize();
    Path fresh = Scratch.directory(first);
    try {
      for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
        Files.write(fresh.resolve(String.valueOf(file.getKey().getFileName())), file.getValue());
      }
      for (Path place : contents.keySet()) {
        move(
            fresh.resolve(String.valueOf(place.getFileName())), place.toAbsolutePath().normalize());
      }
    } finally {
      delete(fresh);
    }
  }

  private static void replace(Path place, Path fresh) throws IOException {
    if (!Files.isDirectory(place)) {
      move(fresh, place);
      return;
    }
    List<String> ours = Manifest.filesOf(place).orElse(List.of());
    Path old = Scratch.directory(place);
    Files.delete(old);
    move(place, old);
    try {
      move(fresh, place);
    } catch (IOException e) {
      move(old, place);
      throw e;
    }
    for (String name : list(old)) {
      if (!ours.contains(name)) {
        Files.move(old.resolve(name), place.resolve(name));
      }
    }
    delete(old);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A temporary directory is for its owner alone; a result is as open as any new directory. */
  private static void openToReaders(Path fresh) throws IOException {
    Path sample = Files.createDirectory(fresh.resolve(".sample"));
    if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(sample));
    }
    Files.delete(sample);
  }

  private static List<String> list(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(ResultDirectory::name).sorted().toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Deletes what this class itself put there, without following links. */
  private static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
